// What is late in an accompaniment, and what comes next: the same for the overview, for Home and for the count in the navigation.
import type { Accompaniment } from '../document.ts';
import { by, compareSessions, inOrder } from '../ordering.ts';
import type { RecordOf } from '../tables/tables.ts';
import { daysBetween } from '../time/calendar.ts';
import type { CalendarDate } from '../units.ts';

/**
 * phase-start: should have begun; phase-end: should have ended; deliverable, action: not there on its day; session: its day has passed and nobody said whether it was held;
 * follow-up: its day has passed. Each is late for the reason that its kind says.
 */
export type LateKind = 'phase-start' | 'phase-end' | 'deliverable' | 'action' | 'session' | 'follow-up';
export type Late = {
  readonly kind: LateKind;
  readonly id: string;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly days: number;
  readonly sessionId: string | null;
};

/** @returns what is late on a day, the longest first. */
export function lateOn(accompaniment: Accompaniment, today: CalendarDate): readonly Late[] {
  const found = [...latePhases(accompaniment, today), ...lateWork(accompaniment, today)];
  return found.toSorted(
    by(
      ({ days }) => -days,
      ({ id }) => id,
    ),
  );
}

function latePhases(accompaniment: Accompaniment, today: CalendarDate): readonly Late[] {
  return Object.values(accompaniment.phases).flatMap((phase) => {
    if (phase.status === 'planned' && isPast(phase.startsOn, today)) return [late('phase-start', phase, phase.startsOn, today)];
    return phase.status === 'running' && isPast(phase.endsOn, today) ? [late('phase-end', phase, phase.endsOn, today)] : [];
  });
}

function lateWork({ deliverables, actions, sessions, followUps, phases }: Accompaniment, today: CalendarDate): readonly Late[] {
  return [
    ...Object.values(deliverables).flatMap((one) =>
      one.handedOverOn === null && phases[one.phaseId]?.status !== 'skipped' && isPast(one.dueOn, today)
        ? [late('deliverable', one, one.dueOn, today)]
        : [],
    ),
    ...Object.values(actions).flatMap((one) =>
      one.status === 'open' && isPast(one.dueOn, today) ? [{ ...late('action', one, one.dueOn, today), sessionId: one.sessionId }] : [],
    ),
    ...Object.values(sessions).flatMap((one) =>
      one.status === 'planned' && isPast(one.date, today) ? [{ ...late('session', one, one.date, today), sessionId: one.id }] : [],
    ),
    ...Object.values(followUps).flatMap((one) =>
      one.doneOn === null && isPast(one.dueOn, today) ? [late('follow-up', { id: one.id, title: one.note }, one.dueOn, today)] : [],
    ),
  ];
}

function late(
  kind: LateKind,
  { id, title }: { readonly id: string; readonly title: string },
  dueOn: CalendarDate,
  today: CalendarDate,
): Late {
  return { kind, id, title, dueOn, days: daysBetween(dueOn, today), sessionId: null };
}

function isPast(date: CalendarDate | null, today: CalendarDate): date is CalendarDate {
  return date !== null && date < today;
}

/** @returns the next session planned from a day on, or `null`. */
export function nextSession(accompaniment: Accompaniment, today: CalendarDate): RecordOf<'sessions'> | null {
  const planned = Object.values(accompaniment.sessions).filter((session) => session.status === 'planned' && session.date >= today);
  return planned.toSorted(compareSessions)[0] ?? null;
}

/** After every date that can be typed. */
const NO_DATE = '9999';

/** @returns the actions still to be done, the most urgent first; those without a date come last. */
export function openActions(accompaniment: Accompaniment): readonly RecordOf<'actions'>[] {
  const open = inOrder(Object.values(accompaniment.actions).filter((action) => action.status === 'open'));
  return open.toSorted(by(({ dueOn }) => dueOn ?? NO_DATE));
}
