// The strict form of every command, as the window may send it.
import { z } from 'zod';
import type { Command, CommandName } from '../commands/command.ts';
import { isMadeByMain } from '../tables/field.ts';
import { declarationOf, fieldEntries, orderFieldOf, type TableName, tableNames } from '../tables/tables.ts';
import { fieldSchema, recordId } from './fields.ts';

const line = (max: number) => fieldSchema({ kind: 'text', max, required: false, prose: false });
const someLine = (max: number) => fieldSchema({ kind: 'text', max, required: true, prose: false });
const proseText = fieldSchema({ kind: 'text', max: 200_000, required: false, prose: true });
const date = fieldSchema({ kind: 'date' });
const dateOrNone = fieldSchema({ kind: 'optional', of: { kind: 'date' } });
const clockOrNone = fieldSchema({ kind: 'optional', of: { kind: 'clock' } });

const envelope = z.strictObject({
  funder: line(300),
  contract: line(120),
  grantedMinutes: z.int().min(0).max(1_440_000),
  minutesPerDay: z.int().min(1).max(1440),
  openingMinutes: z.int().min(0).max(1_440_000),
  overrun: z.enum(['warn', 'justify', 'refuse']),
});

/** A draft as the window sends it. */
export const draftSchema = z.strictObject({
  scheme: z.enum(['dla', 'coorace', 'blank']),
  title: line(300),
  territory: line(300),
  startsOn: dateOrNone,
  endsOn: dateOrNone,
  commissioner: line(300),
  officer: line(200),
  need: proseText,
  expectedResults: proseText,
  organisations: z
    .array(z.strictObject({ name: someLine(300), legalForm: line(120), circle: z.enum(['core', 'partners', 'network']) }))
    .max(500),
  envelope: envelope.nullable(),
  sessionsBefore: z.int().min(0).max(999),
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
const gate = z.strictObject({ phaseId: recordId, on: date, byId: recordId.nullable(), reason: line(2000) });

const ARGS = {
  'record.create': createArgs,
  'record.update': updateArgs,
  'record.remove': z.strictObject({ table: removableTable, id: recordId }),
  'record.move': z.strictObject({ table: orderedTable, id: recordId, afterId: recordId.nullable() }),
  'accompaniment.start': z.strictObject({ draft: draftSchema }),
  'session.create': z.strictObject({
    title: someLine(300),
    date,
    startsAt: clockOrNone,
    endsAt: clockOrNone,
    mode: z.enum(['onsite', 'remote', 'hybrid', 'phone']),
    place: line(300),
    phaseId: recordId.nullable(),
    status: z.enum(['planned', 'held']),
  }),
  'session.participant': z.strictObject({
    sessionId: recordId,
    personId: recordId.nullable(),
    personName: line(200),
    organisationId: recordId.nullable(),
    organisationName: line(300),
  }),
  'session.time': z.strictObject({
    sessionId: recordId,
    kindId: recordId,
    minutes: z.int().min(1).max(1440),
    envelopeId: recordId.nullable(),
    justification: line(1000),
  }),
  'organisation.add': z.strictObject({
    name: someLine(300),
    legalForm: line(120),
    territory: line(300),
    arrivedOn: date,
    circle: z.enum(['core', 'partners', 'network']),
  }),
  'envelope.allocate': z.strictObject({
    envelopeId: recordId,
    shares: z.array(z.strictObject({ phaseId: recordId, kindId: recordId.nullable(), minutes: z.int().min(0).max(1_440_000) })).max(2000),
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

/** Some of the fields; those that main makes are its own. */
function partialFields(table: TableName): z.ZodType {
  const typed = fieldEntries(table).filter(([, field]) => !isMadeByMain(field));
  return z.strictObject(Object.fromEntries(typed.map(([name, field]) => [name, fieldSchema(field).optional()])));
}
