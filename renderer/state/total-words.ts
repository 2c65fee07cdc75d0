// Totals of time in words: what is counted, in days of the contracts and in hours; beside it, never in it, what is not counted.
import { formatDays, formatHours } from '@domain/format/durations.ts';
import type { Quantity } from '@domain/ledger/quantity.ts';
import type { TimeTotals } from '@domain/ledger/time-totals.ts';
import type { Minutes } from '@domain/units.ts';
import { useTexts } from './texts.ts';
import { useLocale } from './window-state.ts';

/** Empty texts for what there is none of. */
export type TotalWords = { readonly counted: string; readonly beside: readonly string[] };

/** In a narrow column, days stand alone: hours are told where there is room. */
type Form = 'days' | 'days-and-hours';

/** @returns a function that words the totals of a month or a session */
export function useTotalWords(form: Form = 'days-and-hours'): (totals: TimeTotals) => TotalWords {
  const { time } = useTexts();
  const locale = useLocale();
  const told = ({ days, minutes }: Quantity): string =>
    form === 'days' ? formatDays(days, locale) : `${formatDays(days, locale)} · ${formatHours(minutes, locale)}`;
  const unlessNone = (amount: Minutes, words: () => string): readonly string[] => (amount === 0 ? [] : [words()]);
  return ({ counted, later, planned, unfunded, unfundedLater, unfundedPlanned }) => ({
    counted: counted.minutes === 0 ? '' : told(counted),
    beside: [
      ...unlessNone(unfunded, () => time.totalUnfunded(formatHours(unfunded, locale))),
      ...unlessNone(later.minutes, () => time.totalLater(told(later))),
      ...unlessNone(unfundedLater, () => time.totalUnfundedLater(formatHours(unfundedLater, locale))),
      ...unlessNone(planned.minutes, () => time.totalPlanned(told(planned))),
      ...unlessNone(unfundedPlanned, () => time.totalUnfundedPlanned(formatHours(unfundedPlanned, locale))),
    ],
  });
}
