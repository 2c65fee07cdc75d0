// At opening, restores the steps that the journal has and the file lacks.
import type { Step } from '@domain/commands/step.ts';
import { type Document, recordOf } from '@domain/document.ts';
import { advance, isSameRecord } from '@domain/guards/advance.ts';
import { type History, tellsOf } from '@domain/history/history.ts';
import { type AnyRecord, declarationOf, type TableName } from '@domain/tables/tables.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import type { JournalEntry } from './journal-entry.ts';
import { type Lineage, lineageOf, markOf, stepsAfter } from './lineage.ts';

export type Recovery = {
  readonly document: Document;
  readonly revision: number;
  /** Every step that can be undone from now on: the file's own earlier ones and the recovered ones. */
  readonly steps: readonly Step[];
  /** The recovered ones, the last of `steps`. */
  readonly broughtBack: readonly Step[];
  /**
   * Steps that could not be recovered and that the file lacks, because they were made on another content. The journal is then set aside,
   * whole.
   */
  readonly stranded: readonly Step[];
  /**
   * The same for those who went on after another had taken the file over: none was reported as safe, and they never take precedence over
   * the others.
   */
  readonly displaced: readonly Step[];
};
/** The local day of a moment. */
export type DayOf = (at: Instant) => CalendarDate;
/** `canApply`: whether everything a step needs besides the document is available, such as attached contents. */
export type How = { readonly dayOf: DayOf; readonly canApply?: (step: Step) => boolean };
type Position = { readonly document: Document; readonly revision: number };
type AsRead = Position & { readonly digest: string; readonly history: History };

export function unrecovered({ document, revision }: Position): Recovery {
  return { document, revision, steps: [], broughtBack: [], stranded: [], displaced: [] };
}

/**
 * @param file its `digest` is that of its bytes as read Steps made after the mark that matches the file are applied again, under all
 * guards (the road "recovery"). Without such a mark the file comes from elsewhere.
 */
export function recover(file: AsRead, entries: readonly JournalEntry[], how: How): Recovery {
  const lineage = lineageOf(entries);
  const mark = markOf(lineage, file.digest);
  if (mark === null) return recoverUnknown(file, lineage);
  const pending = stepsAfter(lineage, mark);
  const past = lineage.steps.filter(({ revision }) => revision <= mark.revision);
  const { document, revision, applied } = advanceBy(file, pending, how);
  const stranded = lackingIn(document, pending.slice(applied.length));
  return {
    document,
    revision,
    steps: [...past, ...applied],
    broughtBack: applied,
    stranded,
    displaced: lackingIn(document, lineage.displaced),
  };
}

/**
 * The journal does not know this content: it failed while the file was written, or the file is another's. Steps that the file nevertheless
 * holds are not stranded.
 */
function recoverUnknown({ document, revision, history }: AsRead, lineage: Lineage): Recovery {
  const confirmed = lineage.marks.findLast(({ kind }) => kind === 'saved');
  const isOpen = (step: Step): boolean => step.revision > revision || step.revision > (confirmed?.revision ?? 0);
  const displaced = lackingIn(document, lineage.displaced);
  const lastTold = lineage.steps.findLastIndex((step) => tellsOf(history, step)); // each step is made on the one before
  const open = lineage.steps.slice(lastTold + 1).filter(isOpen);
  const last = lineage.steps.at(-1);
  const isOurs = last?.revision === revision && isToldBy(history, last) && areStates(document, lineage.steps);
  return {
    document,
    revision,
    steps: isOurs ? lineage.steps : [],
    broughtBack: [],
    stranded: isOurs ? [] : lackingIn(document, open),
    displaced,
  };
}

/** @returns the steps, unless the document already has each record as they leave it. Undone work can be redone from the steps alone. */
function lackingIn(document: Document, steps: readonly Step[]): readonly Step[] {
  if (steps.some(({ kind }) => kind === 'undo')) return steps;
  return areStates(document, steps) ? [] : steps;
}

function areStates(document: Document, steps: readonly Step[]): boolean {
  return lastStates(steps).every(({ table, id, after }) => isSameRecord(recordOf(document, table, id), after));
}

/**
 * Two people who went on from one content may have reached the same revision and the same records: the history says whose steps they were.
 */
function isToldBy({ entries }: History, { at, by, changes }: Step): boolean {
  const told = changes.filter(({ table }) => declarationOf(table).class === 'accompaniment');
  return told.every(({ table, id }) =>
    entries.some((entry) => entry.at === at && entry.by === by && entry.table === table && entry.id === id),
  );
}

/** @returns each record as the steps leave it */
export function lastStates(
  steps: readonly Step[],
): readonly { readonly table: TableName; readonly id: string; readonly after: AnyRecord | null }[] {
  const last = new Map(steps.flatMap(({ changes }) => changes).map(({ table, id, after }) => [`${table}/${id}`, { table, id, after }]));
  return [...last.values()];
}

/**
 * Applies steps one after the other, under all guards as of the day of each, as far as each follows the previous one.
 * @returns the result, and the steps that were applied
 */
export function advanceBy(
  from: Position,
  steps: readonly Step[],
  { dayOf, canApply = () => true }: How,
): Position & { readonly applied: readonly Step[] } {
  let { document, revision } = from;
  const applied: Step[] = [];
  for (const step of steps) {
    const next = step.revision === revision + 1 && canApply(step) ? advance(document, step.changes, dayOf(step.at)) : null;
    if (next === null || !next.ok) break;
    document = next.value;
    revision = step.revision;
    applied.push(step);
  }
  return { document, revision, applied };
}
