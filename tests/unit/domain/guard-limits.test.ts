// What each rule of the trade just allows, what it just refuses, and which tables it watches.
import { applyChanges, type Change, type Document, recordOf } from '@domain/document.ts';
import { advance, isSameRecord } from '@domain/guards/advance.ts';
import { Proposal } from '@domain/guards/guard.ts';
import { danglingField } from '@domain/guards/record-guards.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { type AnyRecord, SINGLE_ID, type TableName } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { describe, expect, it } from 'vitest';
import { NOW, testContext, TODAY } from '../../support/context.ts';
import { documentAfter, firstId, kindId, startedDocument } from '../../support/documents.ts';

type Given = Readonly<Record<string, string | number | boolean | null>>;

const started = startedDocument({}, testContext());
const envelopeId = firstId(started.accompaniment.envelopes);
const sessionId = firstId(started.accompaniment.sessions);
const phaseId = firstId(started.accompaniment.phases);
const organisationId = firstId(started.accompaniment.organisations);
const [personId = '', otherId = ''] = Object.keys(started.accompaniment.people);
const face = kindId(started, 'face');
const travel = kindId(started, 'travel');

let lastId = 0;
const added = (table: TableName, fields: Given, id = `added-${(lastId += 1)}`): Change => ({
  table,
  id,
  before: null,
  after: { ...blankFields(table), ...fields, id },
});
const worked = (fields: Given): Change =>
  added('timeEntries', { date: TODAY, minutes: 60, kindId: face, status: 'done', envelopeId, enteredAt: NOW, ...fields });
const amended = (minutes: number, reason = 'avenant', of = envelopeId): Change =>
  added('amendments', { envelopeId: of, on: TODAY, minutes, reason });
const changed = (document: Document, table: TableName, id: string, fields: Given): Change => {
  const before = recordOf(document, table, id);
  return { table, id, before, after: { ...before, ...fields } as AnyRecord };
};
const removed = (document: Document, table: TableName, id: string): Change => ({
  table,
  id,
  before: recordOf(document, table, id),
  after: null,
});
const verdict = (document: Document, ...changes: readonly Change[]): string => {
  const result = advance(document, changes, TODAY);
  return result.ok ? 'fine' : result.failure.code;
};
/** Its envelope grants these minutes, and is overrun as its contract says. */
const agreed = (overrun: 'warn' | 'justify' | 'refuse', grantedMinutes: number, from = started): Document =>
  applyChanges(from, [changed(from, 'envelopes', envelopeId, { overrun, grantedMinutes })]);

describe('the time of one day', () => {
  it('F8 is 24 hours at most, and may be exactly that', () => {
    expect(verdict(started, worked({ minutes: 1440 }))).toBe('fine');
    expect(verdict(started, worked({ minutes: 1000 }), worked({ minutes: 440 }))).toBe('fine');
    expect(verdict(started, worked({ minutes: 1000 }), worked({ minutes: 441 }))).toBe('time-too-long');
  });

  it('F8 is counted by person and by date, and with what was there', () => {
    const full = applyChanges(started, [worked({ minutes: 1440, personId })]);

    expect(verdict(full, worked({ personId }))).toBe('time-too-long');
    expect(verdict(full, worked({ personId: otherId }), worked({ personId, date: addDays(TODAY, 1) }))).toBe('fine');
    expect(advance(full, [worked({ personId })], TODAY)).toMatchObject({ failure: { minutes: 1500, maximum: 1440 } });
  });

  it('F8 holds back no other change, where a file already has more', () => {
    const over = applyChanges(started, [worked({ minutes: 1440 }), worked({ minutes: 60 }), worked({ minutes: 60 })]);
    const [, second = ''] = Object.keys(over.accompaniment.timeEntries);

    expect(verdict(over, removed(over, 'timeEntries', second))).toBe('fine');
    expect(verdict(over, worked({ date: addDays(TODAY, 1) }), changed(over, 'sessions', sessionId, { title: 'Autre' }))).toBe('fine');
  });
});

describe('an envelope', () => {
  it.each(['refuse', 'justify'] as const)('F6 that is to be overrun with "%s" may be used up to its last minute', (overrun) => {
    const code = overrun === 'refuse' ? 'overrun-refused' : 'overrun-unjustified';

    expect(verdict(agreed(overrun, 60), worked({ minutes: 60 }))).toBe('fine');
    expect(verdict(agreed(overrun, 60), worked({ minutes: 61 }))).toBe(code);
    expect(verdict(agreed(overrun, 60), worked({ minutes: 61, status: 'planned' }))).toBe('fine');
    expect(verdict(agreed(overrun, 60), worked({ minutes: 61, kindId: travel }))).toBe('fine');
    expect(advance(agreed(overrun, 60), [worked({ minutes: 90 })], TODAY)).toMatchObject({
      failure: { code, missingMinutes: 30, minutesPerDay: 420 },
    });
  });

  it('F6 that may be overrun with a warning is', () => {
    expect(verdict(agreed('warn', 60), worked({ minutes: 120 }))).toBe('fine');
  });

  it('F6 is overrun with a justification of each entry: one does not cover the others', () => {
    const document = agreed('justify', 60);
    const with_ = (justification: string) => worked({ minutes: 60, justification });

    expect(verdict(document, with_('séance longue'), with_('relecture'))).toBe('fine');
    expect(verdict(document, with_('séance longue'), with_(''))).toBe('overrun-unjustified');
    expect(verdict(document, with_('  '), with_('séance longue'))).toBe('overrun-unjustified');
  });

  it('F6 is justified by its own entries and amendments, not by those of another', () => {
    const document = applyChanges(agreed('justify', 60), [
      added('envelopes', { funder: 'Région', grantedMinutes: 600, minutesPerDay: 420, overrun: 'justify' }, 'other'),
      worked({ minutes: 60 }),
    ]);
    const elsewhere = worked({ envelopeId: 'other', justification: 'autre financeur' });

    expect(verdict(document, amended(-30, 'moins de séances'))).toBe('fine');
    expect(verdict(document, amended(-30, ''))).toBe('overrun-unjustified');
    expect(verdict(document, elsewhere, changed(document, 'envelopes', envelopeId, { grantedMinutes: 30 }))).toBe('overrun-unjustified');
    expect(verdict(document, worked({ justification: 'séance longue' }), worked({ envelopeId: 'other' }))).toBe('fine');
  });

  it('F6 is not overrun by another road: a kind of work that becomes eligible, a smaller grant, an amendment', () => {
    const document = applyChanges(agreed('refuse', 60), [worked({ minutes: 60, kindId: travel }), worked({ minutes: 30 })]);

    expect(verdict(document, changed(document, 'kinds', travel, { isEligible: true }))).toBe('overrun-refused');
    expect(verdict(document, changed(document, 'envelopes', envelopeId, { grantedMinutes: 29 }))).toBe('overrun-refused');
    expect(verdict(document, changed(document, 'envelopes', envelopeId, { grantedMinutes: 30 }))).toBe('fine');
    expect(verdict(document, amended(-31))).toBe('overrun-refused');
    expect(verdict(document, amended(-30))).toBe('fine');
  });

  it('F6 that is overrun already may become less so, and stay so, but not more', () => {
    const entry = worked({ minutes: 120 });
    const over = applyChanges(agreed('refuse', 60), [entry, worked({ minutes: 30 })]);

    expect(verdict(over, changed(over, 'timeEntries', entry.id, { minutes: 100 }))).toBe('fine');
    expect(verdict(over, changed(over, 'timeEntries', entry.id, { note: 'relecture' }))).toBe('fine');
    expect(verdict(over, changed(over, 'timeEntries', entry.id, { minutes: 121 }))).toBe('overrun-refused');
    expect(verdict(over, changed(over, 'envelopes', envelopeId, { note: 'convention reçue' }))).toBe('fine');
  });

  it('F6 begins within its grant', () => {
    const opened = (openingMinutes: number) =>
      added('envelopes', { funder: 'Région', grantedMinutes: 60, minutesPerDay: 420, openingMinutes, overrun: 'refuse' });

    expect([verdict(started, opened(60)), verdict(started, opened(61))]).toEqual(['fine', 'overrun-refused']);
  });

  it('F1 may be amended down to nothing, and not below', () => {
    const two = applyChanges(started, [added('envelopes', { funder: 'Région', grantedMinutes: 60, minutesPerDay: 420 }, 'other')]);

    expect([verdict(two, amended(-2520)), verdict(two, amended(-2521))]).toEqual(['fine', 'envelope-negative']);
    expect([verdict(two, amended(-60, '', 'other')), verdict(two, amended(-61, '', 'other'))]).toEqual(['fine', 'envelope-negative']);
    const less = applyChanges(two, [amended(-2000)]);
    expect(verdict(less, changed(less, 'envelopes', envelopeId, { grantedMinutes: 1999 }))).toBe('envelope-negative');
    expect(verdict(less, changed(less, 'envelopes', envelopeId, { grantedMinutes: 2000 }))).toBe('fine');
  });
});

describe('dates and times', () => {
  it('D1 a session ends after it starts, as far as both are known', () => {
    const at = (startsAt: string | null, endsAt: string | null) =>
      verdict(started, changed(started, 'sessions', sessionId, { startsAt, endsAt }));

    expect([at('09:00', '09:00'), at('09:00', '08:59')]).toEqual(['session-ends-before-start', 'session-ends-before-start']);
    expect([at('09:00', '09:01'), at('09:00', null), at(null, '09:00'), at(null, null)]).toEqual(['fine', 'fine', 'fine', 'fine']);
  });

  it('B2 a period may be one day, and have one end only', () => {
    const from = (startsOn: string | null, endsOn: string | null) =>
      verdict(started, changed(started, 'phases', phaseId, { startsOn, endsOn }));

    expect([from('2026-05-02', '2026-05-01'), from('2026-05-01', '2026-05-01')]).toEqual(['period-reversed', 'fine']);
    expect([from('2026-05-02', null), from(null, '2026-05-01')]).toEqual(['fine', 'fine']);
    expect(verdict(started, changed(started, 'envelopes', envelopeId, { startsOn: '2026-05-02', endsOn: '2026-05-01' }))).toBe(
      'period-reversed',
    );
  });

  it('C2 a structure moves from the day of its arrival on: neither its moves nor its arrival may part from that', () => {
    const arrivedOn = String(started.accompaniment.organisations[organisationId]?.arrivedOn);
    const moved = (days: number) => added('circleMoves', { organisationId, order: 'a1', on: addDays(TODAY, days), circle: 'partners' });
    const here = applyChanges(started, [changed(started, 'organisations', organisationId, { arrivedOn: TODAY })]);
    const first = Object.values(started.accompaniment.circleMoves).find((move) => move.organisationId === organisationId);
    const clean = applyChanges(here, [removed(here, 'circleMoves', first?.id ?? '')]);

    expect(arrivedOn).toBe('2026-02-02');
    expect([verdict(clean, moved(0)), verdict(clean, moved(1)), verdict(clean, moved(-1))]).toEqual([
      'fine',
      'fine',
      'move-before-arrival',
    ]);
    const after = applyChanges(clean, [moved(0)]);
    expect(verdict(after, changed(after, 'organisations', organisationId, { arrivedOn: addDays(TODAY, 1) }))).toBe('move-before-arrival');
    expect(verdict(after, changed(after, 'organisations', organisationId, { arrivedOn: addDays(TODAY, -1) }))).toBe('fine');
    expect(verdict(after, changed(after, 'organisations', organisationId, { arrivedOn: null }))).toBe('fine');
    expect(verdict(here, changed(here, 'sessions', sessionId, { title: 'Autre' }))).toBe('fine');
  });
});

describe('records', () => {
  it('D6 count a person once at a session, and once at another', () => {
    const second = added('sessions', { title: 'Deux', date: TODAY, mode: 'onsite', status: 'held', enteredAt: NOW }, 'session-2');
    const document = applyChanges(started, [second, added('attendances', { sessionId, personId })]);

    expect(verdict(document, added('attendances', { sessionId, personId }))).toBe('attendance-twice');
    expect(verdict(document, added('attendances', { sessionId: 'session-2', personId }))).toBe('fine');
    expect(verdict(document, added('attendances', { sessionId, personId: otherId }))).toBe('fine');
  });

  it('D6 let a file that counts somebody twice be worked on elsewhere', () => {
    const second = added('sessions', { title: 'Deux', date: TODAY, mode: 'onsite', status: 'held', enteredAt: NOW }, 'session-2');
    const twice = [added('attendances', { sessionId, personId }, 'a-1'), added('attendances', { sessionId, personId }, 'a-2')];
    const document = applyChanges(started, [second, ...twice]);

    expect(verdict(document, added('attendances', { sessionId: 'session-2', personId }))).toBe('fine');
    expect(verdict(document, removed(document, 'attendances', 'a-2'))).toBe('fine');
  });

  it('B3 keep a gate as it was recorded: neither changed nor removed', () => {
    const document = documentAfter([{ name: 'gate.pass', args: { phaseId, on: TODAY, byId: null, reason: '' } }], started);
    const id = firstId(document.accompaniment.gates);

    expect(verdict(document, removed(document, 'gates', id))).toBe('gate-kept');
    expect(verdict(document, changed(document, 'gates', id, { reason: 'après coup' }))).toBe('gate-kept');
    expect(verdict(document, added('gates', { phaseId, act: 'reopened', on: TODAY, enteredAt: NOW }))).toBe('fine');
  });

  it('A6 keep what a file has only one of, under its own id', () => {
    expect(verdict(started, changed(started, 'mission', SINGLE_ID, { title: 'Autre' }))).toBe('fine');
    expect(verdict(started, removed(started, 'mission', SINGLE_ID))).toBe('singleton');
    const mission = recordOf(started, 'mission', SINGLE_ID);
    expect(verdict(started, { table: 'mission', id: 'second', before: null, after: { ...mission, id: 'second' } })).toBe('singleton');
  });

  it('I7 are removed together with what points to them, or not at all, and say how many hold them', () => {
    const held = applyChanges(started, [
      added('attendances', { sessionId, personId }, 'a-1'),
      added('attendances', { sessionId, personId: otherId }, 'a-2'),
    ]);
    const gone = removed(held, 'sessions', sessionId);

    expect(advance(held, [gone], TODAY)).toMatchObject({
      failure: { code: 'reference-held', table: 'sessions', by: 'attendances', count: 2 },
    });
    expect(verdict(held, gone, removed(held, 'attendances', 'a-1'), removed(held, 'attendances', 'a-2'))).toBe('fine');
  });

  it('A6 point to what is there after all changes, also to what comes or goes with them', () => {
    const person = added('people', { name: 'Leïla Haddad', role: 'officer' }, 'leila');
    const attendance = added('attendances', { sessionId, personId: 'leila' });
    const second = added('sessions', { title: 'Deux', date: TODAY, mode: 'onsite', status: 'held', enteredAt: NOW }, 'session-2');
    const document = applyChanges(started, [second]);

    expect([verdict(started, attendance), verdict(started, attendance, person)]).toEqual(['reference-missing', 'fine']);
    expect(verdict(document, removed(document, 'sessions', 'session-2'), added('attendances', { sessionId: 'session-2', personId }))).toBe(
      'reference-missing',
    );
    expect(advance(started, [changed(started, 'sessions', sessionId, { phaseId: 'nowhere' })], TODAY)).toMatchObject({
      failure: { code: 'reference-missing', table: 'sessions', field: 'phaseId' },
    });
  });

  it('A11 that point nowhere already may be changed elsewhere, not to point nowhere anew', () => {
    const broken = applyChanges(started, [changed(started, 'sessions', sessionId, { phaseId: 'lost' })]);

    expect(verdict(broken, changed(broken, 'sessions', sessionId, { title: 'Autre' }))).toBe('fine');
    expect(verdict(broken, changed(broken, 'sessions', sessionId, { phaseId: 'elsewhere' }))).toBe('reference-missing');
  });

  it('A11 say which of their fields points nowhere', () => {
    const of = (fields: Given) =>
      danglingField(started, 'attendances', { ...blankFields('attendances'), id: 'a', sessionId, personId, ...fields });

    expect([of({}), of({ personId: 'lost' }), of({ sessionId: 'lost' })]).toEqual([null, 'personId', 'sessionId']);
    expect(danglingField(started, 'sessions', { id: sessionId, phaseId: null })).toBeNull();
  });

  it('A6 are the same with the same values, in whatever order', () => {
    const record = (fields: Given) => ({ id: 'a', ...fields }) as unknown as AnyRecord;

    expect(isSameRecord(record({ title: 'x', place: 'y' }), record({ place: 'y', title: 'x' }))).toBe(true);
    expect(isSameRecord(null, null)).toBe(true);
    expect([
      isSameRecord(record({}), null),
      isSameRecord(null, record({})),
      isSameRecord(record({ title: 'x' }), record({ title: 'y' })),
      isSameRecord(record({ title: 'x' }), record({ title: 'x', place: 'y' })),
      isSameRecord(record({ title: 'x', place: 'y' }), record({ title: 'x' })),
    ]).toEqual([false, false, false, false, false]);
  });

  it('A6 say which of them is not as it was', () => {
    const late = { ...changed(started, 'sessions', sessionId, { title: 'Autre' }), before: null };

    expect(advance(started, [late], TODAY)).toMatchObject({ failure: { code: 'record-changed', table: 'sessions', id: sessionId } });
  });
});

describe('what a rule sees', () => {
  it('A6 is the last change of each record, and what was there of all others', () => {
    const entry = added('actions', { title: 'Un' }, 'action-1');
    const proposal = new Proposal(started, [entry, { ...entry, after: { ...entry.after, title: 'Deux' } as AnyRecord }], TODAY);

    expect([proposal.touches('actions'), proposal.touches('sessions')]).toEqual([true, false]);
    expect(proposal.recordAfter('actions', 'action-1')).toMatchObject({ title: 'Deux' });
    expect(proposal.recordAfter('sessions', sessionId)).toBe(recordOf(started, 'sessions', sessionId));
    expect(proposal.recordAfter('sessions', 'nowhere')).toBeNull();
    expect(proposal.rowsAfter('sessions')).toBe(started.accompaniment.sessions);
    expect(Object.keys(proposal.rowsAfter('actions'))).toEqual(['action-1']);
    expect(proposal.after).toBe(proposal.after);
  });
});
