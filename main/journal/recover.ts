// Brings back, at opening, the steps that the journal holds and the file does not.
import type { Step } from '@domain/commands/step.ts';
import type { Document } from '@domain/document.ts';
import { advance } from '@domain/guards/advance.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import type { JournalEntry } from './journal.ts';

export type Recovery = {
  readonly document: Document;
  readonly revision: number;
  /** Every step that can be told apart from now on: those of the file's own past and those brought back. */
  readonly steps: readonly Step[];
  readonly recovered: number;
  /** Steps that could not be brought back, since the file is not the one they were made on. The journal is then put aside, whole. */
  readonly setAside: number;
};

/**
 * @param digest of the bytes of the file as read
 * Steps made after the mark that matches the file are applied again, under all guards (the road "recovery"). Without such a mark the file comes from elsewhere.
 */
export function recover(file: { readonly document: Document; readonly revision: number; readonly digest: string }, entries: readonly JournalEntry[], dayOf: DayOf): Recovery {
  const mark = markOf(entries, file.digest);
  if (mark === -1) return { document: file.document, revision: file.revision, steps: [], recovered: 0, setAside: strandedSteps(entries, file.revision).length };
  const past = stepsOf(entries.slice(0, mark));
  const pending = stepsOf(entries.slice(mark + 1));
  const { document, revision, applied } = advanceBy(file, pending, dayOf);
  return { document, revision, steps: [...past, ...applied], recovered: applied.length, setAside: pending.length - applied.length };
}

/** The local day of a moment. */
export type DayOf = (at: Instant) => CalendarDate;
type Position = { readonly document: Document; readonly revision: number };

/** Applies steps one after the other, under all guards as they stood on the day of each, as far as each follows the one before. @returns where that leads, and the steps that were applied */
export function advanceBy(from: Position, steps: readonly Step[], dayOf: DayOf): Position & { readonly applied: readonly Step[] } {
  let { document, revision } = from;
  const applied: Step[] = [];
  for (const step of steps) {
    const next = step.revision === revision + 1 ? advance(document, step.changes, dayOf(step.at)) : null;
    if (next === null || !next.ok) break;
    document = next.value;
    revision = step.revision;
    applied.push(step);
  }
  return { document, revision, applied };
}

/** @returns the steps that the journal knows after the content whose digest begins so; none when it never noted that content */
export function stepsBeyond(entries: readonly JournalEntry[], digestStart: string): readonly Step[] {
  const mark = placeOfContent(entries, digestStart);
  return mark === -1 ? [] : stepsOf(entries.slice(mark + 1));
}

/** @returns the place of the last mark of the content whose digest begins so, or -1 */
export function placeOfContent(entries: readonly JournalEntry[], digestStart: string): number {
  return entries.findLastIndex((entry) => entry.kind !== 'step' && entry.digest.startsWith(digestStart));
}

/**
 * The mark that the file matches: the last one that was confirmed, or one announced since.
 * An older one means that somebody put back an older copy on purpose, into which nothing is replayed.
 * @returns its index, or -1
 */
export function markOf(entries: readonly JournalEntry[], digest: string): number {
  const confirmed = Math.max(0, entries.findLastIndex((entry) => entry.kind === 'saved'));
  const index = entries.slice(confirmed).findLastIndex((entry) => entry.kind !== 'step' && entry.digest === digest);
  return index === -1 ? -1 : confirmed + index;
}

/** Steps that the file does not hold: never written to any file, or newer than the copy that was put back. */
function strandedSteps(entries: readonly JournalEntry[], revision: number): readonly Step[] {
  const unsaved = new Set(stepsOf(entries.slice(entries.findLastIndex((entry) => entry.kind === 'saved') + 1)).map((step) => step.revision));
  return stepsOf(entries).filter((step) => unsaved.has(step.revision) || step.revision > revision);
}

/** A step whose flush failed may have been written all the same, and was then written again: the second is left out. */
function stepsOf(entries: readonly JournalEntry[]): readonly Step[] {
  const steps: Step[] = [];
  for (const entry of entries) {
    if (entry.kind === 'step' && entry.step.revision > (steps.at(-1)?.revision ?? 0)) steps.push(entry.step);
  }
  return steps;
}
