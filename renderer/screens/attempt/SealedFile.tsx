// A protected file: its passphrase opens it, or the recovery key if the passphrase is lost.
import { useState } from 'react';
import type { VaultSecret } from '@contract/vault.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { NO_SECRET, SecretField, turned, typedOf } from '../../kit/SecretField.tsx';
import { unlockAttempt } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';

/** A wrong passphrase is reported at its field, calmly; nothing is lost. */
export function SealedFile() {
  const { recovery } = useTexts();
  const failure = useWindow((state) => state.attempt?.failure ?? null);
  const [secret, setSecret] = useState<VaultSecret>(NO_SECRET);
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const change = (typed: VaultSecret): void => {
    setSecret(typed);
    setWrong(false);
  };
  const open = async (): Promise<void> => {
    if (typedOf(secret) === '' || isBusy) return;
    setBusy(true);
    const refused = await unlockAttempt(secret);
    setBusy(false);
    setWrong(refused !== null);
  };
  return (
    <Card isRoomy>
      <p className="attempt-lead">{failure === null ? '' : failureSentence(failure)}</p>
      <SecretField secret={secret} onChange={change} onEnter={() => void open()} isWrong={isWrong} autoFocus />
      <div className="attempt-buttons">
        <Button kind="main" onPress={() => void open()}>
          {recovery.unlock}
        </Button>
        <Button kind="quiet" onPress={() => change(turned(secret))}>
          {secret.kind === 'recovery' ? recovery.back : recovery.lost}
        </Button>
      </div>
    </Card>
  );
}
