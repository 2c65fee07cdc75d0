// Whether this computer opens the notebook without its passphrase: what that means, and switching it on or off.
import { useEffect, useState } from 'react';
import type { SystemState } from '@contract/vault.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { SecretDialog } from '../../kit/KeyDialogs.tsx';
import { sayFailure } from '../../state/messages.ts';
import { readSystem, turnSystemOff, turnSystemOn } from '../../state/system-store.ts';
import { useTexts } from '../../state/texts.ts';
import { openDocument } from '../../state/typing.ts';

/** Off until it is asked for with the passphrase. */
export function OpenHere({ onClose }: { readonly onClose: () => void }) {
  const { notebook, shell } = useTexts();
  const [system, setSystem] = useState<SystemState | null>(null);
  useEffect(() => void readSystem().then(setSystem), []);
  const documentId = openDocument();
  if (system === null || documentId === null) return null;
  if (system === 'off') {
    const words = {
      title: notebook.hereTitle,
      text: notebook.hereText,
      current: notebook.oldPassphrase,
      action: notebook.hereOn,
      wrong: notebook.wrong,
    };
    return (
      <SecretDialog
        words={words}
        act={(passphrase) => turnSystemOn(documentId, { kind: 'passphrase', passphrase })}
        onClose={onClose}
        isPrivate
      />
    );
  }
  const turnOff = async (): Promise<void> => {
    const reply = await turnSystemOff(documentId);
    if (!reply.ok) sayFailure(reply.failure);
    onClose();
  };
  return (
    <Dialog title={notebook.hereTitle} isOpen onClose={onClose} isPrivate>
      <p className="dialog-words">{system === 'on' ? notebook.hereIsOn : notebook.hereNone}</p>
      <div className="dialog-buttons">
        {system === 'on' ? <Button onPress={() => void turnOff()}>{notebook.hereOff}</Button> : null}
        <Button kind="main" onPress={onClose}>
          {shell.done}
        </Button>
      </div>
    </Dialog>
  );
}
