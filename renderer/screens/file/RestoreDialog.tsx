// Asks before the content of a backup replaces the present one.
import { OutsidePresentation } from '../../kit/OutsidePresentation.tsx';
import { useState } from 'react';
import { Dialog } from '../../kit/Dialog.tsx';
import { restoreBackup } from '../../state/safety.ts';
import { useTexts } from '../../state/texts.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type RestoreProps = { readonly backupId: string; readonly date: string; readonly onClose: () => void };

/** Says what is kept, and that restoring can be undone. */
export function RestoreDialog({ backupId, date, onClose }: RestoreProps) {
  const { backups } = useTexts();
  const [isBusy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await restoreBackup(backupId);
    onClose();
  };
  return (
    <Dialog title={backups.askTitle(date)} isOpen onClose={onClose}>
      <p className="dialog-words">{backups.askText}</p>
      <OutsidePresentation>
        <p className="dialog-words quiet">{backups.askVault}</p>
      </OutsidePresentation>
      <DialogButtons onCancel={onClose} act={backups.now} onAct={() => void restore()} />
    </Dialog>
  );
}
