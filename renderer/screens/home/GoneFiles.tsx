// Gone files: which ones, their last backup, and buttons to find one again or to forget it.
import { useCallback, useEffect, useState } from 'react';
import type { GoneFile } from '@contract/attempt.ts';
import type { Result } from '@domain/result.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { call } from '../../state/bridge.ts';
import { sayFailure } from '../../state/messages.ts';
import { useMoment } from '../../state/moment.ts';
import { forgetGone, openGone } from '../../state/safety.ts';
import { createStore, useSelected } from '../../state/store.ts';
import { useTexts } from '../../state/texts.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

/** Whether the dialog is open. Kept apart from the button, which disappears with its list while that is read again. */
const asked = createStore({ isOpen: false });
const close = (): void => asked.set({ isOpen: false });

/** Offered at any time, also while the library is empty: that is when it is needed most. */
export function FindGone() {
  const { home } = useTexts();
  return (
    <Button kind="quiet" onPress={() => asked.set({ isOpen: true })}>
      {home.findGone}
    </Button>
  );
}

/** The dialog; Home mounts it once. */
export function GoneFiles() {
  const { isOpen } = useSelected(asked, (state) => state);
  useEffect(() => close, []);
  return isOpen ? <GoneDialog onClose={close} /> : null;
}

function GoneDialog({ onClose }: { readonly onClose: () => void }) {
  const { home, shell } = useTexts();
  const [files, setFiles] = useState<readonly GoneFile[] | null>(null);
  const [toForget, setToForget] = useState<GoneFile | null>(null);
  const take = useCallback(
    (reply: Result<readonly GoneFile[]>): void => {
      if (reply.ok) setFiles(reply.value);
      else {
        sayFailure(reply.failure);
        onClose();
      }
    },
    [onClose],
  );
  const read = useCallback(() => call('gone.list', {}).then(take), [take]);
  useEffect(() => {
    void read();
  }, [read]);
  const forget = async (file: GoneFile): Promise<void> => {
    setToForget(null);
    if (await forgetGone(file)) await read();
  };
  if (toForget !== null) return <ForgetDialog file={toForget} onForget={() => void forget(toForget)} onClose={() => setToForget(null)} />;
  return (
    <Dialog title={home.goneTitle} isOpen onClose={onClose}>
      {files === null ? <p className="quiet">{home.loading}</p> : <Gone files={files} onClose={onClose} onForget={setToForget} />}
      <div className="dialog-buttons">
        <Button onPress={onClose}>{shell.close}</Button>
      </div>
    </Dialog>
  );
}

type ForgetProps = { readonly file: GoneFile; readonly onForget: () => void; readonly onClose: () => void };

/** Asks first: forgetting a file cannot be undone. */
function ForgetDialog({ file, onForget, onClose }: ForgetProps) {
  const { home } = useTexts();
  return (
    <Dialog title={home.goneForgetTitle(file.fileName)} isOpen onClose={onClose}>
      <p className="dialog-words">{home.goneForgetText}</p>
      <DialogButtons onCancel={onClose} act={home.goneForgetNow} onAct={onForget} kind="danger" />
    </Dialog>
  );
}

type GoneProps = { readonly files: readonly GoneFile[]; readonly onClose: () => void; readonly onForget: (file: GoneFile) => void };

function Gone({ files, onClose, onForget }: GoneProps) {
  const { home } = useTexts();
  const moment = useMoment();
  const open = (goneId: string): void => {
    onClose();
    void openGone(goneId);
  };
  if (files.length === 0) return <p className="dialog-words">{home.goneNone}</p>;
  return (
    <>
      <p className="dialog-words">{home.goneText}</p>
      <ul className="gone-files">
        {files.map((file) => (
          <li key={file.goneId}>
            <span className="gone-file">
              <b>{file.fileName}</b>
              <span className="quiet small">{home.goneBackup(moment(file.lastBackupAt))}</span>
            </span>
            <Button kind="quiet" label={`${home.goneForget} (${file.fileName})`} onPress={() => onForget(file)}>
              {home.goneForget}
            </Button>
            <Button label={`${home.goneOpen} (${file.fileName})`} onPress={() => open(file.goneId)}>
              {home.goneOpen}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
