// What a backup holds, read when it comes into sight, and again whenever the file has changed.
import { useCallback, useEffect, useState } from 'react';
import type { BackupContent } from '@contract/backups.ts';
import { call } from '../../state/bridge.ts';
import { useWindow } from '../../state/window-state.ts';

/** @returns `null` until it is read */
export function useBackupContent(backupId: string): BackupContent | null {
  const documentId = useWindow((state) => state.project?.documentId ?? null);
  const revision = useWindow((state) => state.project?.revision ?? 0);
  const [content, setContent] = useState<BackupContent | null>(null);
  const read = useCallback(() => {
    if (documentId === null) return undefined;
    let isWanted = true;
    void call('backups.read', { documentId, backupId }).then((reply) => {
      if (isWanted) setContent(reply.ok ? reply.value : { state: 'unreadable', failure: reply.failure });
    });
    return () => {
      isWanted = false;
    };
  }, [documentId, backupId]);
  useEffect(read, [read, revision]);
  return content;
}
