// What Home shows of an accompaniment without opening it.
import type { Accompaniment } from './document.ts';
import { ledgerOf } from './ledger/ledger.ts';
import { countToConfirm } from './ledger/standing.ts';
import { type Forecast, forecastOf } from './overview/forecast.ts';
import { type Late, lateOn } from './overview/late.ts';
import { compareSessions, inOrder } from './ordering.ts';
import { onlyOf, type RecordOf } from './tables/tables.ts';
import { daysBetween } from './time/calendar.ts';
import type { CalendarDate, ClockTime } from './units.ts';

export type UpcomingSession = {
  readonly sessionId: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly startsAt: ClockTime | null;
  readonly place: string;
};

export type Summary = {
  readonly title: string;
  readonly scheme: RecordOf<'mission'>['scheme'];
  readonly organisations: number;
  /** The phase under way: the first running one, else the first planned, else the last. */
  readonly phase: string | null;
  /** By which the method knows it; empty for a phase of one's own. */
  readonly phaseKey: string;
  readonly phaseStatus: RecordOf<'phases'>['status'] | null;
  readonly closedOn: CalendarDate | null;
  /** Days of the contracts, as in the ledger; `null` without an envelope. */
  readonly days: { readonly granted: number; readonly counted: number; readonly remaining: number } | null;
  /** Whether the days are enough for what is planned. */
  readonly forecast: Forecast;
  /** How many things are late, and which is the most overdue; of a closed accompaniment only its follow-ups can be. */
  readonly late: { readonly count: number; readonly longest: Pick<Late, 'table' | 'reason' | 'title' | 'days'> | null };
  /** How many entries of time are done on a day to come, or planned for one that has passed. */
  readonly toConfirm: number;
  /** The next planned sessions, the nearest first. */
  readonly upcoming: readonly UpcomingSession[];
  readonly lastSessionOn: CalendarDate | null;
  /**
   * Calendar days since the last session held, or since the start if there was none; `null` unless a phase is running and no session is
   * planned.
   */
  readonly quietDays: number | null;
};

/** More sessions of one accompaniment do not help to see the weeks ahead. */
const MOST_UPCOMING = 5;

/** @param today separates future sessions from past ones, and decides what is late and which amendments are in force */
export function summaryOf(accompaniment: Accompaniment, today: CalendarDate): Summary {
  const mission = onlyOf(accompaniment.mission);
  const phase = currentPhase(accompaniment);
  const sessions = Object.values(accompaniment.sessions)
    .filter((session) => session.status !== 'cancelled')
    .toSorted(compareSessions);
  const upcoming = sessions.filter((session) => session.date >= today && session.status === 'planned').slice(0, MOST_UPCOMING);
  const ledger = ledgerOf(accompaniment, today);
  const { envelopes, granted, counted, remaining } = ledger;
  const closedOn = mission?.closedOn ?? null;
  const lastSessionOn = sessions.findLast((session) => session.status === 'held')?.date ?? null;
  const since = lastSessionOn ?? phase?.startedOn ?? phase?.startsOn ?? mission?.startsOn ?? null;
  const isQuiet = closedOn === null && phase?.status === 'running' && upcoming.length === 0 && since !== null;
  return {
    title: mission?.title ?? '',
    scheme: mission?.scheme ?? 'blank',
    organisations: Object.keys(accompaniment.organisations).length,
    phase: phase?.title ?? null,
    phaseKey: phase?.methodKey ?? '',
    phaseStatus: phase?.status ?? null,
    closedOn,
    days: envelopes.length === 0 ? null : { granted: granted.days, counted: counted.days, remaining: remaining.days },
    forecast: forecastOf(ledger),
    late: lateOf(lateOn(accompaniment, today).filter(({ table }) => closedOn === null || table === 'followUps')),
    toConfirm: closedOn === null ? countToConfirm(accompaniment.timeEntries, today) : 0,
    upcoming: upcoming.map(({ id, title, date, startsAt, place }) => ({ sessionId: id, title, date, startsAt, place })),
    lastSessionOn,
    quietDays: isQuiet ? Math.max(0, daysBetween(since, today)) : null,
  };
}

function lateOf(late: readonly Late[]): Summary['late'] {
  const [first] = late;
  return {
    count: late.length,
    longest: first === undefined ? null : { table: first.table, reason: first.reason, title: first.title, days: first.days },
  };
}

/** @returns the phase under way, or `null` if there is none. */
export function currentPhase(accompaniment: Accompaniment): RecordOf<'phases'> | null {
  const phases = inOrder(Object.values(accompaniment.phases));
  return phases.find((phase) => phase.status === 'running') ?? phases.find((phase) => phase.status === 'planned') ?? phases.at(-1) ?? null;
}
