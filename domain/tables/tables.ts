// The registry of every table, and the types of their records.
import type { RecordId } from '../units.ts';
import { attachments } from './attachments.ts';
import { circleMoves, mandates, organisations, people, portrait } from './collective.ts';
import { commitments } from './commitments.ts';
import { allocations, amendments, envelopes, kinds, timeEntries } from './days.ts';
import { type Field, plainField, type ReferenceField, type ValueOf } from './field.ts';
import { documents, recipients } from './documents.ts';
import { functions } from './functions.ts';
import { logos } from './logos.ts';
import { criteria, deliverables, followUps, gates, mission, phases, steps, tools } from './mission.ts';
import { privateConflicts, privateNotes, profile, speakingTimes, trustMarks } from './private.ts';
import { actions, agendaItems, attendances, decisions, disagreements, positions, sessions } from './sessions.ts';
import type { Confidentiality, FileKind, TableDeclaration } from './table.ts';

/** Every table there is, in the order in which a file writes them. */
export const TABLES = {
  mission,
  phases,
  steps,
  criteria,
  deliverables,
  gates,
  tools,
  followUps,
  organisations,
  people,
  circleMoves,
  mandates,
  portrait,
  sessions,
  agendaItems,
  attendances,
  decisions,
  actions,
  commitments,
  functions,
  disagreements,
  positions,
  envelopes,
  amendments,
  allocations,
  kinds,
  timeEntries,
  attachments,
  logos,
  documents,
  recipients,
  speakingTimes,
  trustMarks,
  privateNotes,
  privateConflicts,
  profile,
} as const satisfies Readonly<Record<string, TableDeclaration>>;

type Tables = typeof TABLES;
export type TableName = keyof Tables;
export type TableOfClass<C extends Confidentiality> = { [T in TableName]: Tables[T]['class'] extends C ? T : never }[TableName];
export type FieldsOf<T extends TableName> = { readonly [F in keyof Tables[T]['fields']]: ValueOf<Tables[T]['fields'][F]> };
export type RecordOf<T extends TableName> = { readonly id: RecordId } & FieldsOf<T>;
/** A value that a field can hold. */
export type FieldValue = string | number | boolean | null;
/** A record seen without its table, for the code that serves all tables alike. */
export type AnyRecord = { readonly id: RecordId; readonly [field: string]: FieldValue };

/** Id of the only record of a table that has exactly one. */
export const SINGLE_ID = 'single';

/** @returns the only record of a table that has exactly one; nothing before it is there */
export function onlyOf<R>(rows: Readonly<Record<string, R>>): R | undefined {
  return rows[SINGLE_ID];
}

/** @returns all table names, in file order. */
export function tableNames(): readonly TableName[] {
  return NAMES;
}

/** @returns the tables that a file of this kind holds, in file order. */
export function tablesOfKind(kind: FileKind): readonly TableName[] {
  return tableNames().filter((table) => TABLES[table].kind === kind);
}

/** @returns the tables that a file of this kind and version does not hold: a later version brought them */
export function tablesSince(kind: FileKind, version: number): readonly TableName[] {
  return tablesOfKind(kind).filter((table) => (declarationOf(table).since ?? 1) > version);
}

/** @returns whether `text` names a table. */
export function isTableName(text: string): text is TableName {
  return Object.hasOwn(TABLES, text);
}

/** @returns the declaration of a table, with its literal types widened. */
export function declarationOf(table: TableName): TableDeclaration {
  return TABLES[table];
}

/** @returns what a record is called by itself; empty where it has no name */
export function ownTitle(table: TableName, record: AnyRecord): string {
  const { title } = declarationOf(table);
  return title === 'id' ? '' : String(record[title] ?? '');
}

/** @returns the fields of a table with their names. */
export function fieldEntries(table: TableName): readonly (readonly [string, Field])[] {
  return ENTRIES[table];
}

/**
 * The field that gives records their place among their siblings, known by its kind: `mission.order` is a text.
 * @returns its name; `null` where the table has none
 */
export function orderFieldOf(table: TableName): string | null {
  return ORDER_FIELDS[table];
}

/** @returns the table that a field of records points to; `null` for a field that points to none */
export function tableBehind(table: TableName, field: string): TableName | null {
  const to = ENTRIES[table].find(([name]) => name === field)?.[1];
  const plain = to === undefined ? null : plainField(to);
  return plain?.kind === 'reference' && isTableName(plain.to) ? plain.to : null;
}

/** @returns the fields of a table that point to another, with where they point. */
export function referenceEntries(table: TableName): readonly (readonly [string, ReferenceField])[] {
  return REFERENCE_ENTRIES[table];
}

/** @returns every field of every table that points to a record of `to`. */
export function referencesTo(
  to: TableName,
): readonly { readonly table: TableName; readonly field: string; readonly reference: ReferenceField }[] {
  return REFERENCES.filter((entry) => entry.reference.to === to);
}

// Asked for on every keystroke and for every record of a file: worked out once.
const NAMES = Object.keys(TABLES).filter(isTableName);
const ENTRIES = ofEachTable((table) => Object.entries(declarationOf(table).fields));
const ORDER_FIELDS = ofEachTable((table) => ENTRIES[table].find(([, declared]) => declared.kind === 'order')?.[0] ?? null);
const REFERENCE_ENTRIES = ofEachTable((table) =>
  ENTRIES[table].flatMap(([field, declared]): readonly (readonly [string, ReferenceField])[] => {
    const plain = plainField(declared);
    return plain.kind === 'reference' ? [[field, plain]] : [];
  }),
);
const REFERENCES = NAMES.flatMap((table) => REFERENCE_ENTRIES[table].map(([field, reference]) => ({ table, field, reference })));

function ofEachTable<T>(make: (table: TableName) => T): Readonly<Record<TableName, T>> {
  return Object.fromEntries(NAMES.map((table) => [table, make(table)])) as Record<TableName, T>; // one entry for each name
}
