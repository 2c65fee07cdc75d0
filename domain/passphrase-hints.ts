// What may have gone wrong when a passphrase is refused, as the typed text suggests it: general, so that a glance at the screen tells nothing.

export type PassphraseHint = 'capitals' | 'layout' | 'spaces';

/** Letters that are elsewhere on a QWERTY keyboard than on an AZERTY one, the digits, which need Shift on one of them, and common signs. */
const ELSEWHERE = /[aqzwm\d;,.:!?'"&@#_()-]/i;

/** @returns the cases to think of, the likeliest first */
export function hintsFor(typed: string): readonly PassphraseHint[] {
  const hasCapitalsOnly = /\p{Lu}/u.test(typed) && !/\p{Ll}/u.test(typed);
  return [
    ...(hasCapitalsOnly ? (['capitals'] as const) : []),
    ...(typed === typed.trim() ? [] : (['spaces'] as const)),
    ...(ELSEWHERE.test(typed) ? (['layout'] as const) : []),
  ];
}
