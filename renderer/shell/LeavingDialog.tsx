// Asks before a file is closed and every trace of it removed from this computer; for a file on a removable disk, offers that on closing.
import { useEffect, useState } from 'react';
import type { Traces } from '@contract/leaving.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Notice.tsx';
import { call } from '../state/bridge.ts';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { leave } from '../state/project.ts';
import { leaveNothing } from '../state/safety.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';

function close(): void {
  closeDialog('leaving');
}

/** Shows nothing until the user asks for it or it is offered. */
export function LeavingDialog() {
  const { leaving: texts, shell } = useTexts();
  const dialog = useDialog('leaving');
  const [isBusy, setBusy] = useState(false);
  if (dialog === null) return null;
  const isOffered = dialog.why === 'offered';
  const remove = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await leaveNothing();
    setBusy(false);
    close();
  };
  const keep = (): void => {
    close();
    void leave({ tracesAnswered: true });
  };
  return (
    <Dialog title={isOffered ? texts.removableTitle : texts.askTitle} isOpen onClose={close}>
      {isOffered ? <p className="dialog-words">{texts.removableText}</p> : null}
      <p className="dialog-words">{texts.askText}</p>
      <OnlyHere />
      <div className="dialog-buttons">
        <Button onPress={close}>{shell.cancel}</Button>
        {isOffered ? <Button onPress={keep}>{texts.keep}</Button> : null}
        <Button kind="danger" onPress={() => void remove()}>
          {texts.now}
        </Button>
      </div>
    </Dialog>
  );
}

/** Warns of what would be removed for good and is perhaps in no file. */
function OnlyHere() {
  const { leaving } = useTexts();
  const documentId = useWindow((state) => state.project?.documentId ?? null);
  const [traces, setTraces] = useState<Traces | null>(null);
  useEffect(() => {
    if (documentId !== null) void call('traces.read', { documentId }).then((reply) => setTraces(reply.ok ? reply.value : null));
  }, [documentId]);
  if (traces === null || traces.onlyHere + traces.setAside === 0) return null;
  return (
    <Notice tone="warn" icon="alert" isAnnounced>
      {leaving.onlyHere(traces.onlyHere, traces.setAside)}
    </Notice>
  );
}
