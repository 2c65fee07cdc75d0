// Asks for the passphrase with which presentation mode ends. It appears on the projector: it shows nothing, and what is typed is dots.
import { useState } from 'react';
import type { Failure } from '@domain/failures.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NO_SECRET, turned, typedOf } from '../kit/SecretField.tsx';
import { TextField } from '../kit/TextField.tsx';
import { closeDialog } from '../state/dialog.ts';
import { closeAndLeave, leavePresentation } from '../state/presentation.ts';
import { failureSentence, useTexts } from '../state/texts.ts';

const stay = (): void => closeDialog('leave-presentation');

/** The dialog; its form can turn to the recovery key, and from there to the way out without either. */
export function LeavePresentation() {
  const { presentation } = useTexts();
  return (
    <Dialog title={presentation.askTitle} isOpen onClose={stay}>
      <SecretForm />
    </Dialog>
  );
}

function SecretForm() {
  const { presentation, notebook } = useTexts();
  const [secret, setSecret] = useState<VaultSecret>(NO_SECRET);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isLost = secret.kind === 'recovery';
  const wrong = isLost ? notebook.recoveryWrong : notebook.wrong;
  const submit = async (): Promise<void> => {
    if (isBusy || typedOf(secret).trim() === '') return;
    setBusy(true);
    const reply = await leavePresentation(secret);
    setBusy(false);
    setFailure(reply.ok ? null : reply.failure);
  };
  const turn = (): void => {
    setSecret(turned(secret));
    setFailure(null);
  };
  return (
    <>
      <p className="dialog-words">{isLost ? presentation.askKey : presentation.askText}</p>
      <TextField
        key={secret.kind}
        label={isLost ? presentation.recoveryKey : presentation.passphrase}
        value={typedOf(secret)}
        onChange={(typed) => setSecret(isLost ? { kind: 'recovery', recoveryKey: typed } : { kind: 'passphrase', passphrase: typed })}
        onEnter={() => void submit()}
        isSecret
        maxLength={500}
        {...(isLost ? { hint: presentation.recoveryHint } : {})}
        error={failure === null ? null : failure.code === 'passphrase-wrong' ? wrong : failureSentence(failure)}
        autoFocus
      />
      <div>
        <Button kind="quiet" onPress={turn}>
          {isLost ? presentation.found : presentation.lost}
        </Button>
      </div>
      {isLost ? (
        <p className="dialog-words small">
          {presentation.wayOut}{' '}
          <Button kind="quiet" onPress={() => void closeAndLeave()}>
            {presentation.closeFile}
          </Button>
        </p>
      ) : null}
      <div className="dialog-buttons">
        <Button onPress={stay}>{presentation.stay}</Button>
        <Button kind="main" onPress={() => void submit()}>
          {presentation.leave}
        </Button>
      </div>
    </>
  );
}
