// Recovering a file that did not open: the secret typed, and whether another window holds what is kept of the file.
import { useState } from 'react';
import type { Attempt } from '@contract/attempt.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { NO_SECRET, typedOf } from '../../kit/SecretField.tsx';
import { recoverAttempt } from '../../state/safety.ts';

export type Recovering = ReturnType<typeof useRecovering>;

/** A protected file or backup needs its secret first, and stays protected. */
export function useRecovering({ isSealed, backups }: Attempt) {
  const [secret, setSecret] = useState<VaultSecret>(NO_SECRET);
  const [isWrong, setWrong] = useState(false);
  const [held, setHeld] = useState<{ readonly backupId: string | null } | null>(null);
  const change = (typed: VaultSecret): void => {
    setSecret(typed);
    setWrong(false);
  };
  const needsSecret = (backupId: string | null): boolean => backups.find((backup) => backup.backupId === backupId)?.isSealed ?? isSealed;
  const recover = async (backupId: string | null, isTakingOver = false): Promise<void> => {
    const isNeeded = needsSecret(backupId);
    if (isNeeded && typedOf(secret) === '') {
      setWrong(true);
      return;
    }
    const refused = await recoverAttempt({ backupId, secret: isNeeded ? secret : null, isTakingOver });
    setWrong(refused?.code === 'passphrase-wrong');
    setHeld(refused?.code === 'file-locked' ? { backupId } : null);
  };
  const isSecretNeeded = isSealed || backups.some((backup) => backup.isSealed);
  return { secret, isWrong, held, isSecretNeeded, change, refuse: () => setWrong(true), recover, release: () => setHeld(null) };
}
