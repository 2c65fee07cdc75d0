// The two acts on the keys that cannot be undone: each says so, asks for the passphrase of now, and only then acts.
import { useState } from 'react';
import type { Result } from '@domain/result.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { changePassphrase, renewRecoveryKey } from '../../state/notebook.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';

type KeyDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Replaces the passphrase. */
export function ChangePassphrase({ isOpen, onClose }: KeyDialogProps) {
  const { notebook } = useTexts();
  return (
    <Dialog title={notebook.changeTitle} isOpen={isOpen} onClose={onClose} isPrivate>
      <ChangeBody onDone={onClose} />
    </Dialog>
  );
}

function ChangeBody({ onDone }: { readonly onDone: () => void }) {
  const { notebook } = useTexts();
  const [old, setOld] = useState('');
  const [isWrong, setWrong] = useState(false);
  const keep = async (passphrase: string): Promise<Result<unknown>> => {
    const reply = await changePassphrase({ kind: 'passphrase', passphrase: old }, passphrase);
    const isOldWrong = !reply.ok && reply.failure.code === 'passphrase-wrong';
    setWrong(isOldWrong);
    if (reply.ok) onDone();
    return isOldWrong ? { ok: true, value: null } : reply; // said at the field that is wrong, not at the new ones
  };
  return (
    <>
      <p className="notebook-words">{notebook.changeText}</p>
      <TextField label={notebook.oldPassphrase} value={old} onChange={setOld} isSecret maxLength={500} error={isWrong ? notebook.wrong : null} autoFocus />
      <NewPassphrase label={notebook.newPassphrase} action={notebook.setNew} keep={keep} isReady={old !== ''} />
    </>
  );
}

/** Replaces the recovery key; the new one is then shown once. */
export function RenewKey({ isOpen, onClose }: KeyDialogProps) {
  const { notebook } = useTexts();
  return (
    <Dialog title={notebook.renewTitle} isOpen={isOpen} onClose={onClose} isPrivate>
      <RenewBody onDone={onClose} />
    </Dialog>
  );
}

function RenewBody({ onDone }: { readonly onDone: () => void }) {
  const { notebook, shell } = useTexts();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    if (passphrase === '') return;
    const reply = await renewRecoveryKey(passphrase);
    if (reply.ok) onDone();
    else setProblem(reply.failure.code === 'passphrase-wrong' ? notebook.wrong : failureSentence(reply.failure));
  };
  return (
    <>
      <p className="notebook-words">{notebook.renewText}</p>
      <TextField label={notebook.oldPassphrase} value={passphrase} onChange={setPassphrase} onEnter={() => void submit()} isSecret maxLength={500} error={problem} autoFocus />
      <div className="dialog-buttons">
        <Button onPress={onDone}>{shell.cancel}</Button>
        <Button kind="main" onPress={() => void submit()}>
          {notebook.renewNow}
        </Button>
      </div>
    </>
  );
}
