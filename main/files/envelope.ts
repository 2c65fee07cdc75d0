// The project file as data: the parts around the document, and how all of it becomes bytes, one record per line.
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
/** The version that this Tierce writes. Raised together with a migration, never alone. */
export const FORMAT_VERSION = 11;
export const FILE_ENDING = '.tierce';
/** Larger files are refused unread: 50 MB of attachments in Base64 and a very full document stay below this. */
export const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

/**
 * The last revision that a file can have: fifteen digits, which fit into the name of a backup.
 * At one step per second that takes thirty million years; a file beyond it was made by hand.
 */
export const MOST_REVISION = 999_999_999_999_999;

/** Length of the name of whoever made the last step, in characters: longer than a profile allows. */
export const LONGEST_SAVED_BY = 300;

/** What is known of a file besides its document. */
export type FileHeader = {
  /** Random, the same in every copy made by a sync client. */
  readonly fileId: string;
  /** The file that this one was deliberately copied from. */
  readonly copyOf: string | null;
  /** Grows by one with each step; like `savedAt` it changes only when the content does. */
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: Instant;
  readonly keys: { readonly file: KeyRing | null; readonly vault: VaultKeys | null };
};

/** A project in memory: the document with its header, its history, and the contents attached to it, by their SHA-256. */
export type Project = { readonly header: FileHeader; readonly document: Document; readonly history: History; readonly contents: Contents };
/** A project to be written; history and contents may be left out if there are none. */
export type Writable = Pick<Project, 'header' | 'document'> & Partial<Project>;

export const SECTIONS = ['accompaniment', 'desk', 'vault'] as const satisfies readonly Confidentiality[];

/** The bytes of a whole file, and the SHA-256 that its last line gives for them. */
export type FileContent = { readonly parts: readonly Uint8Array[]; readonly digest: string };
/** A content as journal and backups name it. */
export type ContentName = { readonly digest: string; readonly revision: number };

/**
 * @returns the bytes of a project in one piece, synchronously: for something small, or where nothing has to stay responsive; see
 * `projectContent`.
 */
export function serialiseProject(project: Writable, sealer: FileSealer | null): Buffer {
  const head = Buffer.concat(headParts(project, sealer));
  return Buffer.concat([head, text(digestLine(digestOf(head)))]);
}

/**
 * The bytes of a project at the time of the call, in parts: stable, so that the same project always gives the same bytes (with the same
 * sealer, if sealed).
 * @param sealer of a sealed file; `null` for a plain one
 */
export async function projectContent(project: Writable, sealer: FileSealer | null): Promise<FileContent> {
  const head = headParts(project, sealer);
  const digest = await digestInPortions(head);
  return { parts: joined([...head, text(digestLine(digest))]), digest };
}

/** Everything above the digest line. */
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

/** One block per line: damage to a line costs one block. */
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

/** @returns the SHA-256 of everything above the digest line, in hexadecimal. */
export function digestOf(head: Uint8Array | string): string {
  return createHash('sha256').update(head).digest('hex');
}

const DIGEST_LINE = /^"digest": "([0-9a-f]{64})"\n\}\n$/;
/** Length of the last lines of every file, in bytes. */
export const DIGEST_LINE_BYTES = Buffer.byteLength(digestLine('0'.repeat(64)));

/** @returns the digest that the last line of a file gives, right or wrong; `null` where there is no such line. */
export function digestWrittenIn(bytes: Buffer): string | null {
  return DIGEST_LINE.exec(bytes.subarray(-DIGEST_LINE_BYTES).toString('latin1'))?.[1] ?? null;
}

/** The last lines of every file. The digest covers everything above them. */
export function digestLine(digest: string): string {
  return `"digest": "${digest}"\n}\n`;
}

/** Parts from this size on are written as they are, without a copy; smaller ones are joined. In bytes. */
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
