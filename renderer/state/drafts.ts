// Texts being typed: kept where they are typed, committed on blur, after a pause, or all at once before closing.
import { useEffect, useRef, useState } from 'react';
import { windowStore } from './window-state.ts';

const PAUSE_MS = 500;

const waiting = new Map<symbol, () => void>();

/** Commits every text that is being typed, at once. */
export function commitDrafts(): void {
  for (const commit of waiting.values()) commit();
}

/** Counts one more (or one less) thing that main does not know of yet. */
export function countUnsent(step: 1 | -1): void {
  windowStore.set({ unsent: Math.max(0, windowStore.get().unsent + step) });
}

export type Draft = {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly commit: () => void;
  readonly revert: () => void;
};

/** Sends a text to where it is kept; settles when it is, or was refused. */
export type Keep = (text: string) => Promise<unknown>;

/**
 * A text typed here and kept there: `keep` is called on blur and after a pause. What comes from elsewhere shows unless one is typing.
 * A component that holds a draft carries the id of its record as `key`.
 */
export function useDraft(value: string, keep: Keep): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const held = useRef<Held>({ typed: null, value, keep, key: Symbol('draft'), timer: 0 });
  useEffect(() => {
    held.current.value = value;
    held.current.keep = keep;
  });
  useEffect(() => {
    const own = held.current;
    return () => void pause(own);
  }, []);
  const drop = (text: string | null): void => {
    if (held.current.typed !== text) return;
    held.current.typed = null;
    setTyped(null);
  };
  const commit = (): void => {
    const text = held.current.typed;
    void pause(held.current).then(() => drop(text));
  };
  const change = (text: string): void => {
    setTyped(text);
    held.current.typed = text;
    window.clearTimeout(held.current.timer);
    if (!waiting.has(held.current.key)) countUnsent(1);
    waiting.set(held.current.key, commit);
    held.current.timer = window.setTimeout(() => void pause(held.current), PAUSE_MS);
  };
  const revert = (): void => {
    release(held.current);
    drop(held.current.typed);
  };
  return { text: typed ?? value, change, commit, revert };
}

type Held = { typed: string | null; value: string; keep: Keep; readonly key: symbol; timer: number };

/** Sends what was typed so far; the field keeps its own text while one goes on typing. */
async function pause(held: Held): Promise<void> {
  const text = held.typed;
  const sent = text === null || text === held.value ? null : held.keep(text);
  release(held);
  await sent;
}

function release(held: Held): void {
  window.clearTimeout(held.timer);
  if (waiting.delete(held.key)) countUnsent(-1);
}
