// A guard: a rule of the trade that every road into a document must respect.
import type { Change, Document } from '../document.ts';
import type { EditFailure } from '../failures.ts';
import type { CalendarDate } from '../units.ts';

/** What a guard sees: the document before and after, the changes between, and the day on which they happen. */
export type Proposal = { readonly before: Document; readonly after: Document; readonly changes: readonly Change[]; readonly today: CalendarDate };

export type Guard = {
  readonly name: string;
  /** The rule in one sentence, for whoever reads the registry. */
  readonly rule: string;
  /** @returns why the changes are refused, or `null`. */
  readonly check: (proposal: Proposal) => EditFailure | null;
};
