// The statement of funded days as a neutral model: what is granted, done and left, by phase and kind of work, and the entries of a period.
import type { Accompaniment } from '../document.ts';
import { circleOn, movesByOrganisation } from '../collective/circles.ts';
import { groupedBy } from '../grouping.ts';
import { agreedLevel } from '../levels/for-readers.ts';
import type { Level } from '../levels/level.ts';
import { type EnvelopeLine, type Ledger, ledgerOf } from '../ledger/ledger.ts';
import { addUp, NOTHING, type Quantity, quantity } from '../ledger/quantity.ts';
import { standingOf } from '../ledger/standing.ts';
import { timeTotals, type TimeTotals } from '../ledger/time-totals.ts';
import { onlyOf, type RecordOf } from '../tables/tables.ts';
import type { CalendarDate, Minutes, MinutesPerDay } from '../units.ts';
import { compareAmendments, compareEntries, compareSessions, inOrder } from '../ordering.ts';
import { sessionNumbers } from '../numbering.ts';
import { compareNames } from '../writing/sort.ts';
import { halfDaysOf } from '../session/half-days.ts';
import { type Letterhead, letterheadOf } from './letterhead.ts';
import { accompanistsOf, officersOf, partyOf, type Party } from './parties.ts';

/** Both days are included; `null`: as far as the entries go. */
export type Period = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };
export const ALL_TIME: Period = { from: null, to: null };

export type StatementEnvelope = {
  readonly funder: string;
  readonly contract: string;
  readonly minutesPerDay: MinutesPerDay;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly first: Quantity;
  readonly amendments: readonly {
    readonly on: CalendarDate;
    readonly amount: Quantity;
    readonly reason: string;
    readonly isInForce: boolean;
  }[];
  readonly opening: Quantity;
  readonly granted: Quantity;
  readonly counted: Quantity;
  readonly planned: Quantity;
  readonly remaining: Quantity;
};
export type StatementPhase = {
  /** `null`: work without a phase. */
  readonly title: string | null;
  readonly allocated: Quantity;
  /** In the order of `kinds`. */
  readonly byKind: readonly Quantity[];
  readonly counted: Quantity;
  /** `null` for a phase without a share. */
  readonly remaining: Quantity | null;
};
/** Which half-days a session took; `null` where its times are not said. */
export type SessionHalves = 'morning' | 'afternoon' | 'day' | null;
export type StatementSession = Pick<RecordOf<'sessions'>, 'date' | 'title' | 'mode' | 'place'> & {
  readonly number: number;
  readonly halves: SessionHalves;
};
export type StatementEntry = {
  readonly date: CalendarDate;
  readonly kind: StatementKind;
  /** Rank of its session; 0 for none. */
  readonly session: number;
  readonly note: string;
  readonly minutes: Minutes;
  /** Days of its contract; `null` when it consumes nothing, or nothing yet. */
  readonly days: number | null;
  /** Dated after the day of the statement. */
  readonly isLater: boolean;
};
export type StatementMonth = {
  readonly month: CalendarDate;
  readonly entries: readonly StatementEntry[];
  readonly funded: Quantity;
  readonly unfunded: Minutes;
  /** Dated after the day of the statement: in none of the two. */
  readonly later: Pick<TimeTotals, 'later' | 'unfundedLater'>;
};
export type StatementKind = Pick<RecordOf<'kinds'>, 'code' | 'title' | 'isEligible'>;

export type DaysStatement = {
  readonly kind: 'days-statement';
  readonly letterhead: Letterhead | null;
  readonly mission: string;
  readonly isExample: boolean;
  /** Who may read it. */
  readonly readers: Level;
  readonly scheme: RecordOf<'mission'>['scheme'];
  readonly accompanists: readonly Party[];
  readonly officers: readonly Party[];
  /** The structures that are in the collective on the day of the statement. */
  readonly beneficiaries: readonly string[];
  readonly period: Period;
  readonly on: CalendarDate;
  readonly envelopes: readonly StatementEnvelope[];
  readonly totals: Omit<Ledger, 'envelopes' | 'phases'>;
  /** Kinds of work that were done at least once. */
  readonly kinds: readonly StatementKind[];
  readonly phases: readonly StatementPhase[];
  /** Held in the period, the oldest first. */
  readonly sessions: readonly StatementSession[];
  readonly months: readonly StatementMonth[];
};

/**
 * Takes only `Accompaniment`: neither the desk nor the vault can reach a document.
 * @param on the day for which the balance is given; the period limits only the list of entries
 * @source promises.md F4, H1
 */
export function daysStatement(
  accompaniment: Accompaniment,
  period: Period,
  on: CalendarDate,
  readers: Level = agreedLevel(accompaniment),
): DaysStatement {
  const mission = onlyOf(accompaniment.mission);
  const ledger = ledgerOf(accompaniment, on);
  const kinds = kindsDone(accompaniment, ledger);
  const { envelopes, phases, ...totals } = ledger;
  const amendments = groupedBy(Object.values(accompaniment.amendments), ({ envelopeId }) => envelopeId);
  return {
    kind: 'days-statement',
    letterhead: letterheadOf(accompaniment),
    mission: mission?.title ?? '',
    isExample: mission?.isExample ?? false,
    readers,
    period,
    on,
    scheme: mission?.scheme ?? 'blank',
    accompanists: accompanistsOf(accompaniment),
    officers: officersOf(accompaniment).map((person) => partyOf(accompaniment, person)),
    beneficiaries: beneficiariesOn(accompaniment, on),
    envelopes: envelopes.map((line) => statementEnvelope(line, amendments.get(line.envelope.id) ?? [], on)),
    totals,
    kinds,
    phases: phases.map((line) => ({
      title: line.phaseId === null ? null : (accompaniment.phases[line.phaseId]?.title ?? ''),
      allocated: line.allocated,
      counted: line.counted,
      remaining: line.remaining,
      byKind: kinds.map((kind) => line.byKind.get(kind.id) ?? NOTHING),
    })),
    sessions: sessionsOf(accompaniment, period, on),
    months: monthsOf(accompaniment, period, on),
  };
}

/** Where nobody has said which circle a structure is in, all of them; a structure without a circle among others is a guest. */
function beneficiariesOn(accompaniment: Accompaniment, on: CalendarDate): readonly string[] {
  const movesOf = movesByOrganisation(accompaniment);
  const standing = Object.values(accompaniment.organisations).map((organisation) => ({
    name: organisation.name,
    id: organisation.id,
    circle: circleOn(movesOf(organisation.id), on),
  }));
  const isDrawn = standing.some(({ circle }) => circle !== null);
  return standing
    .filter(({ circle }) => circle !== 'left' && (circle !== null || !isDrawn))
    .toSorted(compareNames)
    .map(({ name }) => name);
}

function sessionsOf(accompaniment: Accompaniment, period: Period, on: CalendarDate): readonly StatementSession[] {
  const numbers = sessionNumbers(accompaniment);
  return Object.values(accompaniment.sessions)
    .filter(({ status, date }) => status === 'held' && date <= on && isWithin(period, date))
    .toSorted(compareSessions)
    .map((session) => {
      const { date, title, mode, place } = session;
      return { date, title, mode, place, number: numbers.get(session.id) ?? 0, halves: halvesOf(session) };
    });
}

function halvesOf({ startsAt, endsAt }: RecordOf<'sessions'>): SessionHalves {
  if (startsAt === null && endsAt === null) return null;
  const { morning, afternoon } = halfDaysOf(startsAt, endsAt);
  if (morning && afternoon) return startsAt === null || endsAt === null ? null : 'day';
  return morning ? 'morning' : 'afternoon';
}

/** @returns the kinds of work for which the ledger counts some time, in their order. */
export function kindsDone(accompaniment: Accompaniment, ledger: Ledger): readonly RecordOf<'kinds'>[] {
  const done = new Set(
    ledger.phases.flatMap((line) => [...line.byKind].flatMap(([id, { minutes: amount }]) => (amount === 0 ? [] : [id]))),
  );
  return inOrder(Object.values(accompaniment.kinds)).filter(({ id }) => done.has(id));
}

/** @returns whether a date lies in a period. */
export function isWithin({ from, to }: Period, date: CalendarDate): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

function statementEnvelope(line: EnvelopeLine, amendments: readonly RecordOf<'amendments'>[], on: CalendarDate): StatementEnvelope {
  const { envelope, minutesPerDay: day } = line;
  return {
    funder: envelope.funder,
    contract: envelope.contract,
    minutesPerDay: day,
    startsOn: envelope.startsOn,
    endsOn: envelope.endsOn,
    first: quantity(envelope.grantedMinutes, day),
    opening: quantity(envelope.openingMinutes, day),
    amendments: amendments.toSorted(compareAmendments).map((amendment) => ({
      on: amendment.on,
      amount: quantity(amendment.minutes, day),
      reason: amendment.reason,
      isInForce: amendment.on <= on,
    })),
    granted: quantity(line.granted, day),
    counted: quantity(line.counted, day),
    planned: quantity(line.planned, day),
    remaining: quantity(line.remaining, day),
  };
}

/** Entries done in the period, month by month, the oldest first. */
function monthsOf(accompaniment: Accompaniment, period: Period, on: CalendarDate): readonly StatementMonth[] {
  const entries = Object.values(accompaniment.timeEntries)
    .filter((entry) => entry.status === 'done' && isWithin(period, entry.date))
    .toSorted(compareEntries(accompaniment.kinds));
  const numbers = sessionNumbers(accompaniment);
  return [...groupedBy(entries, ({ date }) => date.slice(0, 7))].map(([month, own]) => {
    const { counted, unfunded, later, unfundedLater } = timeTotals(accompaniment, own, on);
    return {
      month: `${month}-01` as CalendarDate, // the first of a month that has an entry
      entries: own.map((entry) => statementEntry(accompaniment, entry, { numbers, on })),
      funded: counted,
      unfunded,
      later: { later, unfundedLater },
    };
  });
}

type Beside = { readonly numbers: ReadonlyMap<string, number>; readonly on: CalendarDate };

function statementEntry(accompaniment: Accompaniment, entry: RecordOf<'timeEntries'>, { numbers, on }: Beside): StatementEntry {
  const kind = accompaniment.kinds[entry.kindId];
  const isCounted = standingOf(accompaniment, entry, on) === 'counted';
  return {
    date: entry.date,
    minutes: entry.minutes,
    note: entry.note,
    session: numbers.get(entry.sessionId ?? '') ?? 0,
    kind: { code: kind?.code ?? 'other', title: kind?.title ?? '', isEligible: kind?.isEligible ?? false },
    days: isCounted ? addUp(accompaniment, [entry]).days : null,
    isLater: entry.date > on,
  };
}
