// What each table declares beside its fields: who may edit it and how private it is, what goes with a removed record, what it is called,
// where it is shown and when it is late. Each line is a decision: a change of it is to be seen.
import {
  declarationOf,
  onlyOf,
  ownTitle,
  referencesTo,
  SINGLE_ID,
  tableBehind,
  type TableName,
  tableNames,
  tablesOfKind,
  tablesSince,
} from '@domain/tables/tables.ts';
import { recordUp } from '@domain/tables/up.ts';
import { describe, expect, it } from 'vitest';

describe('tables', () => {
  it('E1 A1 are edited and kept as private as is said here', () => {
    const told = tableNames().map((table) => {
      const { kind, class: of, edits } = declarationOf(table);
      return `${table}: ${kind} ${of} ${edits}`;
    });

    expect(told).toEqual([
      'mission: accompaniment accompaniment single',
      'phases: accompaniment accompaniment free',
      'steps: accompaniment accompaniment free',
      'criteria: accompaniment accompaniment free',
      'deliverables: accompaniment accompaniment free',
      'gates: accompaniment accompaniment acts',
      'tools: accompaniment accompaniment free',
      'followUps: accompaniment accompaniment free',
      'organisations: accompaniment accompaniment free',
      'people: accompaniment accompaniment free',
      'circleMoves: accompaniment accompaniment free',
      'mandates: accompaniment accompaniment free',
      'portrait: accompaniment accompaniment single',
      'sessions: accompaniment accompaniment free',
      'agendaItems: accompaniment accompaniment free',
      'attendances: accompaniment accompaniment free',
      'decisions: accompaniment accompaniment free',
      'actions: accompaniment accompaniment free',
      'commitments: accompaniment accompaniment free',
      'disagreements: accompaniment accompaniment free',
      'positions: accompaniment accompaniment free',
      'envelopes: accompaniment accompaniment free',
      'amendments: accompaniment accompaniment free',
      'allocations: accompaniment accompaniment free',
      'kinds: accompaniment accompaniment free',
      'timeEntries: accompaniment accompaniment free',
      'attachments: accompaniment accompaniment attached',
      'speakingTimes: accompaniment desk free',
      'trustMarks: accompaniment desk free',
      'privateNotes: accompaniment vault acts',
      'profile: person desk single',
    ]);
  });

  it('I7 say what becomes of what points to a removed record', () => {
    const told = tableNames().flatMap((to) =>
      referencesTo(to).map(({ table, field, reference }) => `${table}.${field} of ${reference.to}: ${reference.onRemoval}`),
    );

    expect(told.toSorted()).toEqual([
      'actions.organisationId of organisations: forget',
      'actions.personId of people: forget',
      'actions.sessionId of sessions: forget',
      'agendaItems.sessionId of sessions: remove-too',
      'allocations.envelopeId of envelopes: remove-too',
      'allocations.kindId of kinds: remove-too',
      'allocations.phaseId of phases: remove-too',
      'amendments.envelopeId of envelopes: remove-too',
      'attachments.sessionId of sessions: forget',
      'attendances.personId of people: refuse',
      'attendances.sessionId of sessions: remove-too',
      'circleMoves.organisationId of organisations: remove-too',
      'commitments.decisionId of decisions: forget',
      'commitments.organisationId of organisations: refuse',
      'commitments.personId of people: refuse',
      'commitments.settledById of people: refuse',
      'criteria.phaseId of phases: remove-too',
      'decisions.sessionId of sessions: remove-too',
      'deliverables.phaseId of phases: remove-too',
      'disagreements.sessionId of sessions: forget',
      'gates.byId of people: refuse',
      'gates.phaseId of phases: refuse',
      'mandates.organisationId of organisations: remove-too',
      'mandates.personId of people: forget',
      'mission.officerId of people: forget',
      'people.organisationId of organisations: forget',
      'positions.disagreementId of disagreements: remove-too',
      'positions.organisationId of organisations: refuse',
      'sessions.phaseId of phases: forget',
      'speakingTimes.organisationId of organisations: remove-too',
      'speakingTimes.sessionId of sessions: remove-too',
      'steps.doneById of people: forget',
      'steps.phaseId of phases: remove-too',
      'timeEntries.envelopeId of envelopes: refuse',
      'timeEntries.kindId of kinds: refuse',
      'timeEntries.personId of people: forget',
      'timeEntries.phaseId of phases: forget',
      'timeEntries.sessionId of sessions: forget',
      'tools.holderId of people: forget',
      'trustMarks.organisationId of organisations: remove-too',
    ]);
  });

  it('A6 A13 say what names a record, and of which day it is', () => {
    const told = tableNames().map((table) => {
      const { title, elseNamedBy, day } = declarationOf(table);
      return [table, title, ...(elseNamedBy === undefined ? [] : [elseNamedBy]), ...(day === null ? [] : [`on ${day}`])].join(' ');
    });

    expect(told).toEqual([
      'mission title',
      'phases title',
      'steps title',
      'criteria title',
      'deliverables title on dueOn',
      'gates reason on on',
      'tools title',
      'followUps note on dueOn',
      'organisations name',
      'people name',
      'circleMoves reason on on',
      'mandates note on on',
      'portrait id',
      'sessions title on date',
      'agendaItems title',
      'attendances note',
      'decisions title',
      'actions title on dueOn',
      'commitments what on askedOn',
      'disagreements title',
      'positions statement',
      'envelopes funder',
      'amendments reason on on',
      'allocations note',
      'kinds title code',
      'timeEntries note on date',
      'attachments name',
      'speakingTimes note',
      'trustMarks note on on',
      'privateNotes id',
      'profile name',
    ]);
  });

  it('I3 say where a record is shown', () => {
    expect(Object.fromEntries(tableNames().map((table) => [table, declarationOf(table).place]))).toEqual({
      mission: { on: 'frame' },
      phases: { on: 'frame', at: 'itself' },
      steps: { under: 'phaseId' },
      criteria: { under: 'phaseId' },
      deliverables: { under: 'phaseId' },
      gates: { under: 'phaseId' },
      tools: { on: 'frame' },
      followUps: { on: 'frame' },
      organisations: { on: 'collective', at: 'itself' },
      people: { under: 'organisationId', otherwise: { on: 'collective', at: '-' } },
      circleMoves: { under: 'organisationId' },
      mandates: { under: 'organisationId' },
      portrait: { on: 'collective' },
      sessions: { on: 'session', at: 'itself' },
      agendaItems: { under: 'sessionId' },
      attendances: { under: 'sessionId' },
      decisions: { under: 'sessionId' },
      actions: { under: 'sessionId', otherwise: { on: 'overview' } },
      commitments: { under: 'organisationId', otherwise: { on: 'collective' } },
      disagreements: { under: 'sessionId', otherwise: { on: 'overview' } },
      positions: { under: 'disagreementId' },
      envelopes: { on: 'time' },
      amendments: { on: 'time' },
      allocations: { on: 'time' },
      kinds: { on: 'time' },
      timeEntries: { on: 'time' },
      attachments: { on: 'file' },
      speakingTimes: { under: 'sessionId' },
      trustMarks: { under: 'organisationId' },
      privateNotes: { on: 'notebook' },
      profile: { on: 'home' },
    });
  });

  it('A13 B2 say when a record is late, and which dates are in order', () => {
    const told = (of: 'late' | 'periods' | 'columns' | 'since') =>
      Object.fromEntries(
        tableNames().flatMap((table) => {
          const said = declarationOf(table)[of];
          return said === undefined || (Array.isArray(said) && said.length === 0) ? [] : [[table, said]];
        }),
      );

    expect(told('late')).toEqual({
      phases: [
        { as: 'start', by: 'startsOn', while: { status: 'planned' } },
        { as: 'end', by: 'endsOn', while: { status: 'running' } },
      ],
      deliverables: [{ as: 'due', by: 'dueOn', while: { handedOverOn: null }, unless: { phaseId: { status: 'skipped' } } }],
      followUps: [{ as: 'due', by: 'dueOn', while: { doneOn: null } }],
      sessions: [{ as: 'unsaid', by: 'date', while: { status: 'planned' } }],
      actions: [{ as: 'due', by: 'dueOn', while: { status: 'open' } }],
      commitments: [
        { as: 'unanswered', by: 'dueOn', while: { state: 'asked' } },
        { as: 'due', by: 'dueOn', while: { state: 'accepted' } },
      ],
    });
    expect(told('periods')).toEqual({
      mission: [['startsOn', 'endsOn']],
      phases: [
        ['startsOn', 'endsOn'],
        ['startedOn', 'endedOn'],
      ],
      mandates: [['on', 'until']],
      commitments: [
        ['askedOn', 'acceptedOn'],
        ['askedOn', 'dueOn'],
        ['askedOn', 'settledOn'],
      ],
      envelopes: [['startsOn', 'endsOn']],
    });
    expect(told('columns')).toEqual({
      actions: ['title', 'personId', 'organisationId', 'dueOn', 'status', 'doneOn', 'sessionId'],
      commitments: [
        'what',
        'personId',
        'organisationId',
        'decisionId',
        'objective',
        'askedOn',
        'acceptedOn',
        'dueOn',
        'state',
        'settledOn',
        'settledById',
        'note',
      ],
    });
    expect(told('since')).toEqual({
      tools: 2,
      followUps: 2,
      mandates: 2,
      portrait: 2,
      commitments: 6,
      attachments: 3,
    });
  });

  it('A7 that came later are not in a file of an earlier version', () => {
    expect(tablesSince('accompaniment', 5)).toEqual(['commitments']);
    expect(tablesSince('accompaniment', 6)).toEqual([]);
    expect(tablesSince('accompaniment', 1)).toEqual(['tools', 'followUps', 'mandates', 'portrait', 'commitments', 'attachments']);
    expect([tablesSince('person', 0), tablesOfKind('person')]).toEqual([['profile'], ['profile']]);
  });

  it('A1 know the table behind a field, and the title of a record', () => {
    expect([tableBehind('sessions', 'phaseId'), tableBehind('sessions', 'title'), tableBehind('sessions', 'nothing')]).toEqual([
      'phases',
      null,
      null,
    ]);
    expect([ownTitle('sessions', { id: 'a', title: 'Un' }), ownTitle('sessions', { id: 'a' }), ownTitle('portrait', { id: 'a' })]).toEqual([
      'Un',
      '',
      '',
    ]);
    expect([onlyOf({ [SINGLE_ID]: 1 }), onlyOf({ other: 1 })]).toEqual([1, undefined]);
  });
});

describe('what earlier versions wrote', () => {
  const up = (table: TableName, record: Readonly<Record<string, string | boolean | null>>, version: number) =>
    recordUp<Readonly<Record<string, string | boolean | null | number>>>(record, declarationOf(table).ups ?? [], version);

  it('A7 B17 of a mission gets the fields of its end, and loses the rank that stood for its order', () => {
    expect(up('mission', {}, 1)).toEqual({
      kickOffNote: '',
      reportGivenOn: null,
      circulation: '',
      circulationAgreedOn: null,
      evidenceCompleteOn: null,
      evidenceUntil: null,
      disposalOn: null,
    });
    expect(['a0', 'Former', ''].map((order) => up('mission', { order }, 4)['order'])).toEqual(['', 'Former', '']);
    expect(up('mission', { order: 'a0' }, 5)).toEqual({ order: 'a0' });
  });

  it('A7 I5 of a kind of work loses the name that nobody gave it', () => {
    const names = [
      ['face', 'Face à face'],
      ['preparation', 'Préparation'],
      ['writing', 'Rédaction'],
      ['travel', 'Déplacement'],
      ['coordination', 'Coordination'],
      ['other', 'Autre'],
    ] as const;

    expect(names.map(([code, title]) => up('kinds', { code, title }, 4)['title'])).toEqual(names.map(() => ''));
    expect(up('kinds', { code: 'face', title: 'Entretien' }, 4)).toEqual({ code: 'face', title: 'Entretien' });
    expect(up('kinds', { code: 'face', title: 'Autre' }, 4)).toEqual({ code: 'face', title: 'Autre' });
    expect(up('kinds', { title: 'Autre' }, 4)).toEqual({ title: 'Autre' });
    expect(up('kinds', { code: 'face' }, 4)).toEqual({ code: 'face' });
  });
});
