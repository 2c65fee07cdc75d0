// Opens a vault with what its owner gives, and makes sure that its public key is its own.
import type { VaultSecret } from '@contract/vault.ts';
import { refuse, type Result } from '@domain/result.ts';
import { forget, type OpenVault, unlockByRecovery, unlockVault, type VaultKeys, withOwnPair } from './vault.ts';

/** @returns the vault, open; or vault-missing, passphrase-wrong, key-cost-refused */
export async function openBy(keys: VaultKeys | null, secret: VaultSecret): Promise<Result<OpenVault>> {
  if (keys === null) return refuse({ code: 'vault-missing' });
  return secret.kind === 'passphrase' ? unlockVault(keys, secret.passphrase) : unlockByRecovery(keys, secret.recoveryKey);
}

/** A public key that is somebody else's is never ignored: lines written while the notebook is locked would be sealed for them. */
export async function openOwn(keys: VaultKeys | null, secret: VaultSecret): Promise<Result<OpenVault>> {
  return ownOnly(await openBy(keys, secret));
}

/** @returns the same; or vault-key-foreign */
export function ownOnly(opened: Result<OpenVault>): Result<OpenVault> {
  if (!opened.ok || withOwnPair(opened.value) === opened.value) return opened;
  forget(opened.value);
  return refuse({ code: 'vault-key-foreign' });
}
