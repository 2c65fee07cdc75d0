// Reads the bytes of a project file strictly: all of it is understood, or nothing is taken and a code says why.
import { type Document, emptyDocument, everyRecord } from '@domain/document.ts';
import { historyOf } from '@domain/history/history.ts';
import { isSoundEntry } from '@domain/history/sound-entry.ts';
import type { FileFailure, KeyFailure } from '@domain/failures.ts';
import { danglingField } from '@domain/guards/record-guards.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { headerSchema, plainBodySchema, sealedBodySchema } from './envelope-schema.ts';
import { isSoundRecord } from '@domain/tables/sound-record.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { declarationOf, SINGLE_ID, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { openSection, type SealedTexts } from '../vault/sealed-file.ts';
import { DIGEST_LINE_BYTES, digestOf, digestWrittenIn, type FileHeader, FORMAT, FORMAT_VERSION, LARGEST_FILE_BYTES, type Project, SECTIONS } from './envelope.ts';
import { checkVersion, migrateTables } from './migrations.ts';
import { readContents, type StoredContent } from './read-contents.ts';

type Data = Readonly<Record<string, unknown>>;
/** A file in which everything was understood. `sealing`: of a sealed file, its key and its sections as they stand in it. `digest`: the one that its last line gives. */
export type ParsedProject = Project & { readonly sealing: Sealing | null; readonly digest: string; /** As the file says it: an older one has been brought up to date in memory alone. */ readonly formatVersion: number };
/** A sealed file once opened. */
export type Sealing = {
  readonly key: Uint8Array;
  /** `null` in a file of an older version: the document brought up from it is no longer what they hold. */
  readonly sections: SealedTexts | null;
};
/** Finds the key of a sealed file. */
export type KeyOf = (header: FileHeader) => Promise<Result<Uint8Array, KeyFailure>>;
/** `keyOf` is asked for the key of a sealed file; without it such a file is refused as file-sealed. */
export type ParseOptions = { readonly name: string; readonly keyOf?: KeyOf | undefined; /** Finds attached contents that do not lie in the file. */ readonly stored?: StoredContent | undefined };
export type ParseFailure = FileFailure | KeyFailure;

/**
 * @param options.name bare name of the file, for messages
 * @returns the project; or file-empty, -too-large, -not-tierce, -truncated, -damaged, -newer, -sealed, passphrase-wrong, seal-broken
 */
export async function parseProject(bytes: Uint8Array, options: ParseOptions): Promise<Result<ParsedProject, ParseFailure>> {
  const data = readEnvelope(bytes, options.name);
  if (!data.ok) return data;
  const version = checkVersion(data.value['formatVersion'], options.name);
  if (!version.ok) return version;
  if (Object.hasOwn(data.value, '__proto__')) return damaged(options.name, '__proto__');
  const header = headerSchema.safeParse(data.value);
  if (!header.success) return damaged(options.name, String(header.error.issues[0]?.path[0] ?? 'header'));
  const { kind, ...rest } = header.data;
  const fileHeader: FileHeader = { fileId: rest.fileId, copyOf: rest.copyOf, revision: rest.revision, savedBy: rest.savedBy, savedAt: rest.savedAt, keys: rest.keys };
  const sections = await openSections(data.value, fileHeader, options);
  if (!sections.ok) return sections;
  const document = readDocument(kind, migrateTables(sections.value.tables, kind, version.value), options.name);
  if (!document.ok) return document;
  const history = sections.value.history.every(isSoundEntry) ? historyOf(sections.value.history.filter(isSoundEntry)) : null;
  if (history === null) return damaged(options.name, 'history');
  const contents = await readContents(data.value['attachments'], document.value, { fileId: fileHeader.fileId, key: sections.value.sealing?.key ?? null }, options.stored);
  if (contents === null) return damaged(options.name, 'attachments');
  return ok({ header: fileHeader, document: document.value, history, contents, sealing: sections.value.sealing, digest: header.data.digest, formatVersion: version.value });
}

/** Bytes to data: the form of the whole, its format, its version, its digest. */
function readEnvelope(bytes: Uint8Array, name: string): Result<Data, ParseFailure> {
  if (bytes.byteLength === 0) return refuse({ code: 'file-empty', name });
  if (bytes.byteLength > LARGEST_FILE_BYTES) return refuse({ code: 'file-too-large', name, bytes: bytes.byteLength });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const looksOurs = buffer.subarray(0, 64).toString('latin1').startsWith(`{\n"format": "${FORMAT}"`);
  const head = buffer.subarray(0, -DIGEST_LINE_BYTES);
  const written = digestWrittenIn(buffer);
  const data = parseJson(buffer);
  if (data === null) return refuse(looksOurs ? { code: written === null ? 'file-truncated' : 'file-damaged', name, where: 'JSON' } : { code: 'file-not-tierce', name });
  if (data['format'] !== FORMAT) return refuse({ code: 'file-not-tierce', name });
  const version = checkVersion(data['formatVersion'], name);
  if (!version.ok && version.failure.code === 'file-newer') return version; // whatever else is wrong with it, a newer Tierce may read it
  if (written === null) return refuse({ code: 'file-truncated', name });
  return written === digestOf(head) ? ok(data) : damaged(name, 'digest');
}

function parseJson(bytes: Buffer): Data | null {
  try {
    const data: unknown = JSON.parse(bytes.toString('utf8'));
    return isData(data) ? data : null;
  } catch {
    return null; // what is not JSON is told apart by its first bytes
  }
}

async function openSections(data: Data, header: FileHeader, options: ParseOptions): Promise<Result<{ readonly tables: Data; readonly history: readonly unknown[]; readonly sealing: Sealing | null }, ParseFailure>> {
  if (header.keys.file === null) {
    const plain = plainBodySchema.safeParse(data);
    if (!plain.success) return damaged(options.name, String(plain.error.issues[0]?.path[0] ?? 'sections'));
    return ok({ tables: { ...sectionOf(data, 'accompaniment'), ...sectionOf(data, 'desk'), ...sectionOf(data, 'vault') }, history: plain.data.history, sealing: null });
  }
  const body = sealedBodySchema.safeParse(data);
  if (!body.success) return damaged(options.name, 'sections');
  if (options.keyOf === undefined) return refuse({ code: 'file-sealed', name: options.name });
  const key = await options.keyOf(header);
  if (!key.ok) return key;
  const { accompaniment, desk, vault, history: past } = body.data;
  const sealed = { accompaniment, desk, vault };
  let tables: Data = {};
  for (const section of SECTIONS) {
    const text = openSection(header.fileId, key.value, section, sealed[section]);
    if (!text.ok) return text;
    const opened = parseJson(text.value);
    if (opened === null) return damaged(options.name, section);
    tables = { ...tables, ...opened };
  }
  if (!('sealedAt' in past)) return ok({ tables, history: past, sealing: { key: key.value, sections: null } }); // before version 3 there was none
  const entries = openSection(header.fileId, key.value, 'history', past);
  if (!entries.ok) return entries;
  const history: unknown = JSON.parse(entries.value.toString('utf8')); // under its seal it is what a Tierce wrote
  if (!Array.isArray(history)) return damaged(options.name, 'history');
  return ok({ tables, history, sealing: { key: key.value, sections: data['formatVersion'] === FORMAT_VERSION ? { ...sealed, history: past } : null } });
}

/** The section as it was read: the copies that zod makes leave out a key named `__proto__`, which is to be refused, not forgotten. */
function sectionOf(data: Data, section: string): Data {
  const raw = data[section];
  return isData(raw) ? raw : {};
}

/** Takes the rows as they were read, once each record is known to be sound: nothing is copied. */
function readDocument(kind: FileKind, tables: Data, name: string): Result<Document, FileFailure> {
  const expected = tablesOfKind(kind);
  const unknown = Object.keys(tables).find((table) => !expected.some((known) => known === table));
  if (unknown !== undefined) return damaged(name, unknown.slice(0, 40));
  const document = emptyDocument(kind);
  const sections: Record<string, Record<string, unknown>> = { accompaniment: { ...document.accompaniment }, desk: { ...document.desk }, vault: { ...document.vault } };
  for (const table of expected) {
    const rows = tables[table];
    if (!isData(rows)) return damaged(name, table);
    const wrong = Object.keys(rows).find((id) => !isSoundRecord(table, id, rows[id]) || isStray(table, id));
    if (wrong !== undefined) return damaged(name, `${table} ${wrong.slice(0, 64)}`);
    Object.assign(sections[declarationOf(table).class] ?? {}, { [table]: rows });
  }
  const read = { kind, ...sections } as unknown as Document; // every table of every class, its records just checked
  const dangling = everyRecord(read).find(({ table, record }) => danglingField(read, table, record) !== null);
  return dangling === undefined ? ok(read) : damaged(name, dangling.table);
}

function isStray(table: TableName, id: string): boolean {
  return declarationOf(table).edits === 'single' && id !== SINGLE_ID;
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(name: string, where: string): Result<never, FileFailure> {
  return refuse({ code: 'file-damaged', name, where });
}

