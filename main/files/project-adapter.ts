// The lowdb adapter of a project file: durable writing, and a look at the content underneath before anything is replaced.
import { basename } from 'node:path';
import type { Document } from '@domain/document.ts';
import type { FileFailure } from '@domain/failures.ts';
import type { Result } from '@domain/result.ts';
import type { Adapter } from 'lowdb';
import type { FileSealer } from '../vault/file-sealer.ts';
import { orThrow } from './disk-failure.ts';
import { type ContentName, type FileContent, LARGEST_FILE_BYTES, type Project, projectContent } from './envelope.ts';
import { FileRefusal } from './file-refusal.ts';
import type { FileSystem } from './file-system.ts';
import { readProjectFile } from './read-project-file.ts';
import { lengthOf, replaceFile } from './replace-file.ts';
import { makeLinesReady } from './section-bytes.ts';
import { lookOf, readStanding, type Standing } from './standing-content.ts';

export type AdapterOptions = {
  readonly path: string;
  readonly newId: () => string;
  readonly sealer: FileSealer | null;
  /** Of the content that stands in the file, as it was read; `null` for one that does not exist yet and must not be written over. */
  readonly standing: ContentName | null;
  /** Asked while the new bytes are written: what stands in the file may have to be kept first. A failure stops the replacement. */
  readonly beforeReplacing: (standing: ContentName) => Promise<Result<null, FileFailure>>;
  /** Asked just before the old content is replaced. @returns why somebody else now has the say over the file */
  readonly lost: () => Promise<FileFailure | null>;
  /** Told of the content before it replaces the file: the journal notes it, so that whichever content a crash leaves is recognised. */
  readonly announce: (content: ContentName) => Promise<void>;
  /** Told once the file holds it. */
  readonly confirm: (content: ContentName) => Promise<void>;
  /** Asked when the file is no longer in its place. @returns where it has been renamed to, or `null` */
  readonly follow: (path: string, isOurs: (digest: string) => boolean) => Promise<string | null>;
};

export class ProjectAdapter implements Adapter<Project> {
  readonly #files: FileSystem;
  readonly #options: AdapterOptions;
  #path: string;
  #sealer: FileSealer | null;
  #standing: ContentName | null;
  /** Digests of what may stand in the file by our hand since a writing was last confirmed. */
  readonly #own = new Set<string>();

  constructor(files: FileSystem, options: AdapterOptions) {
    this.#files = files;
    this.#options = options;
    this.#path = options.path;
    this.#sealer = options.sealer;
    this.#standing = options.standing;
  }

  /** Where the file is by now. */
  get path(): string {
    return this.#path;
  }

  /** What seals the file, `null` for a plain one. */
  get sealer(): FileSealer | null {
    return this.#sealer;
  }

  /** From now on the file is sealed by this, or by nothing. @returns what sealed it before */
  useSealer(sealer: FileSealer | null): FileSealer | null {
    const before = this.#sealer;
    this.#sealer = sealer;
    return before;
  }

  /** The content of another program or person has been seen and kept: the next writing may replace it, and no other. @returns what stood there before by our hand */
  acceptUnderneath(standing: ContentName): ContentName | null {
    const before = this.#standing;
    this.#standing = standing;
    this.#own.clear();
    return before;
  }

  /** What was accepted underneath could not be replaced as it was to be: it is another's again. @param before what `acceptUnderneath` has given */
  standOn(before: ContentName | null): void {
    this.#standing = before;
  }

  /** Reads a plain file again. Throws a `FileRefusal`. */
  async read(): Promise<Project> {
    const read = await readProjectFile(this.#files, this.#path);
    if (!read.ok) throw new FileRefusal(read.failure);
    return read.value;
  }

  /** This document, or one much like it, is to be written soon: what that needs is made ready meanwhile. */
  foresee(document: Document): void {
    makeLinesReady(document);
  }

  /** @returns the bytes of a project as this file would hold them, sealed when it is */
  async contentOf(project: Project): Promise<FileContent & ContentName> {
    const { revision } = project.header;
    return { ...(await projectContent(project, this.#sealer)), revision };
  }

  /** Replaces the content. Throws a `FileRefusal`, also of what could not be opened again; the old content then stands. */
  async write(project: Project): Promise<void> {
    const content = await this.contentOf(project);
    const bytes = lengthOf(content.parts);
    if (bytes > LARGEST_FILE_BYTES)
      throw new FileRefusal({ code: 'file-outgrown', name: basename(this.#path), bytes, maximum: LARGEST_FILE_BYTES });
    this.#own.add(content.digest);
    for (let tries = MOST_MOVES; ; tries -= 1) {
      await this.#follow();
      const written = await this.#replace(content);
      if (written === null) break;
      if (written !== MOVED) throw new FileRefusal(written);
      if (tries === 0) throw new FileRefusal({ code: 'disk-busy', name: basename(this.#path) });
    }
    this.#own.clear();
    const { digest, revision } = content;
    this.#standing = { digest, revision };
    await this.#options.confirm(this.#standing);
  }

  /** A file that was renamed while it was open is gone on with under its new name; one that is nowhere is written anew. */
  async #follow(): Promise<void> {
    if (this.#standing === null || (await this.#standsSomething())) return;
    const found = await this.#options.follow(this.#path, (digest) => this.#isOurs(digest));
    if (found !== null) this.#path = found;
  }

  async #standsSomething(): Promise<boolean> {
    try {
      return (await lookOf(this.#files, this.#path)) !== null;
    } catch (error) {
      orThrow(error);
      return true; // what the disk says is told by the writing
    }
  }

  /** @returns `null` once it is done; why not, or that the file has left its place meanwhile */
  async #replace(content: FileContent & ContentName): Promise<FileFailure | typeof MOVED | null> {
    const prepared = this.#prepare(content); // while the new bytes are written; they replace nothing before it is done
    let isMoved = false;
    const written = await replaceFile(this.#files, {
      path: this.#path,
      parts: content.parts,
      nonce: this.#options.newId(),
      lastCheck: async () => {
        const before = await prepared;
        if ('failure' in before) return (await this.#options.lost()) ?? before.failure; // whoever has taken it over has changed it, too
        const failure = await this.#lastLook(before.standing);
        isMoved = failure === MOVED;
        return failure === MOVED ? { code: 'disk-busy', name: basename(this.#path) } : failure;
      },
    });
    await prepared;
    if (written.ok) return null;
    return isMoved ? MOVED : written.failure;
  }

  /** @returns what stands in the file, which may be replaced; or why not */
  async #prepare({ digest, revision }: ContentName): Promise<{ readonly standing: Standing | null } | { readonly failure: FileFailure }> {
    await this.#options.announce({ digest, revision });
    const looked = await this.#look();
    if ('failure' in looked || looked.standing === null || this.#standing === null) return looked;
    const kept = await this.#options.beforeReplacing(this.#standing);
    return kept.ok ? looked : { failure: kept.failure };
  }

  /** A file that is gone is written anew: nothing is lost by that. One that another program or person changed, or that appeared meanwhile, is never written over. */
  async #look(): Promise<{ readonly standing: Standing | null } | { readonly failure: FileFailure }> {
    const read = await readStanding(this.#files, this.#path);
    if (!read.ok) return { failure: read.failure };
    const standing = read.value;
    if (standing === null || (standing.digest !== null && this.#isOurs(standing.digest))) return { standing };
    return { failure: { code: this.#standing === null ? 'file-exists' : 'file-changed-underneath', name: basename(this.#path) } };
  }

  /** A failure after the renaming leaves our new bytes in place, unseen: they are ours as well. */
  #isOurs(digest: string): boolean {
    return digest === this.#standing?.digest || this.#own.has(digest);
  }

  async #lastLook(seen: Standing | null): Promise<FileFailure | typeof MOVED | null> {
    const lost = await this.#options.lost();
    if (lost !== null) return lost;
    let before = seen;
    for (let looks = MOST_LOOKS; looks > 0; looks -= 1) {
      const now = await lookOf(this.#files, this.#path);
      if (now === (before?.look ?? null)) return null;
      if (now === null) return MOVED;
      const looked = await this.#look(); // touched, or written to: the content decides
      if ('failure' in looked) return looked.failure;
      before = looked.standing;
    }
    return { code: 'disk-busy', name: basename(this.#path) };
  }
}

/** The file stood in its place when the writing began, and does no longer. */
const MOVED = 'moved';
const MOST_MOVES = 3;
/** Somebody who writes to the file all the time is let be, and it is tried again later. */
const MOST_LOOKS = 3;
