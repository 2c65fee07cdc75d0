// The protection of a whole file as the window asks for it: set, changed, removed, its recovery key renewed.
import type { Args, Protected } from '@contract/channels.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { PLAIN_LINES } from '../journal/journal-lines.ts';
import { sealedLines } from '../journal/sealed-lines.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { SessionServices } from '../project/session-services.ts';
import { resealCopies, type Seal, sealLeftovers, unsealCopies } from '../project/reseal-copies.ts';
import { type FileKeys, newFileKeys, openFileKeys, withFilePassphrase, withFileRecovery } from './file-keys.ts';
import { printedRecoveryKey } from './key-slots.ts';

type ProtectionChannel = 'protection.status' | 'protection.set' | 'protection.change' | 'protection.renew' | 'protection.remove';
type Message = { readonly documentId: string; readonly commandId: string };

export class ProtectionService {
  readonly #services: SessionServices;
  readonly #projects: OpenProjects;
  /** The recovery key of the last act, for a window that lost the reply and asks again. */
  #last: { readonly commandId: string; readonly recoveryKey: string } | null = null;

  constructor(services: SessionServices, projects: OpenProjects) {
    this.#services = services;
    this.#projects = projects;
  }

  handlers(): Pick<Handlers, ProtectionChannel> {
    return {
      'protection.status': ({ documentId }) => Promise.resolve(ok({ isProtected: this.#projects.session(documentId).key !== null })),
      'protection.set': (args) => this.#set(args),
      'protection.change': ({ secret, passphrase, ...message }) => this.#rekey(message, async (keys) => {
        const opened = await openFileKeys(keys, secret);
        return opened.ok ? withFilePassphrase(opened.value, passphrase) : opened;
      }),
      'protection.renew': ({ secret, ...message }) => this.#rekey(message, async (keys) => {
        const opened = await openFileKeys(keys, secret);
        return opened.ok ? ok(withFileRecovery(opened.value)) : opened;
      }),
      'protection.remove': (args) => this.#remove(args),
    };
  }

  #set({ documentId, commandId, passphrase }: Args<'protection.set'>): Promise<Result<Protected>> {
    return this.#reseal({ documentId, commandId }, async (isProtected) => (isProtected ? refuse({ code: 'protection-exists' }) : newFileKeys(this.#services.newId(), passphrase)));
  }

  #remove({ documentId, commandId, secret }: Args<'protection.remove'>): Promise<Result<Protected>> {
    const session = this.#projects.session(documentId);
    return this.#reseal({ documentId, commandId }, async () => {
      const opened = await openFileKeys(session.header.keys.file, secret);
      return opened.ok ? ok(null) : opened;
    });
  }

  /** Another key for the file, or none: then everything that this computer holds of it follows. */
  async #reseal({ documentId, commandId }: Message, make: (isProtected: boolean) => Promise<Result<FileKeys | null>>): Promise<Result<Protected>> {
    const session = this.#projects.session(documentId);
    const { fileId } = session.header;
    const from = this.#sealOf(fileId, session.key);
    const reply = await session.keys.reseal(commandId, async (keys) => {
      const made = await make(session.key !== null);
      if (!made.ok) return made;
      this.#keep(commandId, made.value?.recoveryKey ?? null);
      const { key, codec } = this.#sealOf(fileId, made.value?.key ?? null);
      const { key: keyBefore } = from;
      const copiesFirst = key === null && keyBefore !== null ? () => unsealCopies(this.#services, session.header, keyBefore) : null;
      return ok({ key, codec, keys: { ...keys, file: made.value?.ring ?? null }, nonce: this.#services.newId(), copiesFirst });
    });
    if (!reply.ok && session.key !== null && session.saveState.where === 'file') await sealLeftovers(this.#services, session.header, session.key); // those that were brought along before
    const leftBackups = reply.ok ? await resealCopies(this.#services, { fileId, keys: session.header.keys, from, to: this.#sealOf(fileId, session.key) }) : 0;
    return this.#told({ documentId, commandId }, this.#projects.applied(documentId, reply), leftBackups);
  }

  /** The same key under other slots. Backups get them too: a passphrase that was replaced opens none of them any more. */
  async #rekey({ documentId, commandId }: Message, make: (ring: FileKeys['ring'] | null) => Promise<Result<FileKeys>>): Promise<Result<Protected>> {
    const reply = await this.#projects.session(documentId).keys.rekey(commandId, async (keys) => {
      const made = await make(keys.file);
      if (!made.ok) return made;
      this.#keep(commandId, made.value.recoveryKey);
      return ok({ ...keys, file: made.value.ring });
    });
    const session = this.#projects.session(documentId);
    const seal = this.#sealOf(session.header.fileId, session.key);
    const leftBackups = reply.ok ? await resealCopies(this.#services, { fileId: session.header.fileId, keys: session.header.keys, from: seal, to: seal }) : 0;
    return this.#told({ documentId, commandId }, this.#projects.applied(documentId, reply), leftBackups);
  }

  #sealOf(fileId: string, key: Uint8Array | null): Seal {
    return { key, codec: key === null ? PLAIN_LINES : sealedLines(fileId, key) };
  }

  #keep(commandId: string, recoveryKey: string | null): void {
    this.#last = recoveryKey === null ? null : { commandId, recoveryKey: printedRecoveryKey(recoveryKey) };
  }

  #told({ documentId, commandId }: Message, applied: ReturnType<OpenProjects['applied']>, leftBackups: number): Result<Protected> {
    if (!applied.ok) return applied;
    const recoveryKey = this.#last?.commandId === commandId ? this.#last.recoveryKey : '';
    return ok({ ...applied.value, isProtected: this.#projects.session(documentId).key !== null, recoveryKey, leftBackups });
  }
}
