// Every guard on every road: what a rule forbids enters a document on none of them.
import { minutes } from '@domain/units.ts';
import type { Command } from '@domain/commands/command.ts';
import type { Step } from '@domain/commands/step.ts';
import { type Change, type Document, invertChanges, recordOf } from '@domain/document.ts';
import { advance, GUARDS, ROADS, type Road } from '@domain/guards/advance.ts';
import { SINGLE_ID } from '@domain/tables/tables.ts';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { NO_HISTORY } from '@domain/history/history.ts';
import { addDays } from '@domain/time/calendar.ts';
import { recover } from '../../../main/journal/recover.ts';
import type { ProjectSession } from '../../../main/project/project-session.ts';
import { bareSession } from '../../support/bare-session.ts';
import { NOW, testContext, TODAY } from '../../support/context.ts';
import { documentAfter, firstId, kindId, startedDocument, tried } from '../../support/documents.ts';
import { temporaryFolder } from '../../support/worlds.ts';

type Violation = {
  readonly guard: string;
  readonly code: string;
  readonly document: Document;
  readonly changes: readonly Change[];
  readonly command: Command;
};

const context = testContext();
const started = startedDocument({}, context);
const { accompaniment } = started;
const sessionId = firstId(accompaniment.sessions);
const envelopeId = firstId(accompaniment.envelopes);
const phaseId = firstId(accompaniment.phases);
const face = kindId(started, 'face');

function updated(document: Document, table: Change['table'], id: string, fields: Readonly<Record<string, string | number | null>>): Change {
  const before = recordOf(document, table, id);
  if (before === null) throw new Error('No such record');
  return { table, id, before, after: { ...before, ...fields } };
}

function byUpdate(
  guard: string,
  code: string,
  table: Change['table'],
  id: string,
  fields: Readonly<Record<string, string | number | null>>,
  document = started,
): Violation {
  return {
    guard,
    code,
    document,
    changes: [updated(document, table, id, fields)],
    command: { name: 'record.update', args: { table, id, fields } },
  };
}

function byCreation(
  guard: string,
  code: string,
  table: Change['table'],
  fields: Readonly<Record<string, string | number | null>>,
  document = started,
): Violation {
  const command: Command = { name: 'record.create', args: { table, fields } };
  const full: Change['after'] = { id: 'new-record', ...fields };
  return { guard, code, document, changes: [{ table, id: 'new-record', before: null, after: full }], command };
}

const passed = documentAfter([{ name: 'gate.pass', args: { phaseId, on: TODAY, byId: null, reason: '' } }], started, context);
const strict = documentAfter(
  [{ name: 'record.update', args: { table: 'envelopes', id: envelopeId, fields: { overrun: 'refuse', grantedMinutes: 60 } } }],
  started,
  context,
);
const asking = documentAfter(
  [{ name: 'record.update', args: { table: 'envelopes', id: envelopeId, fields: { overrun: 'justify', grantedMinutes: 60 } } }],
  started,
  context,
);
/** Whose contract has ended the day before. */
const endedWith = (overrun: 'warn' | 'justify' | 'refuse'): Document =>
  documentAfter(
    [
      {
        name: 'record.update',
        args: { table: 'envelopes', id: envelopeId, fields: { overrun, startsOn: addDays(TODAY, -60), endsOn: addDays(TODAY, -1) } },
      },
    ],
    started,
    context,
  );
const person = firstId(accompaniment.people);
const attended = documentAfter(
  [{ name: 'record.create', args: { table: 'attendances', fields: { sessionId, personId: person } } }],
  started,
  context,
);
const entry = {
  date: TODAY,
  minutes: 120,
  kindId: face,
  status: 'done',
  envelopeId,
  phaseId: null,
  sessionId: null,
  personId: null,
  note: '',
  justification: '',
  enteredAt: NOW,
};

const VIOLATIONS: readonly Violation[] = [
  byUpdate('record shape', 'record-invalid', 'sessions', sessionId, { mode: 'by pigeon' }),
  {
    ...byCreation('kind of file', 'table-closed', 'profile', {}),
    changes: [
      {
        table: 'profile',
        id: SINGLE_ID,
        before: null,
        after: {
          id: SINGLE_ID,
          name: 'Sonia',
          function: '',
          organisation: '',
          email: '',
          letterhead: '',
          logo: '',
          minutesPerDay: 420,
          scheme: 'dla',
        },
      },
    ],
  },
  {
    guard: 'single record',
    code: 'singleton',
    document: started,
    command: { name: 'record.remove', args: { table: 'mission', id: SINGLE_ID } },
    changes: [{ table: 'mission', id: SINGLE_ID, before: recordOf(started, 'mission', SINGLE_ID), after: null }],
  },
  byUpdate('references exist', 'reference-missing', 'sessions', sessionId, { phaseId: 'nobody-there' }),
  {
    guard: 'nothing dangling',
    code: 'reference-held',
    document: attended,
    command: { name: 'record.remove', args: { table: 'people', id: person } },
    changes: [{ table: 'people', id: person, before: recordOf(attended, 'people', person), after: null }],
  },
  {
    guard: 'registers grow',
    code: 'gate-kept',
    document: passed,
    command: { name: 'record.remove', args: { table: 'gates', id: firstId(passed.accompaniment.gates) } },
    changes: [updated(passed, 'gates', firstId(passed.accompaniment.gates), { reason: 'écrit après coup' })],
  },
  byUpdate('session times', 'session-ends-before-start', 'sessions', sessionId, { startsAt: '12:30', endsAt: '09:00' }),
  byUpdate('periods in order', 'period-reversed', 'phases', phaseId, { startsOn: '2026-05-01', endsOn: '2026-04-01' }),
  byCreation(
    'one attendance',
    'attendance-twice',
    'attendances',
    { sessionId, personId: person, morning: 'none', afternoon: 'none', note: '' },
    attended,
  ),
  {
    ...byCreation(
      'time of a day',
      'time-too-long',
      'timeEntries',
      { ...entry, minutes: 1400 },
      documentAfter(
        [{ name: 'record.create', args: { table: 'timeEntries', fields: { date: TODAY, minutes: 60, kindId: face } } }],
        started,
        context,
      ),
    ),
    command: { name: 'record.create', args: { table: 'timeEntries', fields: { date: TODAY, minutes: 1400, kindId: face } } },
  },
  byCreation('moves after arrival', 'move-before-arrival', 'circleMoves', {
    organisationId: firstId(accompaniment.organisations),
    order: 'a1',
    on: '2025-01-01',
    circle: 'core',
    reason: '',
  }),
  byCreation('envelope not negative', 'envelope-negative', 'amendments', {
    envelopeId,
    on: TODAY,
    minutes: -2521,
    reason: '',
    enteredAt: null,
  }),
  byCreation('period as agreed', 'outside-period-refused', 'timeEntries', entry, endedWith('refuse')),
  byCreation('period as agreed', 'outside-period-unjustified', 'timeEntries', entry, endedWith('justify')),
  {
    ...byCreation('overrun as agreed', 'overrun-refused', 'timeEntries', entry, strict),
    command: { name: 'session.time', args: { sessionId, times: [{ kindId: face, minutes: minutes(120), envelopeId, justification: '' }] } },
  },
  {
    ...byCreation('overrun as agreed', 'overrun-unjustified', 'timeEntries', entry, asking),
    command: { name: 'session.time', args: { sessionId, times: [{ kindId: face, minutes: minutes(120), envelopeId, justification: '' }] } },
  },
  byCreation(
    'overrun as agreed',
    'overrun-unjustified',
    'amendments',
    { envelopeId, on: TODAY, minutes: -30, reason: ' ', enteredAt: null },
    documentAfter(
      [{ name: 'session.time', args: { sessionId, times: [{ kindId: face, minutes: minutes(60), envelopeId, justification: '' }] } }],
      asking,
      context,
    ),
  ),
];

const LABEL = { command: 'test', table: null, title: '' };
const step = (revision: number, kind: Step['kind'], of: number | null, changes: readonly Change[]): Step => ({
  revision,
  kind,
  of,
  isAct: false,
  at: NOW,
  by: '',
  label: LABEL,
  changes,
});

async function sessionWith(document: Document, steps: readonly Step[]): Promise<ProjectSession> {
  const folder = await temporaryFolder();
  const header = { fileId: 'test-file-1', copyOf: null, revision: 2, savedBy: '', savedAt: NOW, keys: { file: null, vault: null } };
  return bareSession({ folder, path: join(folder, 'essai.tierce'), document, header, context, steps });
}

/** How each road is taken with changes that break a rule. @returns the code of the refusal, or `null` if they got through. */
const DRIVERS: Readonly<Record<Road, (violation: Violation) => Promise<string | null>>> = {
  command: async ({ document, command }) => codeOf(await (await sessionWith(document, [])).run('command-1', command)),
  undo: async ({ document, changes }) =>
    codeOf(await (await sessionWith(document, [step(1, 'do', null, invertChanges(changes))])).undo('command-1')),
  redo: async ({ document, changes }) =>
    codeOf(
      await (await sessionWith(document, [step(1, 'do', null, changes), step(2, 'undo', 1, invertChanges(changes))])).redo('command-1'),
    ),
  recovery: ({ document, changes }) => {
    const entries = [
      { kind: 'saved', revision: 2, digest: 'd', token: null },
      { kind: 'step', step: step(3, 'do', null, changes), token: null },
    ] as const;
    const recovered = recover({ document, revision: 2, digest: 'd', history: NO_HISTORY }, entries, { dayOf: () => TODAY });
    return Promise.resolve(recovered.document === document && recovered.stranded.length === 1 ? 'set-aside' : null);
  },
};

function codeOf(result: { readonly ok: boolean; readonly failure?: { readonly code: string } }): string | null {
  return result.ok ? null : (result.failure?.code ?? null);
}

describe('guards', () => {
  it('has a violation for every guard in the registry', () => {
    expect([...new Set(VIOLATIONS.map((violation) => violation.guard))].toSorted()).toEqual(GUARDS.map((guard) => guard.name).toSorted());
  });

  it.each(VIOLATIONS.map((violation) => [violation.guard, violation.code, violation] as const))(
    'B3 F6 A6 %s refuses as %s',
    (_guard, code, { document, changes }) => {
      expect(advance(document, changes, TODAY)).toMatchObject({ ok: false, failure: { code } });
    },
  );

  it.each(ROADS.flatMap((road) => VIOLATIONS.map((violation) => [road, violation.guard, violation] as const)))(
    'A6 on the road "%s" the guard "%s" holds',
    async (road, _guard, violation) => {
      const code = await DRIVERS[road](violation);

      expect(code).not.toBeNull();
      if (road === 'undo' || road === 'redo') expect(code).toBe(violation.code);
    },
  );

  it('A6 lets pass what breaks no rule, so that the refusals above mean something', async () => {
    const fine = byUpdate('', '', 'sessions', sessionId, { title: 'Autre titre' });

    expect(await DRIVERS.command(fine)).toBeNull();
    expect(await DRIVERS.undo(fine)).toBeNull();
    expect(await DRIVERS.redo(fine)).toBeNull();
    expect(await DRIVERS.recovery(fine)).toBeNull();
  });

  it('F1 F6 takes time outside the period of its envelope as the contract says, and judges nothing else of it', () => {
    const taken = (document: Document, fields: Readonly<Record<string, string | null>> = {}) =>
      tried(document, { name: 'record.create', args: { table: 'timeEntries', fields: { ...entry, ...fields } } }, context).ok;
    const { id: unfundedKind } = Object.values(accompaniment.kinds).find(({ isEligible }) => !isEligible) ?? { id: '' };
    const refusing = endedWith('refuse');
    const beside: readonly Readonly<Record<string, string | null>>[] = [
      { status: 'planned' },
      { envelopeId: null },
      { kindId: unfundedKind },
    ];

    expect(taken(endedWith('warn'))).toBe(true);
    expect([taken(endedWith('justify'), { justification: ' ' }), taken(endedWith('justify'), { justification: 'Reportée' })]).toEqual([
      false,
      true,
    ]);
    expect(taken(refusing, { justification: 'Reportée' })).toBe(false);
    for (const date of [addDays(TODAY, -60), addDays(TODAY, -1)]) expect(taken(refusing, { date })).toBe(true);
    for (const date of [addDays(TODAY, -61), TODAY]) expect(taken(refusing, { date })).toBe(false);
    for (const fields of beside) expect(taken(refusing, fields)).toBe(true);
  });

  it('F6 leaves what was taken before to be mended, but for what its contract is asked about', () => {
    const outside = documentAfter([{ name: 'record.create', args: { table: 'timeEntries', fields: entry } }], endedWith('warn'), context);
    const id = firstId(outside.accompaniment.timeEntries);
    const update = (table: 'timeEntries' | 'envelopes', record: string, fields: Readonly<Record<string, string>>): Command => ({
      name: 'record.update',
      args: { table, id: record, fields },
    });
    const refusing = documentAfter([update('envelopes', envelopeId, { overrun: 'refuse' })], outside, context);

    expect(tried(refusing, update('timeEntries', id, { note: 'Au téléphone' }), context).ok).toBe(true);
    expect(tried(refusing, update('timeEntries', id, { date: addDays(TODAY, 1) }), context)).toMatchObject({
      failure: { code: 'outside-period-refused', on: addDays(TODAY, 1) },
    });
  });

  it('A6 refuses a change whose record is not as it was', () => {
    const change = updated(started, 'sessions', sessionId, { title: 'Autre titre' });
    const late = documentAfter(
      [{ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { place: 'Provins' } } }],
      started,
      context,
    );

    expect(advance(late, [change], TODAY)).toMatchObject({ ok: false, failure: { code: 'record-changed' } });
  });

  it('A1 writes the same document after a refusal', () => {
    const header = { fileId: 'test-file-1', copyOf: null, revision: 1, savedBy: '', savedAt: NOW, keys: { file: null, vault: null } };
    const before = serialiseProject({ header, document: started }, null);

    for (const { document, changes } of VIOLATIONS) advance(document, changes, TODAY);

    expect(serialiseProject({ header, document: started }, null).equals(before)).toBe(true);
  });
});
