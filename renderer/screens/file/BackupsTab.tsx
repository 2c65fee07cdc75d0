// The backups of the file: those that are kept for the user, and the routine ones below.
import { useCallback, useEffect, useState } from 'react';
import type { BackupEntry, Backups } from '@contract/backups.ts';
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { OutsidePresentation } from '../../kit/OutsidePresentation.tsx';
import { call } from '../../state/bridge.ts';
import { useMoment } from '../../state/moment.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
import { type BackupActs, BackupsTable } from './BackupsTable.tsx';
import { DismissDialog } from './DismissDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SealedBackup } from './SealedBackup.tsx';

/** The list is read again whenever the file has changed: a new backup may have been taken. */
export function BackupsTab() {
  const { backups: texts, file, shell } = useTexts();
  const { known, failure, read } = useBackups();
  const count = known?.backups.length ?? 0;
  return (
    <>
      <p className="file-intro">
        <span className="quiet">{texts.text}</span>
        {known === null || count === 0 ? null : (
          <span className="backups-total number">{texts.total(count, file.size(bytesOf(known.backups)))}</span>
        )}
      </p>
      {count === 0 ? null : (
        <OutsidePresentation>
          <p className="file-intro quiet">{texts.whole}</p>
        </OutsidePresentation>
      )}
      {known?.failure ? (
        <Notice tone="warn" icon="alert" isAnnounced>
          {texts.failed(failureSentence(known.failure))}
        </Notice>
      ) : null}
      {failure !== null ? (
        <Card>
          <EmptyState title={failureSentence(failure)} text="">
            <Button onPress={read}>{shell.tryAgain}</Button>
          </EmptyState>
        </Card>
      ) : known === null ? (
        <p className="quiet" role="status">
          {texts.loading}
        </p>
      ) : count === 0 ? (
        <Card>
          <EmptyState title={texts.emptyTitle} text={texts.emptyText} />
        </Card>
      ) : (
        <AllBackups backups={known.backups} onDismissed={read} />
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

type Asked = { readonly act: 'restore' | 'dismiss' | 'look' | 'save'; readonly backup: BackupEntry };

function AllBackups({ backups, onDismissed }: { readonly backups: readonly BackupEntry[]; readonly onDismissed: () => void }) {
  const { backups: texts } = useTexts();
  const moment = useMoment();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const acts: BackupActs = {
    onRestore: (backup) => setAsked({ act: 'restore', backup }),
    onDismiss: (backup) => setAsked({ act: 'dismiss', backup }),
    onSealed: (backup, act) => setAsked({ act, backup }),
  };
  const kept = backups.filter(({ isUntilDismissed }) => isUntilDismissed);
  const routine = backups.filter(({ isUntilDismissed }) => !isUntilDismissed);
  return (
    <>
      {kept.length === 0 ? null : <BackupsTable title={texts.keptTitle} text={texts.keptText} backups={kept} {...acts} />}
      {routine.length === 0 ? null : <BackupsTable title={texts.routineTitle} text={texts.routineText} backups={routine} {...acts} />}
      {asked?.act === 'restore' ? (
        <RestoreDialog backupId={asked.backup.backupId} date={moment(asked.backup.takenAt)} onClose={close} />
      ) : null}
      {asked?.act === 'look' || asked?.act === 'save' ? (
        <SealedBackup act={asked.act} backupId={asked.backup.backupId} onClose={close} />
      ) : null}
      {asked?.act === 'dismiss' ? <DismissDialog backup={asked.backup} onDismissed={onDismissed} onClose={close} /> : null}
    </>
  );
}

function bytesOf(backups: readonly BackupEntry[]): number {
  return backups.reduce((sum, { bytes }) => sum + bytes, 0);
}
