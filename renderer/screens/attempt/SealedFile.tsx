// A protected file: its passphrase opens it, the recovery key when that is lost.
import { useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { unlockAttempt } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';

/** A wrong passphrase is said at its field, calmly, and nothing is lost by it. */
export function SealedFile() {
  const { recovery } = useTexts();
  const failure = useWindow((state) => state.attempt?.failure ?? null);
  const [isLost, setLost] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const change = (text: string): void => {
    setTyped(text);
    setWrong(false);
  };
  const open = async (): Promise<void> => {
    if (typed === '' || isBusy) return;
    setBusy(true);
    const refused = await unlockAttempt(isLost ? { kind: 'recovery', recoveryKey: typed } : { kind: 'passphrase', passphrase: typed });
    setBusy(false);
    setWrong(refused !== null);
  };
  const turn = (): void => {
    setLost(!isLost);
    change('');
  };
  return (
    <Card isRoomy>
      <p className="attempt-lead">{failure === null ? '' : failureSentence(failure)}</p>
      <div className="attempt-fields">
        <TextField
          key={isLost ? 'key' : 'passphrase'}
          label={isLost ? recovery.recoveryKey : recovery.passphrase}
          value={typed}
          onChange={change}
          onEnter={() => void open()}
          isSecret={!isLost}
          isPrivate
          maxLength={500}
          autoFocus
          {...(isLost ? { hint: recovery.recoveryHint } : {})}
          error={isWrong ? (isLost ? recovery.recoveryWrong : recovery.wrong) : null}
        />
      </div>
      <div className="attempt-buttons">
        <Button kind="main" onPress={() => void open()}>
          {recovery.unlock}
        </Button>
        <Button kind="quiet" onPress={turn}>
          {isLost ? recovery.back : recovery.lost}
        </Button>
      </div>
    </Card>
  );
}
