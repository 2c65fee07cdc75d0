// A file that somebody else holds: who, and since when; read it, try again, or take it over after confirming.
import { useState } from 'react';
import type { LockHolder } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { useMoment } from '../../state/moment.ts';
import { openAttempt } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import type { Recovering } from './use-recovering.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

/** Reading is always possible and changes nothing, so it has the main button. */
export function HeldFile({ holder }: { readonly holder: LockHolder }) {
  const { recovery } = useTexts();
  const moment = useMoment();
  const failure = useWindow((state) => state.attempt?.failure ?? null);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card isRoomy>
      <p className="attempt-lead">{failure === null ? '' : failureSentence(failure)}</p>
      {holder.since === null ? null : <p className="quiet">{recovery.since(moment(holder.since))}</p>}
      <p className="quiet">{recovery.readOnlyText}</p>
      <div className="attempt-buttons">
        <Button kind="main" autoFocus onPress={() => void openAttempt('read-only')}>
          {recovery.readOnly}
        </Button>
        <Button onPress={() => void openAttempt('again')}>{recovery.again}</Button>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {recovery.takeOver}
        </Button>
      </div>
      {isAsking ? <TakeOver onTake={() => void openAttempt('take-over')} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}

/** Another window holds what this computer keeps of the file: asks before taking that over. */
export function HeldJournal({ recovering: { held, recover, release } }: { readonly recovering: Recovering }) {
  return held === null ? null : <TakeOver onTake={() => void recover(held.backupId, true)} onClose={release} />;
}

/** Asks before taking a file away from whoever holds it. */
function TakeOver({ onTake, onClose }: { readonly onTake: () => void; readonly onClose: () => void }) {
  const { recovery } = useTexts();
  const take = (): void => {
    onClose();
    onTake();
  };
  return (
    <Dialog title={recovery.takeOverTitle} isOpen onClose={onClose}>
      <p className="dialog-words">{recovery.takeOverText}</p>
      <DialogButtons onCancel={onClose} act={recovery.takeOverNow} onAct={take} kind="danger" />
    </Dialog>
  );
}
