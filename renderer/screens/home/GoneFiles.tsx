// Files that are no longer in the library, of which this computer keeps backups: which, since when, and the way to them.
import { useCallback, useEffect, useState } from 'react';
import type { GoneFile } from '@contract/channels.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { call } from '../../state/bridge.ts';
import { sayFailure } from '../../state/messages.ts';
import { useMoment } from '../../state/moment.ts';
import { openGone } from '../../state/safety.ts';
import { useTexts } from '../../state/texts.ts';

/** Asked for at any time, also while the library is empty: that is when it is needed most. */
export function FindGone() {
  const { home } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {home.findGone}
      </Button>
      {isOpen ? <GoneDialog onClose={close} /> : null}
    </>
  );
}

function GoneDialog({ onClose }: { readonly onClose: () => void }) {
  const { home, shell } = useTexts();
  const [files, setFiles] = useState<readonly GoneFile[] | null>(null);
  useEffect(() => {
    void call('gone.list', {}).then((reply) => {
      if (reply.ok) setFiles(reply.value);
      else {
        sayFailure(reply.failure);
        onClose();
      }
    });
  }, [onClose]);
  return (
    <Dialog title={home.goneTitle} isOpen onClose={onClose}>
      {files === null ? <p className="quiet">{home.loading}</p> : <Gone files={files} onClose={onClose} />}
      <div className="dialog-buttons">
        <Button onPress={onClose}>{shell.close}</Button>
      </div>
    </Dialog>
  );
}

function Gone({ files, onClose }: { readonly files: readonly GoneFile[]; readonly onClose: () => void }) {
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
        {files.map(({ goneId, fileName, lastBackupAt }) => (
          <li key={goneId}>
            <span className="gone-file">
              <b>{fileName}</b>
              <span className="quiet small">{home.goneBackup(moment(lastBackupAt))}</span>
            </span>
            <Button label={`${home.goneOpen} (${fileName})`} onPress={() => open(goneId)}>
              {home.goneOpen}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
