// A small store outside React: one value that is replaced as a whole and read through selectors.
import { useSyncExternalStore } from 'react';

export type Store<S> = {
  readonly get: () => S;
  readonly set: (next: Partial<S>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** @returns a store that holds `initial` until `set` replaces some of its parts. */
export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a part of a store; the selector must give the same object for the same state. */
export function useSelected<S extends object, T>(store: Store<S>, select: (state: S) => T): T {
  const read = (): T => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read); // the last argument is for rendering to text
}
