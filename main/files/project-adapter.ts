// The lowdb adapter of a project file: strict reading, durable writing, and a look underneath before anything is replaced.
import { basename } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import type { Adapter } from 'lowdb';
import type { SectionSealer } from '../vault/sealed-file.ts';
import { errnoOf } from './disk-failure.ts';
import { digestWrittenIn, type Project, projectContent } from './envelope.ts';
import { FileRefusal } from './file-refusal.ts';
import type { FileSystem } from './file-system.ts';
import { type Footprint, footprintOf } from './footprint.ts';
import { readProjectFile } from './read-project-file.ts';
import { replaceFile } from './replace-file.ts';

export type AdapterOptions = {
  readonly path: string;
  readonly newId: () => string;
  readonly sealer: SectionSealer | null;
  /** Of the file as it was read; `null` for one that does not exist yet and must not be written over. */
  readonly footprint: Footprint | null;
  /** Told the digest of the bytes before they replace the file and again afterwards: the journal notes it, so that whichever content a crash leaves is recognised. */
  readonly note: (mark: 'saving' | 'saved', digest: string, revision: number) => Promise<void>;
};

export class ProjectAdapter implements Adapter<Project> {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #newId: () => string;
  readonly #sealer: SectionSealer | null;
  readonly #note: AdapterOptions['note'];
  #footprint: Footprint | null;

  constructor(files: FileSystem, options: AdapterOptions) {
    this.#files = files;
    this.#path = options.path;
    this.#newId = options.newId;
    this.#sealer = options.sealer;
    this.#note = options.note;
    this.#footprint = options.footprint;
  }

  /** Reads a plain file again. Throws a `FileRefusal`. */
  async read(): Promise<Project> {
    const read = await readProjectFile(this.#files, this.#path);
    if (!read.ok) throw new FileRefusal(read.failure);
    return read.value;
  }

  /** Replaces the content. Throws a `FileRefusal`; the old content then stands. */
  async write(project: Project): Promise<void> {
    const { revision } = project.header;
    const { parts, digest } = projectContent(project, this.#sealer?.seal(project.document, revision) ?? null);
    const noted = this.#note('saving', digest, revision); // while the new bytes are written; they replace nothing before it is flushed
    const written = await replaceFile(this.#files, { path: this.#path, parts, nonce: this.#newId(), lastCheck: () => noted.then(() => this.#changedUnderneath()) });
    await noted;
    if (!written.ok) {
      await this.#recogniseOwn(digest);
      throw new FileRefusal(written.failure);
    }
    this.#footprint = await footprintOf(this.#files, this.#path);
    await this.#note('saved', digest, revision);
  }

  /** A failure after the renaming leaves our new bytes in place: they are not another hand's, and the next save may replace them. */
  async #recogniseOwn(digest: string): Promise<void> {
    try {
      if (digestWrittenIn(await this.#files.readFile(this.#path)) === digest) this.#footprint = await footprintOf(this.#files, this.#path);
    } catch (error) {
      if (errnoOf(error) === null && !(error instanceof FileRefusal)) throw error; // a disk that cannot even be read is told by the failure already at hand
    }
  }

  /** A file that is gone is written anew: nothing is lost by that. One that another hand changed, or that appeared meanwhile, is never written over. */
  async #changedUnderneath(): Promise<FileFailure | null> {
    const name = basename(this.#path);
    const now = await footprintOf(this.#files, this.#path);
    if (now === null) return null;
    if (this.#footprint === null) return { code: 'file-exists', name };
    const isSame = now.size === this.#footprint.size && now.modifiedMs === this.#footprint.modifiedMs && now.inode === this.#footprint.inode;
    return isSame ? null : { code: 'file-changed-underneath', name };
  }
}
