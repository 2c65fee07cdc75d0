// What remains, as a figure and in sentences.
import { formatDays, formatHours } from '@domain/format/durations.ts';
import type { Ledger } from '@domain/ledger/ledger.ts';
import { forecastOf } from '@domain/overview/forecast.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { DaysLeft } from './DaysLeft.tsx';
import { LedgerBar } from './LedgerBar.tsx';

/** The ledger's totals; a warning says how many days are or will be missing. */
export function RemainingCard({ ledger }: { readonly ledger: Ledger }) {
  const { time } = useTexts();
  const locale = useLocale();
  const days = (value: number): string => formatDays(value, locale);
  const { granted, counted, remaining, planned, opening } = ledger;
  const forecast = forecastOf(ledger);
  return (
    <section className="card remaining" aria-label={time.remainingTitle}>
      <p className="remaining-figure">
        <DaysLeft remaining={remaining.days} granted={granted.days} />
      </p>
      <LedgerBar ledger={ledger} />
      <p className="small number remaining-words">
        {opening.minutes > 0 ? time.sentenceWithOpening(days(counted.days), days(opening.days)) : time.sentence(days(counted.days))}
        {planned.minutes > 0 ? ` ${time.sentencePlanned(days(planned.days))}` : ''}
        <NotCounted ledger={ledger} />
      </p>
      {forecast.state === 'over' ? <Notice tone="bad">{time.sentenceOver(days(forecast.days))}</Notice> : null}
      {forecast.state === 'missing' ? <Notice tone="warn">{time.sentenceMiss(days(forecast.days))}</Notice> : null}
    </section>
  );
}

/** What is in no figure above: dated later, or consuming nothing. */
function NotCounted({ ledger: { later, unfunded, unfundedPlanned, unfundedLater } }: { readonly ledger: Ledger }) {
  const { time } = useTexts();
  const locale = useLocale();
  return (
    <>
      {later.minutes > 0 ? ` ${time.sentenceLater(formatDays(later.days, locale))}` : ''}
      {unfunded > 0 ? ` ${time.unfunded(formatHours(unfunded, locale))}` : ''}
      {unfundedPlanned > 0 ? ` ${time.unfundedPlanned(formatHours(unfundedPlanned, locale))}` : ''}
      {unfundedLater > 0 ? ` ${time.unfundedLater(formatHours(unfundedLater, locale))}` : ''}
    </>
  );
}
