// What each command does to a document.
import { planCommand } from '@domain/commands/run-command.ts';
import { halfDaysOf } from '@domain/session/half-days.ts';
import { emptyDocument } from '@domain/document.ts';
import { inOrder } from '@domain/ordering.ts';
import { SINGLE_ID, tableNames } from '@domain/tables/tables.ts';
import { calendarDate, clockTime, minutes } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext, TODAY } from '../../support/context.ts';
import { documentAfter, firstId, kindId, SESSION, startedDocument, tried } from '../../support/documents.ts';

describe('starting an accompaniment', () => {
  it('B1 brings the four Coorace phases with objective, steps and exit criteria, spread over the period without a gap', () => {
    const { phases, steps, criteria } = startedDocument().accompaniment;

    const list = inOrder(Object.values(phases));
    expect(list.map((phase) => phase.title)).toEqual([
      'Identification des besoins à coopérer',
      'Diagnostic économique et organisationnel',
      'Structuration de l’organisation',
      'Accompagnement au changement',
    ]);
    expect([list[0]?.startsOn, list.at(-1)?.endsOn]).toEqual(['2026-02-02', '2026-07-10']);
    for (const phase of list) {
      expect(phase.objective).not.toBe('');
      expect(Object.values(steps).some((step) => step.phaseId === phase.id)).toBe(true);
      expect(Object.values(criteria).some((criterion) => criterion.phaseId === phase.id)).toBe(true);
    }
  });

  it('B1 lets a DLA mission begin with framing, since the diagnostic is inherited', () => {
    const titles = inOrder(Object.values(startedDocument({ scheme: 'dla' }).accompaniment.phases)).map((phase) => phase.title);

    expect(titles).toEqual(['Cadrage à trois', 'Réalisation', 'Restitution', 'Suivi']);
  });

  it('B1 leaves a blank accompaniment without phases, and needs nothing but the scheme', () => {
    const document = startedDocument({
      scheme: 'blank',
      title: '',
      territory: '',
      startsOn: null,
      endsOn: null,
      commissioner: '',
      officer: '',
      organisations: [],
      envelope: null,
    });

    expect(Object.keys(document.accompaniment.phases)).toEqual([]);
    expect(Object.values(document.accompaniment.mission)[0]?.title).toBe('Accompagnement');
  });

  it('F1 shares the funded days among the phases so that they add up to the grant', () => {
    const { allocations } = startedDocument().accompaniment;

    expect(Object.values(allocations).reduce<number>((sum, allocation) => sum + allocation.minutes, 0)).toBe(2520);
  });

  it('B1 H1 names who begins it with the function and the firm of the profile', () => {
    const work = { function: 'consultante', firm: 'SCOP Passerelles' };
    const { people } = startedDocument({}, { ...testContext(), work }).accompaniment;

    expect(Object.values(people).find(({ role }) => role === 'accompanist')).toMatchObject({ name: 'Sonia Nadir', ...work });
  });

  it('B17 keeps the officer as a person and the accompanist too, never as typed names', () => {
    const { mission, people } = startedDocument().accompaniment;
    const officer = Object.values(mission)[0]?.officerId ?? '';

    expect(people[officer]).toMatchObject({ name: 'Nadia Brunel', role: 'officer' });
    expect(
      Object.values(people)
        .filter((person) => person.role === 'accompanist')
        .map((person) => person.name),
    ).toEqual(['Sonia Nadir']);
  });

  it('B17 leaves the order of the mission to whoever writes it: it is a text, and no place among siblings', () => {
    const blank = {
      title: '',
      territory: '',
      startsOn: null,
      endsOn: null,
      commissioner: '',
      officer: '',
      organisations: [],
      envelope: null,
    };

    for (const scheme of ['dla', 'coorace', 'blank'] as const) {
      const { mission } = startedDocument({ ...blank, scheme }).accompaniment;
      expect(mission[SINGLE_ID]?.order).toBe('');
    }
  });

  it('B1 refuses to begin twice', () => {
    const document = startedDocument();

    expect(
      tried(
        document,
        {
          name: 'accompaniment.start',
          args: {
            draft: {
              scheme: 'dla',
              title: '',
              territory: '',
              startsOn: null,
              endsOn: null,
              commissioner: '',
              officer: '',
              need: '',
              expectedResults: '',
              organisations: [],
              envelope: null,
              sessionsBefore: 0,
            },
          },
        },
        testContext(),
      ),
    ).toMatchObject({ ok: false, failure: { code: 'already-started' } });
  });
});

describe('a session', () => {
  it('D1 expects again whoever was at the session before', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const first = firstId(document.accompaniment.sessions);
    const withPeople = documentAfter(
      [
        {
          name: 'session.participants',
          args: {
            sessionId: first,
            people: [{ personId: null, personName: 'Leïla Haddad', organisationId: null, organisationName: 'La Boucle bis' }],
          },
        },
      ],
      document,
      context,
    );

    const after = documentAfter([{ name: 'session.create', args: { ...SESSION, date: calendarDate('2026-05-12') } }], withPeople, context);

    const second = Object.values(after.accompaniment.sessions).find((session) => session.date === '2026-05-12');
    const expected = Object.values(after.accompaniment.attendances).filter((attendance) => attendance.sessionId === second?.id);
    expect(expected).toMatchObject([{ morning: 'none', afternoon: 'none' }]);
    expect(after.accompaniment.people[expected[0]?.personId ?? '']?.name).toBe('Leïla Haddad');
  });

  it('D1 adds a person and a structure on the spot in one step', () => {
    const context = testContext();
    const document = startedDocument({}, context);

    const result = tried(
      document,
      {
        name: 'session.participants',
        args: {
          sessionId: firstId(document.accompaniment.sessions),
          people: [{ personId: null, personName: 'Paul Roy', organisationId: null, organisationName: 'Mairie' }],
        },
      },
      context,
    );

    expect(result.ok && result.value.changes.map((change) => change.table)).toEqual(['people', 'organisations', 'attendances']);
  });

  it('F8 counts its time in one gesture, on its date, phase and envelope', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const envelopeId = firstId(document.accompaniment.envelopes);

    const after = documentAfter(
      [
        {
          name: 'session.time',
          args: {
            sessionId: firstId(document.accompaniment.sessions),
            times: [{ kindId: kindId(document, 'face'), minutes: minutes(210), envelopeId, justification: '' }],
          },
        },
      ],
      document,
      context,
    );

    expect(Object.values(after.accompaniment.timeEntries)).toMatchObject([
      { date: '2026-04-02', minutes: 210, envelopeId, note: 'Enjeux de chaque structure', status: 'done' },
    ]);
  });

  it.each([
    ['09:00', '12:30', true, false],
    ['14:00', '17:30', false, true],
    ['09:00', '17:00', true, true],
    ['12:00', '13:00', false, true],
    ['11:00', '13:00', true, false],
    [null, null, true, true],
  ])('D6 takes a meeting from %s to %s as morning %s, afternoon %s', (from, to, morning, afternoon) => {
    expect(halfDaysOf(from === null ? null : clockTime(from), to === null ? null : clockTime(to))).toEqual({ morning, afternoon });
  });
});

describe('records', () => {
  it('I7 removes a session with what belongs to it, and keeps its actions and time without it', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const sessionId = firstId(document.accompaniment.sessions);
    const full = documentAfter(
      [
        { name: 'record.create', args: { table: 'decisions', fields: { sessionId, title: 'Comparer les coûts' } } },
        { name: 'record.create', args: { table: 'actions', fields: { sessionId, title: 'Envoyer la grille' } } },
        {
          name: 'session.time',
          args: { sessionId, times: [{ kindId: kindId(document, 'face'), minutes: minutes(210), envelopeId: null, justification: '' }] },
        },
      ],
      document,
      context,
    );

    const after = documentAfter([{ name: 'record.remove', args: { table: 'sessions', id: sessionId } }], full, context);

    expect([after.accompaniment.sessions, after.accompaniment.decisions]).toEqual([{}, {}]);
    expect(Object.values(after.accompaniment.actions)).toMatchObject([{ sessionId: null }]);
    expect(Object.values(after.accompaniment.timeEntries)).toMatchObject([{ sessionId: null, minutes: 210 }]);
  });

  it('I7 refuses to remove a person whom attendance names, and says how many lines hold them', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const personId = firstId(document.accompaniment.people);
    const attended = documentAfter(
      [
        {
          name: 'record.create',
          args: { table: 'attendances', fields: { sessionId: firstId(document.accompaniment.sessions), personId } },
        },
      ],
      document,
      context,
    );

    expect(tried(attended, { name: 'record.remove', args: { table: 'people', id: personId } }, context)).toMatchObject({
      ok: false,
      failure: { code: 'reference-held', by: 'attendances', count: 1 },
    });
  });

  it('I7 removes an organisation with its moves, and people stay on their own', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const organisation = Object.values(document.accompaniment.organisations)[0];
    const withPerson = documentAfter(
      [{ name: 'record.create', args: { table: 'people', fields: { name: 'Joana Lopes', organisationId: organisation?.id ?? '' } } }],
      document,
      context,
    );

    const after = documentAfter(
      [{ name: 'record.remove', args: { table: 'organisations', id: organisation?.id ?? '' } }],
      withPerson,
      context,
    );

    expect(Object.values(after.accompaniment.circleMoves).some((move) => move.organisationId === organisation?.id)).toBe(false);
    expect(Object.values(after.accompaniment.people).find((person) => person.name === 'Joana Lopes')?.organisationId).toBeNull();
  });

  it('B2 moves a phase to the front and between two others', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const [a, b, c, d] = inOrder(Object.values(document.accompaniment.phases)).map((phase) => phase.id);
    const order = (from: typeof document) => inOrder(Object.values(from.accompaniment.phases)).map((phase) => phase.id);

    const front = documentAfter([{ name: 'record.move', args: { table: 'phases', id: d ?? '', afterId: null } }], document, context);
    const middle = documentAfter([{ name: 'record.move', args: { table: 'phases', id: a ?? '', afterId: b ?? '' } }], front, context);

    expect([order(front), order(middle)]).toEqual([
      [d, a, b, c],
      [d, b, a, c],
    ]);
  });

  it('B17 moves no record of a table without places, even where a text of it is called order', () => {
    expect(
      tried(startedDocument(), { name: 'record.move', args: { table: 'mission', id: SINGLE_ID, afterId: null } }, testContext()),
    ).toMatchObject({
      ok: false,
      failure: { code: 'record-missing' },
    });
  });

  it('A6 changes nothing when the value is the same', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const id = firstId(document.accompaniment.sessions);

    expect(
      planCommand(document, { name: 'record.update', args: { table: 'sessions', id, fields: { title: SESSION.title } } }, context),
    ).toMatchObject({ ok: true, value: { changes: [] } });
  });

  it('A6 gives every step a readable label', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const sessionId = firstId(document.accompaniment.sessions);

    expect(
      planCommand(
        document,
        { name: 'record.create', args: { table: 'attendances', fields: { sessionId, personId: firstId(document.accompaniment.people) } } },
        context,
      ),
    ).toMatchObject({ value: { label: { command: 'record.create', table: 'attendances', title: 'Enjeux de chaque structure' } } });
  });

  it.each([['gates'], ['privateNotes'], ['mission']] as const)(
    'E1 closes %s to the generic commands that would create or remove',
    (table) => {
      const document = startedDocument();

      expect(planCommand(document, { name: 'record.create', args: { table, fields: {} } }, testContext())).toMatchObject({
        ok: false,
        failure: { code: 'table-closed' },
      });
      expect(planCommand(document, { name: 'record.remove', args: { table, id: 'single' } }, testContext())).toMatchObject({
        ok: false,
        failure: { code: 'table-closed' },
      });
    },
  );
});

describe('gates', () => {
  it('B3 records passing and reopening with its reason, and blocks nothing', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const phaseId = firstId(document.accompaniment.phases);
    const act = { phaseId, on: TODAY, byId: null };

    const after = documentAfter(
      [
        { name: 'gate.pass', args: { ...act, reason: '' } },
        { name: 'gate.reopen', args: { ...act, reason: 'La Boucle est arrivée' } },
        { name: 'session.create', args: { ...SESSION, phaseId } },
      ],
      document,
      context,
    );

    expect(Object.values(after.accompaniment.gates).map((gate) => gate.act)).toEqual(['passed', 'reopened']);
    expect(after.accompaniment.phases[phaseId]).toMatchObject({ status: 'running', endedOn: null });
  });

  it('B3 asks for a reason to reopen, and refuses to pass twice or reopen what is open', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const args = { phaseId: firstId(document.accompaniment.phases), on: TODAY, byId: null, reason: '' };
    const passed = documentAfter([{ name: 'gate.pass', args }], document, context);

    expect(tried(passed, { name: 'gate.reopen', args: { ...args, reason: '  ' } }, context)).toMatchObject({
      failure: { code: 'reason-missing' },
    });
    expect(tried(passed, { name: 'gate.pass', args }, context)).toMatchObject({ failure: { code: 'gate-already-passed' } });
    expect(tried(document, { name: 'gate.reopen', args: { ...args, reason: 'x' } }, context)).toMatchObject({
      failure: { code: 'gate-not-passed' },
    });
  });

  it('A6 marks gates as acts, which are not undone', () => {
    const context = testContext();
    const document = startedDocument({}, context);

    expect(
      planCommand(
        document,
        { name: 'gate.pass', args: { phaseId: firstId(document.accompaniment.phases), on: TODAY, byId: null, reason: '' } },
        context,
      ),
    ).toMatchObject({ value: { isAct: true } });
  });
});

it('A1 an empty document has every table of every class', () => {
  const { accompaniment, desk, vault } = emptyDocument('accompaniment');
  const tables = { ...accompaniment, ...desk, ...vault };

  expect(Object.keys(tables).toSorted()).toEqual(tableNames().toSorted());
  expect([Object.keys(desk), Object.keys(vault)]).toEqual([
    ['speakingTimes', 'trustMarks', 'profile'],
    ['privateNotes', 'privateConflicts'],
  ]);
});
