// What is said of a new passphrase while it is typed: how long it would withstand, and one thing that would help.
import { strengthOf } from '@domain/passphrase-strength.ts';
import { strengthTextsOf } from '@domain/text/strength-texts.ts';
import { onlyOf } from '@domain/tables/tables.ts';
import { useLocale, useWindow } from '../state/window-state.ts';

/** Nothing is said of an empty field, and nothing is refused here. */
export function StrengthAdvice({ passphrase }: { readonly passphrase: string }) {
  const texts = strengthTextsOf(useLocale());
  const accompaniment = useWindow(({ project }) => project?.document.accompaniment);
  const worker = useWindow(({ profile }) => profile?.name);
  const names = [
    worker,
    onlyOf(accompaniment?.mission ?? {})?.title,
    ...Object.values(accompaniment?.organisations ?? {}).flatMap(({ name, shortName }) => [name, shortName]),
  ].filter((name) => name !== undefined);
  if (passphrase === '') return <p role="status" className="strength" />;
  const { level, duration, weakness } = strengthOf(passphrase, names);
  return (
    <p role="status" className="strength">
      <strong>{texts.levels[level]}</strong> {texts.needed(texts.durations[duration])}{' '}
      {weakness === null ? null : texts.weaknesses[weakness]}
    </p>
  );
}
