// A document and its history cut into blocks, each of which is sealed by itself: a change costs its own block, and damage takes one.
import { type Document, rowsOf } from '@domain/document.ts';
import type { History } from '@domain/history/history.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import { declarationOf, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { historyLine } from '../files/history-bytes.ts';
import { recordLine } from '../files/section-bytes.ts';

/** What is cut by itself: a block never holds two of them. */
export const STREAMS = ['accompaniment', 'desk', 'vault', 'history'] as const satisfies readonly (Confidentiality | 'history')[];
export type Stream = (typeof STREAMS)[number];

/** Larger ones are cut. In bytes of what is sealed. */
export const LARGEST_BLOCK = 512 * 1024;
/** How large the cut ones are. In bytes. */
const CUT_AT = 256 * 1024;

/** What is never cut: the heading of a table, a record, an entry of the history. `part`: the table, or the history. */
type Item = { readonly key: Key; readonly part: TableName | 'history'; readonly what: object; readonly line: (() => Buffer) | null };
/** By what the first item of a block is found again in a later content: a record by its table and id, an entry by itself. */
type Key = string | object;

/** What a block holds, in order: the very objects, which never change in place. */
export type Members = { readonly start: Key; readonly whats: readonly object[] };
export type Block = Members & {
  /** Tables of which it holds something, or the history. */
  readonly parts: readonly (TableName | 'history')[];
  readonly bytes: () => readonly Buffer[];
};

/**
 * Cuts where it was cut before, so that what did not change is found in the same block.
 * @param before the blocks of the same stream of the content before
 */
export function blocksOf(stream: Stream, { document, history }: { readonly document: Document; readonly history: History }, before: readonly Members[]): readonly Block[] {
  const known = new Map(before.map((block) => [block.start, block]));
  const groups: Item[][] = [];
  for (const item of itemsOf(stream, document, history)) {
    if (groups.length === 0 || known.has(item.key)) groups.push([]);
    groups.at(-1)?.push(item);
  }
  return groups.flatMap((group) => (isSame(known.get(group[0]?.key ?? ''), group.map(({ what }) => what)) ? [group] : cut(group))).map(blockOf);
}

/** @returns how a block is found again that was read: its first item, and what it holds */
export function membersOf(read: readonly (readonly [part: TableName | 'history', whats: readonly object[], isBegunHere: boolean])[]): Members {
  const whats = read.map(([part, own, isBegunHere]) => (isBegunHere && part !== 'history' ? [headingOf(part).what, ...own] : own));
  const [part, [first], isBegunHere] = read[0] ?? ['history', [], false];
  const start = part === 'history' ? first : isBegunHere ? headingOf(part).key : keyOf(part, (first as { readonly id: string } | undefined)?.id ?? '');
  return { start: start ?? '', whats: whats.flat() };
}

function itemsOf(stream: Stream, document: Document, history: History): readonly Item[] {
  if (stream === 'history') return history.entries.map((entry) => ({ key: entry, part: 'history', what: entry, line: () => historyLine(entry) }));
  return tablesOfKind(document.kind).filter((table) => declarationOf(table).class === stream).flatMap((table) => itemsOfTable(document, table));
}

/** Tables never change in place. */
const ITEMS = new WeakMap<object, readonly Item[]>();

function itemsOfTable(document: Document, table: TableName): readonly Item[] {
  const rows = rowsOf(document, table);
  const known = ITEMS.get(rows);
  if (known !== undefined) return known;
  const records = Object.keys(rows).toSorted().flatMap((id): readonly Item[] => {
    const record = rows[id];
    return record === undefined ? [] : [{ key: keyOf(table, id), part: table, what: record, line: () => recordLine(table, record) }];
  });
  const items: readonly Item[] = [{ ...headingOf(table), part: table, line: null }, ...records];
  ITEMS.set(rows, items);
  return items;
}

const HEADINGS = new Map<TableName, object>();

/** One object for each table, as a record is one. */
function headingOf(table: TableName): { readonly key: string; readonly what: object } {
  const what = HEADINGS.get(table) ?? { table };
  HEADINGS.set(table, what);
  return { key: table, what };
}

function keyOf(table: TableName, id: string): string {
  return `${table}/${id}`;
}

/** @returns whether a block held these very objects */
export function isSame(before: Members | undefined, whats: readonly object[]): boolean {
  return before !== undefined && before.whats.length === whats.length && whats.every((what, place) => what === before.whats[place]);
}

function cut(group: readonly Item[]): readonly (readonly Item[])[] {
  const sizes = group.map(({ line }) => line?.().byteLength ?? 0);
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
  return { start: items[0]?.key ?? '', whats: items.map(({ what }) => what), parts: [...new Set(items.map(({ part }) => part))], bytes: () => composed(items) };
}

/** What parts a line from the one above, in bytes. */
const SEPARATOR = ','.length;

/** @returns a JSON object, in parts: tables as a plain file has them, or the history */
function composed(items: readonly Item[]): readonly Buffer[] {
  const parts: Buffer[] = [];
  let part: Item['part'] | null = null;
  let isFirst = true;
  for (const item of items) {
    if (item.part !== part) {
      parts.push(Buffer.from(`${part === null ? '{\n' : `${closing(part)},\n`}"${item.part}": ${item.part === 'history' ? '[' : '{'}`));
      part = item.part;
      isFirst = true;
    }
    if (item.line === null) continue;
    parts.push(isFirst ? item.line().subarray(SEPARATOR) : item.line());
    isFirst = false;
  }
  return [...parts, Buffer.from(`${closing(part)}\n}`)];
}

function closing(part: Item['part'] | null): string {
  return part === 'history' ? '\n]' : '\n}';
}
