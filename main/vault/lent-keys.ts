// Keys for the length of one act: overwritten afterwards, whatever its result.
import type { KeyOf } from '../files/parse-project.ts';
import { keyOfAny, type OpenKeys, wipe } from './open-keys.ts';

/** @param keyOf returns keys that only this act uses. @returns the result of the act, which copies any keys that it keeps */
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

/**
 * Opens parts sealed with a file's keys while another session takes its place and the old one overwrites its own.
 * @param held a copy, overwritten after the act
 */
export async function lendingCopy<T>(held: OpenKeys | null, act: (keyOf: KeyOf) => Promise<T>): Promise<T> {
  try {
    return await act(keyOfAny(held));
  } finally {
    wipe(held);
  }
}
