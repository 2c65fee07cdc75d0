// The half-days that a meeting touches, and how somebody is marked on them.
import { minuteOfDay } from '../time/calendar.ts';
import type { FieldsOf } from '../tables/tables.ts';
import { type ClockTime, WHOLE_DAY } from '../units.ts';

const NOON = 12 * 60;
const EARLY_AFTERNOON = 13 * 60;

/** A meeting up to 13:00 is a morning, one from 12:00 an afternoon, a longer one both. Without times, both. */
export function halfDaysOf(
  startsAt: ClockTime | null,
  endsAt: ClockTime | null,
): { readonly morning: boolean; readonly afternoon: boolean } {
  const from = startsAt === null ? 0 : minuteOfDay(startsAt);
  const to = endsAt === null ? WHOLE_DAY : minuteOfDay(endsAt);
  const morning = from < NOON;
  const afternoon = to > EARLY_AFTERNOON;
  return morning || afternoon ? { morning, afternoon } : { morning: false, afternoon: true };
}

type Times = { readonly startsAt: ClockTime | null; readonly endsAt: ClockTime | null };
type Mark = FieldsOf<'attendances'>['morning'];

/** @returns a mark on the half-days of a session, and none on the other */
export function markedThroughout({ startsAt, endsAt }: Times, mark: Mark): { readonly morning: Mark; readonly afternoon: Mark } {
  const halves = halfDaysOf(startsAt, endsAt);
  return { morning: halves.morning ? mark : 'none', afternoon: halves.afternoon ? mark : 'none' };
}
