// What Home tells of an accompaniment without opening it.
import type { Accompaniment } from './document.ts';
import { ledgerOf } from './ledger/ledger.ts';
import { compareSessions, inOrder } from './report/session-report.ts';
import type { RecordOf } from './tables/tables.ts';
import type { CalendarDate, ClockTime } from './units.ts';

export type Summary = {
  readonly title: string;
  readonly scheme: RecordOf<'mission'>['scheme'];
  readonly organisations: number;
  /** The phase under way: the first running one, else the first planned, else the last. */
  readonly phase: string | null;
  readonly phaseStatus: RecordOf<'phases'>['status'] | null;
  readonly closedOn: CalendarDate | null;
  /** Days of the contracts, as in the ledger; `null` without an envelope. */
  readonly days: { readonly granted: number; readonly counted: number; readonly remaining: number } | null;
  readonly nextSession: { readonly date: CalendarDate; readonly startsAt: ClockTime | null; readonly place: string } | null;
  readonly lastSessionOn: CalendarDate | null;
};

/** @param today tells next sessions from past ones, and which amendments are in force */
export function summaryOf(accompaniment: Accompaniment, today: CalendarDate): Summary {
  const mission = Object.values(accompaniment.mission)[0];
  const phase = currentPhase(accompaniment);
  const sessions = Object.values(accompaniment.sessions).filter((session) => session.status !== 'cancelled').toSorted(compareSessions);
  const next = sessions.find((session) => session.date >= today && session.status === 'planned');
  const { envelopes, granted, counted, remaining } = ledgerOf(accompaniment, today);
  return {
    title: mission?.title ?? '',
    scheme: mission?.scheme ?? 'blank',
    organisations: Object.keys(accompaniment.organisations).length,
    phase: phase?.title ?? null,
    phaseStatus: phase?.status ?? null,
    closedOn: mission?.closedOn ?? null,
    days: envelopes.length === 0 ? null : { granted: granted.days, counted: counted.days, remaining: remaining.days },
    nextSession: next === undefined ? null : { date: next.date, startsAt: next.startsAt, place: next.place },
    lastSessionOn: sessions.findLast((session) => session.status === 'held')?.date ?? null,
  };
}

/** @returns the phase under way, or `null` where there is none. */
export function currentPhase(accompaniment: Accompaniment): RecordOf<'phases'> | null {
  const phases = inOrder(Object.values(accompaniment.phases));
  return phases.find((phase) => phase.status === 'running') ?? phases.find((phase) => phase.status === 'planned') ?? phases.at(-1) ?? null;
}
