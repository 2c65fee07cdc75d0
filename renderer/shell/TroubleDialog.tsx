// What to do about a file that cannot be written: compare it with what somebody else put there, try again, or continue elsewhere.
import { useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { say } from '../state/messages.ts';
import { retrySaving, saveElsewhere } from '../state/safety.ts';
import { withSafety } from '../state/saving.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';
import { partOf } from '../kit/Part.tsx';

const Comparison = partOf(async () => (await import('./Comparison.tsx')).Comparison);

function close(): void {
  closeDialog('trouble');
}

/** Opened from the indicator or from the message. If the file could be written meanwhile, it says so. */
export function TroubleDialog() {
  const isOpen = useDialog('trouble') !== null;
  const code = useWindow((state) => state.saveState?.failure?.code ?? null);
  if (!isOpen) return null;
  return code === 'file-changed-underneath' ? <Changed /> : <Unwritten />;
}

function Changed() {
  const { conflict: texts } = useTexts();
  return (
    <Dialog title={texts.title} isOpen onClose={close} isWide>
      <p className="dialog-words">{texts.text}</p>
      <Comparison onDone={close} />
    </Dialog>
  );
}

function Unwritten() {
  const { trouble, shell } = useTexts();
  const saveState = useWindow((state) => state.saveState);
  const [isBusy, setBusy] = useState(false);
  const act = async (doing: () => Promise<boolean>, said?: string): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const isDone = await doing();
    setBusy(false);
    if (!isDone) return;
    if (said !== undefined) say('good', said);
    close();
  };
  return (
    <Dialog title={trouble.title} isOpen onClose={close}>
      <p className="dialog-words">{saveState === null || saveState.where !== 'failing' ? trouble.saved : withSafety(saveState)}</p>
      <p className="dialog-words quiet">{trouble.retryText}</p>
      <p className="dialog-words quiet">{trouble.elsewhereText}</p>
      <div className="dialog-buttons">
        <Button onPress={close}>{shell.close}</Button>
        <Button onPress={() => void act(saveElsewhere)}>{trouble.elsewhere}</Button>
        <Button kind="main" onPress={() => void act(retrySaving, trouble.saved)}>
          {trouble.retry}
        </Button>
      </div>
    </Dialog>
  );
}
