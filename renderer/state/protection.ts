// The protection of the whole file in the window: whether it is on, and a recovery key until it has been noted.
import type { Protected } from '@contract/protection.ts';
import type { VaultSecret } from '@contract/vault.ts';
import type { Result } from '@domain/result.ts';
import { call } from './bridge.ts';
import { say } from './messages.ts';
import { exchange } from './project.ts';
import { createStore, useSelected } from './store.ts';
import { texts } from './texts.ts';
import { openDocument } from './typing.ts';

type Protection = { readonly documentId: string | null; readonly isProtected: boolean | null; readonly recoveryKey: string | null };

const protectionStore = createStore<Protection>({ documentId: null, isProtected: null, recoveryKey: null });

/** Reads the state of the protection of the open file. */
export function useProtection(): Protection {
  return useSelected(protectionStore, (state) => state);
}

/** Asks main whether the open file is protected. */
export async function readProtection(): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  if (protectionStore.get().documentId !== documentId) protectionStore.set({ documentId, isProtected: null, recoveryKey: null });
  const reply = await call('protection.status', { documentId });
  if (reply.ok) protectionStore.set({ isProtected: reply.value.isProtected });
}

/** Forgets the recovery key, which has been printed or copied. */
export function recoveryKeyNoted(): void {
  protectionStore.set({ recoveryKey: null });
}

/** Seals the file with a passphrase. @returns the failure if that was refused, to be shown at the field */
export function protectFile(passphrase: string): Promise<Result<Protected>> {
  return told(
    exchange((base) => call('protection.set', { ...base, passphrase })),
    texts().protection.isSet,
  );
}

export function changeProtection(current: string, passphrase: string, isNewKey: boolean): Promise<Result<Protected>> {
  const { changed, keyChanged } = texts().protection;
  return told(
    exchange((base) => call('protection.change', { ...base, secret: secretOf(current), passphrase, isNewKey })),
    isNewKey ? keyChanged : changed,
  );
}

export function renewProtection(passphrase: string): Promise<Result<Protected>> {
  return told(
    exchange((base) => call('protection.renew', { ...base, secret: secretOf(passphrase) })),
    null,
  );
}

export function removeProtection(passphrase: string): Promise<Result<Protected>> {
  return told(
    exchange((base) => call('protection.remove', { ...base, secret: secretOf(passphrase) })),
    texts().protection.isRemoved,
  );
}

/** A recovery key as it is printed: eight groups of five characters. */
const PRINTED_KEY = /^\s*(?:[A-Z2-9]{5}[\s-]*){8}$/i;

/** Accepts a printed recovery key in the place of the passphrase: a user who has lost that can then change the protection, too. */
function secretOf(typed: string): VaultSecret {
  return PRINTED_KEY.test(typed) ? { kind: 'recovery', recoveryKey: typed } : { kind: 'passphrase', passphrase: typed };
}

async function told(asked: Promise<Result<Protected>>, words: string | null): Promise<Result<Protected>> {
  const reply = await asked;
  if (!reply.ok) return reply;
  const { isProtected, recoveryKey, leftBackups, isNewerLeft } = reply.value;
  protectionStore.set({ isProtected, recoveryKey: recoveryKey === '' ? null : recoveryKey });
  if (words !== null) say('good', words);
  if (leftBackups > 0) say('bad', texts().protection.left(leftBackups));
  if (isNewerLeft) say('bad', texts().protection.newerLeft);
  return reply;
}
