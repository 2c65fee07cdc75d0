// The history of a file: who changed what and when, before and after, record by record, up to a limit.
import type { Step, StepKind } from '../commands/step.ts';
import type { Change } from '../document.ts';
import { isNumbering } from '../tables/field.ts';
import { declarationOf, fieldEntries, type FieldValue, type TableName } from '../tables/tables.ts';
import { millisecondsBetween } from '../time/calendar.ts';
import type { Instant } from '../units.ts';

export type Fields = Readonly<Record<string, FieldValue>>;
/**
 * One record as one step changed it. `before` and `after` hold the fields that differ, or all of them if the record was added or removed
 * (then the other side is `null`).
 */
export type HistoryEntry = {
  readonly at: Instant;
  readonly by: string;
  readonly kind: StepKind;
  /** The command that made the change, put into words by the catalogue. */
  readonly command: string;
  readonly table: TableName;
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
};
/** The oldest first. `size`: of all entries, in characters. */
export type History = { readonly entries: readonly HistoryEntry[]; readonly size: number };

export const NO_HISTORY: History = { entries: [], size: 0 };

/** How much is kept, the newest first: more would make every save of the file slower. */
export const MOST_ENTRIES = 2_000;
export const MOST_SIZE = 2_000_000;
/** Text being typed arrives in pieces: within this time they count as one change. In milliseconds. */
const ONE_CHANGE_MS = 10 * 60_000;
/** How many entries back the same record is looked for, so that two fields typed in turn stay one change each. */
const NEAR = 12;

/**
 * @returns the history after one more step. It says nothing of the accompanist's own data or the notebook, not even that something
 * changed.
 */
export function withStep(history: History, step: Step): History {
  const told = step.changes.filter(isTold);
  return told.length === 0 ? history : bounded(told.reduce((sofar, change) => withEntry(sofar, entryOf(step, change)), history));
}

/** @returns entries read from a file, with their size computed */
export function historyOf(entries: readonly HistoryEntry[]): History {
  return bounded({ entries, size: entries.reduce((sum, entry) => sum + sizeOf(entry), 0) });
}

/**
 * @returns whether a history certainly includes a step: it has an entry for each of its changes, by the same person at the same moment,
 * with the same result.
 * Not for a step merged with a later one, since two computers of one person may each have merged their own; nor for a step that has no
 * history.
 */
export function tellsOf({ entries }: History, step: Step): boolean {
  const told = step.changes.filter(isTold);
  const isInHistory = (change: Change): boolean => {
    const { at, by, table, id, after } = entryOf(step, change);
    return entries.some(
      (entry) =>
        entry.at === at &&
        entry.by === by &&
        entry.table === table &&
        entry.id === id &&
        JSON.stringify(entry.after) === JSON.stringify(after),
    );
  };
  return told.length > 0 && step.changes.every(isOfAccompaniment) && told.every(isInHistory);
}

/** A number that is given to a record by the way is no change that anybody made. */
function isTold(change: Change): boolean {
  const { table, before, after } = change;
  if (!isOfAccompaniment(change)) return false;
  return before === null || after === null || toldFieldsOf(table, before, after).length > 0;
}

function toldFieldsOf(table: TableName, before: Fields, after: Fields): readonly string[] {
  return fieldEntries(table).flatMap(([name, field]) => (before[name] !== after[name] && !isNumbering(field) ? [name] : []));
}

function isOfAccompaniment({ table }: Change): boolean {
  return declarationOf(table).class === 'accompaniment';
}

/** How many entries are shown at a time. */
export const PAGE = 100;

/**
 * The changes of one record, or of all (`null`), the newest first.
 * @param skip how many of the newest to pass over
 */
export function pageOf(
  { entries }: History,
  record: { readonly table: TableName; readonly id: string } | null,
  skip = 0,
): { readonly entries: readonly HistoryEntry[]; readonly total: number } {
  const told = record === null ? entries : entries.filter((entry) => entry.table === record.table && entry.id === record.id);
  return { entries: told.toReversed().slice(skip, skip + PAGE), total: told.length };
}

function entryOf({ at, by, kind, label }: Step, { table, id, before, after }: Change): HistoryEntry {
  const common = { at, by, kind, command: label.command, table, id };
  if (before === null || after === null) return { ...common, before: withoutId(before), after: withoutId(after) };
  const changed = toldFieldsOf(table, before, after);
  return { ...common, before: fieldsOf(before, changed), after: fieldsOf(after, changed) };
}

function withEntry(history: History, entry: HistoryEntry): History {
  const near = Math.max(0, history.entries.length - NEAR);
  const index = near + history.entries.slice(near).findLastIndex((earlier) => earlier.table === entry.table && earlier.id === entry.id);
  const earlier = index < near ? undefined : history.entries[index];
  if (earlier === undefined || !isOneChange(earlier, entry))
    return { entries: [...history.entries, entry], size: history.size + sizeOf(entry) };
  const joined: HistoryEntry = { ...entry, before: earlier.before };
  const rest = history.entries.filter((_, position) => position !== index);
  const isBack = JSON.stringify(joined.before) === JSON.stringify(joined.after);
  const size = history.size - sizeOf(earlier) + (isBack ? 0 : sizeOf(joined));
  return { entries: isBack ? rest : [...rest, joined], size };
}

/** Whether both are the same fields of a record, edited by the same person without a long pause. */
function isOneChange(earlier: HistoryEntry, entry: HistoryEntry): boolean {
  if (earlier.kind !== 'do' || entry.kind !== 'do' || earlier.by !== entry.by || earlier.command !== entry.command) return false;
  if (earlier.before === null || earlier.after === null || entry.before === null || entry.after === null) return false;
  // a clock that was set back does not make a short pause
  const isNear = Math.abs(millisecondsBetween(earlier.at, entry.at)) <= ONE_CHANGE_MS;
  return isNear && Object.keys(earlier.after).join() === Object.keys(entry.after).join();
}

function bounded(history: History): History {
  let { size } = history;
  let first = Math.max(0, history.entries.length - MOST_ENTRIES);
  for (const entry of history.entries.slice(0, first)) size -= sizeOf(entry);
  for (let entry = history.entries[first]; size > MOST_SIZE && entry !== undefined; entry = history.entries[first]) {
    size -= sizeOf(entry);
    first += 1;
  }
  return first === 0 ? history : { entries: history.entries.slice(first), size };
}

function withoutId(record: Change['after']): Fields | null {
  if (record === null) return null;
  const { id: _, ...fields } = record;
  return fields;
}

function fieldsOf(record: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
}

/** Its approximate size in the file, in characters. */
function sizeOf({ by, before, after }: HistoryEntry): number {
  return 120 + by.length + lengthOf(before) + lengthOf(after);
}

function lengthOf(fields: Fields | null): number {
  return fields === null ? 4 : Object.entries(fields).reduce((sum, [name, value]) => sum + name.length + String(value).length + 6, 0);
}
