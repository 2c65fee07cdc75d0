// Dialogs for changes of keys, which cannot be undone: each says so, and asks for the current passphrase before it acts.
import { useEffect, useState } from 'react';
import type { Result } from '@domain/result.ts';
import { sayFailure } from '../state/messages.ts';
import { failureSentence } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';
import { Checkbox } from './Checkbox.tsx';
import { Dialog } from './Dialog.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { TextField } from './TextField.tsx';
import { DialogButtons } from './DialogButtons.tsx';
import { wrongPassphrase } from './wrong-passphrase.ts';

type Words = {
  readonly title: string;
  readonly text: string;
  /** Label of the field for the current passphrase. */
  readonly current: string;
  readonly action: string;
  readonly wrong: string;
};
type KeyDialogProps = { readonly words: Words; readonly onClose: () => void; readonly isPrivate?: boolean };

/** Asks for the current passphrase and calls `act` with it; a refusal is shown at the field. */
export function SecretDialog({
  words,
  act,
  onClose,
  isPrivate = false,
}: KeyDialogProps & { readonly act: (passphrase: string) => Promise<Result<unknown>> }) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isGone = useGoneInPresentation(onClose);
  const submit = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return;
    setBusy(true);
    const reply = await act(passphrase);
    setBusy(false);
    if (reply.ok) onClose();
    else setProblem(reply.failure.code === 'passphrase-wrong' ? wrongPassphrase(words.wrong, passphrase) : failureSentence(reply.failure));
  };
  if (isGone) return null;
  return (
    <Dialog title={words.title} isOpen onClose={onClose} isPrivate={isPrivate}>
      <p className="dialog-words">{words.text}</p>
      <TextField
        label={words.current}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void submit()}
        isSecret
        maxLength={500}
        error={problem}
        autoFocus
      />
      <DialogButtons onCancel={onClose} act={words.action} onAct={() => void submit()} />
    </Dialog>
  );
}

/**
 * `next`: label of the new passphrase. `newKey`: label of the choice to make a new key too, so that earlier copies open nothing written
 * from now on, which a new passphrase alone does not prevent. `newKeyText`: says why.
 */
type ChangeWords = Words & { readonly next: string; readonly newKey: string; readonly newKeyText: string };
type ChangeProps = KeyDialogProps & {
  readonly words: ChangeWords;
  readonly change: (current: string, passphrase: string, isNewKey: boolean) => Promise<Result<unknown>>;
};

/** Asks for the current passphrase, for the new one twice, and whether the key changes with it. */
export function ChangeSecretDialog({ words, change, onClose, isPrivate = false }: ChangeProps) {
  const [current, setCurrent] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [isNewKey, setNewKey] = useState(false);
  const isGone = useGoneInPresentation(onClose);
  const keep = async (passphrase: string): Promise<Result<unknown>> => {
    const reply = await change(current, passphrase, isNewKey);
    const isCurrentWrong = !reply.ok && reply.failure.code === 'passphrase-wrong';
    setWrong(isCurrentWrong ? wrongPassphrase(words.wrong, current) : null);
    if (reply.ok) onClose();
    return isCurrentWrong ? { ok: true, value: null } : reply; // shown at the field of the current passphrase, not at those of the new one
  };
  if (isGone) return null;
  return (
    <Dialog title={words.title} isOpen onClose={onClose} isPrivate={isPrivate}>
      <p className="dialog-words">{words.text}</p>
      <TextField label={words.current} value={current} onChange={setCurrent} isSecret maxLength={500} error={wrong} autoFocus />
      <NewPassphrase label={words.next} action={words.action} keep={keep} isReady={current !== ''}>
        <div className="dialog-choice">
          <Checkbox isSelected={isNewKey} onChange={setNewKey}>
            {words.newKey}
          </Checkbox>
          <p className="quiet">{words.newKeyText}</p>
        </div>
      </NewPassphrase>
    </Dialog>
  );
}

/** Presentation mode drops a passphrase that is being typed: acts on keys wait for its end. @returns whether nothing is to be shown */
function useGoneInPresentation(onClose: () => void): boolean {
  const isPresenting = useWindow((state) => state.isPresenting);
  useEffect(() => {
    if (!isPresenting) return;
    onClose();
    sayFailure({ code: 'presenting' });
    // eslint-disable-next-line react/exhaustive-deps -- once, when the mode begins
  }, [isPresenting]);
  return isPresenting;
}
