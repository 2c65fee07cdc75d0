// The two acts on the keys of the notebook that cannot be undone.
import { ChangeSecretDialog, SecretDialog } from '../../kit/KeyDialogs.tsx';
import { changePassphrase, renewRecoveryKey } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';

type KeyDialogProps = { readonly onClose: () => void };

/** Replaces the passphrase. */
export function ChangePassphrase({ onClose }: KeyDialogProps) {
  const { notebook } = useTexts();
  const {
    changeTitle: title,
    changeText: text,
    oldPassphrase: current,
    newPassphrase: next,
    setNew: action,
    wrong,
    newKey,
    newKeyText,
  } = notebook;
  const change = (passphrase: string, following: string, isNewKey: boolean) =>
    changePassphrase({ kind: 'passphrase', passphrase }, following, isNewKey);
  return (
    <ChangeSecretDialog
      words={{ title, text, current, next, action, wrong, newKey, newKeyText }}
      change={change}
      onClose={onClose}
      isPrivate
    />
  );
}

/** Replaces the recovery key; the new one is then shown once. */
export function RenewKey({ onClose }: KeyDialogProps) {
  const { notebook } = useTexts();
  const words = {
    title: notebook.renewTitle,
    text: notebook.renewText,
    current: notebook.oldPassphrase,
    action: notebook.renewNow,
    wrong: notebook.wrong,
  };
  return <SecretDialog words={words} act={renewRecoveryKey} onClose={onClose} isPrivate />;
}
