// The protection of a whole file, for the window: set, changed, removed, its recovery key renewed.
import type { Args } from '@contract/channels.ts';
import type { OpenProject } from '@contract/project.ts';
import type { Protected } from '@contract/protection.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { isNotedByNewer } from '../journal/journal-names.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { Keys, Reply } from '../project/session-options.ts';
import type { SessionServices } from '../project/session-services.ts';
import { resealCopies, sealLeftovers, sealOf, unsealCopies } from '../project/reseal-copies.ts';
import { type FileKeys, newFileKeys, openFileKeys, withFilePassphrase, withFileRecovery, withNewKey } from './file-keys.ts';
import { type KeyRing, printedRecoveryKey, strengthened } from './key-slots.ts';
import { type OpenKeys, wipe } from './open-keys.ts';

type ProtectionChannel = 'protection.status' | 'protection.set' | 'protection.change' | 'protection.renew' | 'protection.remove';
type Message = { readonly documentId: string; readonly commandId: string };

export class ProtectionService {
  readonly #services: SessionServices;
  readonly #projects: OpenProjects;
  /** The recovery key of the last act, for a window that lost the reply and repeats its message. */
  #last: { readonly commandId: string; readonly recoveryKey: string } | null = null;

  constructor(services: SessionServices, projects: OpenProjects) {
    this.#services = services;
    this.#projects = projects;
  }

  handlers(): Pick<Handlers, ProtectionChannel> {
    return {
      'protection.status': ({ documentId }) => Promise.resolve(ok({ isProtected: this.#projects.session(documentId).key !== null })),
      'protection.set': (args) => this.#set(args),
      'protection.change': ({ isNewKey = false, ...args }) => (isNewKey ? this.#makeNew(args) : this.#change(args)),
      'protection.renew': ({ secret, ...message }) =>
        this.#rekey(message, secret, (opened) => Promise.resolve(ok(withFileRecovery(opened)))),
      'protection.remove': (args) => this.#remove(args),
    };
  }

  /** A newer Tierce's journal is not ours to seal; the reply says that it stays as it is. */
  async #set({ passphrase, ...message }: Args<'protection.set'>): Promise<Result<Protected>> {
    const left = await this.#isNotedByNewer(message);
    if (!left.ok) return left;
    const set = await this.#reseal(message, async (ring) =>
      ring === null ? newFileKeys(this.#services.newId(), passphrase) : refuse({ code: 'protection-exists' }),
    );
    return set.ok ? ok({ ...set.value, isNewerLeft: left.value }) : set;
  }

  /**
   * Raises the cost of the passphrase that has just opened a file, if it has grown old: the same key in another slot, in the file and in its
   * backups. If that cannot be written the file stays as it was, and nobody is told: the next opening tries again.
   * @returns the file as it is then
   */
  async strengthen(opened: OpenProject, passphrase: string): Promise<OpenProject> {
    const { documentId } = opened;
    const { readOnly, key, header } = this.#projects.session(documentId);
    const ring = header.keys.file;
    if (readOnly !== null || key === null || ring === null) return opened;
    const stronger = await strengthened(ring, key, passphrase);
    if (stronger === ring || !this.#projects.isOpen(documentId)) return opened;
    const message = { documentId, commandId: this.#services.newId() };
    await this.#rekeyTo(message, (keys) =>
      Promise.resolve(keys.file === ring ? ok({ ...keys, file: stronger }) : refuse({ code: 'protection-missing' })),
    );
    return this.#projects.shown(documentId) ?? opened;
  }

  #change({ secret, passphrase, ...message }: Args<'protection.change'>): Promise<Result<Protected>> {
    return this.#rekey(message, secret, (opened) => withFilePassphrase(opened, passphrase));
  }

  /** Another key: earlier copies elsewhere still open as before, but their key opens nothing made from now on. */
  #makeNew({ secret, passphrase, ...message }: Args<'protection.change'>): Promise<Result<Protected>> {
    return this.#reseal(message, (ring) => withOpened(ring, secret, (opened) => withNewKey(opened, this.#services.newId(), passphrase)));
  }

  /** A newer Tierce's journal may be under the key of the file, which would be lost afterwards: then the protection stays. */
  async #remove({ secret, ...message }: Args<'protection.remove'>): Promise<Result<Protected>> {
    const newer = await this.#isNotedByNewer(message);
    if (!newer.ok) return newer;
    if (newer.value) return refuse({ code: 'journal-newer-sealed', name: this.#projects.session(message.documentId).fileName });
    return this.#reseal(message, (ring) => withOpened(ring, secret, () => Promise.resolve(ok(null))));
  }

  #isNotedByNewer({ documentId }: Message): Promise<Result<boolean>> {
    const { files, journalFolder } = this.#services;
    return isNotedByNewer(files, journalFolder, this.#projects.session(documentId).header.fileId);
  }

  /** Gives the file another key, or none; then everything that this computer holds of it follows. */
  async #reseal(message: Message, make: (ring: KeyRing | null) => Promise<Result<FileKeys | null>>): Promise<Result<Protected>> {
    const session = this.#projects.session(message.documentId);
    const before = session.keys.copy(); // a copy: the session overwrites its keys as soon as it has others
    let made: FileKeys | null = null;
    try {
      const reply = await session.keys.reseal(message.commandId, async (keys) => {
        const anew = await make(keys.file);
        if (!anew.ok) return anew;
        // Home's index must no longer hold anything of it in the clear
        const unlisted = await this.#services.unlist(session.header.fileId);
        if (!unlisted.ok) return unlisted;
        made = anew.value;
        this.#keep(message.commandId, made?.recoveryKey ?? null);
        const copiesFirst = made === null && before !== null ? () => unsealCopies(this.#services, session.header, before.key) : null;
        return ok({ key: made?.key ?? null, keys: { ...keys, file: made?.ring ?? null }, nonce: this.#services.newId(), copiesFirst });
      });
      return await this.#followed(message, reply, before);
    } finally {
      wipe(before);
      overwrite(made);
    }
  }

  /** The same key with other slots. Backups get them too: a replaced passphrase no longer opens any of them. */
  async #rekey(message: Message, secret: VaultSecret, make: (opened: FileKeys) => Promise<Result<FileKeys>>): Promise<Result<Protected>> {
    return this.#rekeyTo(message, async (keys) => {
      const made = await withOpened(keys.file, secret, make);
      if (!made.ok) return made;
      this.#keep(message.commandId, made.value.recoveryKey);
      return ok({ ...keys, file: made.value.ring });
    });
  }

  async #rekeyTo(message: Message, make: (keys: Keys) => Promise<Result<Keys>>): Promise<Result<Protected>> {
    const session = this.#projects.session(message.documentId);
    const reply = await session.keys.rekey(message.commandId, make);
    const own = session.keys.copy();
    const told = await this.#followed(message, reply, own);
    wipe(own);
    return told;
  }

  /** @param before the previous keys of the file */
  async #followed(message: Message, reply: Result<Reply>, before: OpenKeys | null): Promise<Result<Protected>> {
    const session = this.#projects.session(message.documentId);
    const { header, keys, saveState } = session;
    const own = keys.copy();
    // re-encrypts what earlier attempts left behind
    if (!reply.ok && own !== null && saveState.where === 'file') await sealLeftovers(this.#services, header, own.key);
    const along = { fileId: header.fileId, keys: header.keys, from: sealOf(header.fileId, before), to: sealOf(header.fileId, own) };
    const leftBackups = reply.ok ? await resealCopies(this.#services, along) : 0;
    wipe(own);
    return this.#told(message, this.#projects.applied(message.documentId, reply), leftBackups);
  }

  #keep(commandId: string, recoveryKey: string | null): void {
    this.#last = recoveryKey === null ? null : { commandId, recoveryKey: printedRecoveryKey(recoveryKey) };
  }

  #told({ documentId, commandId }: Message, applied: ReturnType<OpenProjects['applied']>, leftBackups: number): Result<Protected> {
    if (!applied.ok) return applied;
    const recoveryKey = this.#last?.commandId === commandId ? this.#last.recoveryKey : '';
    return ok({
      ...applied.value,
      isProtected: this.#projects.session(documentId).key !== null,
      recoveryKey,
      leftBackups,
      isNewerLeft: false,
    });
  }
}

/** Overwrites the key that a secret opened, once the act is done with it. */
async function withOpened<T>(
  ring: KeyRing | null,
  secret: VaultSecret,
  make: (opened: FileKeys) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await openFileKeys(ring, secret);
  if (!opened.ok) return opened;
  try {
    return await make(opened.value);
  } finally {
    overwrite(opened.value);
  }
}

function overwrite(keys: FileKeys | null): void {
  keys?.key.fill(0);
}
