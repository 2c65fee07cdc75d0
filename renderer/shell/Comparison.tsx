// Compares both versions of a file that another person or program has changed, once they can be read.
import { useEffect, useState } from 'react';
import type { Conflict } from '@contract/conflict.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { ok, type Result } from '@domain/result.ts';
import { call } from '../state/bridge.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';
import { ConflictChoices } from './ConflictChoices.tsx';
import { UnreadConflict } from './UnreadConflict.tsx';

/** `secret`: the one needed to read the file, if it got another key meanwhile. */
type Compared = { readonly conflict: Conflict; readonly secret: VaultSecret | null };

/** If the versions cannot be compared, says why, and what can be done all the same. */
export function Comparison({ onDone }: { readonly onDone: () => void }) {
  const { shell } = useTexts();
  const documentId = useWindow((state) => state.project?.documentId ?? '');
  const [found, setFound] = useState<Result<Compared> | null>(null);
  useEffect(() => {
    void compared(documentId, null).then(setFound);
  }, [documentId]);
  const read = async (secret: VaultSecret): Promise<boolean> => {
    const reply = await compared(documentId, secret);
    const isWrong = !reply.ok && reply.failure.code === 'passphrase-wrong';
    if (!isWrong) setFound(reply);
    return isWrong;
  };
  if (found === null)
    return (
      <p className="quiet" role="status">
        {shell.loading}
      </p>
    );
  return found.ok ? (
    <ConflictChoices {...found.value} onDone={onDone} />
  ) : (
    <UnreadConflict failure={found.failure} read={read} onDone={onDone} />
  );
}

async function compared(documentId: string, secret: VaultSecret | null): Promise<Result<Compared>> {
  const reply = await call('conflict.read', { documentId, ...(secret === null ? {} : { secret }) });
  return reply.ok ? ok({ conflict: reply.value, secret }) : reply;
}
