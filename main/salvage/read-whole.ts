// Takes apart a file that is still JSON: only its digest or some of its records are wrong.
import { isTableName } from '@domain/tables/tables.ts';
import { SECTIONS } from '../files/envelope.ts';
import { isObject, type JsonObject, objectIn } from '../files/json.ts';
import type { Pieces } from './pieces.ts';

/** @returns the data of a JSON object in UTF-8; `null` for anything else, even for a single byte of another encoding */
export function dataOf(bytes: Uint8Array): JsonObject | null {
  const text = textOf(bytes);
  return text === null ? null : objectIn(text);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @returns the text, or `null` when it is not UTF-8: a damaged character must not become a replacement character */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return null; // the decoder throws for nothing else
  }
}

/** Adds everything that a whole file holds to the pieces. */
export function takeWhole(data: JsonObject, pieces: Pieces): void {
  for (const [name, value] of Object.entries(data)) {
    const section = SECTIONS.find((each) => each === name);
    if (section !== undefined && !isSealed(value)) takeSection(section, value, pieces);
    else if (name === 'history' && !isSealed(value)) takeHistory(value, pieces);
    else if (name === 'attachments') for (const content of isObject(value) ? Object.entries(value) : []) pieces.contents.push(content);
    else if (name === 'blocks') for (const [block, text] of isObject(value) ? Object.entries(value) : []) takeBlock(block, text, pieces);
    else pieces.head.set(name, value);
  }
}

const BLOCK_FORM = /^[0-9a-f]{32}$/;

/** Adds a block of a sealed file. @returns whether it is one */
export function takeBlock(name: string, text: unknown, pieces: Pieces): boolean {
  const isBlock = typeof text === 'string' && BLOCK_FORM.test(name);
  if (isBlock) pieces.blocks.set(name, text);
  return isBlock;
}

/** Adds the tables of one section. */
export function takeSection(section: (typeof SECTIONS)[number], value: unknown, pieces: Pieces): void {
  if (!isObject(value)) return;
  pieces.seen.add(section);
  for (const [name, rows] of Object.entries(value)) {
    const table = isTableName(name) ? name : null;
    if (!isObject(rows)) {
      pieces.uncertain.add(table ?? section);
      continue;
    }
    if (table !== null) pieces.seen.add(table);
    if (table !== null && Object.keys(rows).length === 0) pieces.empty.add(table);
    // its own line shows that
    for (const [id, record] of Object.entries(rows)) pieces.records.push({ table, id, value: record, isAsWritten: false });
  }
}

/** Adds the entries of the history. */
export function takeHistory(value: unknown, pieces: Pieces): void {
  if (!Array.isArray(value)) return;
  pieces.seen.add('history');
  for (const entry of value) pieces.history.push(entry);
}

/** @returns whether a section is ciphertext */
export function isSealed(value: unknown): boolean {
  return isObject(value) && typeof value['data'] === 'string' && Object.hasOwn(value, 'sealedAt');
}
