// One channel of the contract: what the window sends on it, and what it hears.

export type ChannelTypes<A, V> = { readonly args: A; readonly value: V };

/** @returns a channel for the list of its area: at run time nothing but its name */
export function channel<A, V>(): ChannelTypes<A, V> {
  return NOTHING as ChannelTypes<A, V>; // its types alone are asked for
}

const NOTHING: unknown = undefined;

export type NoArgs = Record<string, never>;
export type OfDocument = { readonly documentId: string };
export type OfRevision = OfDocument & { readonly commandId: string; readonly baseRevision: number };
