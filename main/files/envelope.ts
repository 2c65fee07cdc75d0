// The project file as data: what surrounds the document, and how it becomes bytes, one record per line.
import { createHash } from 'node:crypto';
import type { Document } from '@domain/document.ts';
import { type History, NO_HISTORY } from '@domain/history/history.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import type { Instant } from '@domain/units.ts';
import type { KeyRing } from '../vault/key-slots.ts';
import type { FileSealer, SealedBody } from '../vault/file-sealer.ts';
import { contentBytes, type Contents, NO_CONTENTS } from './attached-contents.ts';
import { digestInPortions } from './digest.ts';
import { historyBytes } from './history-bytes.ts';
import { sectionBytes } from './section-bytes.ts';
import type { VaultKeys } from '../vault/vault.ts';

export const FORMAT = 'tierce';
/** Version written by this Tierce. Raised together with a migration, never alone. */
export const FORMAT_VERSION = 5;
export const FILE_ENDING = '.tierce';
/** Larger files are refused before they are read: 50 MB of attachments in Base64 and a very full document stay below. */
export const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

/**
 * The last revision that a file can have: fifteen digits, as many as the name of a backup takes.
 * At one step a second a file would be thirty million years old; one that says so was made by hand.
 */
export const MOST_REVISION = 999_999_999_999_999;

/** Of the name of whoever made the last step, in characters: more than a profile holds. */
export const LONGEST_SAVED_BY = 300;

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

/** A project in memory: the document with its header, what was done to it, and the contents attached to it, by their SHA-256. */
export type Project = { readonly header: FileHeader; readonly document: Document; readonly history: History; readonly contents: Contents };
/** A project to be written: without a word of it there is no history yet, and nothing attached. */
export type Writable = Pick<Project, 'header' | 'document'> & Partial<Project>;

export const SECTIONS = ['accompaniment', 'desk', 'vault'] as const satisfies readonly Confidentiality[];

/** The bytes of a whole file, and the SHA-256 that its last line gives of them. */
export type FileContent = { readonly parts: readonly Uint8Array[]; readonly digest: string };
/** A content as journal and backups name it. */
export type ContentName = { readonly digest: string; readonly revision: number };

/** @returns the bytes of a project in one piece, at once: for what is small, or answers nobody meanwhile; see `projectContent`. */
export function serialiseProject(project: Writable, sealer: FileSealer | null): Buffer {
  const head = Buffer.concat(headParts(project, sealer));
  return Buffer.concat([head, text(digestLine(digestOf(head)))]);
}

/**
 * The bytes of a project as it is when this is called, in parts: stable, so that the same project always gives the same bytes (from the same sealer, when it is sealed).
 * @param sealer of a sealed file; `null` for a plain one
 */
export async function projectContent(project: Writable, sealer: FileSealer | null): Promise<FileContent> {
  const head = headParts(project, sealer);
  const digest = await digestInPortions(head);
  return { parts: joined([...head, text(digestLine(digest))]), digest };
}

/** Everything above the line of the digest. */
function headParts(project: Writable, sealer: FileSealer | null): readonly Buffer[] {
  const { header, document, contents = NO_CONTENTS } = project;
  const clear =
    sealer === null ? (['fileId', 'copyOf', 'revision', 'savedBy', 'savedAt', 'keys'] as const) : (['fileId', 'revision', 'keys'] as const);
  const head = [
    `"format": ${JSON.stringify(FORMAT)}`,
    `"formatVersion": ${FORMAT_VERSION}`,
    `"kind": ${JSON.stringify(document.kind)}`,
    ...clear.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(header[name])}`),
  ];
  const body = sealer === null ? plainBody(project) : sealedBody(sealer.seal(project));
  return [text(`{\n${head.join(',\n')},\n`), ...body, text(',\n"attachments": '), ...contentBytes(document, contents), text(',\n')];
}

function plainBody({ document, history = NO_HISTORY }: Writable): readonly Buffer[] {
  const sections = SECTIONS.flatMap((section) => [text(`${JSON.stringify(section)}: `), ...sectionBytes(document, section), text(',\n')]);
  return [...sections, text('"history": '), ...historyBytes(history)];
}

/** A block on each line: damage takes one. */
function sealedBody({ manifest, blocks }: SealedBody): readonly Buffer[] {
  const lines = blocks.flatMap(({ listed, encoded }, place) => [
    text(`${place === 0 ? '' : ',\n'}"${listed.name}": "`),
    encoded,
    text('"'),
  ]);
  return [text('"manifest": "'), manifest, text('",\n"blocks": {\n'), ...lines, text('\n}')];
}

function text(content: string): Buffer {
  return Buffer.from(content, 'utf8');
}

/** @returns the SHA-256 of everything above the line of the digest, in hexadecimal. */
export function digestOf(head: Uint8Array | string): string {
  return createHash('sha256').update(head).digest('hex');
}

const DIGEST_LINE = /^"digest": "([0-9a-f]{64})"\n\}\n$/;
/** Length of the last lines of every file, in bytes. */
export const DIGEST_LINE_BYTES = Buffer.byteLength(digestLine('0'.repeat(64)));

/** @returns the digest that the last line of a file gives, whether or not it is right; `null` where there is no such line. */
export function digestWrittenIn(bytes: Buffer): string | null {
  return DIGEST_LINE.exec(bytes.subarray(-DIGEST_LINE_BYTES).toString('latin1'))?.[1] ?? null;
}

/** The last lines of every file. Whatever stands above them is what the digest covers. */
export function digestLine(digest: string): string {
  return `"digest": "${digest}"\n}\n`;
}

/** Parts from this size on are written as they are, without a copy; smaller ones are put together. In bytes. */
const LARGE_PART = 64 * 1024;

function joined(parts: readonly Buffer[]): readonly Buffer[] {
  const result: Buffer[] = [];
  let small: Buffer[] = [];
  for (const part of parts) {
    if (part.byteLength < LARGE_PART) small.push(part);
    else {
      result.push(Buffer.concat(small), part);
      small = [];
    }
  }
  return [...result, Buffer.concat(small)].filter((part) => part.byteLength > 0);
}
