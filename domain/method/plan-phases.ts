// Spreads the phases of a method over the period and the funded days of a mission.
import { addDays, daysBetween } from '../time/calendar.ts';
import { type CalendarDate, type Minutes, minutes } from '../units.ts';
import type { Method, MethodPhase } from './method.ts';

export type PlannedPhase = {
  readonly phase: MethodPhase;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly minutes: Minutes;
};

/**
 * Phases follow one another over the period by their shares; days are given in quarters of the contract's day, and the remainder goes to
 * the last phases so that the sum is exact.
 * @param period either date may be missing: then phases have no dates
 * @param grant `null`: every phase has 0 minutes
 */
export function planPhases(
  method: Method,
  period: { readonly startsOn: CalendarDate | null; readonly endsOn: CalendarDate | null },
  grant: { readonly grantedMinutes: number; readonly minutesPerDay: number } | null,
): readonly PlannedPhase[] {
  const shares =
    grant === null
      ? method.phases.map(() => 0)
      : shareMinutes(
          grant,
          method.phases.map((phase) => phase.shareOfDays),
        );
  const dates = phaseDates(method, period);
  return method.phases.map((phase, index) => ({
    phase,
    startsOn: dates[index]?.startsOn ?? null,
    endsOn: dates[index]?.endsOn ?? null,
    minutes: minutes(shares[index] ?? 0),
  }));
}

function phaseDates(
  method: Method,
  { startsOn, endsOn }: Parameters<typeof planPhases>[1],
): readonly { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }[] {
  if (startsOn === null || endsOn === null || endsOn < startsOn) return [];
  const length = daysBetween(startsOn, endsOn) + 1;
  const edges = cumulative(method.phases.map((phase) => phase.shareOfPeriod)).map((share) => Math.round(share * length));
  return method.phases.map((_, index) => {
    const from = Math.min(edges[index] ?? 0, length - 1);
    return { startsOn: addDays(startsOn, from), endsOn: addDays(startsOn, Math.max((edges[index + 1] ?? length) - 1, from)) };
  });
}

/** Each cumulative share is rounded to a quarter of a day, so that the parts are handy and add up to the grant. */
function shareMinutes(
  { grantedMinutes, minutesPerDay }: { readonly grantedMinutes: number; readonly minutesPerDay: number },
  shares: readonly number[],
): readonly number[] {
  const quarter = minutesPerDay / 4;
  const edges = cumulative(shares).map((share, index) =>
    index === shares.length
      ? grantedMinutes
      : Math.min(Math.round(Math.round((share * grantedMinutes) / quarter) * quarter), grantedMinutes),
  );
  return shares.map((_, index) => (edges[index + 1] ?? grantedMinutes) - (edges[index] ?? 0));
}

/** @returns 0, then the running sums. */
function cumulative(shares: readonly number[]): readonly number[] {
  return shares.reduce<readonly number[]>((sums, share) => [...sums, (sums.at(-1) ?? 0) + share], [0]);
}
