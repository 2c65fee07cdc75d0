// An honest estimate of how long a passphrase would withstand somebody who has the file and rents machines.
// A library (zxcvbn-ts: MIT, kept up) was looked at: its dictionaries weigh hundreds of kilobytes for each language, and the start of the
// window has room for ten. A run of letters counts here as a word that may stand in a dictionary, whether it does or not.

import { COMMON_WORDS } from './common-words.ts';
import { searchKey } from './writing/search-key.ts';

/**
 * Guesses in a second by ten rented graphics cards at the cost of a slot made today (scrypt, N=2^17, r=8, p=1), an upper limit: bound by its
 * memory, such a card makes fewer than 10,000.
 * @source Steve Thomas, "Minimum password settings" (https://tobtu.com/minimum-password-settings/), read November 2026
 */
const GUESSES_PER_SECOND = 100_000;
/** Longer passphrases are judged by their beginning. In UTF-16 units. */
const LONGEST_JUDGED = 200;
const [MINUTE, HOUR, DAY, MONTH, YEAR] = [60, 3_600, 86_400, 2_629_800, 31_557_600] as const;

const ROWS = ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890'];
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** What makes it easier to guess than its length suggests; the first one found is the one to mend. */
export type Weakness = 'context' | 'common' | 'pattern' | 'date' | 'short';
export type Duration = 'seconds' | 'minutes' | 'hours' | 'days' | 'months' | 'years' | 'centuries';
/** `level`: 0 (guessed within a day) to 3 (not within a lifetime). `weakness`: `null` where nothing better can be advised. */
export type Strength = { readonly level: 0 | 1 | 2 | 3; readonly duration: Duration; readonly weakness: Weakness | null };
type Piece = { readonly length: number; readonly bits: number; readonly kind: Weakness | null };
type Best = { readonly bits: number; readonly kinds: readonly Weakness[] };

/** @param context names that somebody who knows the file would try: of the mission, of its structures, of the user */
export function strengthOf(passphrase: string, context: readonly string[] = []): Strength {
  const { bits, kinds } = cheapest(folded(passphrase.slice(0, LONGEST_JUDGED)), contextWords(context));
  const seconds = 2 ** (bits - 1) / GUESSES_PER_SECOND;
  const level = seconds < DAY ? 0 : seconds < YEAR ? 1 : seconds < 100 * YEAR ? 2 : 3;
  const order = ['context', 'common', 'pattern', 'date'] as const;
  return { level, duration: durationOf(seconds), weakness: level === 3 ? null : (order.find((kind) => kinds.includes(kind)) ?? 'short') };
}

function durationOf(seconds: number): Duration {
  if (seconds < MINUTE) return 'seconds';
  if (seconds < HOUR) return 'minutes';
  if (seconds < 2 * DAY) return 'hours';
  if (seconds < 2 * MONTH) return 'days';
  if (seconds < 2 * YEAR) return 'months';
  return seconds < 100 * YEAR ? 'years' : 'centuries';
}

/** @returns the way to compose it of pieces that takes the fewest guesses */
function cheapest(signs: readonly string[], names: ReadonlySet<string>): Best {
  const best: Best[] = [{ bits: 0, kinds: [] }];
  const reach = (end: number, { bits, kind }: Piece, from: Best): void => {
    const total = from.bits + bits;
    if (total < (best[end]?.bits ?? Infinity)) best[end] = { bits: total, kinds: kind === null ? from.kinds : [...from.kinds, kind] };
  };
  for (const start of signs.keys()) {
    const from = best[start];
    if (from !== undefined) for (const piece of piecesAt(signs, start, names)) reach(start + piece.length, piece, from);
  }
  return best[signs.length] ?? { bits: 0, kinds: [] };
}

/** Pieces that begin at a place, at least one sign each. */
function piecesAt(signs: readonly string[], start: number, names: ReadonlySet<string>): readonly Piece[] {
  const rest = signs.slice(start, start + 40);
  const pieces: Piece[] = [{ length: 1, bits: bitsOf(rest[0] ?? ''), kind: null }];
  const text = rest.join('');
  const before = signs.slice(0, start).join('');
  const date = /^(?:\d{1,2}[-/. ]?\d{1,2}[-/. ]?(?:19|20)\d\d|(?:19|20)\d\d)/.exec(text)?.[0];
  if (date !== undefined) pieces.push({ length: [...date].length, bits: date.length === 4 ? 10 : 15.2, kind: 'date' });
  for (let length = 2; length <= rest.length; length += 1) {
    const word = rest.slice(0, length).join('');
    if (isWord(word)) pieces.push({ length, bits: bitsOfWord(length), kind: null });
    if (length > 3 && isWord(word) && before.includes(word)) pieces.push({ length, bits: 2 + Math.log2(start), kind: 'pattern' });
    if (length > 2 && isRun(rest.slice(0, length)))
      pieces.push({ length, bits: 2 * bitsOf(rest[0] ?? '') + Math.log2(length - 1), kind: 'pattern' });
    const plain = word.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign);
    for (const known of new Set([word, plain])) {
      if (names.has(known)) pieces.push({ length, bits: 6, kind: 'context' });
      if (COMMON_WORDS.has(known)) pieces.push({ length, bits: known === word ? 7 : 9, kind: 'common' });
    }
  }
  return pieces;
}

/** Of one sign, chosen among those of its sort. */
function bitsOf(sign: string): number {
  if (/[ -]/.test(sign)) return 1;
  if (/\d/.test(sign)) return 3.32;
  return /[a-z]/.test(sign) ? 4.7 : 5.5;
}

/** Of letters that may be a word, or several written as one: about as many bits as a word drawn from a long list has. */
function bitsOfWord(length: number): number {
  return Math.min(4.7 * length, 12 + Math.min(3.5, Math.max(0, length - 5) / 2) + 1.3 * Math.max(0, length - 12));
}

/** Whether letters may be a word: with no more than three consonants or three vowels in a row. */
function isWord(text: string): boolean {
  return /^[a-z]+$/.test(text) && !/[aeiouy]{4}|[b-df-hj-np-tv-xz]{4}/.test(text);
}

/** Whether all signs are the same one, or follow each other on a keyboard, in the alphabet or in numbers, in either direction. */
function isRun(signs: readonly string[]): boolean {
  const text = signs.join('');
  if (signs.every((sign) => sign === signs[0])) return true;
  const back = signs.toReversed().join('');
  return ROWS.some((row) => row.includes(text) || row.includes(back));
}

function contextWords(context: readonly string[]): ReadonlySet<string> {
  const words = context.flatMap((name) =>
    folded(name.slice(0, LONGEST_JUDGED))
      .join('')
      .split(/[^a-z0-9]+/),
  );
  return new Set(words.filter((word) => word.length > 2));
}

/** As texts are searched: without case and accents, in whatever Unicode form it was typed. */
function folded(text: string): readonly string[] {
  return [...searchKey(text)];
}
