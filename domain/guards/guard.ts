// A guard: a rule of the trade that every road into a document must respect.
import { applyChanges, type Change, type Document, recordOf, type Rows, rowsOf } from '../document.ts';
import type { EditFailure } from '../failures.ts';
import type { AnyRecord, TableName } from '../tables/tables.ts';
import { differenceBy, type Sums, sumsAfter, sumsOf, type Tally } from '../tally.ts';
import type { CalendarDate } from '../units.ts';

/** What a guard sees: the document before and after, the changes between, and the day on which they happen. */
export class Proposal {
  readonly before: Document;
  readonly changes: readonly Change[];
  readonly today: CalendarDate;
  #after: Document | null = null;
  #left: ReadonlyMap<TableName, ReadonlyMap<string, AnyRecord | null>> | null = null;

  constructor(before: Document, changes: readonly Change[], today: CalendarDate) {
    this.before = before;
    this.changes = changes;
    this.today = today;
  }

  /** Put together when first asked for: copying a full table is the dearest part of an edit, so that guards ask below for no more than they need. */
  get after(): Document {
    return (this.#after ??= applyChanges(this.before, this.changes));
  }

  /** @returns whether one of the changes is made in the table. */
  touches(table: TableName): boolean {
    return this.#leftBy().has(table);
  }

  /** @returns the record that the changes leave under an id, or `null`. */
  recordAfter(table: TableName, id: string): AnyRecord | null {
    const left = this.#leftBy().get(table)?.get(id);
    return left === undefined ? recordOf(this.before, table, id) : left;
  }

  /** @returns the rows that the changes leave in a table. */
  rowsAfter<T extends TableName>(table: T): Rows<T> {
    return rowsOf(this.touches(table) ? this.after : this.before, table) as Rows<T>; // the rows of a table are records of that table
  }

  /** @returns the sums that the changes leave. */
  sumsAfter(tally: Tally): Sums {
    return sumsAfter(tally, rowsOf(this.before, tally.table), this.changes);
  }

  /** @returns what the changes leave of the sum under each key that they touch: for a tally of many keys, which need not be copied then. */
  sumsTouched(tally: Tally): Sums {
    const rows = rowsOf(this.before, tally.table);
    const before = sumsOf(tally, rows);
    return new Map([...differenceBy(tally, rows, this.changes)].map(([key, difference]) => [key, (before.get(key) ?? 0) + difference]));
  }

  /** What the changes leave under each id that they name: the last of them holds. Put together once, since a restored backup may change tens of thousands. */
  #leftBy(): ReadonlyMap<TableName, ReadonlyMap<string, AnyRecord | null>> {
    if (this.#left !== null) return this.#left;
    const left = new Map<TableName, Map<string, AnyRecord | null>>();
    for (const { table, id, after } of this.changes) {
      const records = left.get(table) ?? new Map<string, AnyRecord | null>();
      left.set(table, records.set(id, after));
    }
    this.#left = left;
    return left;
  }
}

export type Guard = {
  readonly name: string;
  /** The rule in one sentence, for whoever reads the registry. */
  readonly rule: string;
  /** @returns why the changes are refused, or `null`. */
  readonly check: (proposal: Proposal) => EditFailure | null;
};
