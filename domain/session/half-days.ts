// The half-days that a meeting touches.
import { minuteOfDay } from '../time/calendar.ts';
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
