// What readers of a level may read of an accompaniment: the one way from what is noted to what a document may say.
import { type Accompaniment, rowsIn } from '../document.ts';
import { withShownNumbers } from '../numbering.ts';
import { declarationOf, type AnyRecord, onlyOf, referenceEntries, tableBehind, type TableName, tableNames } from '../tables/tables.ts';
import { plainField } from '../tables/field.ts';
import type { LevelRule } from '../tables/table.ts';
import { FIRST_LEVEL, isOpenTo, type Level, LEVELS, narrowerOf } from './level.ts';

declare const READERS: unique symbol;
/** An accompaniment cut down to what its readers may read. Only `forReaders` makes one, and every maker of documents asks for one. */
export type Readable = Accompaniment & { readonly [READERS]: Level };

/** What stays behind: whole records of a table, or some fields of so many of its records. */
export type HeldBack = { readonly table: TableName; readonly fields: readonly string[]; readonly count: number };

type Rows = Record<string, AnyRecord>;
type Cut = { readonly rows: Map<TableName, Rows>; readonly held: HeldBack[] };

const SHARED: readonly TableName[] = tableNames().filter((table) => declarationOf(table).class === 'accompaniment');

/** @returns what these readers may read; what points to something left out is emptied or left out with it */
export function forReaders(accompaniment: Accompaniment, readers: Level): Readable {
  const numbered = readers === 'accompanist' ? accompaniment : withShownNumbers(accompaniment);
  return withRows(numbered, cutFor(numbered, readers).rows);
}

/** @returns what these readers do not get to read; what a record contains goes with it, and is not told apart */
export function heldBackFrom(accompaniment: Accompaniment, readers: Level): readonly HeldBack[] {
  return cutFor(accompaniment, readers).held.filter(({ table }) => rulesOf(table).length > 0);
}

/** @returns the level of a record as a whole */
export function levelOf(accompaniment: Accompaniment, table: TableName, record: AnyRecord): Level {
  const whole = rulesOf(table).find(({ over }) => over === undefined);
  if (whole !== undefined) return levelBy(accompaniment, { table, rule: whole, record });
  const { place } = declarationOf(table);
  const above = 'under' in place ? recordBehind(accompaniment, table, place.under, record) : null;
  return above === null ? 'public' : levelOf(accompaniment, above.table, above.record);
}

/** @returns the level that a record without one of its own has, by that rule: of what it stands under, else of the mission */
export function inheritedLevel(
  accompaniment: Accompaniment,
  { table, rule, record }: { readonly table: TableName; readonly rule: LevelRule; readonly record: AnyRecord },
): Level {
  const above = rule.from === undefined ? null : recordBehind(accompaniment, table, rule.from, record);
  return above === null ? agreedLevel(accompaniment) : levelOf(accompaniment, above.table, above.record);
}

/** @returns the level agreed with the collective for all that has no other */
export function agreedLevel({ mission }: Pick<Accompaniment, 'mission'>): Level {
  return onlyOf(mission)?.level ?? FIRST_LEVEL;
}

/** @returns the rules of a table, of which one at most is for whole records */
export function rulesOf(table: TableName): readonly LevelRule[] {
  return declarationOf(table).levels ?? [];
}

type Ruled = { readonly table: TableName; readonly rule: LevelRule; readonly record: AnyRecord };

function levelBy(accompaniment: Accompaniment, ruled: Ruled): Level {
  const { table, rule, record } = ruled;
  const own = LEVELS.find((level) => rule.by !== undefined && level === record[rule.by]);
  if (own === undefined) return inheritedLevel(accompaniment, ruled);
  const isAbove = rule.isNeverWider === true && recordBehind(accompaniment, table, rule.from ?? '', record) !== null;
  return isAbove ? narrowerOf(own, inheritedLevel(accompaniment, ruled)) : own;
}

function recordBehind(accompaniment: Accompaniment, table: TableName, field: string, record: AnyRecord) {
  const to = tableBehind(table, field);
  const behind = to === null ? undefined : rowsIn(accompaniment, to)[String(record[field])];
  return to === null || behind === undefined ? null : { table: to, record: behind };
}

function cutFor(accompaniment: Accompaniment, readers: Level): Cut {
  const cut: Cut = { rows: new Map(), held: [] };
  if (readers === 'accompanist') return cut;
  for (const table of SHARED) cutTable(accompaniment, { table, readers }, cut);
  while (repair(accompaniment, cut.rows)); // leaving one out may leave another without what it belongs to
  return cut;
}

function cutTable(
  accompaniment: Accompaniment,
  { table, readers }: { readonly table: TableName; readonly readers: Level },
  cut: Cut,
): void {
  const before = Object.entries(rowsIn(accompaniment, table));
  const open = before.filter(([, record]) => isOpenTo(readers, levelOf(accompaniment, table, record)));
  const rows: Rows = Object.fromEntries(open);
  if (open.length < before.length) cut.held.push({ table, fields: [], count: before.length - open.length });
  for (const rule of rulesOf(table)) {
    const { over } = rule;
    if (over === undefined) continue;
    const shut = Object.values(rows).filter(
      (record) => over.some((field) => !isEmpty(record[field])) && !isOpenTo(readers, levelBy(accompaniment, { table, rule, record })),
    );
    const emptied = [...over, ...(rule.by === undefined ? [] : [rule.by])]; // the level of what is not there is not told either
    for (const record of shut)
      rows[record.id] = { ...record, ...Object.fromEntries(emptied.map((field) => [field, emptyOf(table, field)])) };
    if (shut.length > 0) cut.held.push({ table, fields: over, count: shut.length });
  }
  cut.rows.set(table, rows);
}

/** Empties or leaves out what points to a record that was left out. @returns whether anything was left out */
function repair(accompaniment: Accompaniment, rows: ReadonlyMap<TableName, Rows>): boolean {
  const isGone = (table: string, id: unknown): boolean =>
    typeof id === 'string' &&
    Object.hasOwn(rowsIn(accompaniment, table as TableName), id) &&
    rows.get(table as TableName)?.[id] === undefined;
  let isMore = false;
  for (const [table, own] of rows) {
    for (const [field, { to, onRemoval }] of referenceEntries(table)) {
      for (const record of Object.values(own)) {
        if (!isGone(to, record[field])) continue;
        if (onRemoval === 'forget') own[record.id] = { ...record, [field]: null };
        else {
          delete own[record.id];
          isMore = true;
        }
      }
    }
  }
  return isMore;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** A rule is declared over texts and optional fields alone. */
function emptyOf(table: TableName, field: string): '' | null {
  const declared = declarationOf(table).fields[field];
  return declared !== undefined && declared.kind !== 'optional' && plainField(declared).kind === 'text' ? '' : null;
}

function withRows(accompaniment: Accompaniment, rows: ReadonlyMap<TableName, Rows>): Readable {
  return { ...accompaniment, ...Object.fromEntries(rows) } as Readable; // what it holds is what its readers may read
}
