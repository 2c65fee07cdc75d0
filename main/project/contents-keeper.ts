// Keeps the attached contents of an open file: safe beside the journal before a record names them, and in memory as the file holds them.
import type { Step } from '@domain/commands/step.ts';
import type { Change } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { contentsOf } from '@domain/tables/contents.ts';
import type { ContentStore } from '../attachments/content-store.ts';
import { type AttachedContent, type Contents, fingerprintOf } from '../files/attached-contents.ts';
import type { ContentOrigin } from '../files/read-contents.ts';
import { contentOf, encodedContent, resealedContents } from '../vault/reseal-contents.ts';
import type { FileWriter } from './file-writer.ts';
import type { Turns } from './turns.ts';

export type KeptContents = {
  readonly store: ContentStore;
  readonly writer: FileWriter;
  /** Where commands and other acts queue. */
  readonly turns: Turns;
  /** How the file is sealed now. */
  readonly origin: () => ContentOrigin;
};

export class ContentsKeeper {
  readonly #kept: KeptContents;

  constructor(kept: KeptContents) {
    this.#kept = kept;
  }

  /**
   * Stores a content beside the journal, flushed, and keeps it for the file: a record may then name it.
   * @returns its SHA-256; or disk-*
   */
  hold(content: Uint8Array): Promise<Result<string>> {
    const { store, turns } = this.#kept;
    return turns.take(async () => {
      const origin = this.#kept.origin();
      const sha256 = fingerprintOf(content);
      const held = this.#contents.get(sha256) ?? encodedContent(sha256, content, origin);
      const stored = await store.putOnce(origin.fileId, held);
      if (!stored.ok) return stored;
      this.#hold(sha256, held);
      return ok(sha256);
    });
  }

  /**
   * Takes over the attached contents of another version of this file, such as a backup, which may be under an earlier key: restored
   * records may name them.
   * @returns or seal-broken
   */
  holdAll(contents: Contents, from: ContentOrigin): Promise<Result<null>> {
    return this.#kept.turns.take(() => {
      const own = resealedContents(contents, from, this.#kept.origin());
      for (const [sha256, content] of own.ok ? own.value : []) this.#hold(sha256, content);
      return Promise.resolve(own.ok ? ok(null) : own);
    });
  }

  /** @returns a content in the clear; or attachment-gone, seal-broken */
  contentOf(sha256: string, name: string): Result<Buffer> {
    const content = this.#contents.get(sha256);
    return content === undefined ? refuse({ code: 'attachment-gone', name }) : contentOf(content, this.#kept.origin());
  }

  /** Makes sure that the file will have every content that a record names. To be called in turn. @returns why one is not available */
  async bring(changes: readonly Change[]): Promise<Failure | null> {
    for (const { sha256, name } of namedBy(changes)) {
      if (this.#contents.has(sha256)) continue;
      const content = await this.#kept.store.get(sha256, this.#kept.origin());
      if (content === null) return { code: 'attachment-gone', name };
      this.#hold(sha256, content);
    }
    return null;
  }

  get #contents(): Contents {
    return this.#kept.writer.project.contents;
  }

  #hold(sha256: string, content: AttachedContent): void {
    const { writer } = this.#kept;
    const { project } = writer;
    writer.replace({ ...project, contents: new Map(project.contents).set(sha256, content) });
  }
}

/** @returns the contents that changes add to a document */
export function namedBy(changes: Step['changes']): readonly { readonly sha256: string; readonly name: string }[] {
  return changes.flatMap(({ table, after }) => (after === null ? [] : contentsOf(table, after)));
}
