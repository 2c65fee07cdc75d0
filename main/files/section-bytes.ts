// The bytes of one section of a document, table by table, one record per line.
import { type Document, rowsOf } from '@domain/document.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import { type AnyRecord, declarationOf, fieldEntries, type TableName, tablesOfKind } from '@domain/tables/tables.ts';

/** @returns the bytes of one section in parts, table by table, one record per line, sorted by id */
export function sectionBytes(document: Document, section: Confidentiality): readonly Buffer[] {
  const tables = tablesOfKind(document.kind).filter((table) => declarationOf(table).class === section);
  const parts = tables.flatMap((table, index) => [
    text(`${index === 0 ? '{\n' : ',\n'}${JSON.stringify(table)}: `),
    tableBytes(document, table),
  ]);
  return [...parts, text(tables.length === 0 ? '{\n\n}' : '\n}')];
}

/** Tables and records never change in place, so the bytes of an untouched one stay right, and a save costs only what has changed. */
const TABLE_BYTES = new WeakMap<object, Buffer>();
const RECORD_LINES = new WeakMap<AnyRecord, Buffer>();

function tableBytes(document: Document, table: TableName): Buffer {
  const rows = rowsOf(document, table);
  const known = TABLE_BYTES.get(rows);
  if (known !== undefined) return known;
  const lines = Object.keys(rows)
    .toSorted()
    .flatMap((id) => {
      const record = rows[id];
      return record === undefined ? [] : [recordLine(table, record)];
    });
  const [first, ...others] = lines;
  const bytes = first === undefined ? text('{}') : Buffer.concat([text('{'), first.subarray(SEPARATOR), ...others, text('\n}')]);
  TABLE_BYTES.set(rows, bytes);
  return bytes;
}

/** Separates a line from the one above, in bytes. */
const SEPARATOR = ','.length;

/**
 * @returns `,` and, on a new line, `"id": {…}` with the fields in the order of their declaration. Kept as bytes: encoding a full table
 * again would cost more than the rest of a save.
 */
export function recordLine(table: TableName, record: AnyRecord): Buffer {
  const known = RECORD_LINES.get(record);
  if (known !== undefined) return known;
  const ordered: Record<string, unknown> = { id: record.id };
  for (const [field] of fieldEntries(table)) ordered[field] = record[field];
  const line = text(`,\n${JSON.stringify(record.id)}: ${JSON.stringify(ordered)}`);
  RECORD_LINES.set(record, line);
  return line;
}

/** Lines made in one portion: a few milliseconds. */
const PORTION = 500;

/**
 * Makes the lines of a document in small portions, between which main can answer: the first save of a full file would otherwise block it
 * for a tenth of a second.
 */
export function makeLinesReady(document: Document): void {
  const portions = portionsOf(document);
  const next = (): void => {
    if (portions.next().done !== true) setImmediate(next);
  };
  setImmediate(next);
}

function* portionsOf(document: Document): Generator<void, void> {
  let made = 0;
  for (const table of tablesOfKind(document.kind)) {
    const rows = rowsOf(document, table);
    for (const id of TABLE_BYTES.has(rows) ? [] : Object.keys(rows)) {
      const record = rows[id];
      if (record !== undefined) recordLine(table, record);
      made += 1;
      if (made % PORTION === 0) yield;
    }
  }
}

function text(content: string): Buffer {
  return Buffer.from(content, 'utf8');
}
