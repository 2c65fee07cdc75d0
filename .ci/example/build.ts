// Builds resources/examples/offre-commune.tierce from its readable source, with the application's own commands and guards.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pathToFileURL } from 'node:url';
import type { Command, FieldValues } from '../../domain/commands/command.ts';
import { creation, newRecord } from '../../domain/commands/record-commands.ts';
import { planCommand } from '../../domain/commands/run-command.ts';
import { type Change, type Document, emptyDocument } from '../../domain/document.ts';
import type { StepLabel } from '../../domain/commands/step.ts';
import { advance } from '../../domain/guards/advance.ts';
import { type History, NO_HISTORY, withStep } from '../../domain/history/history.ts';
import { expectOk } from '../../domain/result.ts';
import { inOrder } from '../../domain/ordering.ts';
import { SINGLE_ID, type TableName } from '../../domain/tables/tables.ts';
import { addDays } from '../../domain/time/calendar.ts';
import { calendarDate, clockTime, instant } from '../../domain/units.ts';
import { type Contents, fingerprintOf } from '../../main/files/attached-contents.ts';
import { serialiseProject } from '../../main/files/envelope.ts';
import { methodOf } from '../../main/methods.ts';
import { orderBetween } from '../../main/order-keys.ts';
import { encodedContent } from '../../main/vault/reseal-contents.ts';
import { addGiven } from './given.ts';
import { FIRM_LOGO, FUNDER_LOGO } from './logos.ts';
import { addNotebook } from './notebook.ts';
import { type ExampleSession, SESSIONS } from './sessions.ts';
import {
  COMMITMENTS,
  FUNCTIONS,
  ACCOMPANIST,
  ATTACHMENT,
  BESIDE,
  FOLLOW_UPS,
  LETTERHEAD,
  MANDATES,
  MISSION,
  MOVES,
  ORGANISATIONS,
  PEOPLE,
  type PersonKey,
  PORTRAIT,
  POSITIONS,
  REPORTS,
  TOOLS,
} from './story.ts';
import { AMENDMENT, ENTRIES, ENVELOPE, SHARES, SPEAKING, TRUST } from './time.ts';

class ExampleBuilder {
  document: Document = emptyDocument('accompaniment');
  history: History = NO_HISTORY;
  revision = 0;
  #lastId = 0;
  #day = MISSION.startsOn as string;

  on(date: string): this {
    this.#day = date;
    return this;
  }

  run(command: Command): readonly Change[] {
    const planned = expectOk(planCommand(this.document, command, this.context()));
    return this.apply(planned.changes, planned.label);
  }

  apply(changes: readonly Change[], label: StepLabel): readonly Change[] {
    this.document = expectOk(advance(this.document, changes, calendarDate(this.#day)));
    this.revision += 1;
    const { now, by } = this.context();
    this.history = withStep(this.history, { revision: this.revision, kind: 'do', of: null, isAct: false, at: now, by, label, changes });
    return changes;
  }

  /** @returns the id of the new record */
  create(table: TableName, fields: FieldValues): string {
    return this.run({ name: 'record.create', args: { table, fields } })[0]?.id ?? '';
  }

  update(table: TableName, id: string, fields: FieldValues): void {
    this.run({ name: 'record.update', args: { table, id, fields } });
  }

  newId(): string {
    this.#lastId += 1;
    return `exemple-${String(this.#lastId).padStart(4, '0')}`;
  }

  context() {
    return {
      now: instant(`${this.#day}T17:00:00.000Z`),
      today: calendarDate(this.#day),
      by: ACCOMPANIST,
      work: { function: BESIDE.accompanist.function, firm: BESIDE.accompanist.firm },
      paper: { letterhead: LETTERHEAD, logo: '' },
      newId: () => this.newId(),
      orderBetween,
      method: methodOf,
    };
  }
}

type Ids = {
  readonly organisations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly phases: readonly string[];
  readonly kinds: ReadonlyMap<string, string>;
  readonly envelopeId: string;
};

/** @returns the bytes of the example, always the same */
export async function buildExample(): Promise<Buffer> {
  const builder = new ExampleBuilder();
  const ids = begin(builder);
  const sessions = SESSIONS.map((session, index) => addSession(builder, ids, session, index));
  addCircles(builder, ids);
  addCollective(builder, ids);
  addGates(builder, ids);
  addTime(builder, ids, sessions);
  addDisagreement(builder, ids, sessions);
  addDesk(builder, ids, sessions);
  const contents = new Map([...addAttachment(builder, sessions), ...addGiven(builder, sessions)]);
  const vault = await addNotebook(builder, (note) => ({
    sessionId: sessions[note.session - 1] ?? null,
    organisationId: note.organisation === null ? null : (ids.organisations.get(note.organisation) ?? null),
  }));
  addLogos(builder);
  const header = {
    fileId: 'exemple-offre-commune',
    copyOf: null,
    revision: builder.revision,
    savedBy: ACCOMPANIST,
    savedAt: instant('2026-06-15T16:00:00.000Z'),
    keys: { file: null, vault },
  };
  return serialiseProject({ header, document: builder.document, history: builder.history, contents }, null);
}

function addLogos(builder: ExampleBuilder): void {
  const logos = [
    { of: 'firm', name: BESIDE.accompanist.firm, picture: FIRM_LOGO },
    { of: 'funder', name: ENVELOPE.funder, picture: FUNDER_LOGO },
  ];
  for (const logo of logos) {
    const change = creation('logos', newRecord(builder.document, 'logos', logo, builder.context()));
    builder.apply([change], { command: 'record.create', table: 'logos', title: logo.name });
  }
}

function begin(builder: ExampleBuilder): Ids {
  const first = ORGANISATIONS.filter((organisation) => organisation.key !== 'boucle');
  const circle = (key: string) => (key === 'ge' || key === 'mains' ? 'partners' : 'core');
  const { title, territory, commissioner, officer, need, expectedResults } = MISSION;
  builder.run({
    name: 'accompaniment.start',
    args: {
      draft: {
        scheme: 'coorace',
        title,
        territory,
        commissioner,
        officer,
        need,
        expectedResults,
        startsOn: calendarDate(MISSION.startsOn),
        endsOn: calendarDate(MISSION.endsOn),
        organisations: first.map(({ key, name, legalForm }) => ({ name, legalForm, circle: circle(key) })),
        envelope: ENVELOPE,
        sessionsBefore: 0,
      },
    },
  });
  builder.update('mission', SINGLE_ID, { isExample: true, order: MISSION.order, kickOffOn: '2026-01-28' });
  const { accompaniment } = builder.document;
  for (const { id, role } of Object.values(accompaniment.people))
    if (role === 'accompanist' || role === 'officer') builder.update('people', id, BESIDE[role]);
  const organisations = new Map(
    ORGANISATIONS.map(({ key, ...fields }) => {
      const known = Object.values(accompaniment.organisations).find((organisation) => organisation.name === fields.name);
      if (known === undefined) return [key, builder.create('organisations', fields)] as const;
      builder.update('organisations', known.id, fields);
      return [key, known.id] as const;
    }),
  );
  const people = new Map(
    PEOPLE.map(
      ({ key, organisation, ...fields }) =>
        [
          key,
          builder.create('people', { ...fields, organisationId: organisation === null ? null : (organisations.get(organisation) ?? null) }),
        ] as const,
    ),
  );
  builder.create('kinds', { title: 'Hors mission', code: 'other', isEligible: false });
  const kinds = new Map(Object.values(builder.document.accompaniment.kinds).map((kind) => [kind.code, kind.id]));
  return {
    organisations,
    people,
    kinds,
    phases: inOrder(Object.values(accompaniment.phases)).map((phase) => phase.id),
    envelopeId: Object.keys(accompaniment.envelopes)[0] ?? '',
  };
}

function addSession(builder: ExampleBuilder, ids: Ids, session: ExampleSession, index: number): string {
  builder.on(session.status === 'planned' ? '2026-06-15' : session.date);
  const { title, mode, place, status } = session;
  const args = {
    title,
    mode,
    place,
    status,
    date: calendarDate(session.date),
    startsAt: clockTime(session.startsAt),
    endsAt: clockTime(session.endsAt),
    phaseId: ids.phases[session.phase - 1] ?? null,
  };
  const changes = builder.run({ name: 'session.create', args });
  const sessionId = changes[0]?.id ?? '';
  builder.update('sessions', sessionId, {
    purpose: session.purpose,
    account: session.account,
    nextOn: session.nextOn,
    nextAt: session.nextOn === null ? null : '09:00',
    ...(status === 'held' ? { givenTo: REPORTS.givenTo, remarksBy: addDays(args.date, REPORTS.days) } : {}),
  });
  for (const [item, minutes] of session.agenda) builder.create('agendaItems', { sessionId, title: item, minutes });
  addPresence(builder, ids, session, sessionId);
  for (const [decision, adoption] of session.decisions) builder.create('decisions', { sessionId, title: decision, adoption });
  for (const { title: action, person, organisation, dueOn, doneOn } of session.actions) {
    const who = {
      personId: person === null ? null : (ids.people.get(person) ?? null),
      organisationId: organisation === null ? null : (ids.organisations.get(organisation) ?? null),
    };
    builder.create('actions', { sessionId, title: action, ...who, dueOn, doneOn, status: doneOn === null ? 'open' : 'done' });
  }
  if (index === 0) builder.update('phases', ids.phases[0] ?? '', { status: 'running', startedOn: session.date });
  return sessionId;
}

/** Anyone expected again but not named in the source was not invited that time. */
function addPresence(builder: ExampleBuilder, ids: Ids, session: ExampleSession, sessionId: string): void {
  const isAfternoon = session.startsAt >= '12:00';
  const isWholeDay = !isAfternoon && session.endsAt > '13:00';
  for (const [key, personId] of ids.people) {
    const presence = Object.entries(session.who).find(([name]) => name === key)?.[1];
    const expected = Object.values(builder.document.accompaniment.attendances).find(
      (attendance) => attendance.sessionId === sessionId && attendance.personId === personId,
    );
    if (session.status === 'planned') continue;
    if (presence === undefined) {
      if (expected !== undefined) builder.run({ name: 'record.remove', args: { table: 'attendances', id: expected.id } });
      continue;
    }
    const mark = presence === 'morning' ? 'present' : presence;
    const halves = {
      morning: isAfternoon ? 'none' : mark,
      afternoon: isAfternoon || (isWholeDay && presence !== 'morning') ? mark : isWholeDay ? 'absent' : 'none',
    };
    if (expected === undefined) builder.create('attendances', { sessionId, personId, ...halves });
    else builder.update('attendances', expected.id, halves);
  }
}

function addCollective(builder: ExampleBuilder, ids: Ids): void {
  builder.on('2026-06-15').update('portrait', SINGLE_ID, PORTRAIT);
  const personId = (key: PersonKey | null) => (key === null ? null : (ids.people.get(key) ?? null));
  for (const { organisation, person, ...fields } of MANDATES)
    builder.create('mandates', { ...fields, organisationId: ids.organisations.get(organisation) ?? '', personId: personId(person) });
  const decisions = Object.values(builder.document.accompaniment.decisions);
  for (const { decision, person, organisation, settledBy, ...fields } of COMMITMENTS)
    builder.create('commitments', {
      ...fields,
      decisionId: decisions.find(({ title }) => title.startsWith(decision))?.id ?? null,
      personId: personId(person),
      organisationId: ids.organisations.get(organisation) ?? null,
      settledById: personId(settledBy),
    });
  for (const { person, organisation, ...fields } of FUNCTIONS)
    builder.create('functions', { ...fields, personId: personId(person), organisationId: ids.organisations.get(organisation) ?? null });
  for (const followUp of FOLLOW_UPS) builder.create('followUps', followUp);
  for (const { title, on, holder, note } of TOOLS) builder.create('tools', { title, handedOverOn: on, holderId: personId(holder), note });
}

function addCircles(builder: ExampleBuilder, ids: Ids): void {
  for (const { organisation, on, circle, reason } of MOVES)
    builder.on(on).create('circleMoves', { organisationId: ids.organisations.get(organisation) ?? '', on, circle, reason });
}

function addGates(builder: ExampleBuilder, ids: Ids): void {
  const [needs = '', diagnostic = '', structure = '', change = ''] = ids.phases;
  const byId = ids.people.get('ferrand') ?? null;
  const acts = [
    ['gate.pass', needs, '2026-03-12', 'Objectif commun écrit, équipes informées.'],
    ['gate.reopen', needs, '2026-04-02', 'La Boucle est arrivée après l’écriture de l’objectif\u202f: elle doit pouvoir l’amender.'],
    ['gate.pass', needs, '2026-04-21', 'Objectif complété et approuvé par les six structures.'],
    ['gate.pass', diagnostic, '2026-05-12', 'Diagnostic croisé partagé, enjeux reconnus par tous.'],
  ] as const;
  for (const [name, phaseId, on, reason] of acts) builder.on(on).run({ name, args: { phaseId, on: calendarDate(on), byId, reason } });
  builder.update('phases', diagnostic, { startedOn: '2026-04-02' });
  // The amendment moves the end of the work on structure, and what comes after it.
  builder.on(AMENDMENT.on).update('phases', structure, { startsOn: '2026-05-13', endsOn: '2026-06-30' });
  builder.update('phases', change, { startsOn: '2026-07-01' });
  builder.on('2026-06-04').update('phases', structure, { status: 'running', startedOn: '2026-06-04' });
  const first = inOrder(Object.values(builder.document.accompaniment.steps).filter((each) => each.phaseId === structure))[0];
  if (first !== undefined) builder.update('steps', first.id, { doneOn: '2026-06-04' });
  for (const phaseId of [needs, diagnostic]) {
    for (const step of Object.values(builder.document.accompaniment.steps).filter((each) => each.phaseId === phaseId))
      builder.update('steps', step.id, { doneOn: phaseId === needs ? '2026-04-21' : '2026-05-12' });
    for (const criterion of Object.values(builder.document.accompaniment.criteria).filter((each) => each.phaseId === phaseId))
      builder.update('criteria', criterion.id, { metOn: phaseId === needs ? '2026-04-21' : '2026-05-12' });
  }
}

function addTime(builder: ExampleBuilder, ids: Ids, sessions: readonly string[]): void {
  builder.on(AMENDMENT.on).create('amendments', { envelopeId: ids.envelopeId, ...AMENDMENT });
  for (const [index, minutes] of SHARES.entries()) {
    const allocation = Object.values(builder.document.accompaniment.allocations).find((each) => each.phaseId === ids.phases[index]);
    if (allocation !== undefined) builder.update('allocations', allocation.id, { minutes });
  }
  const accompanist = Object.values(builder.document.accompaniment.people).find((person) => person.role === 'accompanist')?.id ?? null;
  for (const { kind, date, minutes, session, note, isFunded, isPlanned } of ENTRIES) {
    const sessionId = session === null ? null : (sessions[session - 1] ?? null);
    const phase = sessionId === null ? phaseOn(date) : (SESSIONS[(session ?? 1) - 1]?.phase ?? 1);
    const title = session === null ? '' : (SESSIONS[session - 1]?.title ?? '');
    builder.on(isPlanned === true ? '2026-06-15' : date).create('timeEntries', {
      date,
      minutes,
      kindId: ids.kinds.get(kind) ?? '',
      status: isPlanned === true ? 'planned' : 'done',
      envelopeId: isFunded ? ids.envelopeId : null,
      phaseId: kind === 'other' ? null : (ids.phases[phase - 1] ?? null),
      sessionId,
      personId: accompanist,
      note: note === '' ? title : note,
    });
  }
}

function addAttachment(builder: ExampleBuilder, sessions: readonly string[]): Contents {
  const { session, on, name, note, text } = ATTACHMENT;
  const content = Buffer.from(text, 'utf8');
  const sha256 = fingerprintOf(content);
  const id = builder.on(on).newId();
  const after = { id, name, sha256, sessionId: sessions[session - 1] ?? null, note, addedAt: instant(`${on}T16:00:00.000Z`), level: null };
  builder.apply([{ table: 'attachments', id, before: null, after }], { command: 'attachment.add', table: 'attachments', title: name });
  return new Map([[sha256, encodedContent(sha256, content, { fileId: '', key: null })]]);
}

function phaseOn(date: string): number {
  return date < '2026-04-02' ? 1 : date < '2026-06-04' ? 2 : 3;
}

function addDisagreement(builder: ExampleBuilder, ids: Ids, sessions: readonly string[]): void {
  builder.on('2026-04-21');
  const disagreementId = builder.create('disagreements', {
    sessionId: sessions[4] ?? null,
    title: 'Nom de l’offre\u202f: marque commune, ou nom de chaque structure',
    agreed: 'Les deux positions sont gardées\u202f; le groupe y revient avec l’avis de l’acheteur.',
    reviewOn: '2026-07-02',
  });
  for (const { organisation, statement } of POSITIONS)
    builder.create('positions', { disagreementId, organisationId: ids.organisations.get(organisation) ?? '', statement });
}

function addDesk(builder: ExampleBuilder, ids: Ids, sessions: readonly string[]): void {
  for (const { session, organisation, minutes } of SPEAKING)
    builder.create('speakingTimes', {
      sessionId: sessions[session - 1] ?? '',
      organisationId: ids.organisations.get(organisation) ?? '',
      minutes,
    });
  for (const { organisation, on, level, note } of TRUST)
    builder.create('trustMarks', { organisationId: ids.organisations.get(organisation) ?? '', on, level, note });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(new URL('../../resources/examples/offre-commune.tierce', import.meta.url)), await buildExample());
}
