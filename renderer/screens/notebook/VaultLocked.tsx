// The locked notebook: the passphrase opens it, or the recovery key if that is lost; a line can be written even while it is locked.
import { useEffect, useState } from 'react';
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { wrongPassphrase } from '../../kit/wrong-passphrase.ts';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { type Opening, unlockHere, unlockVault } from '../../state/notebook.ts';
import { readSystem } from '../../state/system-store.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { ForeignKey } from './ForeignKey.tsx';
import { LockedLine } from './LockedLine.tsx';
import { LostPassphrase } from './LostPassphrase.tsx';
import { openingError } from './opening-error.ts';

/** Looks the same whatever the notebook holds. */
export function VaultLocked() {
  const { notebook } = useTexts();
  const [isLost, setLost] = useState(false);
  return (
    <>
      <ScreenHead title={notebook.title} under={notebook.underLocked} />
      <div className="notebook-page">
        <Card isRoomy>{isLost ? <LostPassphrase onBack={() => setLost(false)} /> : <PassphraseForm onLost={() => setLost(true)} />}</Card>
        <Card isRoomy>
          <LockedLine />
        </Card>
      </div>
    </>
  );
}

function PassphraseForm({ onLost }: { readonly onLost: () => void }) {
  const { notebook } = useTexts();
  const isExample = useWindow((state) => state.project?.isExample === true);
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [wrong, setWrong] = useState(notebook.wrong);
  const [isBusy, setBusy] = useState(false);
  const submit = async (how?: Opening): Promise<void> => {
    if (isBusy || passphrase === '') return;
    setBusy(true);
    const reply = await unlockVault({ kind: 'passphrase', passphrase }, how);
    setBusy(false);
    setFailure(reply.ok ? null : reply.failure);
    setWrong(wrongPassphrase(notebook.wrong, passphrase));
  };
  return (
    <div className="field-stack">
      <p className="notebook-words">{notebook.lockedText}</p>
      <OpenOnThisComputer />
      {isExample ? <Notice>{notebook.example}</Notice> : null}
      <div className="notebook-fields field-stack">
        <TextField
          label={notebook.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          onEnter={() => void submit()}
          isSecret
          maxLength={500}
          error={openingError(failure, wrong)}
          autoFocus
        />
        <ForeignKey failure={failure} onOpen={(how) => void submit(how)} />
        <div className="notebook-buttons">
          <Button kind="main" icon="lock" onPress={() => void submit()}>
            {notebook.unlock}
          </Button>
          <Button kind="quiet" onPress={onLost}>
            {notebook.lost}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Nothing, unless the user has asked for it on this computer. */
function OpenOnThisComputer() {
  const { notebook } = useTexts();
  const [isOffered, setOffered] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => void readSystem().then((system) => setOffered(system === 'on')), []);
  if (!isOffered) return null;
  const open = async (): Promise<void> => setRefused(!(await unlockHere()).ok);
  return isRefused ? (
    <Notice tone="warn" isAnnounced>
      {notebook.hereRefused}
    </Notice>
  ) : (
    <div>
      <Button kind="main" icon="lock" onPress={() => void open()}>
        {notebook.hereOpen}
      </Button>
    </div>
  );
}
