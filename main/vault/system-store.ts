// Opens a notebook without its passphrase on one computer, if its user asked for that: its key is in the system's store for this user alone.
import { ok, refuse, type Result } from '@domain/result.ts';
import type { SystemState } from '@contract/vault.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { Secrets } from '../shell.ts';
import { keyFromSystem, systemSlot } from './key-slots.ts';
import { unlockByKey, type OpenVault, type VaultKeys } from './vault.ts';

/** What the store seals stays in this computer's memory of the file: the file itself, which travels, never holds it. */
export class SystemStore {
  readonly #projects: OpenProjects;
  readonly #secrets: Secrets | null;

  constructor(projects: OpenProjects, secrets: Secrets | null) {
    this.#projects = projects;
    this.#secrets = secrets;
  }

  stateOf(documentId: string): SystemState {
    const { memory, header, readOnly } = this.#projects.session(documentId);
    if (this.#secrets === null || readOnly !== null) return 'unavailable';
    const { systemSlot: kept } = memory;
    return kept !== null && kept.ringId === header.keys.vault?.id ? 'on' : 'off';
  }

  /** @returns the vault, open; or passphrase-wrong if this user has no key for it here (any more) */
  open(documentId: string, keys: VaultKeys): Result<OpenVault> {
    const { systemSlot: kept } = this.#projects.session(documentId).memory;
    if (this.#secrets === null || kept === null || kept.ringId !== keys.id) return refuse({ code: 'passphrase-wrong' });
    const key = keyFromSystem({ id: kept.ringId, slots: [{ kind: 'system', wrapped: kept.wrapped }] }, this.#secrets);
    return key.ok ? unlockByKey(keys, key.value) : key;
  }

  /** Has the system's store seal the key of an open vault. Refused as secrets-unavailable. */
  async keep(documentId: string, { keys, key }: OpenVault): Promise<Result<null>> {
    if (this.#secrets === null || this.stateOf(documentId) === 'unavailable') return refuse({ code: 'secrets-unavailable' });
    const { wrapped } = systemSlot(key, this.#secrets);
    await this.#projects.session(documentId).memory.learn({ systemSlot: { ringId: keys.id, wrapped } });
    return ok(null);
  }

  /** From now on only passphrase and recovery key open the notebook here. */
  async remove(documentId: string): Promise<void> {
    const { memory } = this.#projects.session(documentId);
    if (memory.systemSlot !== null) await memory.learn({ systemSlot: null });
  }
}
