// The confidential notebook, for the window: create, open, write, lock, and change its keys.
import type { Args } from '@contract/channels.ts';
import type { Applied } from '@contract/project.ts';
import type { VaultSecret, VaultStatus } from '@contract/vault.ts';
import type { Planned } from '@domain/commands/run-command.ts';
import type { Document } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { ok, refuse, type Refused, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { printOf } from '../memory/remembered.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import { printedRecoveryKey, strengthened } from './key-slots.ts';
import { openBy, openOwn, ownOnly } from './opened-by.ts';
import { openedRecords } from './opened-records.ts';
import { added, claimed, cleaned, droppedIn, edited, filing, removed } from './sealed-records.ts';
import { SystemStore } from './system-store.ts';
import { UnlockedVaults, type VaultSurroundings } from './unlocked-vaults.ts';
import type { UnnotedKey } from '@contract/presentation.ts';
import { createVault, forget, type OpenVault, type VaultKeys, withNewKey, withOwnPair, withPassphrase, withRecoveryKey } from './vault.ts';

type VaultChannel =
  | 'vault.status'
  | 'vault.stay'
  | 'vault.lock'
  | 'vault.notes'
  | 'vault.create'
  | 'vault.unlock'
  | 'vault.system'
  | 'vault.systemOn'
  | 'vault.systemOff'
  | 'vault.unlockHere'
  | 'vault.mend'
  | 'vault.change'
  | 'vault.renew'
  | 'vault.write'
  | 'vault.own'
  | 'vault.remove';
type Message = { readonly documentId: string; readonly commandId: string };
/** What opens a vault: a secret, or the system's store. */
type Opener = VaultSecret | typeof HERE;
const HERE = { kind: 'system' } as const;
/** Made while the document's command queue is held, and handed on once that is done. */
type Made = { readonly vault: OpenVault; readonly recoveryKey: string | null };

/** In presentation mode none may open; a recovery key that is made nevertheless is kept where it waits to be shown. */
type Presenting = { readonly isOn: boolean; readonly keepUnseen: (key: UnnotedKey) => void };

type Surroundings = VaultSurroundings & { readonly presentation: Presenting };

export class VaultService {
  readonly #projects: OpenProjects;
  readonly #newId: () => string;
  readonly #unlocked: UnlockedVaults;
  readonly #presentation: Presenting;
  readonly #store: SystemStore;
  /**
   * What the last act on the keys made, for a window that lost the reply and repeats its message. Dropped at the next act, and when the
   * vault is locked.
   */
  readonly #lastMade = new Map<string, { readonly commandId: string; readonly made: Made }>();

  /** Documents whose vault was found to have somebody else's public key: no more lines are written for it. */
  readonly #foreign = new Set<string>();

  constructor(projects: OpenProjects, newId: () => string, { presentation, ...surroundings }: Surroundings) {
    this.#projects = projects;
    this.#newId = newId;
    this.#presentation = presentation;
    this.#store = new SystemStore(projects, surroundings.secrets);
    this.#unlocked = new UnlockedVaults({
      ...surroundings,
      onLocked: (documentId) => {
        const last = this.#lastMade.get(documentId);
        if (last !== undefined) forget(last.made.vault); // an act may be under way: what it has made must not stay open
        this.#lastMade.delete(documentId);
        surroundings.onLocked(documentId);
      },
    });
  }

  handlers(): Pick<Handlers, VaultChannel> {
    return {
      'vault.status': ({ documentId }) => Promise.resolve(ok(this.status(documentId))),
      'vault.stay': ({ documentId }) => Promise.resolve(ok(this.#stay(documentId))),
      'vault.lock': ({ documentId }) => Promise.resolve(ok(this.lock(documentId))),
      'vault.notes': ({ documentId }) => Promise.resolve(this.#notes(documentId)),
      'vault.create': (args) => this.#create(args),
      'vault.unlock': (args) => this.#unlock(args),
      'vault.system': ({ documentId }) => Promise.resolve(this.#system(documentId)),
      'vault.systemOn': (args) => this.#systemOn(args),
      'vault.systemOff': (args) => this.#systemOff(args),
      'vault.unlockHere': (args) => this.#unlock({ ...args, secret: HERE }),
      'vault.mend': (args) => this.#mend(args),
      'vault.change': (args) => this.#change(args),
      'vault.renew': (args) => this.#renew(args),
      'vault.write': (args) => this.#write(args),
      'vault.own': (args) => this.#own(args),
      'vault.remove': (args) => this.#remove(args),
    };
  }

  /** @returns whether the document has a vault, and whether it is open. */
  status(documentId: string): VaultStatus {
    return this.#keysOf(documentId) === null ? { state: 'none', locksInMs: null } : this.#unlocked.statusOf(documentId);
  }

  /** Whether the notebook of a document is open, so that somebody sees its notes. */
  isUnlocked(documentId: string): boolean {
    return this.status(documentId).state === 'open';
  }

  /** Forgets the key of a document, also of one that has just been closed. */
  lock(documentId: string): VaultStatus {
    this.#unlocked.lock(documentId);
    return this.#projects.isOpen(documentId) ? this.status(documentId) : { state: 'none', locksInMs: null };
  }

  lockAll(): void {
    this.#unlocked.lockAll();
  }

  /** The documents whose notebook is open. */
  unlocked(): readonly string[] {
    return this.#unlocked.documentIds;
  }

  /** Opens the vault with which presentation mode ends, before it has ended. Refused as `vault.unlock` is. */
  async openAgain(documentId: string, secret: VaultSecret): Promise<Result<null>> {
    const opened = await this.#openKnown(documentId, secret, false);
    if (!opened.ok) return opened;
    const kept = await this.#keep(documentId, this.#newId(), opened.value);
    return kept.ok ? ok(null) : kept;
  }

  #keysOf(documentId: string): VaultKeys | null {
    return this.#projects.session(documentId).header.keys.vault;
  }

  /** @returns the open vault, unless the file has just got another key and this one is about to be dropped */
  #vaultOfNow(documentId: string): OpenVault | null {
    const vault = this.#unlocked.vaultOf(documentId);
    return vault !== null && vault.keys.id === this.#keysOf(documentId)?.id ? vault : null;
  }

  #stay(documentId: string): VaultStatus {
    this.#unlocked.stay(documentId);
    return this.status(documentId);
  }

  #notes(documentId: string) {
    const vault = this.#unlocked.vaultOf(documentId);
    if (vault === null) return refuse({ code: 'vault-locked' });
    const { document, revision } = this.#projects.session(documentId);
    return ok({ ...openedRecords(vault, document.vault), revision, vault: this.status(documentId) });
  }

  #create({ documentId, commandId, passphrase }: Args<'vault.create'>) {
    return this.#rekey({ documentId, commandId }, async (keys) => {
      if (keys !== null) return refuse({ code: 'vault-exists' });
      const created = await createVault(this.#newId(), passphrase);
      return created.ok ? ok(created.value) : created;
    });
  }

  /**
   * Opens the vault, and re-encrypts with its key what was dropped in while it was locked or is under an earlier key. Refused as
   * passphrase-wrong, key-cost-refused, vault-missing, vault-key-foreign, vault-key-changed.
   */
  async #unlock({
    documentId,
    commandId,
    secret,
    isKeyAccepted = false,
  }: Omit<Args<'vault.unlock'>, 'secret'> & { readonly secret: Opener }) {
    const opened = await this.#openKnown(documentId, secret, isKeyAccepted);
    if (!opened.ok && opened.failure.code === 'vault-key-foreign') this.#foreign.add(documentId);
    if (!opened.ok) return opened;
    if (this.#presentation.isOn) {
      forget(opened.value); // the mode began while the passphrase was being tried
      return refuse({ code: 'presenting' });
    }
    return this.#keep(documentId, commandId, await this.#strengthened({ documentId, commandId }, opened.value, secret));
  }

  async #keep(documentId: string, commandId: string, vault: OpenVault) {
    if (!this.#isStillOf(documentId, vault)) return refuse({ code: 'document-unknown' });
    this.#unlocked.keep(documentId, vault);
    const { memory } = this.#projects.session(documentId);
    if (!memory.knows(vault.keys)) await memory.learn({ vaultKey: printOf(vault.keys) });
    await this.#file(documentId, commandId);
    return ok(this.#told(documentId));
  }

  /**
   * Raises the cost of the passphrase that has just opened the vault, if it has grown old; where that cannot be written, the next unlock
   * tries again.
   */
  async #strengthened({ documentId, commandId }: Message, vault: OpenVault, secret: Opener): Promise<OpenVault> {
    if (secret.kind !== 'passphrase' || !this.#projects.isOpen(documentId)) return vault;
    const session = this.#projects.session(documentId);
    const stronger = session.readOnly === null ? await strengthened(vault.keys, vault.key, secret.passphrase) : vault.keys;
    if (stronger === vault.keys || !this.#projects.isOpen(documentId)) return vault;
    const reply = await session.keys.rekey(`${commandId}-cost`, (keys) =>
      Promise.resolve(keys.vault === vault.keys ? ok({ ...keys, vault: stronger }) : refuse({ code: 'vault-key-changed' })),
    );
    return reply.ok ? { ...vault, keys: stronger } : vault;
  }

  /**
   * Somebody with the passphrase may accept other keys as their own, changed on another computer. Where no key is known yet the passphrase
   * is enough.
   */
  async #openKnown(documentId: string, secret: Opener, isKeyAccepted: boolean): Promise<Result<OpenVault>> {
    const { memory, header } = this.#projects.session(documentId);
    const opened = await (secret.kind === 'system' ? this.#openHere(documentId) : openOwn(header.keys.vault, secret));
    if (!opened.ok || isKeyAccepted || memory.vaultKey === null || memory.knows(header.keys.vault)) return opened;
    forget(opened.value);
    return refuse({ code: 'vault-key-changed' });
  }

  #openHere(documentId: string): Result<OpenVault> {
    const keys = this.#keysOf(documentId);
    return keys === null ? refuse({ code: 'vault-missing' }) : ownOnly(this.#store.open(documentId, keys));
  }

  #system(documentId: string) {
    return ok({ system: this.#store.stateOf(documentId) });
  }

  async #systemOn({ documentId, secret }: Args<'vault.systemOn'>) {
    this.#unlocked.stay(documentId);
    const opened = await this.#openKnown(documentId, secret, false);
    if (!opened.ok) return opened;
    const kept = this.#projects.isOpen(documentId) ? await this.#store.keep(documentId, opened.value) : ok(null);
    forget(opened.value);
    return kept.ok ? this.#system(documentId) : kept;
  }

  async #systemOff({ documentId }: Args<'vault.systemOff'>) {
    this.#unlocked.stay(documentId);
    await this.#store.remove(documentId);
    return this.#system(documentId);
  }

  /** Opens a vault that has somebody else's public key, and restores its own. What was sealed for the other one does not open here. */
  async #mend({ documentId, commandId, secret }: Args<'vault.mend'>) {
    const mended = await this.#rekey({ documentId, commandId }, async (keys) => {
      const opened = await openBy(keys, secret);
      return opened.ok ? ok({ vault: withOwnPair(opened.value), recoveryKey: null }) : opened;
    });
    if (!mended.ok) return mended;
    this.#foreign.delete(documentId);
    await this.#file(documentId, `${commandId}-file`);
    return ok(this.#told(documentId));
  }

  async #file(documentId: string, commandId: string): Promise<void> {
    await this.#projects.session(documentId).runPlanned(commandId, (document) => ok(filing(this.#unlocked.vaultOf(documentId), document)));
  }

  /** While the passphrase was being tried the file may have been closed, or have got other keys. */
  #isStillOf(documentId: string, vault: OpenVault): boolean {
    const isStill = this.#projects.isOpen(documentId) && this.#keysOf(documentId) === vault.keys;
    if (!isStill) forget(vault);
    return isStill;
  }

  #change({ documentId, commandId, secret, passphrase, isNewKey = false }: Args<'vault.change'>) {
    return isNewKey
      ? this.#changeKey({ documentId, commandId, secret, passphrase })
      : this.#rekey({ documentId, commandId }, async () => {
          const opened = await this.#openKnown(documentId, secret, false);
          const changed = opened.ok ? await withPassphrase(opened.value, passphrase) : opened;
          if (opened.ok && !changed.ok) forget(opened.value);
          return changed.ok ? ok({ vault: changed.value, recoveryKey: null }) : changed;
        });
  }

  /**
   * First the file gets both keys, then boxes under the previous one are re-encrypted: at each moment the notebook can be read entirely.
   */
  async #changeKey({ documentId, commandId, secret, passphrase }: Omit<Args<'vault.change'>, 'isNewKey' | 'baseRevision'>) {
    const changed = await this.#rekey({ documentId, commandId }, async () => {
      const opened = await this.#openKnown(documentId, secret, false);
      if (!opened.ok) return opened;
      const made = await withNewKey(opened.value, this.#newId(), passphrase);
      forget(opened.value);
      return made;
    });
    if (!changed.ok) return changed;
    await this.#store.remove(documentId);
    await this.#file(documentId, `${commandId}-file`);
    // the step may have fixed what failed before
    return ok({ ...changed.value, ...this.#told(documentId), unkept: this.#unkept(documentId) });
  }

  #renew({ documentId, commandId, secret }: Args<'vault.renew'>) {
    return this.#rekey({ documentId, commandId }, async () => {
      const opened = await this.#openKnown(documentId, secret, false);
      return opened.ok ? ok(withRecoveryKey(opened.value)) : opened;
    });
  }

  /** One act on the keys: queued with the other changes of the document, and in the file before it is called done. */
  async #rekey(
    { documentId, commandId }: { readonly documentId: string; readonly commandId: string },
    make: (keys: VaultKeys | null) => Promise<Result<Made>>,
  ) {
    const reply = await this.#projects.session(documentId).keys.rekey(commandId, async (keys) => {
      const made = await make(keys.vault);
      if (!made.ok) return made;
      this.#lastMade.set(documentId, { commandId, made: made.value });
      return ok({ ...keys, vault: made.value.vault.keys });
    });
    const last = this.#lastMade.get(documentId);
    if (!reply.ok) {
      if (last?.commandId === commandId) forget(last.made.vault); // the file could not be written: the new keys are useless
      this.#lastMade.delete(documentId);
      return reply;
    }
    // nothing if the notebook was locked meanwhile: the act is done, and its result is no longer shown
    const made = last?.commandId === commandId ? last.made : null;
    if (made === null ? !this.#projects.isOpen(documentId) : !this.#isStillOf(documentId, made.vault))
      return refuse({ code: 'document-unknown' });
    if (made !== null && this.#presentation.isOn) return this.#keptUnseen(documentId, made);
    if (made !== null) this.#unlocked.keep(documentId, made.vault);
    const recoveryKey = made?.recoveryKey ?? null;
    return ok({
      ...this.#told(documentId),
      recoveryKey: recoveryKey === null ? '' : printedRecoveryKey(recoveryKey),
      unkept: this.#unkept(documentId),
    });
  }

  /** The mode began while the keys were being made: they are in the file, nothing opens, and a recovery key waits for the end of the mode. */
  #keptUnseen(documentId: string, { vault, recoveryKey }: Made): Refused {
    forget(vault);
    this.#lastMade.delete(documentId);
    if (recoveryKey !== null) this.#presentation.keepUnseen({ documentId, recoveryKey: printedRecoveryKey(recoveryKey) });
    return refuse({ code: 'presenting' });
  }

  /** A change of keys is followed by a backup: why the last one could not be kept. */
  #unkept(documentId: string): Failure | null {
    return this.#projects.session(documentId).backupFailure;
  }

  /**
   * Writes a record. If locked, a new note is sealed so that only the key opens it, and it can be neither undone nor seen; an earlier one
   * cannot be changed.
   */
  async #write({ documentId, commandId, record }: Args<'vault.write'>) {
    const draft = cleaned(record);
    if (!draft.ok) return draft;
    const { id } = draft.value;
    this.#unlocked.stay(documentId);
    const reply = await this.#projects.session(documentId).runPlanned(commandId, (document, context) => {
      // checked in turn, at the moment of sealing: a key that was wiped or replaced meanwhile seals nothing
      const vault = this.#vaultOfNow(documentId);
      if (id !== null) return vault === null ? refuse({ code: 'vault-locked' }) : edited(vault, document, { ...draft.value, id });
      const keys = this.#keysOf(documentId);
      if (keys === null) return refuse({ code: 'vault-missing' });
      if (vault !== null) return ok(added(vault, context, draft.value));
      if (this.#foreign.has(documentId)) return refuse({ code: 'vault-key-foreign' });
      if (!this.#projects.session(documentId).memory.knows(keys)) return refuse({ code: 'vault-key-unknown' });
      return droppedIn(keys, context, draft.value);
    });
    if (!reply.ok) return reply;
    return ok({ ...this.#told(documentId), recordId: reply.value.changes[0]?.id ?? id ?? '' });
  }

  /** The reader claims a record that was dropped in. */
  #own({ documentId, commandId, record }: Args<'vault.own'>) {
    return this.#whileOpen({ documentId, commandId }, (vault, document) => claimed(vault, document, record));
  }

  #remove({ documentId, commandId, record }: Args<'vault.remove'>) {
    return this.#whileOpen({ documentId, commandId }, (_, document) => removed(document, record));
  }

  async #whileOpen({ documentId, commandId }: Message, plan: (vault: OpenVault, document: Document) => Result<Planned>) {
    this.#unlocked.stay(documentId);
    const reply = await this.#projects.session(documentId).runPlanned(commandId, (document) => {
      const vault = this.#vaultOfNow(documentId);
      return vault === null ? refuse({ code: 'vault-locked' }) : plan(vault, document);
    });
    return reply.ok ? ok(this.#told(documentId)) : reply;
  }

  /** The reply to any act here: the document's revision, and the vault's state; never a box. */
  #told(documentId: string): Applied & { readonly vault: VaultStatus } {
    return { ...this.#projects.standing(documentId, 'vault'), vault: this.status(documentId) };
  }
}
