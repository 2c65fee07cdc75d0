// The project file as data: what surrounds the document, and how it becomes bytes, one record per line.
import { createHash } from 'node:crypto';
import type { Document } from '@domain/document.ts';
import type { Confidentiality, FileKind } from '@domain/tables/table.ts';
import { type AnyRecord, declarationOf, fieldEntries, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import type { Instant } from '@domain/units.ts';
import { rowsOf } from '@domain/document.ts';
import type { KeyRing } from '../vault/key-slots.ts';
import type { SealedSections } from '../vault/sealed-file.ts';
import type { VaultKeys } from '../vault/vault.ts';

export const FORMAT = 'tierce';
/** Version written by this Tierce. Raised together with a migration, never alone. */
export const FORMAT_VERSION = 1;
export const FILE_ENDING = '.tierce';
/** Larger files are refused before they are read: 50 MB of attachments in Base64 and a very full document stay below. */
export const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

/** What is known of a file beside its document. */
export type FileHeader = {
  /** Random, the same in every copy made by a synchroniser. */
  readonly fileId: string;
  /** The file that this one was copied from on purpose. */
  readonly copyOf: string | null;
  /** Grows by one with each step; it and `savedAt` change only when the content does. */
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: Instant;
  readonly keys: { readonly file: KeyRing | null; readonly vault: VaultKeys | null };
};

/** A project in memory: the document with its header. */
export type Project = { readonly header: FileHeader; readonly document: Document };

export const SECTIONS = ['accompaniment', 'desk', 'vault'] as const satisfies readonly Confidentiality[];

/**
 * The bytes of a project: stable, so that the same project always gives the same bytes.
 * @param sealed the sections as ciphertext when the file is sealed; `null` for a plain file
 */
export function serialiseProject({ header, document }: Project, sealed: SealedSections | null): Buffer {
  const sections = SECTIONS.map((section) => `${JSON.stringify(section)}: ${sealed === null ? sectionText(document, section) : JSON.stringify(sealed[section])}`);
  const head = [
    `"format": ${JSON.stringify(FORMAT)}`,
    `"formatVersion": ${FORMAT_VERSION}`,
    `"kind": ${JSON.stringify(document.kind)}`,
    ...(['fileId', 'copyOf', 'revision', 'savedBy', 'savedAt', 'keys'] as const).map((name) => `${JSON.stringify(name)}: ${JSON.stringify(header[name])}`),
    ...sections,
    '"history": []',
    '"attachments": {}',
  ];
  return withDigest(`{\n${head.join(',\n')},\n`);
}

/** @returns the SHA-256 of everything above the line of the digest, in hexadecimal. */
export function digestOf(head: Uint8Array | string): string {
  return createHash('sha256').update(head).digest('hex');
}

/** The last lines of every file. Whatever stands above them is what the digest covers. */
export function digestLine(digest: string): string {
  return `"digest": "${digest}"\n}\n`;
}

/** @returns the text of one section: a table after the other, a record per line, sorted by id. */
export function sectionText(document: Document, section: Confidentiality): string {
  const tables = tablesOfKind(document.kind).filter((table) => declarationOf(table).class === section);
  return `{\n${tables.map((table) => `${JSON.stringify(table)}: ${tableText(document, table)}`).join(',\n')}\n}`;
}

function withDigest(head: string): Buffer {
  const bytes = Buffer.from(head, 'utf8');
  return Buffer.concat([bytes, Buffer.from(digestLine(digestOf(bytes)), 'utf8')]);
}

function tableText(document: Document, table: TableName): string {
  const rows = rowsOf(document, table);
  const ids = Object.keys(rows).toSorted();
  if (ids.length === 0) return '{}';
  const lines: string[] = [];
  for (const id of ids) {
    const record = rows[id];
    if (record !== undefined) lines.push(recordLine(table, record));
  }
  return `{\n${lines.join(',\n')}\n}`;
}

/** Records never change in place, so that the line of an untouched one is still right. */
const LINES = new WeakMap<AnyRecord, string>();

/** @returns `"id": {…}`, fields in the order of their declaration. */
function recordLine(table: TableName, record: AnyRecord): string {
  const known = LINES.get(record);
  if (known !== undefined) return known;
  const ordered: Record<string, unknown> = { id: record.id };
  for (const [field] of fieldEntries(table)) ordered[field] = record[field];
  const line = `${JSON.stringify(record.id)}: ${JSON.stringify(ordered)}`;
  LINES.set(record, line);
  return line;
}

/** @returns the kind of file that a text names, or `null`. */
export function fileKind(text: unknown): FileKind | null {
  return text === 'accompaniment' || text === 'person' ? text : null;
}
