// The secrets of the person in the model, who tries one after the other: an earlier copy opens with an earlier secret.
import type { VaultSecret } from '@contract/vault.ts';
import { refuse, type Result } from '@domain/result.ts';
import type { KeyOf } from '../../main/files/parse-project.ts';
import { keyBy } from '../../main/project/attempts.ts';
import { openedRecords } from '../../main/vault/opened-records.ts';
import { forget, unlockVault } from '../../main/vault/vault.ts';
import type { Project } from '../../main/files/envelope.ts';
import { wordsIn } from './claims.ts';

type Passphrase = Extract<VaultSecret, { readonly kind: 'passphrase' }>;
const secret = (passphrase: string): Passphrase => ({ kind: 'passphrase', passphrase });

/** Of the file, and of its notebook. The first one is set first; each change switches to the other. */
export const FILE_SECRETS = [secret('châtaigne lente sous abri'), secret('ruisseau clair de novembre')] as const;
export const NOTEBOOK_SECRETS = [secret('le carnet de Sonia, été'), secret('une phrase toute neuve')] as const;

/** @returns the other one of the two */
export function otherOf([first, second]: readonly [Passphrase, Passphrase], { passphrase }: Passphrase): Passphrase {
  return first.passphrase === passphrase ? second : first;
}

/** @returns the result of the first secret that is not refused as wrong */
export async function tried<T>(secrets: readonly Passphrase[], attempt: (one: Passphrase) => Promise<Result<T>>): Promise<Result<T>> {
  let reply: Result<T> = refuse({ code: 'passphrase-wrong' });
  for (const one of secrets) {
    reply = await attempt(one);
    if (reply.ok || reply.failure.code !== 'passphrase-wrong') return reply;
  }
  return reply;
}

/** Opens a file of the model with whichever of its secrets fits. */
export const byAnySecret: KeyOf = async (header) => {
  for (const one of FILE_SECRETS) {
    const key = await keyBy(one)(header);
    if (key.ok) return key;
  }
  return refuse({ code: 'passphrase-wrong' });
};

/** @returns every word of a project, including those of its notebook */
export async function wordsOf({
  header,
  document,
  history,
}: Pick<Project, 'header' | 'document' | 'history'>): Promise<ReadonlySet<string>> {
  const words = new Set(wordsIn([document, history]));
  const keys = header.keys.vault;
  for (const { passphrase } of keys === null ? [] : NOTEBOOK_SECRETS) {
    const opened = keys === null ? null : await unlockVault(keys, passphrase);
    if (opened === null || !opened.ok) continue;
    for (const word of wordsIn(openedRecords(opened.value, document.vault))) words.add(word);
    forget(opened.value);
  }
  return words;
}
