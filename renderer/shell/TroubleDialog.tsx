// The answers to a file that cannot be written: compare what another hand has put there, try again, go on elsewhere.
import { useEffect, useState } from 'react';
import type { Conflict, VaultSecret } from '@contract/channels.ts';
import { ok, type Result } from '@domain/result.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { call } from '../state/bridge.ts';
import { say } from '../state/messages.ts';
import { retrySaving, saveElsewhere } from '../state/safety.ts';
import { withSafety } from '../state/saving.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow, windowStore } from '../state/window-state.ts';
import { ConflictChoices } from './ConflictChoices.tsx';
import { UnreadConflict } from './UnreadConflict.tsx';

function close(): void {
  windowStore.set({ isTroubleOpen: false });
}

/** Opened from the indicator or from the message; a trouble that has passed meanwhile says so. */
export function TroubleDialog() {
  const isOpen = useWindow((state) => state.isTroubleOpen && state.project !== null);
  const code = useWindow((state) => state.saveState?.failure?.code ?? null);
  if (!isOpen) return null;
  return code === 'file-changed-underneath' ? <Comparison /> : <Unwritten />;
}

/** `secret`: that the file needed, since it got another key meanwhile. */
type Compared = { readonly conflict: Conflict; readonly secret: VaultSecret | null };

function Comparison() {
  const { conflict: texts, shell } = useTexts();
  const documentId = useWindow((state) => state.project?.documentId ?? '');
  const [found, setFound] = useState<Result<Compared> | null>(null);
  useEffect(() => {
    void compared(documentId, null).then(setFound);
  }, [documentId]);
  const read = async (secret: VaultSecret): Promise<boolean> => {
    const reply = await compared(documentId, secret);
    const isWrong = !reply.ok && reply.failure.code === 'passphrase-wrong';
    if (!isWrong) setFound(reply);
    return isWrong;
  };
  return (
    <Dialog title={texts.title} isOpen onClose={close} isWide>
      <p className="dialog-words">{texts.text}</p>
      {found === null ? <p className="quiet" role="status">{shell.loading}</p> : found.ok ? <ConflictChoices {...found.value} onDone={close} /> : <UnreadConflict failure={found.failure} read={read} onDone={close} />}
    </Dialog>
  );
}

async function compared(documentId: string, secret: VaultSecret | null): Promise<Result<Compared>> {
  const reply = await call('conflict.read', { documentId, ...(secret === null ? {} : { secret }) });
  return reply.ok ? ok({ conflict: reply.value, secret }) : reply;
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
