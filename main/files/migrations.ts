// Brings what an older format version holds up to this one, a numbered step at a time: the tables of a file, and the records of a journal.
import type { Change } from '@domain/document.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type AnyRecord, declarationOf, type FieldValue, isTableName } from '@domain/tables/tables.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { FORMAT_VERSION } from './envelope.ts';

type Rows = Readonly<Record<string, unknown>>;
/** Rows by table, of all the sections of a file, opened. */
type Tables = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, FieldValue>>;

/** What a version adds to the one before. The file itself is not touched by reading it. */
export type Migration = {
  /** The version it starts at; it leads to the next. */
  readonly from: number;
  readonly summary: string;
  /** Tables that there were not, with the rows that they begin with. */
  readonly tables: Readonly<Record<string, Rows>>;
  /** table → what its records get that had fewer fields. */
  readonly fields: Readonly<Record<string, Fields>>;
};

const PORTRAIT = { id: 'single', startedBy: '', trigger: '', story: '', ambition: '', lifeBeyond: '', newcomers: '' };
const CLOSING = {
  kickOffNote: '',
  reportGivenOn: null,
  circulation: '',
  circulationAgreedOn: null,
  evidenceCompleteOn: null,
  evidenceUntil: null,
  disposalOn: null,
};

/** In order, without a gap: the first leads from version 1 to 2. */
export const MIGRATIONS: readonly Migration[] = [
  {
    from: 1,
    summary: 'mandates and portrait of the collective, means of a phase, closing of the mission with its tools and follow-ups',
    tables: { mandates: {}, portrait: { single: PORTRAIT }, tools: {}, followUps: {} },
    fields: { mission: CLOSING, phases: { means: '' } },
  },
  { from: 2, summary: 'history, and documents attached to the file', tables: { attachments: {} }, fields: {} },
  {
    from: 3,
    summary:
      'a sealed file in blocks under one manifest; the key of a line that is dropped into a locked notebook bound to both public keys',
    tables: {},
    fields: {},
  },
];

/** @returns whether data says a version that this Tierce can bring up to date; or file-damaged for what is no version, file-newer. */
export function checkVersion(version: unknown, name: string, target = FORMAT_VERSION): Result<number, FileFailure> {
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return refuse({ code: 'file-damaged', name, where: 'formatVersion' });
  return version > target ? refuse({ code: 'file-newer', name, version, supported: target }) : ok(version);
}

/** @returns the tables of a file of this kind as the present version holds them. */
export function migrateTables(tables: Tables, kind: FileKind, version: number, migrations: readonly Migration[] = MIGRATIONS): Tables {
  return since(version, migrations).reduce((before, migration) => {
    const added = Object.entries(migration.tables).filter(([table]) => isTableName(table) && declarationOf(table).kind === kind);
    const widened = Object.entries(migration.fields).flatMap(([table, fields]) =>
      isRows(before[table]) ? [[table, withFields(before[table], fields)] as const] : [],
    );
    return { ...Object.fromEntries(added), ...before, ...Object.fromEntries(widened) };
  }, tables);
}

/** A journal may have been begun by an older Tierce: its changes get the fields that they lack. */
export function migrateChange(change: Change, migrations: readonly Migration[] = MIGRATIONS): Change {
  const missing: Fields = Object.assign({}, ...migrations.map((migration) => migration.fields[change.table]));
  if (Object.keys(missing).length === 0) return change;
  const whole = (record: AnyRecord | null): AnyRecord | null => (record === null ? null : { ...missing, ...record });
  return { ...change, before: whole(change.before), after: whole(change.after) };
}

function since(version: number, migrations: readonly Migration[]): readonly Migration[] {
  return migrations.filter((migration) => migration.from >= version).toSorted((a, b) => a.from - b.from);
}

function withFields(rows: Rows, fields: Fields): Rows {
  return Object.fromEntries(
    Object.entries(rows).map(([id, record]) => [id, isRows(record) ? { ...record, ...without(fields, record) } : record]),
  );
}

/** Fields that the record has not: one that it has already, against its version, is left for the strict reading to judge. */
function without(fields: Fields, record: Rows): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !Object.hasOwn(record, field)));
}

function isRows(value: unknown): value is Rows {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
