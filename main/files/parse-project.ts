// Reads the bytes of a project file strictly: either all of it is understood, or nothing is taken and a code says why.
import type { z } from 'zod';
import { type Document, emptyDocument, rowsOf } from '@domain/document.ts';
import { type History, historyOf } from '@domain/history/history.ts';
import { isSoundEntry } from '@domain/history/sound-entry.ts';
import type { FileFailure, KeyFailure } from '@domain/failures.ts';
import { danglingField } from '@domain/guards/record-guards.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { clearSchema, plainBodySchema, sealedBodySchema, sealedSectionsSchema } from './envelope-schema.ts';
import { isSoundRecord } from '@domain/tables/sound-record.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { declarationOf, SINGLE_ID, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import type { ReadBlocks } from '../vault/file-sealer.ts';
import { openSection } from '../vault/sealed-sections.ts';
import {
  DIGEST_LINE_BYTES,
  digestOf,
  digestWrittenIn,
  type FileHeader,
  FORMAT,
  FORMAT_VERSION,
  LARGEST_FILE_BYTES,
  type Project,
  SECTIONS,
} from './envelope.ts';
import { isObject, type JsonObject, objectIn, valueIn } from './json.ts';
import { checkVersion, migrateEntry, migrateTables } from './migrations.ts';
import { readContents, type StoredContent } from './read-contents.ts';
import { openBody, rememberedBlocks, type SealedParts } from './sealed-body.ts';

/** A fully understood file. `sealing`: of a sealed file, its key and its blocks as the file holds them. `digest`: from its last line. */
export type ParsedProject = Project & {
  readonly sealing: Sealing | null;
  readonly digest: string;
  /** As the file says: an older one has been migrated in memory only. */ readonly formatVersion: number;
};
/** A sealed file once opened. */
export type Sealing = {
  readonly key: Uint8Array;
  /** Empty for a file of an older version: its blocks no longer match the migrated document. */
  readonly blocks: ReadBlocks;
};
/** Finds the key of a sealed file. */
export type KeyOf = (header: Pick<FileHeader, 'fileId' | 'keys'>) => Promise<Result<Uint8Array, KeyFailure>>;
/** `keyOf` supplies the key of a sealed file; without it such a file is refused as file-sealed. */
export type ParseOptions = {
  readonly name: string;
  readonly keyOf?: KeyOf | undefined;
  /** Finds attached contents that are not in the file. */ readonly stored?: StoredContent | undefined;
};
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
  if (Object.keys(data.value).length > MOST_PARTS) return damaged(options.name, 'parts');
  const clear = clearSchema.safeParse(data.value);
  if (!clear.success) return damaged(options.name, placeIn(clear.error));
  const { kind, digest } = clear.data;
  const body = await readBody(data.value, clear.data, options);
  if (!body.ok) return body;
  const { header, tables, history: entries, sealing } = body.value;
  const migrated = migrateTables(tables, { kind, version: version.value, name: options.name });
  if (!migrated.ok) return migrated;
  const document = readDocument(kind, migrated.value, options.name);
  if (!document.ok) return document;
  const history = readHistory(entries, version.value);
  if (history === null) return damaged(options.name, 'history');
  const contents = await readContents(
    data.value['attachments'],
    document.value,
    { fileId: header.fileId, key: sealing?.key ?? null },
    options.stored,
  );
  if (contents === null) return damaged(options.name, 'attachments');
  return ok({ header, document: document.value, history, contents, sealing, digest, formatVersion: version.value });
}

/** More than any version has: whatever else was put beside them is not examined one by one. */
const MOST_PARTS = 64;

/** A file says what it is within this many bytes. */
export const HEAD_BYTES = 4096;
/**
 * Must come before anything nested. A byte order mark is allowed here; the check that reports what is wrong with the file deals with it.
 */
const saysFirst = (what: string): RegExp => new RegExp(`^(?:\\xEF\\xBB\\xBF)?\\s*\\{[^{}[\\]]*?${what}`);
const SAYS_FORMAT = saysFirst(`"format"\\s*:\\s*"${FORMAT}"`);
const SAYS_VERSION = saysFirst('"formatVersion"\\s*:\\s*(\\d{1,9})\\b');

/**
 * Bytes to data: what it says it is, its version, its digest, its form. In this order, so that an unrelated file of any size is never
 * parsed, and neither is a damaged one.
 */
function readEnvelope(bytes: Uint8Array, name: string): Result<JsonObject, ParseFailure> {
  if (bytes.byteLength === 0) return refuse({ code: 'file-empty', name });
  if (bytes.byteLength > LARGEST_FILE_BYTES) return refuse({ code: 'file-too-large', name, bytes: bytes.byteLength });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.subarray(0, HEAD_BYTES).toString('latin1');
  if (!saysThatItIsOurs(buffer)) return refuse({ code: 'file-not-tierce', name });
  const version = checkVersion(Number(SAYS_VERSION.exec(head)?.[1] ?? FORMAT_VERSION), name);
  // whatever else is wrong with it, a newer Tierce may be able to read it
  if (!version.ok && version.failure.code === 'file-newer') return version;
  const written = digestWrittenIn(buffer);
  if (written === null) return endsAsWritten(buffer) ? damaged(name, 'digest') : refuse({ code: 'file-truncated', name });
  if (written !== digestOf(buffer.subarray(0, -DIGEST_LINE_BYTES))) return damaged(name, 'digest');
  const data = objectIn(buffer.toString('utf8'));
  return data === null ? damaged(name, 'JSON') : ok(data);
}

/** Far enough from the end for the digest, whatever an editor makes of the ends of lines. In bytes. */
const TAIL_BYTES = 256;

/** @returns whether the end of a file is there, if not as we write it: some editor has saved it anew, and nothing was cut */
function endsAsWritten(bytes: Buffer): boolean {
  return /"digest"\s*:\s*"[0-9a-f]{64}"\s*\}\s*$/.test(bytes.subarray(-TAIL_BYTES).toString('latin1'));
}

/** @param bytes of a file, from its beginning @returns whether it claims to be a Tierce file, judged by these bytes alone */
export function saysThatItIsOurs(bytes: Buffer): boolean {
  return SAYS_FORMAT.test(bytes.subarray(0, HEAD_BYTES).toString('latin1'));
}

type Clear = z.infer<typeof clearSchema>;
type Body = {
  readonly header: FileHeader;
  readonly tables: JsonObject;
  readonly history: readonly unknown[];
  readonly sealing: Sealing | null;
};

async function readBody(data: JsonObject, clear: Clear, options: ParseOptions): Promise<Result<Body, ParseFailure>> {
  if (clear.keys.file === null) return readPlainBody(data, options.name);
  const schema = clear.formatVersion < FIRST_WITH_MANIFEST ? sealedSectionsSchema : sealedBodySchema;
  if (!schema.safeParse(data).success) return damaged(options.name, 'sections');
  if (options.keyOf === undefined) return refuse({ code: 'file-sealed', name: options.name });
  const key = await options.keyOf(clear);
  if (!key.ok) return key;
  return clear.formatVersion < FIRST_WITH_MANIFEST
    ? readSealedSections(data, key.value, options.name)
    : readSealedBody(data, clear, key.value);
}

function readPlainBody(data: JsonObject, name: string): Result<Body, ParseFailure> {
  const plain = plainBodySchema.safeParse(data);
  if (!plain.success) return damaged(name, placeIn(plain.error));
  return ok({
    header: headerOf(plain.data),
    tables: { ...sectionOf(data, 'accompaniment'), ...sectionOf(data, 'desk'), ...sectionOf(data, 'vault') },
    history: plain.data.history,
    sealing: null,
  });
}

function readSealedBody(data: JsonObject, clear: Clear, key: Uint8Array): Result<Body, ParseFailure> {
  const { manifest, blocks } = data as SealedParts; // just checked
  const { formatVersion, kind, fileId, revision } = clear;
  const opened = openBody(key, { formatVersion, kind, fileId, revision, keys: data['keys'] }, { manifest, blocks });
  if (!opened.ok) return opened;
  const {
    tables,
    history,
    manifest: { copyOf, savedBy, savedAt },
    blocks: read,
  } = opened.value;
  return ok({
    header: headerOf({ ...clear, copyOf, savedBy, savedAt }),
    tables,
    history,
    sealing: { key, blocks: formatVersion === FORMAT_VERSION ? rememberedBlocks(read) : [] },
  });
}

/** From this version on a manifest says which parts belong together. */
export const FIRST_WITH_MANIFEST = 4;

function readSealedSections(data: JsonObject, key: Uint8Array, name: string): Result<Body, ParseFailure> {
  const { history: past, ...body } = sealedSectionsSchema.parse(data);
  let tables: JsonObject = {};
  for (const section of SECTIONS) {
    const text = openSection(body.fileId, key, section, body[section]);
    if (!text.ok) return text;
    const opened = objectIn(text.value.toString('utf8'));
    if (opened === null) return damaged(name, section);
    tables = { ...tables, ...opened };
  }
  const read = { header: headerOf(body), tables, sealing: { key, blocks: [] } };
  if (!('sealedAt' in past)) return ok({ ...read, history: past }); // before version 3 there was none
  const entries = openSection(body.fileId, key, 'history', past);
  if (!entries.ok) return entries;
  const history = valueIn(entries.value.toString('utf8'));
  return Array.isArray(history) ? ok({ ...read, history }) : damaged(name, 'history');
}

function headerOf({ fileId, copyOf, revision, savedBy, savedAt, keys }: FileHeader): FileHeader {
  return { fileId, copyOf, revision, savedBy, savedAt, keys };
}

function placeIn({ issues }: z.ZodError): string {
  return String(issues[0]?.path[0] ?? 'header');
}

/** The section as it was read: zod's copies drop a key named `__proto__`, which must be refused, not forgotten. */
function sectionOf(data: JsonObject, section: string): JsonObject {
  const raw = data[section];
  return isObject(raw) ? raw : {};
}

/** Takes the rows as they were read, once each record is known to be sound: nothing is copied. */
function readDocument(kind: FileKind, tables: JsonObject, name: string): Result<Document, FileFailure> {
  const expected = tablesOfKind(kind);
  const unknown = Object.keys(tables).find((table) => !expected.some((known) => known === table));
  if (unknown !== undefined) return damaged(name, unknown.slice(0, 40));
  const document = emptyDocument(kind);
  const sections: Record<string, Record<string, unknown>> = {
    accompaniment: { ...document.accompaniment },
    desk: { ...document.desk },
    vault: { ...document.vault },
  };
  for (const table of expected) {
    const rows = tables[table];
    if (!isObject(rows)) return damaged(name, table);
    const wrong = Object.keys(rows).find((id) => !isSoundRecord(table, id, rows[id]) || isStray(table, id));
    if (wrong !== undefined) return damaged(name, `${table} ${wrong.slice(0, 64)}`);
    Object.assign(sections[declarationOf(table).class] ?? {}, { [table]: rows });
  }
  const read = { kind, ...sections } as unknown as Document; // every table of every class, its records just checked
  const dangling = expected.find((table) =>
    Object.values(rowsOf(read, table)).some((record) => danglingField(read, table, record) !== null),
  );
  return dangling === undefined ? ok(read) : damaged(name, dangling);
}

/** @returns the history in the form of today; `null` where an entry is not sound, or cannot be brought up */
function readHistory(entries: readonly unknown[], version: number): History | null {
  const sound = entries.filter(isSoundEntry).flatMap((entry) => migrateEntry(entry, version) ?? []);
  return sound.length === entries.length ? historyOf(sound) : null;
}

function isStray(table: TableName, id: string): boolean {
  return declarationOf(table).edits === 'single' && id !== SINGLE_ID;
}

function damaged(name: string, where: string): Result<never, FileFailure> {
  return refuse({ code: 'file-damaged', name, where });
}
