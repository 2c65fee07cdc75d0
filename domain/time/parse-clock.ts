// Reads a time of day, or the start and end of a meeting, as people type or paste them.
import type { ClockFailure } from '../failures.ts';
import { ok, refuse, type Result } from '../result.ts';
import { type ClockTime, clockTime } from '../units.ts';
import { typedForm } from '../writing/typed-form.ts';

export type ClockSpan = { readonly from: ClockTime; readonly to: ClockTime };

const CLOCK =
  /^(?:a |at )?(\d{1,2})(?: ?(?:h|heures?|hrs?|hours?) ?(?:(\d{1,2})(?: ?(?:m|mn|min|minutes?))?)?| ?[:.] ?(\d{2})(?::00)?)? ?(am|pm)?$/;
const PACKED = /^(\d{1,2})(\d{2}) ?(am|pm)?$/;
const SPAN = /^(?:de |from |entre |between )?(.+?)(?: ?[-→>]+ ?| (?:a|jusqu'a|et|to|until|till|and) )(.+)$/;
const WORDS: ReadonlyMap<string, ClockTime> = new Map([
  ['midi', clockTime('12:00')],
  ['noon', clockTime('12:00')],
  ['minuit', clockTime('00:00')],
  ['midnight', clockTime('00:00')],
]);

/**
 * Reads `9h`, `9h30`, `9 h 30`, `9:30`, `9.30`, `0930`, `9`, `midi`, `2:30 pm`.
 * @returns the time; or clock-empty, -unreadable, -impossible (`25h`)
 */
export function parseClock(typed: string): Result<ClockTime, ClockFailure> {
  const text = typedForm(typed);
  if (text === '') return refuse({ code: 'clock-empty' });
  return text === null ? refuse({ code: 'clock-unreadable' }) : clockIn(text);
}

/**
 * Reads `9h30-12h30`, `de 9h30 à 12h30`, `2-4 pm`; the end may come before the start.
 * @returns both times, or clock-impossible; `null` if the text is not two times
 */
export function parseClockSpan(typed: string): Result<ClockSpan, ClockFailure> | null {
  const [, first, second] = SPAN.exec(typedForm(typed) ?? '') ?? [];
  if (first === undefined || second === undefined) return null;
  const to = clockIn(second);
  const from = clockIn(first);
  const unsound = [from, to].find((one) => !one.ok);
  if (unsound !== undefined && !unsound.ok) return unsound.failure.code === 'clock-impossible' ? unsound : null;
  if (!from.ok || !to.ok) return null;
  return ok({ from: inSameHalf(first, second, to.value) ?? from.value, to: to.value });
}

/** `2-4 pm`: both are in the afternoon, unless the first would then come after the second (`11-1 pm`). */
function inSameHalf(first: string, second: string, to: ClockTime): ClockTime | null {
  const [half] = /[ap]m$/.exec(second) ?? [];
  if (half === undefined || !/\d$/.test(first)) return null;
  const from = clockIn(`${first} ${half}`);
  return from.ok && from.value <= to ? from.value : null;
}

function clockIn(text: string): Result<ClockTime, ClockFailure> {
  const named = WORDS.get(text.replace(/^(?:a|at) /, ''));
  if (named !== undefined) return ok(named);
  const [, packedHours, packedMinutes, packedHalf] = PACKED.exec(text) ?? [];
  if (packedHours !== undefined) return clockOf(packedHours, packedMinutes, packedHalf);
  const [, hours, spoken, written, half] = CLOCK.exec(text) ?? [];
  return hours === undefined ? refuse({ code: 'clock-unreadable' }) : clockOf(hours, spoken ?? written, half);
}

/** @param half of the day, where its hours go from 1 to 12 */
function clockOf(hours: string, minutes = '0', half?: string): Result<ClockTime, ClockFailure> {
  const typedHour = Number(hours);
  const isPossible = Number(minutes) < 60 && (half === undefined ? typedHour < 24 : typedHour >= 1 && typedHour <= 12);
  if (!isPossible) return refuse({ code: 'clock-impossible' });
  const hour = half === undefined ? typedHour : (typedHour % 12) + (half === 'pm' ? 12 : 0);
  return ok(clockTime(`${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`));
}
