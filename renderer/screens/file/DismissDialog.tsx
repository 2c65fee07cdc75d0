// Asks before a backup that was kept for the user is dismissed, and says what is lost with it.
import { useState } from 'react';
import type { BackupEntry } from '@contract/backups.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { Differences } from '../../shell/Differences.tsx';
import { useMoment } from '../../state/moment.ts';
import { dismissBackup } from '../../state/safety.ts';
import { useTexts } from '../../state/texts.ts';
import { useBackupContent } from './backup-content.ts';
import { Holds } from './BackupsTable.tsx';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type DismissProps = { readonly backup: BackupEntry; readonly onDismissed: () => void; readonly onClose: () => void };

/** Dismissing cannot be undone. */
export function DismissDialog({ backup, onDismissed, onClose }: DismissProps) {
  const { backups: texts, file } = useTexts();
  const moment = useMoment();
  const content = useBackupContent(backup.backupId);
  const [isBusy, setBusy] = useState(false);
  const dismiss = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    if (await dismissBackup(backup.backupId)) onDismissed();
    onClose();
  };
  return (
    <Dialog title={texts.dismissTitle(moment(backup.takenAt))} isOpen onClose={onClose}>
      <p className="dialog-words backup-why">{texts.reason[backup.reason]}</p>
      <p className="dialog-words number">
        <Holds content={content} /> <span className="quiet">· {file.size(backup.bytes)}</span>
      </p>
      {content?.state === 'readable' ? (
        <div>
          <h3>{texts.columnDiffers}</h3>
          <Differences differences={content.differences} sentence={texts.difference} none={texts.same} />
        </div>
      ) : null}
      <p className="dialog-words">{texts.dismissText}</p>
      <DialogButtons onCancel={onClose} act={texts.dismissNow} onAct={() => void dismiss()} kind="danger" />
    </Dialog>
  );
}
