// What an entry of time is to its contract on a given day: the one rule by which every total takes it in or leaves it out.
import type { Rows } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';

/**
 * counted: of an eligible kind, in an envelope, done on the day or before; later: the same, but dated after the day, so that it is to be
 * confirmed and not counted yet; planned: the same, but not done. The others consume nothing: they have no envelope, or a kind that is
 * not eligible.
 */
export type Standing = 'counted' | 'later' | 'planned' | 'unfunded' | 'unfunded-later' | 'unfunded-planned';
type Entry = Pick<RecordOf<'timeEntries'>, 'envelopeId' | 'kindId' | 'status' | 'date'>;
/** What decides whether an entry is paid for. */
type Terms = { readonly envelopes: Rows<'envelopes'>; readonly kinds: Rows<'kinds'> };

/**
 * @param on the day for which the state is computed
 * @source promises.md F3, F4
 */
export function standingOf(terms: Terms, entry: Entry, on: CalendarDate): Standing {
  const isPaid = isFunded(terms, entry);
  switch (stateOn(entry, on)) {
    case 'planned':
      return isPaid ? 'planned' : 'unfunded-planned';
    case 'later':
      return isPaid ? 'later' : 'unfunded-later';
    case 'done':
      return isPaid ? 'counted' : 'unfunded';
  }
}

/** @returns the status of an entry on a day: what is done on a day to come is told as later */
export function stateOn({ status, date }: Pick<Entry, 'status' | 'date'>, on: CalendarDate): 'done' | 'planned' | 'later' {
  return status === 'done' && date > on ? 'later' : status;
}

/** @returns whether an entry consumes funded days once done: it has an envelope and its kind of work is eligible. */
export function isFunded({ envelopes, kinds }: Terms, { envelopeId, kindId }: Pick<Entry, 'envelopeId' | 'kindId'>): boolean {
  return envelopeId !== null && envelopes[envelopeId] !== undefined && kinds[kindId]?.isEligible === true;
}

/** @returns whether a day lies before or after the period of an envelope, which may be open at either end */
export function isOutside({ startsOn, endsOn }: Pick<RecordOf<'envelopes'>, 'startsOn' | 'endsOn'>, date: CalendarDate): boolean {
  return (startsOn !== null && date < startsOn) || (endsOn !== null && date > endsOn);
}

/** @returns how many entries somebody should look at again. @source promises.md F4 */
export function countToConfirm(entries: Rows<'timeEntries'>, on: CalendarDate): number {
  return Object.values(entries).filter((entry) => isToConfirm(entry, on)).length;
}

/** @returns whether somebody should look at it again: done on a day to come, or planned for a day that has passed */
export function isToConfirm({ status, date }: Pick<Entry, 'status' | 'date'>, on: CalendarDate): boolean {
  return status === 'planned' ? date < on : date > on;
}
