// Keys that are there for one act: overwritten when it is done, whatever came of it.
import type { KeyOf } from '../files/parse-project.ts';
import { keyOfAny, type OpenKeys, wipe } from './open-keys.ts';

/** @param keyOf gives keys that are nobody else's. @returns what the act gives, which has made copies of the keys that it keeps */
export async function lending<T>(keyOf: KeyOf, act: (keyOf: KeyOf) => Promise<T>): Promise<T> {
  const lent: Uint8Array[] = [];
  try {
    return await act(async (header) => {
      const key = await keyOf(header);
      if (key.ok) lent.push(key.value);
      return key;
    });
  } finally {
    for (const key of lent) key.fill(0);
  }
}

/** Opens what a file of these keys is sealed by while another takes its place: the session that held them overwrites its own. @param held a copy, overwritten when the act is done */
export async function lendingCopy<T>(held: OpenKeys | null, act: (keyOf: KeyOf) => Promise<T>): Promise<T> {
  try {
    return await act(keyOfAny(held));
  } finally {
    wipe(held);
  }
}
