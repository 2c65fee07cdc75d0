// Shown when the changed version of a file cannot be read: why, a field for its secret if it got another key, the answer that needs none.
import { useState } from 'react';
import type { ConflictAnswer } from '@contract/conflict.ts';
import type { VaultSecret } from '@contract/vault.ts';
import type { Failure } from '@domain/failures.ts';
import { Button } from '../kit/Button.tsx';
import { NO_SECRET, SecretField, turned, typedOf } from '../kit/SecretField.tsx';
import { failureSentence, useTexts } from '../state/texts.ts';
import { ConflictAnswers } from './ConflictAnswers.tsx';

type UnreadProps = {
  readonly failure: Failure;
  /** Tries again with a secret. @returns whether it was wrong */
  readonly read: (secret: VaultSecret) => Promise<boolean>;
  readonly onDone: () => void;
};

const WITHOUT_READING: readonly ConflictAnswer[] = ['both'];

/** A user who does not know the new secret can continue in a copy. */
export function UnreadConflict({ failure, read, onDone }: UnreadProps) {
  const isSecretMissing = failure.code === 'file-key-changed';
  return (
    <>
      <p className="dialog-words" role="status">
        {failureSentence(failure)}
      </p>
      {isSecretMissing ? <Secret read={read} /> : null}
      <ConflictAnswers answers={WITHOUT_READING} secret={null} isSecond={isSecretMissing} onDone={onDone} />
    </>
  );
}

function Secret({ read }: Pick<UnreadProps, 'read'>) {
  const { conflict: texts, recovery } = useTexts();
  const [secret, setSecret] = useState<VaultSecret>(NO_SECRET);
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const change = (typed: VaultSecret): void => {
    setSecret(typed);
    setWrong(false);
  };
  const compare = async (): Promise<void> => {
    if (isBusy || typedOf(secret) === '') return;
    setBusy(true);
    const isRefused = await read(secret);
    setBusy(false);
    setWrong(isRefused);
  };
  return (
    <>
      <SecretField secret={secret} onChange={change} onEnter={() => void compare()} isWrong={isWrong} autoFocus />
      <div className="dialog-buttons">
        <Button kind="quiet" onPress={() => change(turned(secret))}>
          {secret.kind === 'recovery' ? recovery.back : recovery.lost}
        </Button>
        <Button kind="main" onPress={() => void compare()}>
          {texts.compare}
        </Button>
      </div>
    </>
  );
}
