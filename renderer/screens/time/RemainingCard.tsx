// What remains, as a figure and in sentences.
import { formatDays, formatHours } from '@domain/format/durations.ts';
import type { Ledger } from '@domain/ledger/ledger.ts';
import { Bar } from '../../kit/Bar.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

/** The ledger's totals; a warning says how many days are or will be missing. */
export function RemainingCard({ ledger }: { readonly ledger: Ledger }) {
  const { time } = useTexts();
  const locale = useLocale();
  const days = (value: number): string => formatDays(value, locale);
  const { granted, counted, remaining, planned, opening, unfunded } = ledger;
  const isOver = remaining.minutes < 0;
  const missing = planned.days - remaining.days;
  return (
    <section className="card remaining" aria-label={time.remainingOutOf(days(granted.days))}>
      <p className="remaining-figure">
        <b className="figure">{days(remaining.days)}</b> <span className="quiet">{time.remainingOutOf(days(granted.days))}</span>
      </p>
      <Bar share={granted.minutes === 0 ? 1 : counted.minutes / granted.minutes} tone={isOver ? 'bad' : 'accent'} />
      <p className="small number remaining-words">
        {opening.minutes > 0 ? time.sentenceWithOpening(days(counted.days), days(opening.days)) : time.sentence(days(counted.days))}
        {planned.minutes > 0 ? ` ${time.sentencePlanned(days(planned.days))}` : ''}
        {unfunded > 0 ? ` ${time.unfunded(formatHours(unfunded, locale))}` : ''}
      </p>
      {isOver ? <Notice tone="bad">{time.sentenceOver(days(-remaining.days))}</Notice> : null}
      {!isOver && missing > 0 ? <Notice tone="warn">{time.sentenceMiss(days(missing))}</Notice> : null}
    </section>
  );
}
