// The backups of the file: when and why each was taken, what it holds, what would change, and the two things to do with it.
import { useCallback, useEffect, useState } from 'react';
import type { BackupEntry, Backups } from '@contract/channels.ts';
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { Differences } from '../../shell/Differences.tsx';
import { call } from '../../state/bridge.ts';
import { useMoment } from '../../state/moment.ts';
import { lookAtBackup } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useReadOnly, useWindow } from '../../state/window-state.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

/** Read again whenever the file has moved on: what would change has changed too. */
export function BackupsTab() {
  const { backups: texts, shell } = useTexts();
  const { known, failure, read } = useBackups();
  return (
    <>
      <p className="quiet file-intro">{texts.text}</p>
      {known?.failure ? <Notice tone="warn" icon="alert" isAnnounced>{texts.failed(failureSentence(known.failure))}</Notice> : null}
      {failure !== null ? (
        <Card>
          <EmptyState title={failureSentence(failure)} text="">
            <Button onPress={read}>{shell.tryAgain}</Button>
          </EmptyState>
        </Card>
      ) : known === null ? (
        <p className="quiet" role="status">{texts.loading}</p>
      ) : known.backups.length === 0 ? (
        <Card>
          <EmptyState title={texts.emptyTitle} text={texts.emptyText} />
        </Card>
      ) : (
        <BackupsTable backups={known.backups} />
      )}
    </>
  );
}

function useBackups() {
  const documentId = useWindow((state) => state.project?.documentId ?? null);
  const revision = useWindow((state) => state.project?.revision ?? 0);
  const savedAt = useWindow((state) => (state.saveState?.where === 'file' ? state.saveState.at : null));
  const [known, setKnown] = useState<Backups | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = useCallback(() => {
    if (documentId === null) return;
    void call('backups.list', { documentId }).then((reply) => {
      if (reply.ok) setKnown(reply.value);
      setFailure(reply.ok ? null : reply.failure);
    });
  }, [documentId]);
  useEffect(read, [read, revision, savedAt]);
  return { known, failure, read };
}

function BackupsTable({ backups }: { readonly backups: readonly BackupEntry[] }) {
  const { backups: texts } = useTexts();
  const moment = useMoment();
  const isReadOnly = useReadOnly();
  const [asked, setAsked] = useState<BackupEntry | null>(null);
  return (
    <div className="card backups-card">
      <VirtualRows
        label={texts.list}
        rows={backups}
        keyOf={({ backupId }) => backupId}
        heightOf={() => 62}
        header={
          <>
            <span role="columnheader">{texts.columnTaken}</span>
            <span role="columnheader">{texts.columnHolds}</span>
            <span role="columnheader">{texts.columnDiffers}</span>
            <span role="columnheader" className="visually-hidden">
              {texts.columnActions}
            </span>
          </>
        }
      >
        {(backup) => <BackupCells backup={backup} canRestore={!isReadOnly} onRestore={() => setAsked(backup)} />}
      </VirtualRows>
      {asked === null ? null : <RestoreDialog backupId={asked.backupId} date={moment(asked.takenAt)} onClose={() => setAsked(null)} />}
    </div>
  );
}

type CellsProps = { readonly backup: BackupEntry; readonly canRestore: boolean; readonly onRestore: () => void };

function BackupCells({ backup, canRestore, onRestore }: CellsProps) {
  const { backups: texts, file } = useTexts();
  const moment = useMoment();
  const date = moment(backup.takenAt);
  return (
    <>
      <span role="cell" className="backup-cell number">
        <b>{date}</b>
        <span className="backup-under">{texts.reason[backup.reason]}</span>
      </span>
      <span role="cell" className="backup-cell number">
        {backup.state === 'readable' ? texts.holds(backup.records, backup.savedBy) : <span className="backup-bad">{failureSentence(backup.failure)}</span>}
        <span className="backup-under">{file.size(backup.bytes)}</span>
      </span>
      <span role="cell" className="backup-cell">{backup.state === 'readable' ? <Differences differences={backup.differences} sentence={texts.difference} none={texts.same} /> : null}</span>
      <span role="cell" className="cell-end backup-acts">
        {backup.state === 'readable' ? (
          <>
            <Button kind="quiet" label={texts.lookAt(date)} onPress={() => void lookAtBackup(backup.backupId)}>
              {texts.look}
            </Button>
            {canRestore ? (
              <Button kind="quiet" label={texts.restoreOf(date)} onPress={onRestore}>
                {texts.restore}
              </Button>
            ) : null}
          </>
        ) : null}
      </span>
    </>
  );
}
