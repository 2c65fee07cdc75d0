// A document and its history cut into blocks, each of which is sealed by itself: a change costs its own block, and damage takes one.
import { type Document, rowsOf } from '@domain/document.ts';
import type { History, HistoryEntry } from '@domain/history/history.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import { type AnyRecord, declarationOf, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { historyLine } from '../files/history-bytes.ts';
import { recordLine } from '../files/section-bytes.ts';

/** What is cut by itself: a block never holds two of them. */
export const STREAMS = ['accompaniment', 'desk', 'vault', 'history'] as const satisfies readonly (Confidentiality | 'history')[];
export type Stream = (typeof STREAMS)[number];

/** Larger ones are cut. In bytes of what is sealed. */
export const LARGEST_BLOCK = 512 * 1024;
/** How large the cut ones are. In bytes. */
const CUT_AT = 256 * 1024;

/** By what the first item of a block is found again in a later content: a record by its id, an entry of the history and the heading of a table by itself. */
export type Start = { readonly part: Part; readonly key: Key };
type Part = TableName | 'history';
type Key = string | object;

/** What a block holds, in order: the very objects, which never change in place. */
export type Members = { readonly start: Start; readonly whats: readonly object[] };
export type Block = Members & {
  /** Tables of which it holds something, or the history. */
  readonly parts: readonly Part[];
  readonly bytes: () => readonly Buffer[];
};

/** A table after its heading, or the history: keys and what they stand for, side by side. */
type Column = { readonly part: Part; readonly keys: readonly Key[]; readonly whats: readonly object[] };
/** What is never cut: the heading of a table, a record, an entry of the history. */
type Item = Start & { readonly what: object };

/**
 * Cuts where it was cut before, so that what did not change is found in the same block. Only blocks that changed are looked at item by item: a save of
 * tens of thousands of records would keep main from answering otherwise.
 * @param before the blocks of the same stream of the content before
 * @returns those of before that hold the very same, and new ones
 */
export function blocksOf<Known extends Members>(
  stream: Stream,
  { document, history }: { readonly document: Document; readonly history: History },
  before: readonly Known[],
): readonly (Known | Block)[] {
  const columns = columnsOf(stream, document, history);
  const whats = new Array<object>().concat(...columns.map((column) => column.whats)); // copies many times faster than flatMap
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

/** @returns the block of before where the first of several new ones is that very block */
function again<Known extends Members>(known: Known | undefined, items: readonly Item[]): Known | null {
  return known !== undefined &&
    isSame(
      known,
      items.map(({ what }) => what),
    )
    ? known
    : null;
}

/** @returns blocks of before by the place at which each begins now, in order; those whose first item is gone are left out */
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

/** @returns how a block is found again that was read: its first item, and what it holds */
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

/** One object for each table, as a record is one. */
function headingOf(table: TableName): object {
  const heading = HEADINGS.get(table) ?? { table };
  HEADINGS.set(table, heading);
  return heading;
}

/** @returns whether a block held these very objects, those from one place to before another */
export function isSame({ whats: before }: Members, whats: readonly object[], from = 0, to = whats.length): boolean {
  return before.length === to - from && before.every((what, place) => what === whats[from + place]);
}

/** @returns the items from one place of a stream to before another */
function itemsOf(columns: readonly Column[], from: number, to: number): readonly Item[] {
  let offset = 0;
  return columns.flatMap(({ part, keys, whats }) => {
    const first = Math.max(from - offset, 0);
    const end = to - offset;
    offset += keys.length;
    return end <= first ? [] : keys.slice(first, end).map((key, place): Item => ({ part, key, what: whats[first + place] ?? {} }));
  });
}

/** @returns the line of a record or an entry; `null` for a heading, which has none */
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

/** What parts a line from the one above, in bytes. */
const SEPARATOR = ','.length;

/** @returns a JSON object, in parts: tables as a plain file has them, or the history */
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
