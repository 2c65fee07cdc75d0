// A guard: a rule of the trade that every road into a document must satisfy.
import { applyChanges, type Change, type Document, recordOf, type Rows, rowsOf } from '../document.ts';
import type { EditFailure } from '../failures.ts';
import type { AnyRecord, TableName } from '../tables/tables.ts';
import { differenceBy, type Sums, sumsAfter, sumsOf, type Tally } from '../tally.ts';
import type { CalendarDate } from '../units.ts';

/** What a guard sees: the document before and after, the changes between, and the day on which they are made. */
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

  /**
   * Computed when first needed: copying a full table is the most expensive part of an edit, so guards use the narrower methods below
   * where they can.
   */
  get after(): Document {
    return (this.#after ??= applyChanges(this.before, this.changes));
  }

  /** @returns whether any of the changes is in the table. */
  touches(table: TableName): boolean {
    return this.#leftBy().has(table);
  }

  /** @returns the record with an id after the changes, or `null`. */
  recordAfter(table: TableName, id: string): AnyRecord | null {
    const left = this.#leftBy().get(table)?.get(id);
    return left === undefined ? recordOf(this.before, table, id) : left;
  }

  /** @returns the rows of a table after the changes. */
  rowsAfter<T extends TableName>(table: T): Rows<T> {
    return rowsOf(this.touches(table) ? this.after : this.before, table) as Rows<T>; // the rows of a table are records of that table
  }

  /** @returns the sums after the changes. */
  sumsAfter(tally: Tally): Sums {
    return sumsAfter(tally, rowsOf(this.before, tally.table), this.changes);
  }

  /** @returns the sums after the changes, only for the keys that they touch: a tally of many keys then need not be copied. */
  sumsTouched(tally: Tally): Sums {
    const rows = rowsOf(this.before, tally.table);
    const before = sumsOf(tally, rows);
    return new Map([...differenceBy(tally, rows, this.changes)].map(([key, difference]) => [key, (before.get(key) ?? 0) + difference]));
  }

  /**
   * What each changed id holds in the end: its last change counts. Computed once, since a restored backup may change tens of thousands.
   */
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
  /** The rule in one sentence, for readers of the registry. */
  readonly rule: string;
  /** @returns why the changes are refused, or `null`. */
  readonly check: (proposal: Proposal) => EditFailure | null;
};
