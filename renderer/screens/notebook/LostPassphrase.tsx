// When the passphrase is lost, the recovery key opens the notebook, then a new passphrase replaces the lost one.
import { useState } from 'react';
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { type Opening, recoverVault } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { ForeignKey } from './ForeignKey.tsx';
import { openingError } from './opening-error.ts';

/** Asks for the printed key; once it has opened the notebook, the open screen asks for the new passphrase. */
export function LostPassphrase({ onBack }: { readonly onBack: () => void }) {
  const { notebook } = useTexts();
  const [recoveryKey, setRecoveryKey] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (how?: Opening): Promise<void> => {
    if (recoveryKey.trim() === '') return;
    const reply = await recoverVault(recoveryKey, how);
    setFailure(reply.ok ? null : reply.failure);
  };
  return (
    <div className="field-stack">
      <h2 className="notebook-lead">{notebook.lostTitle}</h2>
      <TextField
        label={notebook.recoveryKey}
        value={recoveryKey}
        onChange={setRecoveryKey}
        onEnter={() => void submit()}
        isPrivate
        maxLength={200}
        hint={notebook.recoveryHint}
        error={openingError(failure, notebook.recoveryWrong)}
        autoFocus
      />
      <ForeignKey failure={failure} onOpen={(how) => void submit(how)} />
      <p className="notebook-words small">{notebook.lostBoth}</p>
      <div className="notebook-buttons">
        <Button kind="main" onPress={() => void submit()}>
          {notebook.unlock}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {notebook.back}
        </Button>
      </div>
    </div>
  );
}
