// Sums over a table that a change does not recount: kept with the rows they were counted from, and carried over to the changed rows.
import type { Change } from './document.ts';
import type { AnyRecord, RecordOf, TableName } from './tables/tables.ts';

/** What is added up over a table, and by which key. */
export type Tally = {
  readonly table: TableName;
  readonly keyOf: (record: AnyRecord) => string;
  readonly amountOf: (record: AnyRecord) => number;
};
/** The sum under each key; a missing key has the sum 0. */
export type Sums = ReadonlyMap<string, number>;
type TableRows = Readonly<Record<string, AnyRecord>>;

const kept = new WeakMap<TableRows, Map<Tally, Sums>>();

/** @returns a tally of one table, its two functions typed by the records of that table. */
export function tallyOf<T extends TableName>(
  table: T,
  keyOf: (record: RecordOf<T>) => string,
  amountOf: (record: RecordOf<T>) => number,
): Tally {
  return { table, keyOf, amountOf } as unknown as Tally; // it is only ever asked about rows of its own table
}

/** @returns the sums of these rows, counted when they are first needed. */
export function sumsOf(tally: Tally, rows: TableRows): Sums {
  const known = kept.get(rows)?.get(tally);
  if (known !== undefined) return known;
  const sums = new Map<string, number>();
  for (const id of Object.keys(rows)) add(sums, tally, rows[id], 1);
  keep(tally, rows, sums);
  return sums;
}

/** @returns the sums of `rows` after changes; only the changed records are looked at. */
export function sumsAfter(tally: Tally, rows: TableRows, changes: readonly Change[]): Sums {
  const sums = new Map(sumsOf(tally, rows));
  for (const [key, difference] of differenceBy(tally, rows, changes)) sums.set(key, (sums.get(key) ?? 0) + difference);
  return sums;
}

/** @returns by how much changes raise or lower the sums of `rows`, under each key that they touch */
export function differenceBy(tally: Tally, rows: TableRows, changes: readonly Change[]): Sums {
  const sums = new Map<string, number>();
  const left = new Map(changes.filter(({ table }) => table === tally.table).map(({ id, after }) => [id, after]));
  for (const [id, after] of left) {
    if (Object.hasOwn(rows, id)) add(sums, tally, rows[id], -1);
    if (after !== null) add(sums, tally, after, 1);
  }
  return sums;
}

/** Keeps for the changed rows whatever sums were known of the rows before. */
export function carrySums(from: TableRows, to: TableRows, changes: readonly Change[]): void {
  for (const tally of kept.get(from)?.keys() ?? []) keep(tally, to, sumsAfter(tally, from, changes));
}

function keep(tally: Tally, rows: TableRows, sums: Sums): void {
  kept.set(rows, (kept.get(rows) ?? new Map<Tally, Sums>()).set(tally, sums));
}

function add(sums: Map<string, number>, { keyOf, amountOf }: Tally, record: AnyRecord | undefined, sign: 1 | -1): void {
  if (record === undefined) return;
  const key = keyOf(record);
  sums.set(key, (sums.get(key) ?? 0) + sign * amountOf(record));
}
