// Keeps the key of an open file, and carries out the acts that give it other keys: done once the file itself holds them.
import type { StepLabel } from '@domain/commands/step.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { ProjectAdapter } from '../files/project-adapter.ts';
import type { OpenMemory } from '../memory/open-memory.ts';
import { linesUnder } from '../journal/sealed-lines.ts';
import { printOf } from '../memory/remembered.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { FileSealer } from '../vault/file-sealer.ts';
import { keyOfAny, type OpenKeys, openKeys, wipe } from '../vault/open-keys.ts';
import type { CommandRunner } from './command-runner.ts';
import type { FileWriter } from './file-writer.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import type { Keys, Reply, Resealing } from './session-options.ts';

export type KeptKeys = {
  /** `null` for a plain file. The keeper overwrites them in the end. */
  readonly keys: OpenKeys | null;
  readonly adapter: ProjectAdapter;
  readonly writer: FileWriter;
  readonly journal: JournalKeeper;
  readonly runner: CommandRunner;
  readonly memory: OpenMemory;
  /** Keeps the present content as a backup, because no journal holds new keys. */
  readonly keepKeys: () => Promise<Result<null, FileFailure>>;
};

export class KeyKeeper {
  readonly #kept: KeptKeys;
  #keys: OpenKeys | null;
  #isForgotten = false;

  constructor(kept: KeptKeys) {
    this.#kept = kept;
    this.#keys = kept.keys;
  }

  /** The key of a sealed file, `null` for a plain one. */
  get key(): Uint8Array | null {
    return this.#held?.key ?? null;
  }

  /** Opens anything sealed with a present or earlier key of this file. The keys stay the keeper's. */
  get keyOf(): KeyOf {
    return (header) => keyOfAny(this.#held)(header);
  }

  /** @returns a copy of the keys, which the caller overwrites; `null` for a plain file */
  copy(): OpenKeys | null {
    return this.#held === null ? null : openKeys(this.#kept.writer.project.header.keys.file, this.#held.key);
  }

  /** Overwrites the keys when the file is closed. Asking for them afterwards is a bug, and must not make the file look plain. */
  forget(): void {
    wipe(this.#keys);
    this.#isForgotten = true;
  }

  get #held(): OpenKeys | null {
    if (this.#isForgotten) throw new Error('The keys of a closed file');
    return this.#keys;
  }

  /**
   * Replaces the keys of the file. Done once the file itself holds them: the journal never does, so that a replaced passphrase opens
   * nothing there.
   * @returns the act; or why the keys were not made, or disk-* when the file could not be written, in which case the previous keys remain
   */
  rekey(commandId: string, make: (keys: Keys) => Promise<Result<Keys>>): Promise<Result<Reply>> {
    return this.#kept.runner.once(commandId, () => this.#rekey(make));
  }

  /**
   * Seals the file under another key, or removes its seal. Done once both the file and the journal have followed.
   * @returns the act; or why not, in which case the file is as it was
   */
  reseal(commandId: string, make: (keys: Keys) => Promise<Result<Resealing>>): Promise<Result<Reply>> {
    return this.#kept.runner.once(commandId, async () => {
      const made = await make(this.#header.keys);
      return made.ok ? this.#kept.writer.alone((write) => this.#reseal(made.value, write)) : made;
    });
  }

  async #rekey(make: (keys: Keys) => Promise<Result<Keys>>): Promise<Result<Reply>> {
    const before = this.#header.keys;
    const made = await make(before);
    if (!made.ok) return made;
    return this.#kept.writer.alone(async (write) => {
      const { memory } = this.#kept;
      const { vaultKey } = memory;
      // first: after a kill the key must not look like somebody else's
      if (printOf(made.value.vault) !== printOf(before.vault)) await memory.learn({ vaultKey: printOf(made.value.vault) });
      const reply = await this.#written(made.value, write);
      if (reply.ok) return this.#keptElsewhere(reply);
      this.#set(before); // the next write puts them back into the file
      await memory.learn({ vaultKey });
      return reply;
    });
  }

  /**
   * The act is done, since the file has its keys. Later steps may need those keys: while only the file has them, a step is safe in the
   * file alone.
   */
  async #keptElsewhere<T>(done: T): Promise<T> {
    const kept = await this.#kept.keepKeys();
    if (!kept.ok) this.#kept.journal.forgetBase();
    return done;
  }

  async #reseal(resealing: Resealing, write: () => Promise<void>): Promise<Result<Reply>> {
    const { adapter, journal, memory, writer, runner } = this.#kept;
    const { keys, nonce, copiesFirst, over } = resealing;
    const ready = copiesFirst === null ? ok(null) : await this.#madeReady(copiesFirst, write);
    if (!ready.ok) return ready;
    const { fileId, keys: keysBefore } = this.#header;
    const { contents: before } = writer.project;
    const contents = resealedContents(before, { fileId, key: this.key }, { fileId, key: resealing.key });
    if (!contents.ok) return contents;
    const reply = await runner.act(RESEAL, keysBefore); // under the previous seal, like the backup that belongs to it
    if (!reply.ok) return reply;
    if (!journal.isNoted) return refuse(journal.failure ?? { code: 'bug', id: RESEAL.command });
    const held = resealing.key === null ? null : openKeys(keys.file, resealing.key);
    const key = held?.key ?? null;
    const sealer = key === null ? null : new FileSealer(fileId, key);
    const codec = linesUnder(fileId, held);
    const sealerBefore = adapter.useSealer(sealer);
    this.#set(keys, contents.value);
    if (key === null) await memory.learn({ isSealed: false }); // first: after a kill it must not look as if somebody else had removed it
    if (copiesFirst !== null) journal.writeAs(codec);
    const standing = over === undefined ? null : adapter.acceptUnderneath(over);
    await write();
    if (writer.savedRevision === reply.value.revision) {
      const keysOfBefore = this.#keys;
      this.#keys = held;
      await memory.learn({ isSealed: key !== null });
      // if it fails, the next opening still reads lines under the previous key, and sets aside those under no key that the file has
      await journal.recode(codec, nonce);
      wipe(keysOfBefore);
      return reply;
    }
    const failure = writer.failure ?? { code: 'bug' as const, id: RESEAL.command };
    journal.writeAs(null);
    adapter.useSealer(sealerBefore);
    if (over !== undefined) adapter.standOn(standing); // under the previous key it must not be overwritten
    this.#set(keysBefore, before);
    await write(); // the failed content may have reached the file all the same
    await memory.keep();
    wipe(held);
    return refuse(failure);
  }

  /**
   * Before a seal is removed: the file holds every step, its content is kept, and every copy has been unsealed. Then the journal notes in
   * the clear which content the file is about to get. So there is no moment at which a kill leaves something that only the lost key opens.
   */
  async #madeReady(copiesFirst: () => Promise<Result<null>>, write: () => Promise<void>): Promise<Result<null>> {
    const { journal, writer } = this.#kept;
    await write();
    if (writer.savedRevision !== this.#header.revision) return refuse(writer.failure ?? { code: 'bug', id: RESEAL.command });
    const kept = await journal.keepStanding();
    return kept.ok ? copiesFirst() : kept;
  }

  /** @returns the act, once the file has been written with its keys */
  async #written(keys: Keys, write: () => Promise<void>): Promise<Result<Reply>> {
    const { runner, writer } = this.#kept;
    const reply = await runner.act(REKEY, keys);
    if (!reply.ok) return reply;
    await write();
    return writer.savedRevision === reply.value.revision ? reply : refuse(writer.failure ?? { code: 'bug', id: REKEY.command });
  }

  get #header() {
    return this.#kept.writer.project.header;
  }

  #set(keys: Keys, contents = this.#kept.writer.project.contents): void {
    const { writer } = this.#kept;
    writer.replace({ ...writer.project, header: { ...this.#header, keys }, contents });
  }
}

const REKEY: StepLabel = { command: 'vault.rekey', table: null, title: '' };
const RESEAL: StepLabel = { command: 'file.reseal', table: null, title: '' };
