// The system's secret store behind Electron's safeStorage, where it is one that protects something.
import type { SafeStorage } from 'electron';

import type { Secrets } from '../shell.ts';

type Store = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'>;

/** Without a keyring, Electron on Linux "encrypts" with a known key (basic_text), or does not know yet what it will do. */
const WITHOUT_KEYRING: readonly string[] = ['basic_text', 'unknown'];

/** @returns the store; `null` where it would protect nothing */
export function secretsOf(store: Store, platform: NodeJS.Platform): Secrets | null {
  if (!store.isEncryptionAvailable()) return null;
  if (platform === 'linux' && WITHOUT_KEYRING.includes(store.getSelectedStorageBackend())) return null;
  return {
    seal: (secret) => store.encryptString(Buffer.from(secret).toString('base64')),
    open: (sealed) => Buffer.from(store.decryptString(Buffer.from(sealed)), 'base64'),
  };
}
