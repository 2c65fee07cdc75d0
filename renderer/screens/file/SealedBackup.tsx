// Asks for the passphrase of a backup whose key its file does not know.
import { SecretDialog } from '../../kit/KeyDialogs.tsx';
import { lookAtSealedBackup, saveSealedBackup } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';

type SealedBackupProps = { readonly act: 'look' | 'save'; readonly backupId: string; readonly onClose: () => void };

/** Looking writes nothing; a copy saved elsewhere stays protected as it is. */
export function SealedBackup({ act, backupId, onClose }: SealedBackupProps) {
  const { backups, recovery } = useTexts();
  const words = {
    title: backups.sealedTitle,
    text: failureSentence({ code: 'backup-sealed' }),
    current: recovery.passphrase,
    wrong: recovery.wrong,
    action: act === 'look' ? backups.look : backups.save,
  };
  return (
    <SecretDialog
      words={words}
      act={(passphrase) => (act === 'look' ? lookAtSealedBackup : saveSealedBackup)(backupId, passphrase)}
      onClose={onClose}
    />
  );
}
