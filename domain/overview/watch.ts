// Which accompaniments of the library need attention: the filters of Home.
import type { Summary } from '../summary.ts';

/**
 * all: every one; watch: over budget, short of days for what is planned, something is late, or time is to be confirmed; stalled: running without a session for
 * long; closed.
 */
export const HOME_FILTERS = ['all', 'watch', 'stalled', 'closed'] as const;
export type HomeFilter = (typeof HOME_FILTERS)[number];

/**
 * A running accompaniment is called stalled after so many calendar days without a session, if none is planned.
 * @source promises.md I1: about six weeks
 */
export const STALLED_AFTER_DAYS = 45;

const TESTS: { readonly [F in HomeFilter]: (summary: Summary) => boolean } = {
  all: () => true,
  watch: ({ closedOn, forecast, late, toConfirm }) => late.count > 0 || (closedOn === null && (toConfirm > 0 || 'days' in forecast)),
  stalled: ({ quietDays }) => quietDays !== null && quietDays >= STALLED_AFTER_DAYS,
  closed: ({ closedOn }) => closedOn !== null,
};

/** @returns whether an accompaniment is shown under a filter. */
export function isUnder(filter: HomeFilter, summary: Summary): boolean {
  return TESTS[filter](summary);
}
