// What commands fill in by themselves, what they refuse, and what they leave alone.
import type { Command, Commands } from '@domain/commands/command.ts';
import { planCommand } from '@domain/commands/run-command.ts';
import { shortTitle } from '@domain/commands/step.ts';
import { applyChanges, type Document, emptyDocument } from '@domain/document.ts';
import { inOrder } from '@domain/ordering.ts';
import { expectOk } from '@domain/result.ts';
import { SINGLE_ID } from '@domain/tables/tables.ts';
import { calendarDate, minutes } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { NOW, testContext, TODAY } from '../../support/context.ts';
import { documentAfter, DRAFT, firstId, kindId, SESSION, startedDocument } from '../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const sessionId = firstId(started.accompaniment.sessions);
const phaseIds = inOrder(Object.values(started.accompaniment.phases)).map(({ id }) => id);
const [phaseId = '', otherPhase = ''] = phaseIds;
const person = Object.values(started.accompaniment.people)[0];

/** What a command refuses, or `fine`. */
const refusal = (document: Document, command: Command): unknown => {
  const planned = planCommand(document, command, context);
  return planned.ok ? 'fine' : planned.failure;
};
const labelOf = (document: Document, command: Command) => expectOk(planCommand(document, command, context)).label;
const create = (table: Commands['record.create']['table'], fields: Commands['record.create']['fields']): Command => ({
  name: 'record.create',
  args: { table, fields },
});
const newOnes = <R extends { readonly id: string }>(
  after: Readonly<Record<string, R>>,
  before: Readonly<Record<string, R>>,
): readonly R[] => Object.values(after).filter(({ id }) => before[id] === undefined);

describe('a new accompaniment', () => {
  const begun = (draft: Partial<typeof DRAFT>, by = 'Sonia Nadir') =>
    documentAfter([{ name: 'accompaniment.start', args: { draft: { ...DRAFT, ...draft } } }], emptyDocument('accompaniment'), {
      ...testContext(),
      by,
    }).accompaniment;

  it('B17 keeps what was said of the mission, and names without spaces around them', () => {
    const { mission, people, portrait } = begun(
      { title: ' Offre commune ', officer: ' Nadia Brunel ', need: 'Un lieu', expectedResults: 'Un bail', sessionsBefore: 3 },
      ' Sonia Nadir ',
    );
    const officer = Object.values(people).find(({ role }) => role === 'officer');

    expect(mission[SINGLE_ID]).toMatchObject({
      title: 'Offre commune',
      scheme: 'coorace',
      territory: 'Melun',
      startsOn: '2026-02-02',
      endsOn: '2026-07-10',
      commissioner: 'Coorace',
      officerId: officer?.id,
      need: 'Un lieu',
      expectedResults: 'Un bail',
      sessionsBefore: 3,
    });
    expect(Object.values(people).map(({ name, role }) => [name, role])).toEqual([
      ['Nadia Brunel', 'officer'],
      ['Sonia Nadir', 'accompanist'],
    ]);
    expect(Object.keys(portrait)).toEqual([SINGLE_ID]);
  });

  it('B17 makes nobody of a name that was not given', () => {
    const { mission, people } = begun({ officer: '  ', title: '  ' }, ' ');

    expect([Object.keys(people), mission[SINGLE_ID]?.officerId]).toEqual([[], null]);
    expect(mission[SINGLE_ID]?.title).toBe(context.method('coorace').title);
  });

  it('F3 begins with five kinds of work, of which travel consumes nothing', () => {
    expect(inOrder(Object.values(begun({}).kinds)).map(({ code, isEligible }) => [code, isEligible])).toEqual([
      ['face', true],
      ['preparation', true],
      ['writing', true],
      ['coordination', true],
      ['travel', false],
    ]);
  });

  it('C1 lets its structures arrive when it begins, or today', () => {
    const organisations = [{ name: ' Relais du Val ', legalForm: 'association', circle: 'partners' }] as const;
    const arrival = ({ organisations: rows, circleMoves }: ReturnType<typeof begun>) => [
      Object.values(rows).map(({ name, legalForm, arrivedOn }) => [name, legalForm, arrivedOn]),
      Object.values(circleMoves).map(({ organisationId, on, circle }) => [organisationId === Object.keys(rows)[0], on, circle]),
    ];

    expect(arrival(begun({ organisations }))).toEqual([
      [['Relais du Val', 'association', '2026-02-02']],
      [[true, '2026-02-02', 'partners']],
    ]);
    expect(arrival(begun({ organisations, startsOn: null }))).toEqual([
      [['Relais du Val', 'association', TODAY]],
      [[true, TODAY, 'partners']],
    ]);
  });

  it('F1 calls the envelope by its funder, else by the commissioner, and lets it last as long as the mission', () => {
    const envelopeOf = (funder: string, commissioner: string) =>
      Object.values(begun({ commissioner, envelope: DRAFT.envelope === null ? null : { ...DRAFT.envelope, funder } }).envelopes)[0];

    expect([envelopeOf(' DLA ', 'x'), envelopeOf(' ', ' Coorace '), envelopeOf('', ' ')].map((envelope) => envelope?.funder)).toEqual([
      'DLA',
      'Coorace',
      '?',
    ]);
    expect(envelopeOf('DLA', '')).toMatchObject({
      startsOn: '2026-02-02',
      endsOn: '2026-07-10',
      grantedMinutes: 2520,
      contract: '2026-114',
    });
  });

  it('F1 shares out nothing where nothing is funded', () => {
    const without = begun({ envelope: null });
    const empty = begun({ envelope: DRAFT.envelope === null ? null : { ...DRAFT.envelope, grantedMinutes: minutes(0) } });

    expect([without.envelopes, without.allocations, empty.allocations]).toEqual([{}, {}, {}]);
    expect(Object.keys(without.phases)).toHaveLength(4);
  });

  it('B2 gives each phase its dates, its steps, criteria and deliverables in the order of the method', () => {
    const { phases, steps, criteria, deliverables } = begun({});
    const method = context.method('coorace');

    for (const [index, phase] of inOrder(Object.values(phases)).entries()) {
      const own = <R extends { readonly id: string; readonly phaseId: string; readonly order: string }>(
        rows: Readonly<Record<string, R>>,
      ) => inOrder(Object.values(rows).filter((row) => row.phaseId === phase.id));
      const planned = method.phases[index];
      expect([phase.title, phase.methodKey, phase.objective]).toEqual([planned?.title, planned?.key, planned?.objective]);
      expect([phase.startsOn === null, phase.endsOn === null]).toEqual([false, false]);
      expect(own(steps).map(({ title, methodKey }) => [title, methodKey])).toEqual(planned?.steps.map(({ title, key }) => [title, key]));
      expect(own(criteria).map(({ title }) => title)).toEqual(planned?.criteria);
      expect(own(deliverables).map(({ title }) => title)).toEqual(planned?.deliverables);
    }
  });
});

describe('a record', () => {
  it('A1 that is new is stamped, and stands last among its siblings, unless a place is given', () => {
    const phase = (order?: string): Command => create('phases', { title: 'Neuve', ...(order === undefined ? {} : { order }) });
    const after = documentAfter([phase()], started, context).accompaniment;
    const [given] = newOnes(documentAfter([phase('Zz')], started, context).accompaniment.phases, started.accompaniment.phases);
    const session = Object.values(started.accompaniment.sessions)[0];

    expect(inOrder(Object.values(after.phases)).at(-1)?.title).toBe('Neuve');
    expect(given?.order).toBe('Zz');
    expect(session?.enteredAt).toBe(NOW);
    const [entry] = Object.values(
      documentAfter(
        [create('timeEntries', { date: TODAY, minutes: 5, kindId: kindId(started, 'face'), enteredAt: '2020-01-01T00:00:00Z' })],
        started,
        context,
      ).accompaniment.timeEntries,
    );
    expect(entry?.enteredAt).toBe(NOW);
  });

  it('B2 finds its place among those of its own parent', () => {
    const titles = (document: Document, of: string) =>
      inOrder(Object.values(document.accompaniment.steps).filter((step) => step.phaseId === of)).map(({ title }) => title);
    const document = documentAfter(
      [create('steps', { phaseId, title: 'Fin' }), create('steps', { phaseId: otherPhase, title: 'Autre' })],
      started,
      context,
    );
    const id = Object.values(document.accompaniment.steps).find(({ title }) => title === 'Fin')?.id ?? '';
    const there = Object.values(document.accompaniment.steps).find((step) => step.phaseId === otherPhase)?.id ?? '';
    const moved = (afterId: string | null) =>
      documentAfter([{ name: 'record.move', args: { table: 'steps', id, afterId } }], document, context);

    expect(titles(document, phaseId).at(-1)).toBe('Fin');
    expect(titles(document, otherPhase).at(-1)).toBe('Autre');
    expect(titles(moved(null), phaseId)[0]).toBe('Fin');
    expect(titles(moved(null), otherPhase)).toEqual(titles(document, otherPhase));
    expect(refusal(document, { name: 'record.move', args: { table: 'steps', id, afterId: there } })).toEqual({
      code: 'record-missing',
      table: 'steps',
      id: there,
    });
  });

  it('A6 that is not there is neither changed, moved nor removed', () => {
    const missing = { code: 'record-missing', table: 'steps', id: 'gone' };
    const args = { table: 'steps', id: 'gone' } as const;

    expect(refusal(started, { name: 'record.update', args: { ...args, fields: { title: 'x' } } })).toEqual(missing);
    expect(refusal(started, { name: 'record.remove', args })).toEqual(missing);
    expect(refusal(started, { name: 'record.move', args: { ...args, afterId: null } })).toEqual(missing);
  });

  it('A1 E1 is made, changed and removed only as its table allows', () => {
    const closed = (table: string) => ({ code: 'table-closed', table });

    expect(refusal(started, create('portrait', {}))).toEqual(closed('portrait'));
    expect(refusal(started, create('attachments', {}))).toEqual(closed('attachments'));
    expect(refusal(started, { name: 'record.update', args: { table: 'gates', id: 'x', fields: {} } })).toEqual(closed('gates'));
    expect(refusal(started, { name: 'record.update', args: { table: 'mission', id: SINGLE_ID, fields: { title: 'x' } } })).toBe('fine');
    expect(refusal(started, { name: 'record.remove', args: { table: 'attachments', id: 'x' } })).toMatchObject({ code: 'record-missing' });
  });

  it('A6 keeps its other fields when some change', () => {
    const planned = expectOk(
      planCommand(
        started,
        { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { place: 'Provins', title: SESSION.title } } },
        context,
      ),
    );
    const before = started.accompaniment.sessions[sessionId];

    expect(planned.changes).toEqual([{ table: 'sessions', id: sessionId, before, after: { ...before, place: 'Provins' } }]);
    expect(planned.isAct).toBe(false);
  });

  it('I7 that is removed takes along what belongs to it through all levels, and is forgotten in all fields of the rest', () => {
    const document = documentAfter(
      [
        create('decisions', { sessionId, title: 'Comparer' }),
        create('disagreements', { sessionId, title: 'Loyer' }),
        create('actions', { sessionId, title: 'Envoyer', personId: person?.id ?? '' }),
      ],
      started,
      context,
    );
    const withPosition = documentAfter(
      [
        create('positions', {
          disagreementId: firstId(document.accompaniment.disagreements),
          organisationId: firstId(document.accompaniment.organisations),
          statement: 'Trop cher',
        }),
      ],
      document,
      context,
    );
    const remove = (table: 'disagreements' | 'sessions' | 'phases', id: string) =>
      documentAfter([{ name: 'record.remove', args: { table, id } }], withPosition, context).accompaniment;

    expect(remove('disagreements', firstId(document.accompaniment.disagreements)).positions).toEqual({});
    expect(Object.values(remove('sessions', sessionId).actions)).toMatchObject([{ sessionId: null, personId: person?.id }]);
    const left = remove('phases', phaseId);
    expect(Object.values(left.steps).some((step) => step.phaseId === phaseId)).toBe(false);
    expect(Object.values(left.allocations).some((share) => share.phaseId === phaseId)).toBe(false);
    expect(Object.keys(left.phases)).toEqual(Object.keys(started.accompaniment.phases).filter((id) => id !== phaseId));
  });
});

describe('a gate', () => {
  const gate = (name: 'gate.pass' | 'gate.reopen', fields: Partial<Commands['gate.pass']> = {}): Command => ({
    name,
    args: { phaseId, on: TODAY, byId: null, reason: 'motif', ...fields },
  });

  it('B3 may be passed, reopened and passed again, each phase by itself', () => {
    const passed = documentAfter([gate('gate.pass', { byId: person?.id ?? null })], started, context);
    const again = documentAfter([gate('gate.reopen'), gate('gate.pass')], passed, context);

    expect(Object.values(passed.accompaniment.gates)).toMatchObject([
      { phaseId, act: 'passed', on: TODAY, byId: person?.id, reason: 'motif', enteredAt: NOW },
    ]);
    expect(passed.accompaniment.phases[phaseId]).toMatchObject({ status: 'done', endedOn: TODAY });
    expect(refusal(passed, gate('gate.pass', { phaseId: otherPhase }))).toBe('fine');
    expect(refusal(passed, gate('gate.reopen', { phaseId: otherPhase }))).toEqual({ code: 'gate-not-passed' });
    expect(refusal(again, gate('gate.pass'))).toEqual({ code: 'gate-already-passed' });
    expect(refusal(again, gate('gate.reopen', { reason: ' ' }))).toEqual({ code: 'reason-missing' });
  });

  it('B3 of a phase that is not there is none', () => {
    expect(refusal(started, gate('gate.pass', { phaseId: 'gone' }))).toEqual({ code: 'record-missing', table: 'phases', id: 'gone' });
  });

  it('A6 is an act, and its reopening too', () => {
    const passed = documentAfter([gate('gate.pass')], started, context);

    expect(planCommand(passed, gate('gate.reopen'), context)).toMatchObject({ value: { isAct: true } });
  });
});

describe('an envelope and a structure', () => {
  const envelopeId = firstId(started.accompaniment.envelopes);

  it('F1 is shared out without touching another, and only if it is there', () => {
    const two = documentAfter([create('envelopes', { funder: 'Région', grantedMinutes: 600, minutesPerDay: 420 })], started, context);
    const [other] = newOnes(two.accompaniment.envelopes, started.accompaniment.envelopes);
    const share = { phaseId, kindId: null, minutes: minutes(60) };
    const allocate = (id: string, shares: Commands['envelope.allocate']['shares']): Command => ({
      name: 'envelope.allocate',
      args: { envelopeId: id, shares },
    });
    const after = documentAfter([allocate(other?.id ?? '', [share])], two, context).accompaniment.allocations;

    expect(Object.values(after)).toHaveLength(Object.keys(started.accompaniment.allocations).length + 1);
    expect(newOnes(after, started.accompaniment.allocations)).toMatchObject([{ envelopeId: other?.id, ...share }]);
    expect(refusal(started, allocate('gone', []))).toEqual({ code: 'record-missing', table: 'envelopes', id: 'gone' });
  });

  it('F1 makes one part of two of the same place', () => {
    const [first] = Object.values(started.accompaniment.allocations);
    const twice =
      first === undefined
        ? started
        : applyChanges(started, [{ table: 'allocations', id: 'twin', before: null, after: { ...first, id: 'twin' } }]);
    const shares = [{ phaseId: first?.phaseId ?? '', kindId: null, minutes: first?.minutes ?? minutes(0) }];

    const after = documentAfter([{ name: 'envelope.allocate', args: { envelopeId, shares } }], twice, context);

    expect(Object.values(after.accompaniment.allocations)).toEqual([first]);
  });

  it('C1 has a name', () => {
    const args = { name: ' ', legalForm: '', territory: '', arrivedOn: calendarDate('2026-04-02'), circle: 'core' } as const;

    expect(refusal(started, { name: 'organisation.add', args })).toEqual({ code: 'record-invalid', table: 'organisations', field: 'name' });
  });
});

describe('what a step is called', () => {
  it('A6 is its command, its table and the name of its record, also of one that goes', () => {
    expect(labelOf(started, { name: 'record.remove', args: { table: 'sessions', id: sessionId } })).toEqual({
      command: 'record.remove',
      table: 'sessions',
      title: SESSION.title,
    });
    expect(labelOf(started, { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: {} } })).toEqual({
      command: 'record.update',
      table: null,
      title: '',
    });
  });

  it('A6 is the record with which it is shown, where it has no name of its own, else nothing', () => {
    const organisationId = firstId(started.accompaniment.organisations);
    const fields = { organisationId, on: TODAY, circle: 'left' };
    const titleOf = (command: Command) => labelOf(started, command).title;

    expect(titleOf(create('circleMoves', { ...fields, reason: '' }))).toBe('Relais du Val');
    expect(titleOf(create('circleMoves', { ...fields, reason: 'fusion' }))).toBe('fusion');
    expect(titleOf(create('circleMoves', { ...fields, organisationId: 'gone', reason: '' }))).toBe('');
    expect(titleOf(create('timeEntries', { date: TODAY, minutes: 60, kindId: kindId(started, 'face') }))).toBe('');
  });

  it('A6 is shortened to what a label holds', () => {
    expect(shortTitle('é'.repeat(80))).toBe('é'.repeat(80));
    expect([...shortTitle('é'.repeat(200))].length).toBeLessThanOrEqual(81);
  });
});
