// Whether a line is being written at the foot of a list, and when another one begins.
import { useState } from 'react';
import type { PathOf } from '../../forms/field-path.ts';
import { useWanted } from '../../state/go-back.ts';

/** `turn`: key of the line, 0 for none: beginning again begins another. */
export type Adding = { readonly turn: number; readonly begin: () => void; readonly end: () => void };

/** @param under the record that the line is written for; `''` for the accompaniment as a whole */
export function useAdding(of: PathOf<'text'>, under = ''): Adding {
  const [turn, setTurn] = useState(0);
  const begin = (): void => setTurn(turn + 1);
  useWanted((place) => turn === 0 && place === placeOfLine(of, under), begin);
  return { turn, begin, end: () => setTurn((now) => (now === turn ? 0 : now)) };
}

/** @returns where a refused line is found again */
export function placeOfLine(of: PathOf<'text'>, under: string): string {
  return `${of}/${under}`;
}
