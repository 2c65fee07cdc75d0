// How long a session counts: the time between its start and its end, without the lunch of a full day.
import type { DurationFailure } from '../failures.ts';
import { ok, refuse, type Result } from '../result.ts';
import { meetingMinutes, minuteOfDay } from '../time/calendar.ts';
import { parseDuration } from '../time/parse-duration.ts';
import { typedForm } from '../writing/typed-form.ts';
import { type ClockTime, type Minutes, minutes, type MinutesPerDay } from '../units.ts';

/** No lunch is longer; a day that is longer even without it was longer than a day of the contract. */
const LONGEST_LUNCH = 120;
const NOON = 12 * 60;
const EARLY_AFTERNOON = 13 * 60;

export type SessionLength = { readonly minutes: Minutes; /** Taken out for lunch. */ readonly pause: Minutes };

/**
 * A meeting that is longer than half a day of the contract and goes on from before noon until after one o’clock has its lunch taken out
 * down to one day of the contract: from 9:30 to 17:00 is one day of 7 h.
 * @source practice of the trade: half-days are the common unit, no text fixes a day (docs/promises.md F1), and lunch is nobody's work
 * @returns the length and the break, in minutes; `null` if a time is missing or the end is not after the start
 */
export function sessionLength(startsAt: ClockTime | null, endsAt: ClockTime | null, day: MinutesPerDay): SessionLength | null {
  const whole = meetingMinutes(startsAt, endsAt);
  if (whole === null || startsAt === null || endsAt === null) return null;
  const isOverLunch = minuteOfDay(startsAt) < NOON && minuteOfDay(endsAt) > EARLY_AFTERNOON && whole > day / 2;
  const pause = isOverLunch ? Math.min(LONGEST_LUNCH, Math.max(0, whole - day)) : 0;
  return { minutes: minutes(whole - pause), pause: minutes(pause) };
}

const PAUSE = /^(?:avec )?(?:une )?(?:pause|coupure|break)(?: de| of)? (.+)$/;
const NO_PAUSE = /^(?:sans (?:pause|coupure)|(?:no|without(?: a)?) break)$/;

/**
 * Reads the length of a session, as every length, or as the break in it: `pause 45 min`, `sans pause`.
 * @param whole from start to end; `null` if it is not known, and then no break can be
 * @returns minutes; or the codes of `parseDuration`, and duration-break-too-long
 */
export function parseSessionLength(typed: string, whole: Minutes | null, day: MinutesPerDay): Result<Minutes, DurationFailure> {
  const form = typedForm(typed) ?? '';
  if (whole !== null && NO_PAUSE.test(form)) return ok(whole);
  const [, said] = PAUSE.exec(form) ?? [];
  if (whole === null || said === undefined) return parseDuration(typed, day);
  const pause = parseDuration(said, day);
  if (!pause.ok) return pause;
  return pause.value < whole
    ? ok(minutes(whole - pause.value))
    : refuse({ code: 'duration-break-too-long', minutes: pause.value, maximum: whole });
}
