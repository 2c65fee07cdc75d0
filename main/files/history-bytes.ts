// The bytes of a file's history: one entry per line, the oldest first.
import type { History, HistoryEntry } from '@domain/history/history.ts';

/** Entries never change, so each is encoded once. */
const LINES = new WeakMap<HistoryEntry, Buffer>();

/** @returns a JSON array, in parts */
export function historyBytes({ entries }: History): readonly Buffer[] {
  if (entries.length === 0) return [Buffer.from('[]')];
  const [first, ...others] = entries.map(historyLine);
  return [Buffer.concat([Buffer.from('['), first?.subarray(SEPARATOR) ?? Buffer.alloc(0), ...others, Buffer.from('\n]')])];
}

/** Separates a line from the one above, in bytes. */
const SEPARATOR = ','.length;

/** @returns `,` and, on a new line, the entry */
export function historyLine(entry: HistoryEntry): Buffer {
  const known = LINES.get(entry);
  if (known !== undefined) return known;
  const { at, by, kind, command, table, id, before, after } = entry; // always in the same order: the same history gives the same bytes
  const line = Buffer.from(`,\n${JSON.stringify({ at, by, kind, command, table, id, before, after })}`, 'utf8');
  LINES.set(entry, line);
  return line;
}
