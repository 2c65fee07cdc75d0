// A group of backups: when and why each was taken and how long it stays, what it holds, what would change, and what to do with it.
import { useId } from 'react';
import type { BackupContent, BackupEntry } from '@contract/backups.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import { Button } from '../../kit/Button.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { Differences } from '../../shell/Differences.tsx';
import { useMoment } from '../../state/moment.ts';
import { lookAtBackup, saveBackup } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useReadOnly } from '../../state/window-state.ts';
import { useBackupContent } from './backup-content.ts';

/** `onSealed`: the user wants to look at, or save elsewhere, a backup whose key its file does not know. */
export type BackupActs = {
  readonly onRestore: (backup: BackupEntry) => void;
  readonly onDismiss: (backup: BackupEntry) => void;
  readonly onSealed: (backup: BackupEntry, act: 'look' | 'save') => void;
};
type BackupsTableProps = BackupActs & { readonly title: string; readonly text: string; readonly backups: readonly BackupEntry[] };

/** A title, the rule of the group in a sentence, then one row per backup. */
export function BackupsTable({ title, text, backups, ...acts }: BackupsTableProps) {
  const { backups: texts, shell } = useTexts();
  const id = useId();
  return (
    <section className="backups" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet backups-text">{text}</p>
      <div className="card backups-card">
        <VirtualRows
          label={title}
          rows={backups}
          keyOf={({ backupId }) => backupId}
          heightOf={({ isUntilDismissed }) => (isUntilDismissed ? 102 : 82)}
          header={
            <>
              <span role="columnheader">{texts.columnTaken}</span>
              <span role="columnheader">{texts.columnHolds}</span>
              <span role="columnheader">{texts.columnDiffers}</span>
              <span role="columnheader" className="visually-hidden">
                {shell.columnActions}
              </span>
            </>
          }
        >
          {(backup) => <BackupCells backup={backup} {...acts} />}
        </VirtualRows>
      </div>
    </section>
  );
}

function BackupCells({ backup, onRestore, onDismiss, onSealed }: BackupActs & { readonly backup: BackupEntry }) {
  const { backups: texts, file } = useTexts();
  const isReadOnly = useReadOnly();
  const content = useBackupContent(backup.backupId);
  const date = useMoment()(backup.takenAt);
  const isReadable = content?.state === 'readable';
  const isSealed = content?.state === 'unreadable' && content.failure.code === 'backup-sealed';
  return (
    <>
      <span role="cell" className="backup-cell number">
        <b>{date}</b>
        <span className="backup-under">{texts.reason[backup.reason]}</span>
        <span className="backup-stays">{stayOf(backup, texts)}</span>
      </span>
      <span role="cell" className="backup-cell number">
        <Holds content={content} />
        <span className="backup-under">{file.size(backup.bytes)}</span>
      </span>
      <span role="cell" className="backup-cell">
        {isReadable ? <Differences differences={content.differences} sentence={texts.difference} none={texts.same} /> : null}
      </span>
      <span role="cell" className="cell-end backup-acts">
        {isReadable || isSealed ? (
          <Button
            kind="quiet"
            label={texts.lookAt(date)}
            onPress={() => (isSealed ? onSealed(backup, 'look') : void lookAtBackup(backup.backupId))}
          >
            {isSealed ? texts.lookSealed : texts.look}
          </Button>
        ) : null}
        {isReadable && !isReadOnly ? (
          <Button kind="quiet" label={texts.restoreOf(date)} onPress={() => onRestore(backup)}>
            {texts.restore}
          </Button>
        ) : null}
        {isReadable || isSealed ? (
          <Button
            kind="quiet"
            label={texts.saveOf(date)}
            onPress={() => (isSealed ? onSealed(backup, 'save') : void saveBackup(backup.backupId))}
          >
            {texts.save}
          </Button>
        ) : null}
        {backup.isUntilDismissed && !isReadOnly ? (
          <Button kind="quiet" label={texts.dismissOf(date)} onPress={() => onDismiss(backup)}>
            {texts.dismiss}
          </Button>
        ) : null}
      </span>
    </>
  );
}

/** How much a backup holds and who saved it, or why it cannot be read. */
export function Holds({ content }: { readonly content: BackupContent | null }) {
  const { backups: texts } = useTexts();
  if (content === null) return <span className="quiet">{texts.reading}</span>;
  if (content.state === 'readable') return <span>{texts.holds(content.records, content.savedBy)}</span>;
  const { failure } = content;
  const told = 'name' in failure ? { ...failure, name: texts.thisOne } : failure; // a backup's file name means nothing to the user
  return <span className="backup-bad">{failureSentence(told)}</span>;
}

/** @returns how long a backup is kept; empty for routine ones, whose group says so */
function stayOf({ class: kind, isUntilDismissed, runDaysLeft }: BackupEntry, texts: Catalogue['backups']): string {
  if (isUntilDismissed) return texts.until(runDaysLeft);
  return kind === 'restore' || kind === 'keys' ? texts.stays[kind] : '';
}
