// Copies of attachments, made for other programs to open and removed when the application starts and ends.
import { extname, join } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { partsAtDot } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { lowerAscii } from '@domain/writing/ascii.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { fileNameFor } from '../files/new-name.ts';
import { replaceFile } from '../files/replace-file.ts';

/** File types that programs only show or read. Anything else is saved, for the user to open. */
const OPENED = [
  '.pdf',
  '.txt',
  '.md',
  '.csv',
  '.json',
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.webp',
  '.odt',
  '.ods',
  '.odp',
  '.docx',
  '.xlsx',
  '.pptx',
  '.rtf',
];

/** @returns whether programs only show a document of that name: a file from elsewhere may carry any other under any name */
export function isShown(name: string): boolean {
  return OPENED.includes(lowerAscii(extname(name)));
}

export class OpenedCopies {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #newId: () => string;

  constructor(files: FileSystem, folder: string, newId: () => string) {
    this.#files = files;
    this.#folder = folder;
    this.#newId = newId;
  }

  /** @returns the path of the copy, under the attachment's name in a folder of its own; or disk-* */
  async make(name: string, content: Uint8Array): Promise<Result<string, FileFailure>> {
    const folder = join(this.#folder, this.#newId());
    const { stem, ending } = partsAtDot(name);
    const path = join(folder, fileNameFor(stem, ending));
    try {
      await this.#files.mkdir(folder, { recursive: true });
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, name));
    }
    const written = await replaceFile(this.#files, { path, parts: [content], nonce: this.#newId() });
    return written.ok ? ok(path) : written;
  }

  /** A copy that a program still holds stays until the next time. */
  async sweep(): Promise<void> {
    try {
      await this.#files.rm(this.#folder, { recursive: true, force: true });
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  }
}
