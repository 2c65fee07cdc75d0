// One channel of the contract: what the window sends on it, and what it gets back.

export type ChannelTypes<A, V> = { readonly args: A; readonly value: V };

/** @returns a channel for the list of its area: at run time it is only a name */
export function channel<A, V>(): ChannelTypes<A, V> {
  return NOTHING as ChannelTypes<A, V>; // only its types are used
}

const NOTHING: unknown = undefined;

export type NoArgs = Record<string, never>;
export type OfDocument = { readonly documentId: string };
export type OfRevision = OfDocument & { readonly commandId: string; readonly baseRevision: number };
