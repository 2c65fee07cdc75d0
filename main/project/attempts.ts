// Files that could not be opened: what can be done about the last one, and doing it.
import { basename, dirname } from 'node:path';
import type { Attempt, Recovered } from '@contract/attempt.ts';
import type { Args } from '@contract/channels.ts';
import type { OpenProject } from '@contract/project.ts';
import type { VaultSecret } from '@contract/vault.ts';
import type { Failure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { ContradictionCode } from '../memory/remembered.ts';
import { keyFromPassphrase, keyFromRecovery } from '../vault/key-slots.ts';
import { lending } from '../vault/lent-keys.ts';
import type { OpenProjects } from './open-projects.ts';
import type { OpeningOptions } from './open-session.ts';
import type { BrokenFile, FileRecovery, HowToRecover } from './file-recovery.ts';

type AttemptChannel = 'attempt.read' | 'attempt.open' | 'attempt.unlock' | 'attempt.accept' | 'attempt.recover';
export type AttemptsOptions = {
  readonly projects: OpenProjects;
  readonly recovery: FileRecovery;
  readonly newId: () => string;
  /** Opens a file in place of the one that is open. */
  readonly open: (file: Pick<BrokenFile, 'path' | 'fileId'>, how: OpeningOptions) => Promise<Result<OpenProject>>;
  /** Raises the cost of the passphrase that has just opened a file, if it has grown old. @returns the file as it is then */
  readonly strengthen: (opened: OpenProject, passphrase: string) => Promise<OpenProject>;
  /** Closes the open one, then shows another. */
  readonly alone: (act: () => Promise<Result<OpenProject>>) => Promise<Result<OpenProject>>;
};
type Known = BrokenFile & {
  readonly attemptId: string;
  readonly failure: Failure;
  /** Whether it can be looked for again at its path: of a gone file only the name is known. */
  readonly isPlaceKnown: boolean;
  /** Once its secret is given it is shown read-only, because somebody else holds it. */
  readonly isReadOnly: boolean;
  /** Once its secret is given it is taken over from its holder: the user has agreed. */
  readonly isTakingOver: boolean;
  /** What has opened it already, if something else remains to be asked. */
  readonly keyOf: KeyOf | undefined;
  /** What the user has accepted so far. */
  readonly accepted: readonly ContradictionCode[];
};
type Circumstances = Pick<Known, 'fileId' | 'isPlaceKnown' | 'isReadOnly' | 'isTakingOver' | 'keyOf' | 'accepted'>;

/** Failures that the user can do something about. */
const ANSWERABLE: readonly Failure['code'][] = [
  'file-locked',
  'file-sealed',
  'protection-lost',
  'journal-newer',
  'file-older',
  'file-not-found',
  'file-empty',
  'file-truncated',
  'file-damaged',
  'file-not-migrated',
  'file-not-tierce',
  'seal-broken',
];
/** Nothing is wrong with the file, so there is nothing to recover. */
const WHOLE: readonly Failure['code'][] = ['file-locked', 'file-sealed', 'journal-newer'];

export class Attempts {
  readonly #options: AttemptsOptions;
  #last: Known | null = null;

  constructor(options: AttemptsOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, AttemptChannel> {
    return {
      'attempt.read': () => this.#read(),
      'attempt.open': (args) => this.#open(args),
      'attempt.unlock': (args) => this.#unlock(args),
      'attempt.accept': (args) => this.#accept(args),
      'attempt.recover': (args) => this.#recover(args),
    };
  }

  /**
   * Remembers a file that was refused; forgets one that opened, or that nothing can be done about.
   * @param fileId of a file that is gone, where it is known
   */
  note(
    path: string,
    opened: Result<OpenProject>,
    { fileId = null, isPlaceKnown = true, isReadOnly = false, isTakingOver = false, keyOf, accepted = [] }: Partial<Circumstances> = {},
  ): void {
    if (!opened.ok && opened.failure.code === 'passphrase-wrong') return; // the user will try again
    const failure = opened.ok || !ANSWERABLE.includes(opened.failure.code) ? null : opened.failure;
    this.#last =
      failure === null
        ? null
        : {
            attemptId: this.#options.newId(),
            path,
            fileId,
            failure,
            isGone: failure.code === 'file-not-found',
            isPlaceKnown,
            isReadOnly,
            isTakingOver,
            keyOf: failure.code === 'file-older' || failure.code === 'journal-newer' ? keyOf : undefined,
            accepted,
          };
  }

  async #read(): Promise<Result<Attempt | null>> {
    const last = this.#last;
    if (last === null) return ok(null);
    const { attemptId, path, failure, isGone, isPlaceKnown } = last;
    const canRecover = !WHOLE.includes(failure.code);
    const { recovery } = this.#options;
    const kept = canRecover ? await recovery.keptOf(last, last.keyOf) : ok({ isSealed: failure.code === 'file-sealed', backups: [] });
    if (!kept.ok) return kept;
    if (isGone && kept.value.backups.length === 0) return ok(null); // if it is gone, there is nothing to add
    return ok({
      attemptId,
      fileName: basename(path),
      folderName: basename(dirname(path)),
      failure,
      isPlaceKnown,
      ...answering(failure, kept.value, last.keyOf !== undefined),
    });
  }

  #known(attemptId: string): Known | null {
    return this.#last?.attemptId === attemptId ? this.#last : null;
  }

  #open({ attemptId, how }: Args<'attempt.open'>): Promise<Result<OpenProject>> {
    const known = this.#known(attemptId);
    if (known === null) return Promise.resolve(refuse({ code: 'token-unknown' }));
    return how === 'read-only'
      ? this.#look(known, known.keyOf)
      : this.#opened(known, how === 'take-over' ? { how, accepted: known.accepted } : {});
  }

  async #unlock({ attemptId, secret }: Args<'attempt.unlock'>): Promise<Result<OpenProject>> {
    const known = this.#known(attemptId);
    if (known === null) return refuse({ code: 'token-unknown' });
    if (known.isReadOnly) return this.#look(known, keyBy(secret));
    const opened = await this.#opened(known, { ...asBefore(known), keyOf: keyBy(secret) });
    return opened.ok && secret.kind === 'passphrase' ? ok(await this.#options.strengthen(opened.value, secret.passphrase)) : opened;
  }

  /**
   * The user can accept a contradiction between the file and what is remembered. A lost protection is accepted with its former secret,
   * where a copy here still knows it.
   */
  async #accept({ attemptId, secret }: Args<'attempt.accept'>): Promise<Result<OpenProject>> {
    const known = this.#known(attemptId);
    const code = known === null ? null : acceptable(known.failure);
    if (known === null || code === null) return refuse({ code: 'token-unknown' });
    const proven = code === 'protection-lost' ? await this.#options.recovery.prove(known, secret) : ok(null);
    return proven.ok ? this.#opened(known, { ...asBefore(known), accepted: [...known.accepted, code] }) : proven;
  }

  /** The keys are overwritten afterwards: the resulting session has copies of its own. */
  #opened(file: Pick<BrokenFile, 'path' | 'fileId'>, how: OpeningOptions): Promise<Result<OpenProject>> {
    const { keyOf } = how;
    return keyOf === undefined
      ? this.#options.open(file, how)
      : lending(keyOf, (lent) => this.#options.open(file, { ...how, keyOf: lent }));
  }

  /** Shows a file that somebody else holds, or that is not accepted yet; for a protected one the secret is asked first. */
  async #look({ path, failure }: Known, keyOf?: KeyOf): Promise<Result<OpenProject>> {
    const why = acceptable(failure) === null ? 'locked' : 'doubtful';
    const look = (lent?: KeyOf) => this.#options.alone(() => this.#options.projects.look({ path, from: path }, { why }, lent));
    const looked = keyOf === undefined ? await look() : await lending(keyOf, look);
    this.note(path, looked, { isReadOnly: true });
    return looked;
  }

  async #recover({ attemptId, backupId, secret, isTakingOver = false }: Args<'attempt.recover'>): Promise<Result<Recovered>> {
    const known = this.#known(attemptId);
    if (known === null) return refuse({ code: 'token-unknown' });
    const keyOf = secret === null ? known.keyOf : keyBy(secret);
    return keyOf === undefined
      ? this.#recovered(known, { backupId, keyOf, isTakingOver })
      : lending(keyOf, (lent) => this.#recovered(known, { backupId, keyOf: lent, isTakingOver }));
  }

  async #recovered(known: Known, how: HowToRecover): Promise<Result<Recovered>> {
    const made = await this.#options.recovery.recover(known, how);
    if (!made.ok) return made;
    const opened = await this.#options.open({ path: made.value.path, fileId: null }, { keyOf: how.keyOf });
    return opened.ok ? ok({ project: opened.value, lost: made.value.lost, kept: made.value.kept }) : opened;
  }
}

function acceptable({ code }: Failure): ContradictionCode | null {
  return code === 'file-older' || code === 'protection-lost' || code === 'journal-newer' ? code : null;
}

function asBefore({ isTakingOver, keyOf, accepted }: Known): OpeningOptions {
  return { how: isTakingOver ? 'take-over' : 'own', keyOf, accepted };
}

type Kept = Pick<Attempt, 'isSealed' | 'backups'>;

/**
 * For an older file, backups that hold no more than it does are no answer, and no secret is needed if one was given. A file that lost its
 * protection needs the secret of its copies.
 */
function answering(failure: Failure, { isSealed, backups }: Kept, isOpened: boolean): Kept {
  switch (failure.code) {
    case 'file-older':
      return {
        isSealed: isSealed && !isOpened,
        backups: backups
          .filter(({ revision, steps }) => revision > failure.revision || steps > 0)
          .map((backup) => ({ ...backup, isSealed: backup.isSealed && !isOpened })),
      };
    case 'protection-lost':
      return { isSealed: backups.some((backup) => backup.isSealed), backups };
    default:
      return { isSealed, backups };
  }
}

/** @returns what opens a sealed file with this secret */
export function keyBy(secret: VaultSecret): KeyOf {
  return async ({ keys }) => {
    if (keys.file === null) return refuse({ code: 'passphrase-wrong' });
    return secret.kind === 'passphrase' ? keyFromPassphrase(keys.file, secret.passphrase) : keyFromRecovery(keys.file, secret.recoveryKey);
  };
}
