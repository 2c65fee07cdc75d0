// A guard: a rule of the trade that every road into a document must respect.
import { applyChanges, type Change, type Document } from '../document.ts';
import type { EditFailure } from '../failures.ts';
import type { CalendarDate } from '../units.ts';

/** What a guard sees: the document before and after, the changes between, and the day on which they happen. */
export class Proposal {
  readonly before: Document;
  readonly changes: readonly Change[];
  readonly today: CalendarDate;
  #after: Document | null = null;

  constructor(before: Document, changes: readonly Change[], today: CalendarDate) {
    this.before = before;
    this.changes = changes;
    this.today = today;
  }

  /** Put together when first asked for: most guards need the changes alone, and copying a full table is the dearest part of an edit. */
  get after(): Document {
    return (this.#after ??= applyChanges(this.before, this.changes));
  }
}

export type Guard = {
  readonly name: string;
  /** The rule in one sentence, for whoever reads the registry. */
  readonly rule: string;
  /** @returns why the changes are refused, or `null`. */
  readonly check: (proposal: Proposal) => EditFailure | null;
};
