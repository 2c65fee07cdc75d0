// Recovers what can still be read of a damaged file, section by section and record by record, with a list of what is lost.
import type { LostPart } from '@contract/attempt.ts';
import { type Document, emptyDocument } from '@domain/document.ts';
import { type History, type HistoryEntry, historyOf } from '@domain/history/history.ts';
import { isSoundEntry } from '@domain/history/sound-entry.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { type AnyRecord, declarationOf, tablesOfKind } from '@domain/tables/tables.ts';
import { NO_CONTENTS } from '../files/attached-contents.ts';
import { DIGEST_LINE_BYTES, digestOf, digestWrittenIn, type Project, SECTIONS } from '../files/envelope.ts';
import { migrateEntry } from '../files/migrations.ts';
import { type KeyOf, type ParseFailure, parseProject } from '../files/parse-project.ts';
import { jsonOf } from '../files/json.ts';
import { SEALED_TABLES } from '../vault/sealed-forms.ts';
import { addBlankSingles } from './blank-singles.ts';
import { lostParts } from './lost-parts.ts';
import { openSealedParts } from './open-sealed-parts.ts';
import { type LooseRecord, Pieces } from './pieces.ts';
import { type Placed, placeRecords } from './place-records.ts';
import { takeLines } from './read-lines.ts';
import { dataOf, isSealed, takeWhole } from './read-whole.ts';
import { repairReferences } from './repair-references.ts';
import { dropLostContents, soundContents } from './sound-contents.ts';
import { soundHeader } from './sound-header.ts';

/** `kept`: how many records were recovered. `key`: that of a sealed file; the recovered one is to be sealed with it too. */
export type Salvaged = {
  readonly project: Project;
  readonly lost: readonly LostPart[];
  readonly kept: number;
  readonly key: Uint8Array | null;
};
type Options = { readonly name: string; readonly keyOf?: KeyOf | undefined };

/**
 * Reads leniently what `parseProject` refuses, and makes it a project that `parseProject` would accept. Like `parseProject`, it reads a
 * state and judges no change: the rules of records apply (their form, their kind of file, single ones, references), but not those of the
 * trade, since a sound file may break one of them.
 * @returns what is whole of these bytes; or why nothing can be recovered: a failure of `parseProject`, file-sealed, passphrase-wrong.
 * Never throws, never writes.
 */
export async function salvageProject(bytes: Uint8Array, { name, keyOf }: Options): Promise<Result<Salvaged, ParseFailure>> {
  const parsed = await parseProject(bytes, { name, keyOf });
  if (parsed.ok)
    return ok({ project: parsed.value, lost: [], kept: recordsIn(parsed.value.document), key: parsed.value.sealing?.key ?? null });
  if (isFinal(parsed.failure, bytes)) return parsed;
  const pieces = piecesOf(bytes);
  const { header: clear } = soundHeader(pieces);
  const key = isSealedFile(pieces) ? await keyFor(clear, name, keyOf) : ok(null);
  if (!key.ok) return key;
  if (key.value !== null) openSealedParts(pieces, clear.fileId, key.value);
  const { header, kind: said, version, lost } = soundHeader(pieces); // for a sealed file the manifest gives the rest
  const kind = said ?? kindBy(pieces);
  const contents = kind === 'accompaniment' ? soundContents(pieces, { fileId: header.fileId, key: key.value }) : NO_CONTENTS;
  const placed = placeRecords(pieces, { kind, version }, (sha256) => contents.has(sha256));
  const withoutContent = dropLostContents(placed, contents);
  const dropped = repairReferences(placed);
  const kept = [...placed.values()].reduce((sum, rows) => sum + rows.size, 0);
  if (kept === 0) return parsed;
  const { history, unsound } = soundHistory(pieces, version);
  const found = {
    placed,
    pieces,
    kind,
    version,
    dropped,
    withoutContent,
    unsound,
    parts: isWithoutKeys(placed, header) ? [...lost, 'vault' as const] : lost,
  };
  const allLost = lostParts(found, addBlankSingles(placed, { kind, version, pieces, name }));
  return ok({ project: { header, document: documentOf(kind, placed), history, contents }, lost: allLost, kept, key: key.value });
}

/**
 * An intact file of a newer Tierce is left to that version; an empty or a huge file has nothing to recover, and a sealed one shows nothing
 * without its secret.
 */
function isFinal({ code }: ParseFailure, bytes: Uint8Array): boolean {
  if (code !== 'file-newer') return ['file-empty', 'file-too-large', 'file-sealed', 'passphrase-wrong', 'key-cost-refused'].includes(code);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return digestWrittenIn(buffer) === digestOf(buffer.subarray(0, -DIGEST_LINE_BYTES));
}

/**
 * Reads line by line even what is valid JSON: of two tables with one name JSON keeps only the last. Losses are then counted on the whole.
 */
function piecesOf(bytes: Uint8Array): Pieces {
  const byLine = new Pieces();
  takeLines(bytes, byLine);
  const data = dataOf(bytes);
  if (data === null) return byLine;
  const whole = new Pieces();
  takeWhole(data, whole);
  const inWhole = whole.records.splice(0);
  for (const record of besides(byLine.records, inWhole)) whole.records.push(record);
  for (const record of inWhole) whole.records.push(record);
  for (const content of byLine.contents) whole.contents.push(content); // their heading may have been damaged
  for (const [name, block] of byLine.blocks) if (!whole.blocks.has(name)) whole.blocks.set(name, block); // as that of the blocks
  if (!whole.seen.has('history')) for (const entry of byLine.history) whole.history.push(entry);
  return whole;
}

/**
 * JSON may have a record where no table is: in the head, or under a name that stands there once more.
 * @returns the lines' records that stand under the heading of a table, and of the others those that the whole lacks: if it has
 * them too, a broken one would be counted as lost twice
 */
function besides(inLines: readonly LooseRecord[], inWhole: readonly LooseRecord[]): readonly LooseRecord[] {
  const ids = new Set(inLines.flatMap(({ table, id }) => (table === null ? [id] : [])));
  const keyOf = ({ id, value }: LooseRecord): string => `${id}: ${jsonOf(value)}`;
  const known = new Set(inWhole.flatMap((record) => (ids.has(record.id) ? [keyOf(record)] : [])));
  return inLines.filter((record) => record.table !== null || !known.has(keyOf(record)));
}

function isSealedFile({ head, blocks }: Pieces): boolean {
  return blocks.size > 0 || head.has('manifest') || SECTIONS.some((section) => isSealed(head.get(section)));
}

async function keyFor(header: Project['header'], name: string, keyOf: KeyOf | undefined): Promise<Result<Uint8Array, ParseFailure>> {
  if (header.keys.file === null) return refuse({ code: 'file-damaged', name, where: 'keys' }); // its sections can never be opened
  return keyOf === undefined ? refuse({ code: 'file-sealed', name }) : keyOf(header);
}

/** A personal file has a profile; an accompaniment never does. */
function kindBy(pieces: Pieces): FileKind {
  return pieces.seen.has('profile') || (placeRecords(copyOf(pieces), { kind: 'person', version: 1 }).get('profile')?.size ?? 0) > 0
    ? 'person'
    : 'accompaniment';
}

/** Examining the records twice must not count losses twice. */
function copyOf({ records }: Pieces): Pieces {
  const copy = new Pieces();
  for (const record of records) copy.records.push(record); // not a spread: there may be more records than a call takes arguments
  return copy;
}

function soundHistory({ history }: Pieces, version: number): { readonly history: History; readonly unsound: number } {
  const byText = new Map<string, HistoryEntry>(); // a range that stands there twice is told once
  let unsound = 0;
  for (const entry of history) {
    const now = isSoundEntry(entry) ? migrateEntry(entry, version) : null;
    if (now === null) unsound += 1;
    else byText.set(JSON.stringify(now), now);
  }
  return { history: historyOf([...byText.values()]), unsound };
}

/** Boxes whose key is lost stay: a backup may still hold the key. */
function isWithoutKeys(placed: Placed, { keys }: Project['header']): boolean {
  return keys.vault === null && SEALED_TABLES.some((table) => (placed.get(table)?.size ?? 0) > 0);
}

function documentOf(kind: FileKind, placed: Placed): Document {
  const document = emptyDocument(kind);
  const sections = { accompaniment: { ...document.accompaniment }, desk: { ...document.desk }, vault: { ...document.vault } };
  for (const table of tablesOfKind(kind)) {
    const rows: Readonly<Record<string, AnyRecord>> = Object.fromEntries(placed.get(table) ?? []);
    Object.assign(sections[declarationOf(table).class], { [table]: rows });
  }
  return { kind, ...sections };
}

function recordsIn(document: Document): number {
  return SECTIONS.flatMap((section) => Object.values(document[section])).reduce<number>((sum, rows) => sum + Object.keys(rows).length, 0);
}
