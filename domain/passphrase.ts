// The rule for a passphrase, for the window that asks for it and the vault that refuses it.

/** In characters as people count them, not in bytes. */
export const SHORTEST_PASSPHRASE = 8;
