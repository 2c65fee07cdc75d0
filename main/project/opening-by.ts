// Opens another version of an open file: with the present or earlier keys of the file, or else with a secret.
import type { VaultSecret } from '@contract/vault.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { refuse } from '@domain/result.ts';
import type { FileHeader } from '../files/envelope.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { lending } from '../vault/lent-keys.ts';
import { keyBy } from './attempts.ts';
import type { ProjectSession } from './project-session.ts';

type By = {
  readonly secret: VaultSecret | undefined;
  /** Reported for a content under another key when its secret is missing. */
  readonly missing: KeyFailure;
};

/** @returns the result of the act; the key that the secret opened is overwritten afterwards */
export function openingBy<T>(session: ProjectSession, { secret, missing }: By, act: (keyOf: KeyOf) => Promise<T>): Promise<T> {
  const bySecret: KeyOf = secret === undefined ? () => Promise.resolve(refuse(missing)) : keyBy(secret);
  return lending(bySecret, (lent) => act((header) => (knowsKeyOf(session, header) ? session.keyOf(header) : lent(header))));
}

/** Whether the file has the key of that ring, or had it earlier. */
export function knowsKeyOf({ key, header }: ProjectSession, { keys: { file } }: Pick<FileHeader, 'keys'>): boolean {
  const own = header.keys.file;
  return key !== null && own !== null && [own, ...(own.earlier ?? [])].some(({ id }) => id === file?.id);
}
