// The keys of an opened sealed file: the present one, and the earlier ones, which are kept in its ring under the present one.
import { ok, refuse } from '@domain/result.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { type EarlierKey, type KeyRing, MOST_EARLIER } from './key-slots.ts';
import { seal, unsealKey } from './seal.ts';

/** `id`: of the ring that the key belongs to. */
export type NamedKey = { readonly id: string; readonly key: Uint8Array };
/** Owned by whoever made it, who overwrites it in the end; see `wipe`. */
export type OpenKeys = { readonly key: Uint8Array; readonly earlier: readonly NamedKey[] };

/** @returns a copy of this ring's key, with the earlier ones, the latest first */
export function openKeys(ring: KeyRing | null, key: Uint8Array): OpenKeys {
  return { key: Buffer.from(key), earlier: ring === null ? [] : earlierOf(ring, key) };
}

/** @returns those of the ring's earlier keys that open */
export function earlierOf({ id: ringId, earlier = [] }: Pick<KeyRing, 'id' | 'earlier'>, key: Uint8Array): readonly NamedKey[] {
  return earlier.flatMap(({ id, wrapped }): readonly NamedKey[] => {
    const opened = unsealKey(key, Buffer.from(wrapped, 'base64'), placeOf(ringId, id));
    return opened.ok ? [{ id, key: opened.value }] : [];
  });
}

/** @returns the earlier keys for the ring of a new key, so that it opens them. @param before the ring of the previous key, and that key */
export function earlierUnder(
  { id: ringId, key }: NamedKey,
  before: { readonly ring: KeyRing; readonly keys: OpenKeys },
): readonly EarlierKey[] {
  const all = [{ id: before.ring.id, key: before.keys.key }, ...before.keys.earlier].slice(0, MOST_EARLIER);
  return all.map(({ id, key: earlier }) => ({ id, wrapped: seal(key, earlier, placeOf(ringId, id)).toString('base64') }));
}

/** @returns what opens any copy of a file, each with the key of its ring. The keys stay ours */
export function keyOfAny(keys: OpenKeys | null): KeyOf {
  return ({ keys: { file } }) =>
    Promise.resolve(keys === null ? refuse({ code: 'seal-broken' }) : ok(keys.earlier.find(({ id }) => id === file?.id)?.key ?? keys.key));
}

/** Overwrites keys that are no longer needed. */
export function wipe(keys: OpenKeys | null): void {
  for (const key of keys === null ? [] : [keys.key, ...keys.earlier.map((earlier) => earlier.key)]) key.fill(0);
}

function placeOf(ringId: string, earlierId: string): string {
  return `tierce/key/${ringId}/earlier/${earlierId}`;
}
