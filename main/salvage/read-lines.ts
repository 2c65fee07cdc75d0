// Takes apart a file that is no longer JSON, line by line: it was written with one record on each.
import { FINGERPRINT_FORM, ID_FORM } from '@domain/tables/forms.ts';
import { isTableName, type TableName } from '@domain/tables/tables.ts';
import { SECTIONS } from '../files/envelope.ts';
import type { Part, Pieces } from './pieces.ts';
import { isObject, jsonOf, valueIn } from '../files/json.ts';
import { takeBlock, textOf } from './read-whole.ts';

/** Where a line belongs, as far as the headings above it show. */
type Place = { section: Part | null; table: TableName | null; isInHistory: boolean };

/** Adds everything that whole lines hold to the pieces, and what is known about the others. */
export function takeLines(bytes: Uint8Array, pieces: Pieces): void {
  const place: Place = { section: null, table: null, isInHistory: false };
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0; from < all.byteLength;) {
    const end = all.indexOf(LINE_END, from);
    takeLine(all.subarray(from, end === -1 ? all.byteLength : end), place, pieces);
    from = end === -1 ? all.byteLength : end + 1;
  }
  const isCut = all.at(-1) !== LINE_END || place.table !== null || place.isInHistory;
  const part = partAt(place);
  if (isCut && part !== null) pieces.uncertain.add(part);
}

const LINE_END = 0x0a;
const HEADING = /^"([A-Za-z]{1,40})": (\{|\[|\{\}|\[\])$/;
/** Names of the lines of the head; for a sealed file the sections too. */
const HEAD: ReadonlySet<string> = new Set([
  'format',
  'formatVersion',
  'kind',
  'fileId',
  'copyOf',
  'revision',
  'savedBy',
  'savedAt',
  'keys',
  'manifest',
  'digest',
  'history',
  ...SECTIONS,
]);
const KEY = /^"([^"\\]{1,80})": /;

function takeLine(bytes: Buffer, place: Place, pieces: Pieces): void {
  const line = textOf(bytes)?.trimEnd().replace(/,$/, '') ?? null;
  if (line === null) takeBroken(bytes, place, pieces);
  else if (line === '}' || line === ']') leave(place);
  else if (HEADING.test(line)) takeHeading(line, place, pieces);
  else if (!takePair(line, place, pieces) && !takeEntry(line, pieces)) takeBroken(bytes, place, pieces);
}

function leave(place: Place): void {
  place.table = null;
  place.isInHistory = false;
}

function takeHeading(line: string, place: Place, pieces: Pieces): void {
  const [, name = '', opening = ''] = HEADING.exec(line) ?? [];
  const section = [...SECTIONS, 'history' as const].find((each) => each === name);
  const isEmpty = opening.length > 1;
  leave(place);
  if (section !== undefined) {
    place.section = section;
    place.isInHistory = section === 'history' && !isEmpty;
    pieces.seen.add(section);
  } else if (isTableName(name)) {
    place.table = isEmpty ? null : name;
    pieces.seen.add(name);
    if (isEmpty) pieces.empty.add(name);
  } // else a damaged heading: its records are recognised by their form
}

/** `"name": value`: a record, an attached content or a line of the head. @returns whether it could be read */
function takePair(line: string, place: Place, pieces: Pieces): boolean {
  const data = line.startsWith('"') ? valueIn(`{${line}}`) : undefined;
  const [pair, ...others] = isObject(data) ? Object.entries(data) : [];
  if (pair === undefined || others.length > 0) return false;
  const [name, value] = pair;
  if (isObject(value) && FINGERPRINT_FORM.test(name) && Object.hasOwn(value, 'data')) pieces.contents.push(pair);
  else if (isObject(value) && Object.hasOwn(value, 'id'))
    pieces.records.push({ table: place.table, id: name, value, isAsWritten: line === `${JSON.stringify(name)}: ${jsonOf(value)}` });
  else if (takeBlock(name, value, pieces)) return true;
  else if (HEAD.has(name) && !pieces.head.has(name)) pieces.head.set(name, value);
  else return false;
  return true;
}

function takeEntry(line: string, pieces: Pieces): boolean {
  const entry = valueIn(line.replace(/^\[/, ''));
  if (!isObject(entry) || !Object.hasOwn(entry, 'at')) return false; // a record that has lost its name does not count
  pieces.history.push(entry);
  return true;
}

/** A line that cannot be read may still contain whole records: its end was damaged, or something was inserted. */
function takeBroken(bytes: Buffer, place: Place, pieces: Pieces): void {
  const line = bytes.toString('latin1'); // one character per byte, so that whole objects can be cut out and read as UTF-8 on their own
  let isOne = !line.includes('\0');
  for (const { id, text } of objectsIn(line)) {
    const utf8 = textOf(Buffer.from(text, 'latin1')) ?? '';
    const value = valueIn(utf8);
    if (value === undefined) continue;
    if (id === null) pieces.history.push(value);
    else if (FINGERPRINT_FORM.test(id)) pieces.contents.push([id, value]);
    else pieces.records.push({ table: place.table, id, value, isAsWritten: utf8 === JSON.stringify(value) });
    isOne = false;
  }
  const part = partAt(place);
  const key = KEY.exec(line)?.[1] ?? null;
  if (part === null || (place.table === null && key !== null && HEAD.has(key))) return; // a line of the head: its loss is noticed there
  const id = key !== null && ID_FORM.test(key) ? key : null;
  // every record has one of these; headings and brackets have neither
  if (line.includes('{"') || (id !== null && place.table !== null)) pieces.lose(part, id);
  if (!isOne || (line.includes('{"') && !/\}[\]},]*\r?$/.test(line))) pieces.uncertain.add(part);
}

function partAt({ section, table, isInHistory }: Place): Part | null {
  return isInHistory ? 'history' : (table ?? section);
}

const STARTS = /"([a-z0-9][a-z0-9-]{2,63})": (?=\{"(?:id":"\1"|bytes":\d))|(?=\{"at":")/g;

/** Records, attached contents and history entries, wherever in the line they begin. `id` is null for an entry. */
function objectsIn(line: string): readonly { readonly id: string | null; readonly text: string }[] {
  const found: { readonly id: string | null; readonly text: string }[] = [];
  for (const match of line.matchAll(STARTS)) {
    const id = match[1] ?? null;
    const start = match.index + match[0].length;
    const end = endOfObject(line, start, id === null ? 2 : 1);
    if (end !== null) found.push({ id, text: line.slice(start, end) });
  }
  return found;
}

/**
 * @param deepest records are flat, history entries nest two objects: anything deeper is not whole and need not be followed
 * @returns the position after the brace that closes the one at `start`
 */
function endOfObject(line: string, start: number, deepest: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < line.length; at += 1) {
    const letter = line[at];
    if (isQuoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === '{') {
      depth += 1;
      if (depth > deepest) return null;
    } else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
