// The keys of the open vaults, one per document, and the moment at which each is forgotten.
import type { VaultStatus } from '@contract/vault.ts';
import type { Later } from '../project/later.ts';
import type { Secrets } from '../shell.ts';
import { restOf } from './auto-lock.ts';
import { forget, type OpenVault } from './vault.ts';

/** How often the clock is checked while a vault is open. In milliseconds. */
const LOOK_MS = 5_000;

export type VaultSurroundings = {
  /** The wall clock, in milliseconds. */
  readonly nowMs: () => number;
  /** How long a vault stays open without an act in the notebook, in milliseconds: the user may change it at any moment. */
  readonly idleMs: () => number;
  readonly later: Later;
  /** The system's secret store, `null` where it protects nothing. */
  readonly secrets: Secrets | null;
  /** Called for every vault that is locked, whatever the reason. */
  readonly onLocked: (documentId: string) => void;
  /** Told whether anything private may be on the screen. */
  readonly shield: (isShielded: boolean) => void;
};
type Unlocked = { readonly vault: OpenVault; lastActMs: number };

export class UnlockedVaults {
  readonly #surroundings: VaultSurroundings;
  readonly #unlocked = new Map<string, Unlocked>();
  #stopLooking: (() => void) | null = null;

  constructor(surroundings: VaultSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Keeps a vault open from now on, in place of the document's previous one. */
  keep(documentId: string, vault: OpenVault): void {
    const earlier = this.#unlocked.get(documentId);
    if (earlier !== undefined && earlier.vault.key !== vault.key) forget(earlier.vault);
    this.#unlocked.set(documentId, { vault, lastActMs: this.#surroundings.nowMs() });
    this.#surroundings.shield(true);
    this.#look();
  }

  /** @returns the open vault of a document, `null` if it is locked. One whose time is up is locked first. */
  vaultOf(documentId: string): OpenVault | null {
    if (this.#restOf(documentId) === 0) this.lock(documentId);
    return this.#unlocked.get(documentId)?.vault ?? null;
  }

  /** Somebody is using the notebook: restarts the countdown. */
  stay(documentId: string): void {
    const unlocked = this.vaultOf(documentId) === null ? undefined : this.#unlocked.get(documentId);
    if (unlocked !== undefined) unlocked.lastActMs = this.#surroundings.nowMs();
  }

  /** @returns what may be said about an open or locked vault. */
  statusOf(documentId: string): VaultStatus {
    return this.vaultOf(documentId) === null
      ? { state: 'locked', locksInMs: null }
      : { state: 'open', locksInMs: this.#restOf(documentId) };
  }

  /** Overwrites the key and reports that it is gone. */
  lock(documentId: string): void {
    const unlocked = this.#unlocked.get(documentId);
    if (unlocked === undefined) return;
    forget(unlocked.vault);
    this.#unlocked.delete(documentId);
    if (this.#unlocked.size === 0) this.#rest();
    this.#surroundings.onLocked(documentId);
  }

  /** The documents whose vault is open. */
  get documentIds(): readonly string[] {
    return [...this.#unlocked.keys()].filter((documentId) => this.vaultOf(documentId) !== null);
  }

  lockAll(): void {
    for (const documentId of this.#unlocked.keys()) this.lock(documentId);
  }

  #restOf(documentId: string): number {
    const { nowMs, idleMs } = this.#surroundings;
    const unlocked = this.#unlocked.get(documentId);
    return unlocked === undefined ? idleMs() : restOf(unlocked.lastActMs, nowMs(), idleMs());
  }

  #look(): void {
    this.#stopLooking?.();
    this.#stopLooking = this.#surroundings.later(LOOK_MS, () => {
      for (const documentId of this.#unlocked.keys()) this.vaultOf(documentId);
      if (this.#unlocked.size > 0) this.#look();
    });
  }

  #rest(): void {
    this.#stopLooking?.();
    this.#stopLooking = null;
    this.#surroundings.shield(false);
  }
}
