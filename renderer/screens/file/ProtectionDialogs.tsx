// Acts on the protection of a file that cannot be undone: each says so and asks for the passphrase of now.
import { useState } from 'react';
import type { VaultSecret } from '@contract/channels.ts';
import type { Result } from '@domain/result.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { changeProtection } from '../../state/protection.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';

type SecretDialogProps = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly act: (secret: VaultSecret) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

/** One passphrase, one act. */
export function SecretDialog({ title, text, action, act, onClose }: SecretDialogProps) {
  const { protection: texts, shell } = useTexts();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return;
    setBusy(true);
    const reply = await act({ kind: 'passphrase', passphrase });
    setBusy(false);
    if (reply.ok) onClose();
    else setProblem(reply.failure.code === 'passphrase-wrong' ? texts.wrong : failureSentence(reply.failure));
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p className="dialog-words">{text}</p>
      <TextField label={texts.current} value={passphrase} onChange={setPassphrase} onEnter={() => void submit()} isSecret maxLength={500} error={problem} autoFocus />
      <div className="dialog-buttons">
        <Button onPress={onClose}>{shell.cancel}</Button>
        <Button kind="main" onPress={() => void submit()}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}

/** The passphrase of now, then the new one twice. */
export function ChangeProtection({ onClose }: { readonly onClose: () => void }) {
  const { protection: texts } = useTexts();
  const [current, setCurrent] = useState('');
  const [isWrong, setWrong] = useState(false);
  const keep = async (passphrase: string): Promise<Result<unknown>> => {
    const reply = await changeProtection({ kind: 'passphrase', passphrase: current }, passphrase);
    const isCurrentWrong = !reply.ok && reply.failure.code === 'passphrase-wrong';
    setWrong(isCurrentWrong);
    if (reply.ok) onClose();
    return isCurrentWrong ? { ok: true, value: null } : reply; // said at the field that is wrong, not at the new ones
  };
  return (
    <Dialog title={texts.changeTitle} isOpen onClose={onClose}>
      <p className="dialog-words">{texts.changeText}</p>
      <TextField label={texts.current} value={current} onChange={setCurrent} isSecret maxLength={500} error={isWrong ? texts.wrong : null} autoFocus />
      <NewPassphrase label={texts.next} action={texts.setNew} keep={keep} isReady={current !== ''} />
    </Dialog>
  );
}
