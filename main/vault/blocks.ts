// A document and its history cut into blocks, each sealed separately: a change costs only its own block, and damage takes only one.
import { type Document, rowsOf } from '@domain/document.ts';
import type { History, HistoryEntry } from '@domain/history/history.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import { type AnyRecord, declarationOf, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { historyLine } from '../files/history-bytes.ts';
import { recordLine } from '../files/section-bytes.ts';

/** Cut separately: a block never holds parts of two of them. */
export const STREAMS = ['accompaniment', 'desk', 'vault', 'history'] as const satisfies readonly (Confidentiality | 'history')[];
export type Stream = (typeof STREAMS)[number];

/** Larger blocks are cut. In bytes of plaintext. */
export const LARGEST_BLOCK = 512 * 1024;
/** Size of the pieces. In bytes. */
const CUT_AT = 256 * 1024;

/**
 * How the first item of a block is found again in a later content: a record by its id, a history entry and a table heading by themselves.
 */
export type Start = { readonly part: Part; readonly key: Key };
type Part = TableName | 'history';
type Key = string | object;

/** The items of a block, in order: the objects themselves, which never change in place. */
export type Members = { readonly start: Start; readonly whats: readonly object[] };
export type Block = Members & {
  /** The tables of which it holds something, or the history. */
  readonly parts: readonly Part[];
  readonly bytes: () => readonly Buffer[];
};

/** A table after its heading, or the history: keys and their objects, side by side. */
type Column = { readonly part: Part; readonly keys: readonly Key[]; readonly whats: readonly object[] };
/** Never cut: a table heading, a record, a history entry. */
type Item = Start & { readonly what: object };

/**
 * Cuts where the previous content was cut, so that unchanged items end up in the same block. Only changed blocks are examined item by
 * item: otherwise a save of tens of thousands of records would block main.
 * @param before the blocks of the same stream in the previous content
 * @returns the previous blocks where nothing changed, and new ones
 */
export function blocksOf<Known extends Members>(
  stream: Stream,
  { document, history }: { readonly document: Document; readonly history: History },
  before: readonly Known[],
): readonly (Known | Block)[] {
  const columns = columnsOf(stream, document, history);
  const whats = new Array<object>().concat(...columns.map((column) => column.whats)); // many times faster than flatMap
  const found = foundAgain(columns, before);
  const bounds = [...new Set([0, ...found.keys(), whats.length])];
  return bounds.slice(1).flatMap((to, index) => {
    const from = bounds[index] ?? 0;
    const known = found.get(from);
    return known !== undefined && isSame(known, whats, from, to)
      ? [known]
      : cut(itemsOf(columns, from, to)).map((items) => again(known, items) ?? blockOf(items));
  });
}

/** @returns the previous block if the first of several new ones equals it */
function again<Known extends Members>(known: Known | undefined, items: readonly Item[]): Known | null {
  return known !== undefined &&
    isSame(
      known,
      items.map(({ what }) => what),
    )
    ? known
    : null;
}

/** @returns previous blocks by the index at which each begins now, in order; those whose first item is gone are left out */
function foundAgain<Known extends Members>(columns: readonly Column[], before: readonly Known[]): ReadonlyMap<number, Known> {
  const found = new Map<number, Known>();
  let offset = 0;
  for (const { part, keys } of columns) {
    let from = 0;
    for (const block of before.filter(({ start }) => start.part === part)) {
      const place = keys.indexOf(block.start.key, from);
      if (place === -1) continue;
      found.set(offset + place, block);
      from = place + 1;
    }
    offset += keys.length;
  }
  return found;
}

/** @returns how a block that was read is found again: its first item, and its objects */
export function membersOf(read: readonly (readonly [part: Part, whats: readonly object[], isBegunHere: boolean])[]): Members {
  const whats = read.map(([part, own, isBegunHere]) => (isBegunHere && part !== 'history' ? [headingOf(part), ...own] : own));
  const [part, [first], isBegunHere] = read[0] ?? ['history', [], false];
  const key = part === 'history' ? first : isBegunHere ? headingOf(part) : (first as { readonly id: string } | undefined)?.id;
  return { start: { part, key: key ?? '' }, whats: whats.flat() };
}

function columnsOf(stream: Stream, document: Document, { entries }: History): readonly Column[] {
  if (stream === 'history') return [{ part: 'history', keys: entries, whats: entries }];
  return tablesOfKind(document.kind)
    .filter((table) => declarationOf(table).class === stream)
    .map((table) => columnOfTable(document, table));
}

/** Tables never change in place. */
const COLUMNS = new WeakMap<object, Column>();

function columnOfTable(document: Document, table: TableName): Column {
  const rows = rowsOf(document, table);
  const known = COLUMNS.get(rows);
  if (known !== undefined) return known;
  const ids = Object.keys(rows).toSorted();
  const heading = headingOf(table);
  const column: Column = { part: table, keys: [heading, ...ids], whats: [heading, ...ids.map((id) => rows[id] as object)] };
  COLUMNS.set(rows, column);
  return column;
}

const HEADINGS = new Map<TableName, object>();

/** One object per table, so that a heading has an identity as a record has. */
function headingOf(table: TableName): object {
  const heading = HEADINGS.get(table) ?? { table };
  HEADINGS.set(table, heading);
  return heading;
}

/** @returns whether a block held these same objects, from one index up to another */
export function isSame({ whats: before }: Members, whats: readonly object[], from = 0, to = whats.length): boolean {
  return before.length === to - from && before.every((what, place) => what === whats[from + place]);
}

/** @returns the items of a stream from one index up to another */
function itemsOf(columns: readonly Column[], from: number, to: number): readonly Item[] {
  let offset = 0;
  return columns.flatMap(({ part, keys, whats }) => {
    const first = Math.max(from - offset, 0);
    const end = to - offset;
    offset += keys.length;
    return end <= first ? [] : keys.slice(first, end).map((key, place): Item => ({ part, key, what: whats[first + place] ?? {} }));
  });
}

/** @returns the line of a record or a history entry; `null` for a heading, which has none */
function lineOf({ part, key, what }: Item): Buffer | null {
  if (part === 'history') return historyLine(what as HistoryEntry);
  return key === what ? null : recordLine(part, what as AnyRecord);
}

function cut(group: readonly Item[]): readonly (readonly Item[])[] {
  const sizes = group.map((item) => lineOf(item)?.byteLength ?? 0);
  if (sizes.reduce((sum, size) => sum + size, 0) <= LARGEST_BLOCK) return [group];
  const cuts: Item[][] = [];
  let size = Infinity;
  for (const [place, item] of group.entries()) {
    if (size >= CUT_AT) {
      cuts.push([]);
      size = 0;
    }
    cuts.at(-1)?.push(item);
    size += sizes[place] ?? 0;
  }
  return cuts;
}

function blockOf(items: readonly Item[]): Block {
  const { part, key }: Start = items[0] ?? { part: 'history', key: '' };
  return {
    start: { part, key },
    whats: items.map(({ what }) => what),
    parts: [...new Set(items.map(({ part }) => part))],
    bytes: () => composed(items),
  };
}

/** Separates a line from the one above, in bytes. */
const SEPARATOR = ','.length;

/** @returns a JSON object, in parts: tables as in a plain file, or the history */
function composed(items: readonly Item[]): readonly Buffer[] {
  const parts: Buffer[] = [];
  let part: Part | null = null;
  let isFirst = true;
  for (const item of items) {
    if (item.part !== part) {
      parts.push(Buffer.from(`${part === null ? '{\n' : `${closing(part)},\n`}"${item.part}": ${item.part === 'history' ? '[' : '{'}`));
      part = item.part;
      isFirst = true;
    }
    const line = lineOf(item);
    if (line === null) continue;
    parts.push(isFirst ? line.subarray(SEPARATOR) : line);
    isFirst = false;
  }
  return [...parts, Buffer.from(`${closing(part)}\n}`)];
}

function closing(part: Part | null): string {
  return part === 'history' ? '\n]' : '\n}';
}
