// The phases of an accompaniment on one time scale, with today marked.
import type { Accompaniment } from '../document.ts';
import { groupedBy } from '../grouping.ts';
import { inOrder } from '../ordering.ts';
import { onlyOf, type RecordOf } from '../tables/tables.ts';
import { addDays, daysBetween } from '../time/calendar.ts';
import { calendarDate, type CalendarDate } from '../units.ts';

/** Positions are shares of the whole scale, from 0 to 1. */
export type Span = { readonly from: number; readonly to: number };
export type TimelineRow = {
  readonly phase: RecordOf<'phases'>;
  /** Counts from 1. */
  readonly number: number;
  /** As planned; `null` for a phase without both dates. */
  readonly planned: Span | null;
  /** As it really went, up to today while it is running; `null` before it began. */
  readonly real: Span | null;
  /** Steps done out of all. */
  readonly steps: { readonly done: number; readonly all: number };
};
export type Timeline = {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Position of today; `null` if it is outside. */
  readonly today: number | null;
  /** First days of the months, with their positions. */
  readonly months: readonly { readonly on: CalendarDate; readonly at: number }[];
  readonly rows: readonly TimelineRow[];
};

/** @returns the phases in their order on a scale that covers the mission and every phase; `null` if nothing has a date. */
export function timelineOf(accompaniment: Accompaniment, today: CalendarDate): Timeline | null {
  const phases = inOrder(Object.values(accompaniment.phases));
  const mission = onlyOf(accompaniment.mission);
  const dates = [
    mission?.startsOn,
    mission?.endsOn,
    ...phases.flatMap((phase) => [phase.startsOn, phase.endsOn, phase.startedOn, phase.endedOn]),
  ]
    .filter((date) => date !== null && date !== undefined)
    .toSorted();
  const [startsOn] = dates;
  const endsOn = dates.at(-1);
  if (startsOn === undefined || endsOn === undefined || phases.length === 0) return null;
  const scale = scaleOf(startsOn, endsOn);
  const steps = groupedBy(Object.values(accompaniment.steps), ({ phaseId }) => phaseId);
  return {
    startsOn,
    endsOn,
    months: monthsBetween(startsOn, endsOn).map((on) => ({ on, at: scale(on) })),
    today: today < startsOn || today > endsOn ? null : scale(today),
    rows: phases.map((phase, index) => ({
      phase,
      number: index + 1,
      planned: plannedSpan(phase, scale),
      real: realSpan(phase, today, scale),
      steps: countDone(steps.get(phase.id) ?? []),
    })),
  };
}

type Scale = (date: CalendarDate) => number;

/** The last day is part of the scale, so that a mission of one day has a width. */
function scaleOf(startsOn: CalendarDate, endsOn: CalendarDate): Scale {
  const length = daysBetween(startsOn, endsOn) + 1;
  return (date) => Math.min(1, Math.max(0, daysBetween(startsOn, date) / length));
}

function plannedSpan({ startsOn, endsOn }: RecordOf<'phases'>, scale: Scale): Span | null {
  return startsOn === null || endsOn === null ? null : { from: scale(startsOn), to: scale(addDays(endsOn, 1)) };
}

function realSpan({ startedOn, endedOn, status }: RecordOf<'phases'>, today: CalendarDate, scale: Scale): Span | null {
  if (startedOn === null || status === 'planned' || status === 'skipped') return null;
  const until = endedOn ?? today;
  return until < startedOn ? null : { from: scale(startedOn), to: scale(addDays(until, 1)) };
}

function countDone(own: readonly RecordOf<'steps'>[]): TimelineRow['steps'] {
  return { done: own.filter((step) => step.doneOn !== null).length, all: own.length };
}

function monthsBetween(startsOn: CalendarDate, endsOn: CalendarDate): readonly CalendarDate[] {
  const months: CalendarDate[] = [];
  let [year = 0, month = 0] = startsOn.split('-').map(Number);
  for (;;) {
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    if (first > endsOn) return months;
    months.push(calendarDate(first));
  }
}
