// What a session is proposed to be, from its day and from the sessions before it: the user changes it, or leaves it.
import type { Accompaniment } from '../document.ts';
import { compareSessions, inOrder, lastFirst } from '../ordering.ts';
import type { RecordOf } from '../tables/tables.ts';
import { clockOf, meetingMinutes, minuteOfDay } from '../time/calendar.ts';
import { type CalendarDate, type ClockTime, WHOLE_DAY } from '../units.ts';

/**
 * @returns the phase in which a session of that day takes place: one that runs and whose dates hold the day; else one whose dates hold it;
 * else one that runs; `null` where there is none
 */
export function phaseOn({ phases }: Pick<Accompaniment, 'phases'>, on: CalendarDate): string | null {
  const open = inOrder(Object.values(phases)).filter(({ status }) => status !== 'skipped');
  const holds = (phase: RecordOf<'phases'>): boolean =>
    phase.startsOn !== null && phase.endsOn !== null && phase.startsOn <= on && on <= phase.endsOn;
  const runs = ({ status }: RecordOf<'phases'>): boolean => status === 'running';
  return (open.find((phase) => runs(phase) && holds(phase)) ?? open.find(holds) ?? open.find(runs))?.id ?? null;
}

/** @returns the phase of a session that is made after another, on a day of its own; that of the other one where the day tells none */
export function phaseAfter(
  accompaniment: Pick<Accompaniment, 'phases'>,
  other: Pick<RecordOf<'sessions'>, 'phaseId'>,
  on: CalendarDate,
): string | null {
  return phaseOn(accompaniment, on) ?? other.phaseId;
}

/**
 * @returns when a session that starts then would end if it took as long as the latest one before it whose times are known; `null` if none
 * is, or if it would go on beyond midnight
 */
export function usualEnd(
  { sessions }: Pick<Accompaniment, 'sessions'>,
  { id, date }: Pick<RecordOf<'sessions'>, 'id' | 'date'>,
  startsAt: ClockTime,
): ClockTime | null {
  const before = Object.values(sessions)
    .filter((other) => other.id !== id && other.date <= date && other.status !== 'cancelled')
    .toSorted(lastFirst(compareSessions));
  const length = before.map((other) => meetingMinutes(other.startsAt, other.endsAt)).find((minutes) => minutes !== null) ?? null;
  const end = length === null ? WHOLE_DAY : minuteOfDay(startsAt) + length;
  return end < WHOLE_DAY ? clockOf(end) : null;
}
