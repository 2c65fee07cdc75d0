// Guards of the trade: dates in order, one attendance per person, time per day, funded days.
import { groupedBy } from '../grouping.ts';
import { CONSUMPTION, envelopeLines } from '../ledger/ledger.ts';
import { isFunded, isOutside } from '../ledger/standing.ts';
import { type AnyRecord, declarationOf, type RecordOf, type TableName } from '../tables/tables.ts';
import { sumsOf, tallyOf } from '../tally.ts';
import { WHOLE_DAY } from '../units.ts';
import type { Guard, Proposal } from './guard.ts';
import { written } from './record-guards.ts';

export const sessionTimes: Guard = {
  name: 'session times',
  rule: 'a session ends after it starts',
  check: ({ changes }) =>
    written(changes, 'sessions').some((session) => isReversed(session, 'startsAt', 'endsAt', true))
      ? { code: 'session-ends-before-start' }
      : null,
};

export const periodsInOrder: Guard = {
  name: 'periods in order',
  rule: 'a period does not end before it starts',
  check: ({ changes }) => {
    const wrong = changes.find(
      ({ table, after }) => after !== null && (declarationOf(table).periods ?? []).some(([from, to]) => isReversed(after, from, to, false)),
    );
    return wrong === undefined ? null : { code: 'period-reversed', table: wrong.table };
  },
};

export const oneAttendance: Guard = {
  name: 'one attendance',
  rule: 'a person is counted once at a session',
  check: (proposal) => {
    const sessions = new Set(written(proposal.changes, 'attendances').map((attendance) => attendance['sessionId']));
    if (sessions.size === 0) return null;
    const pairs = Object.values(proposal.rowsAfter('attendances'))
      .filter((attendance) => sessions.has(attendance.sessionId))
      .map((attendance) => `${attendance.sessionId}/${attendance.personId}`);
    return new Set(pairs).size === pairs.length ? null : { code: 'attendance-twice' };
  },
};

export const movesAfterArrival: Guard = {
  name: 'moves after arrival',
  rule: 'a structure moves between circles once it has arrived',
  check: (proposal) => {
    if (!touchesOneOf(proposal, ['circleMoves', 'organisations'])) return null;
    const organisations = proposal.rowsAfter('organisations');
    const early = Object.values(proposal.rowsAfter('circleMoves')).find(
      ({ organisationId, on }) => on < (organisations[organisationId]?.arrivedOn ?? ''),
    );
    return early === undefined ? null : { code: 'move-before-arrival', on: early.on };
  },
};

const BY_PERSON_AND_DATE = tallyOf(
  'timeEntries',
  (entry) => personAndDate(entry),
  (entry) => entry.minutes,
);

export const timeOfADay: Guard = {
  name: 'time of a day',
  rule: 'one person does at most 24 hours of work on one date',
  check: (proposal) => {
    const touched = written(proposal.changes, 'timeEntries').map(personAndDate);
    if (touched.length === 0) return null;
    const sums = proposal.sumsTouched(BY_PERSON_AND_DATE);
    const longest = touched.reduce((most, key) => Math.max(most, sums.get(key) ?? 0), 0);
    return longest > WHOLE_DAY ? { code: 'time-too-long', minutes: longest, maximum: WHOLE_DAY } : null;
  },
};

export const envelopeNotNegative: Guard = {
  name: 'envelope not negative',
  rule: 'amendments never bring an envelope below zero',
  check: (proposal) => {
    if (!touchesOneOf(proposal, ['envelopes', 'amendments'])) return null;
    const byEnvelope = groupedBy(Object.values(proposal.rowsAfter('amendments')), ({ envelopeId }) => envelopeId);
    const sums = Object.values(proposal.rowsAfter('envelopes')).map(({ id, grantedMinutes }) =>
      (byEnvelope.get(id) ?? []).reduce<number>((sum, amendment) => sum + amendment.minutes, grantedMinutes),
    );
    return sums.some((sum) => sum < 0) ? { code: 'envelope-negative' } : null;
  },
};

export const periodAsAgreed: Guard = {
  name: 'period as agreed',
  rule: 'time outside the period of its envelope is taken only as its contract says: with a warning, with a justification, or not at all',
  check: (proposal) => {
    const { changes } = proposal;
    if (!proposal.touches('timeEntries')) return null;
    const terms = { envelopes: proposal.rowsAfter('envelopes'), kinds: proposal.rowsAfter('kinds') };
    for (const { table, before, after } of changes) {
      if (table !== 'timeEntries' || after === null || !PAID_BY.some((field) => before?.[field] !== after[field])) continue;
      const { date: on, envelopeId, justification, ...entry } = after as RecordOf<'timeEntries'>;
      const envelope = terms.envelopes[envelopeId ?? ''];
      const isDone = entry.status === 'done' && isFunded(terms, { envelopeId, kindId: entry.kindId });
      if (envelope === undefined || envelope.overrun === 'warn' || !isDone || !isOutside(envelope, on)) continue;
      if (envelope.overrun === 'refuse') return { code: 'outside-period-refused', on };
      if (justification.trim() === '') return { code: 'outside-period-unjustified', on };
    }
    return null;
  },
};

/** What decides whether its contract takes an entry: one that is there already may be mended in all else. */
const PAID_BY = ['date', 'envelopeId', 'kindId', 'status', 'justification'] as const;

export const overrunAsAgreed: Guard = {
  name: 'overrun as agreed',
  rule: 'an envelope is overrun only as its contract says: with a warning, with a justification, or not at all',
  check: (proposal) => {
    if (!touchesOneOf(proposal, ['timeEntries', 'kinds', 'envelopes', 'amendments'])) return null;
    const contractAfter = {
      kinds: proposal.rowsAfter('kinds'),
      envelopes: proposal.rowsAfter('envelopes'),
      amendments: proposal.rowsAfter('amendments'),
    };
    if (Object.values(contractAfter.envelopes).every(({ overrun }) => overrun === 'warn')) return null;
    const {
      before: { accompaniment },
      today,
    } = proposal;
    const linesBefore = new Map(
      envelopeLines(accompaniment, sumsOf(CONSUMPTION, accompaniment.timeEntries), today).map((line) => [line.envelope.id, line]),
    );
    for (const line of envelopeLines(contractAfter, proposal.sumsAfter(CONSUMPTION), today)) {
      const remainedBefore = linesBefore.get(line.envelope.id)?.remaining ?? 0;
      if (line.remaining >= 0 || line.remaining >= remainedBefore || line.envelope.overrun === 'warn') continue;
      const data = { missingMinutes: -line.remaining, minutesPerDay: line.envelope.minutesPerDay };
      if (line.envelope.overrun === 'refuse') return { code: 'overrun-refused', ...data };
      if (!isJustified(proposal, line.envelope.id)) return { code: 'overrun-unjustified', ...data };
    }
    return null;
  },
};

/** Each entry gives a reason, or an amendment does: nothing else that brings an envelope below zero has a field for one. */
function isJustified({ changes }: Proposal, envelopeId: string): boolean {
  const ofEnvelope = (table: TableName): readonly AnyRecord[] =>
    written(changes, table).filter((record) => record['envelopeId'] === envelopeId);
  const reasons = [
    ...ofEnvelope('timeEntries').map((entry) => entry['justification']),
    ...ofEnvelope('amendments').map((amendment) => amendment['reason']),
  ];
  return reasons.length > 0 && reasons.every((reason) => String(reason).trim() !== '');
}

function touchesOneOf(proposal: Proposal, tables: readonly TableName[]): boolean {
  return tables.some((table) => proposal.touches(table));
}

function isReversed(record: AnyRecord, from: string, to: string, orEqual: boolean): boolean {
  const start = record[from];
  const end = record[to];
  if (typeof start !== 'string' || typeof end !== 'string') return false;
  return end < start || (orEqual && end === start);
}

function personAndDate(entry: { readonly [field: string]: unknown }): string {
  return `${String(entry['personId'])}/${String(entry['date'])}`;
}
