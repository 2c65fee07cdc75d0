// The strict form of every command, as the window may send it.
import { z } from 'zod';
import type { Command, CommandName } from '../commands/command.ts';
import { MAP_CIRCLES } from '../collective/circles.ts';
import { type Field, isMadeByMain } from '../tables/field.ts';
import { declarationOf, fieldEntries, type FieldsOf, orderFieldOf, type TableName, tableNames } from '../tables/tables.ts';
import { fieldSchema, recordId } from './fields.ts';
import { MOST_STRUCTURES } from '../method/draft.ts';
import { MOST_PASTED } from '../session/most-pasted.ts';

/** The values that a field of a record may hold: each limit is in its declaration. */
const of = <T extends TableName>(table: T, field: keyof FieldsOf<T> & string) => fieldSchema(fieldOf(table, field));

/** A text that the record needs, but that may still be missing here. */
const orBlank = <T extends TableName>(table: T, field: keyof FieldsOf<T> & string) => {
  const declared = fieldOf(table, field);
  return fieldSchema(declared.kind === 'text' ? { ...declared, required: false } : declared);
};

const joining = z.enum(MAP_CIRCLES);

/** More parts than any envelope is divided into. */
const MOST_SHARES = 2000;

/** A draft as the window sends it. */
export const draftSchema = z.strictObject({
  scheme: of('mission', 'scheme'),
  title: orBlank('mission', 'title'),
  territory: of('mission', 'territory'),
  startsOn: of('mission', 'startsOn'),
  endsOn: of('mission', 'endsOn'),
  commissioner: of('mission', 'commissioner'),
  officer: orBlank('people', 'name'),
  need: of('mission', 'need'),
  expectedResults: of('mission', 'expectedResults'),
  organisations: z
    .array(z.strictObject({ name: of('organisations', 'name'), legalForm: of('organisations', 'legalForm'), circle: joining }))
    .max(MOST_STRUCTURES),
  envelope: z
    .strictObject({
      funder: orBlank('envelopes', 'funder'),
      contract: of('envelopes', 'contract'),
      grantedMinutes: of('envelopes', 'grantedMinutes'),
      minutesPerDay: of('envelopes', 'minutesPerDay'),
      openingMinutes: of('envelopes', 'openingMinutes'),
      overrun: of('envelopes', 'overrun'),
    })
    .nullable(),
  sessionsBefore: of('mission', 'sessionsBefore'),
});

const createArgs = z.union(
  editableTables('free').map((table) => z.strictObject({ table: z.literal(table), fields: partialFields(table) })),
);
const updateArgs = z.union(
  [...editableTables('free'), ...editableTables('single'), ...editableTables('attached')].map((table) =>
    z.strictObject({ table: z.literal(table), id: recordId, fields: partialFields(table) }),
  ),
);
const removableTable = z.enum([...editableTables('free'), ...editableTables('attached')]);
const orderedTable = z.enum(editableTables('free').filter((table) => orderFieldOf(table) !== null));
const gate = z.strictObject({
  phaseId: of('gates', 'phaseId'),
  on: of('gates', 'on'),
  byId: of('gates', 'byId'),
  reason: of('gates', 'reason'),
});

const ARGS = {
  'record.create': createArgs,
  'record.update': updateArgs,
  'record.remove': z.strictObject({ table: removableTable, id: recordId }),
  'record.move': z.strictObject({ table: orderedTable, id: recordId, afterId: recordId.nullable() }),
  'accompaniment.start': z.strictObject({ draft: draftSchema }),
  'session.create': z.strictObject({
    title: of('sessions', 'title'),
    date: of('sessions', 'date'),
    startsAt: of('sessions', 'startsAt'),
    endsAt: of('sessions', 'endsAt'),
    mode: of('sessions', 'mode'),
    place: of('sessions', 'place'),
    phaseId: of('sessions', 'phaseId'),
    status: z.enum(['planned', 'held']),
  }),
  'session.copy': z.strictObject({ sessionId: recordId, date: of('sessions', 'date') }),
  'session.participants': z.strictObject({
    sessionId: recordId,
    people: z
      .array(
        z.strictObject({
          personId: recordId.nullable(),
          personName: orBlank('people', 'name'),
          personFunction: of('people', 'function').exactOptional(),
          organisationId: recordId.nullable(),
          organisationName: orBlank('organisations', 'name'),
        }),
      )
      .min(1)
      .max(MOST_PASTED),
  }),
  'session.present': z.strictObject({ sessionId: recordId }),
  'session.outcomes': z.strictObject({
    sessionId: recordId,
    table: z.enum(['decisions', 'actions']),
    lines: z
      .array(
        z.strictObject({
          title: of('actions', 'title'),
          personId: of('actions', 'personId'),
          organisationId: of('actions', 'organisationId'),
          dueOn: of('actions', 'dueOn'),
        }),
      )
      .min(1)
      .max(MOST_PASTED),
  }),
  'session.time': z.strictObject({
    sessionId: recordId,
    times: z
      .array(
        z.strictObject({
          kindId: of('timeEntries', 'kindId'),
          minutes: of('timeEntries', 'minutes'),
          envelopeId: of('timeEntries', 'envelopeId'),
          justification: of('timeEntries', 'justification'),
        }),
      )
      .min(1)
      .max(MOST_PASTED),
  }),
  'organisation.add': z.strictObject({
    name: of('organisations', 'name'),
    legalForm: of('organisations', 'legalForm'),
    territory: of('organisations', 'territory'),
    arrivedOn: of('circleMoves', 'on'),
    circle: joining,
  }),
  'envelope.allocate': z.strictObject({
    envelopeId: recordId,
    shares: z
      .array(
        z.strictObject({
          phaseId: of('allocations', 'phaseId'),
          kindId: of('allocations', 'kindId'),
          minutes: of('allocations', 'minutes'),
        }),
      )
      .max(MOST_SHARES),
  }),
  'gate.pass': gate,
  'gate.reopen': gate,
} as const satisfies Readonly<Record<CommandName, z.ZodType>>;

/** Any command, strictly. Unknown names, unknown fields and fields that only main may write are refused. */
export const commandSchema = z.union(
  commandNames().map((name) => z.strictObject({ name: z.literal(name), args: ARGS[name] })),
) as unknown as z.ZodType<Command>; // the schemas above are built from the same declarations as the type

/** @returns the name of every command. */
export function commandNames(): readonly CommandName[] {
  return Object.keys(ARGS) as CommandName[]; // ARGS is checked to hold every name
}

/** @returns the tables that may be edited in this way, in file order. */
export function editableTables(edits: 'free' | 'single' | 'attached'): [TableName, ...TableName[]] {
  const [first, ...rest] = tableNames().filter((table) => declarationOf(table).edits === edits);
  if (first === undefined) throw new Error(`No table is edited as ${edits}`);
  return [first, ...rest];
}

/** Some of the fields, without those that main makes. */
function partialFields(table: TableName): z.ZodType {
  const typed = fieldEntries(table).filter(([, field]) => !isMadeByMain(field));
  return z.strictObject(Object.fromEntries(typed.map(([name, field]) => [name, fieldSchema(field).optional()])));
}

function fieldOf(table: TableName, name: string): Field {
  const field = declarationOf(table).fields[name];
  if (field === undefined) throw new Error(`${table} has no ${name}`); // the names above are checked by their types
  return field;
}
