// The lowdb adapter of a project file: strict reading, durable writing, and a look underneath before anything is replaced.
import { basename } from 'node:path';
import type { Document } from '@domain/document.ts';
import type { FileFailure } from '@domain/failures.ts';
import type { Result } from '@domain/result.ts';
import type { Adapter } from 'lowdb';
import type { SectionSealer } from '../vault/sealed-file.ts';
import { type ContentName, digestWrittenIn, type FileContent, type Project, projectContent } from './envelope.ts';
import { FileRefusal } from './file-refusal.ts';
import type { FileSystem } from './file-system.ts';
import { type Footprint, footprintOf } from './footprint.ts';
import { readProjectFile } from './read-project-file.ts';
import { replaceFile } from './replace-file.ts';
import { makeLinesReady } from './section-bytes.ts';

export type AdapterOptions = {
  readonly path: string;
  readonly newId: () => string;
  readonly sealer: SectionSealer | null;
  /** Of the file as it was read; `null` for one that does not exist yet and must not be written over. */
  readonly footprint: Footprint | null;
  /** Of the content that stands in the file, as it was read; `null` for one that does not exist yet. */
  readonly standing: ContentName | null;
  /** Asked while the new bytes are written: what stands in the file may have to be kept first. A failure stops the replacement. */
  readonly beforeReplacing: (standing: ContentName) => Promise<Result<null, FileFailure>>;
  /** Asked just before the old content is replaced. @returns why somebody else now has the say over the file */
  readonly lost: () => Promise<FileFailure | null>;
  /** Told the digest of the bytes before they replace the file and again afterwards: the journal notes it, so that whichever content a crash leaves is recognised. */
  readonly note: (mark: 'saving' | 'saved', digest: string, revision: number) => Promise<void>;
};

export class ProjectAdapter implements Adapter<Project> {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #newId: () => string;
  #sealer: SectionSealer | null;
  readonly #note: AdapterOptions['note'];
  readonly #beforeReplacing: AdapterOptions['beforeReplacing'];
  readonly #lost: AdapterOptions['lost'];
  #footprint: Footprint | null;
  #standing: ContentName | null;
  /** Digests of what may stand in the file by our hand since its footprint was last seen. */
  readonly #own = new Set<string>();

  constructor(files: FileSystem, options: AdapterOptions) {
    this.#files = files;
    this.#path = options.path;
    this.#newId = options.newId;
    this.#sealer = options.sealer;
    this.#note = options.note;
    this.#beforeReplacing = options.beforeReplacing;
    this.#lost = options.lost;
    this.#footprint = options.footprint;
    this.#standing = options.standing;
  }

  /** What seals the file, `null` for a plain one. */
  get sealer(): SectionSealer | null {
    return this.#sealer;
  }

  /** From now on the file is sealed by this, or by nothing. @returns what sealed it before */
  useSealer(sealer: SectionSealer | null): SectionSealer | null {
    const before = this.#sealer;
    this.#sealer = sealer;
    return before;
  }

  /** Another hand's content has been seen and kept: the next writing may replace it. */
  acceptUnderneath(footprint: Footprint, standing: ContentName): void {
    this.#footprint = footprint;
    this.#standing = standing;
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
  contentOf(project: Project): FileContent & ContentName {
    const { revision } = project.header;
    return { ...projectContent(project, this.#sealer?.seal(project, revision) ?? null), revision };
  }

  /** Replaces the content. Throws a `FileRefusal`; the old content then stands. */
  async write(project: Project): Promise<void> {
    const { revision } = project.header;
    const { parts, digest } = this.contentOf(project);
    this.#own.add(digest);
    const prepared = this.#prepare(digest, revision); // while the new bytes are written; they replace nothing before it is done
    const written = await replaceFile(this.#files, { path: this.#path, parts, nonce: this.#newId(), lastCheck: () => prepared.then((failure) => failure ?? this.#lastLook()) });
    await prepared;
    if (!written.ok) throw new FileRefusal(written.failure);
    this.#footprint = await footprintOf(this.#files, this.#path);
    this.#own.clear();
    this.#standing = { digest, revision };
    await this.#note('saved', digest, revision);
  }

  async #prepare(digest: string, revision: number): Promise<FileFailure | null> {
    await this.#note('saving', digest, revision);
    const kept = this.#standing === null ? null : await this.#beforeReplacing(this.#standing);
    return kept === null || kept.ok ? null : kept.failure;
  }

  async #lastLook(): Promise<FileFailure | null> {
    return (await this.#lost()) ?? this.#changedUnderneath();
  }

  /** A file that is gone is written anew: nothing is lost by that. One that another hand changed, or that appeared meanwhile, is never written over. */
  async #changedUnderneath(): Promise<FileFailure | null> {
    const name = basename(this.#path);
    const now = await footprintOf(this.#files, this.#path);
    if (now === null) return null;
    const before = this.#footprint;
    const isSame = before !== null && now.size === before.size && now.modifiedMs === before.modifiedMs && now.inode === before.inode;
    if (isSame || (await this.#holdsOwn())) return null;
    return { code: before === null ? 'file-exists' : 'file-changed-underneath', name };
  }

  /** A failure after the renaming leaves our new bytes in place, unseen: they are not another hand's, and the next save may replace them. */
  async #holdsOwn(): Promise<boolean> {
    return this.#own.has(digestWrittenIn(await this.#files.readFile(this.#path)) ?? '');
  }
}
