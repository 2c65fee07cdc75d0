// Structures with the same name: nothing forbids it, so the screens must let the user tell them apart.
import type { RecordOf } from '../tables/tables.ts';
import { sameNameKey } from '../writing/search-key.ts';

type Named = Pick<RecordOf<'organisations'>, 'id' | 'name'>;

/** @returns the ids of the structures that share their name with another, ignoring case, accents, dashes and spaces. */
export function namesakes(organisations: readonly Named[]): ReadonlySet<string> {
  const byName = new Map<string, string[]>();
  for (const { id, name } of organisations) {
    const key = sameNameKey(name);
    byName.set(key, [...(byName.get(key) ?? []), id]);
  }
  return new Set([...byName.values()].filter((ids) => ids.length > 1).flat());
}
