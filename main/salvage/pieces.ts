// What can be read of a damaged file before anything in it is trusted: loose values with the place where they were found.
import type { LostPart } from '@contract/attempt.ts';
import type { TableName } from '@domain/tables/tables.ts';

export type Part = LostPart['part'];
/**
 * A value under the id in front of it. `table`: the one whose heading is above it, `null` if no heading can be read. `isAsWritten`: its
 * text is exactly what Tierce writes for that value. Two records that damage ran together may be read as one; this reveals it.
 */
export type LooseRecord = { readonly table: TableName | null; readonly id: string; readonly value: unknown; readonly isAsWritten: boolean };

/** A collection that reading fills: the only place where a damaged file becomes data. */
export class Pieces {
  /** The entries before the sections, by name; for a sealed file the sections too. */
  readonly head = new Map<string, unknown>();
  readonly records: LooseRecord[] = [];
  readonly history: unknown[] = [];
  /** Blocks of a sealed file, by their names. */
  readonly blocks = new Map<string, string>();
  readonly contents: (readonly [string, unknown])[] = [];
  /** Tables and sections of which something was seen. */
  readonly seen = new Set<Part>();
  /** Tables that are present without a record. */
  readonly empty = new Set<Part>();
  /** Parts that are cut off, or whose original size is unknown. */
  readonly uncertain = new Set<Part>();
  readonly #broken = new Map<Part, { readonly ids: Set<string>; nameless: number }>();

  /** Records that something in that part cannot be read. @param id of it, `null` when not even that can be read */
  lose(part: Part, id: string | null): void {
    const broken = this.#broken.get(part) ?? { ids: new Set<string>(), nameless: 0 };
    if (id === null) broken.nameless += 1;
    else broken.ids.add(id);
    this.#broken.set(part, broken);
  }

  /** @returns what could not be read, by part, without what was found whole elsewhere in the file */
  brokenCounts(isFound: (part: Part, id: string) => boolean): ReadonlyMap<Part, number> {
    return new Map(
      [...this.#broken].map(([part, { ids, nameless }]) => [part, nameless + [...ids].filter((id) => !isFound(part, id)).length]),
    );
  }
}
