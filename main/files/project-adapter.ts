// The lowdb adapter of a project file: durable writing, and a check of the current content before anything is replaced.
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
  /** The content of the file, as it was read; `null` for a file that does not exist yet and must not be overwritten. */
  readonly standing: ContentName | null;
  /** Called while the new bytes are written: the current content may have to be kept first. A failure stops the replacement. */
  readonly beforeReplacing: (standing: ContentName) => Promise<Result<null, FileFailure>>;
  /** Called just before the old content is replaced. @returns why somebody else controls the file by now */
  readonly lost: () => Promise<FileFailure | null>;
  /** Given the content before it replaces the file: the journal notes it, so that either content that a crash may leave is recognised. */
  readonly announce: (content: ContentName) => Promise<void>;
  /** Called once the file holds it. */
  readonly confirm: (content: ContentName) => Promise<void>;
  /** Called when the file is no longer at its path. @returns where it has been renamed to, or `null` */
  readonly follow: (path: string, isOurs: (digest: string) => boolean) => Promise<string | null>;
};

export class ProjectAdapter implements Adapter<Project> {
  readonly #files: FileSystem;
  readonly #options: AdapterOptions;
  #path: string;
  #sealer: FileSealer | null;
  #standing: ContentName | null;
  /** Digests of what we may have put into the file since a write was last confirmed. */
  readonly #own = new Set<string>();

  constructor(files: FileSystem, options: AdapterOptions) {
    this.#files = files;
    this.#options = options;
    this.#path = options.path;
    this.#sealer = options.sealer;
    this.#standing = options.standing;
  }

  /** Where the file is now. */
  get path(): string {
    return this.#path;
  }

  /** What seals the file, `null` for a plain one. */
  get sealer(): FileSealer | null {
    return this.#sealer;
  }

  /** From now on the file is sealed with this, or not at all. @returns the previous sealer */
  useSealer(sealer: FileSealer | null): FileSealer | null {
    const before = this.#sealer;
    this.#sealer = sealer;
    return before;
  }

  /**
   * The content that another program or person wrote has been seen and kept: the next write may replace it, and nothing else.
   * @returns our own previous content
   */
  acceptUnderneath(standing: ContentName): ContentName | null {
    const before = this.#standing;
    this.#standing = standing;
    this.#own.clear();
    return before;
  }

  /**
   * The accepted content could not be replaced as planned, so it is treated as foreign again.
   * @param before the result of `acceptUnderneath`
   */
  standOn(before: ContentName | null): void {
    this.#standing = before;
  }

  /** Reads a plain file again. Throws a `FileRefusal`. */
  async read(): Promise<Project> {
    const read = await readProjectFile(this.#files, this.#path);
    if (!read.ok) throw new FileRefusal(read.failure);
    return read.value;
  }

  /** This document, or a similar one, will be written soon: prepares for that. */
  foresee(document: Document): void {
    makeLinesReady(document);
  }

  /** @returns the bytes of a project as this file would hold them, sealed if it is */
  async contentOf(project: Project): Promise<FileContent & ContentName> {
    const { revision } = project.header;
    return { ...(await projectContent(project, this.#sealer)), revision };
  }

  /** Replaces the content. Throws a `FileRefusal`, also for anything that could not be opened again; the old content then stays. */
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

  /** If the file was renamed while it was open, work continues under its new name; if it is nowhere, it is written anew. */
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
      return true; // the write reports any disk error
    }
  }

  /** @returns `null` once it is done; or why not, or that the file has been moved meanwhile */
  async #replace(content: FileContent & ContentName): Promise<FileFailure | typeof MOVED | null> {
    const prepared = this.#prepare(content); // runs while the new bytes are written; they replace nothing before it has finished
    let isMoved = false;
    const written = await replaceFile(this.#files, {
      path: this.#path,
      parts: content.parts,
      nonce: this.#options.newId(),
      lastCheck: async () => {
        const before = await prepared;
        // whoever has taken it over will have changed it too
        if ('failure' in before) return (await this.#options.lost()) ?? before.failure;
        const failure = await this.#lastLook(before.standing);
        isMoved = failure === MOVED;
        return failure === MOVED ? { code: 'disk-busy', name: basename(this.#path) } : failure;
      },
    });
    await prepared;
    if (written.ok) return null;
    return isMoved ? MOVED : written.failure;
  }

  /** @returns the current content, which may be replaced; or why not */
  async #prepare({ digest, revision }: ContentName): Promise<{ readonly standing: Standing | null } | { readonly failure: FileFailure }> {
    await this.#options.announce({ digest, revision });
    const looked = await this.#look();
    if ('failure' in looked || looked.standing === null || this.#standing === null) return looked;
    const kept = await this.#options.beforeReplacing(this.#standing);
    return kept.ok ? looked : { failure: kept.failure };
  }

  /**
   * A file that is gone is written anew: that loses nothing. One that another program or person changed, or that appeared meanwhile, is
   * never overwritten.
   */
  async #look(): Promise<{ readonly standing: Standing | null } | { readonly failure: FileFailure }> {
    const read = await readStanding(this.#files, this.#path);
    if (!read.ok) return { failure: read.failure };
    const standing = read.value;
    if (standing === null || (standing.digest !== null && this.#isOurs(standing.digest))) return { standing };
    return { failure: { code: this.#standing === null ? 'file-exists' : 'file-changed-underneath', name: basename(this.#path) } };
  }

  /** A failure after the rename leaves our new bytes in place without our knowing: they are ours as well. */
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

/** The file was at its path when the write began, and no longer is. */
const MOVED = 'moved';
const MOST_MOVES = 3;
/** Gives up on a file that somebody keeps writing to; it is tried again later. */
const MOST_LOOKS = 3;
