// What has to be asked before opening a file that somebody else holds, found out while they still hold it: asking takes no lock.
import { basename } from 'node:path';
import type { Failure, FileFailure } from '@domain/failures.ts';
import { readHead } from '../files/file-head.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { type ReadProject, readProjectFile } from '../files/read-project-file.ts';
import { NO_HOLDER } from '../journal/journal.ts';
import { lookAtJournal } from '../journal/journal-of-file.ts';
import type { ContradictionCode } from '../memory/remembered.ts';
import { type OpenKeys, openKeys, wipe } from '../vault/open-keys.ts';
import { compared } from './memory-of.ts';
import { recoverWithContents } from './recover-journal.ts';
import type { SessionServices } from './session-services.ts';

type Wanted = {
  readonly path: string;
  /** The real path of the bytes. */ readonly real: string;
  readonly keyOf: KeyOf | undefined;
  readonly accepted: readonly ContradictionCode[];
};

/**
 * @returns file-sealed or passphrase-wrong, what the user has to be asked, or why it cannot be read; `null` if it opens. Changes nothing
 */
export async function askedBeforehand(services: SessionServices, { path, real, keyOf, accepted }: Wanted): Promise<Failure | null> {
  const fileId = (await readHead(services.files, real))?.fileId ?? null;
  // first, since the holder may save the file meanwhile, and it must not look older than what is remembered then
  const remembered = fileId === null ? null : await services.memory.read(fileId);
  const read = await readProjectFile(services.files, path, keyOf, services.backups.stored);
  if (!read.ok) return read.failure;
  const { header, sealing } = read.value;
  const keys = sealing === null ? null : openKeys(header.keys.file, sealing.key);
  const reached = await reachedFrom(services, read.value, keys);
  wipe(keys);
  if (typeof reached !== 'number') return reached;
  const comparison = await compared(services, remembered, { name: basename(path), read: read.value, reached, accepted });
  return comparison.ok ? comparison.value.contradiction : comparison.failure;
}

/** @returns the revision that the journal of this computer reaches from the file; or a disk-* failure */
async function reachedFrom(services: SessionServices, read: ReadProject, keys: OpenKeys | null): Promise<number | FileFailure> {
  const {
    header: { fileId },
    digest,
  } = read;
  const looked = await lookAtJournal(services, { fileId, key: keys?.key ?? null, earlier: keys?.earlier ?? [], digest, holder: NO_HOLDER });
  if (!looked.ok) return looked.failure;
  const recovered = await recoverWithContents(services, read, looked.value.entries, keys);
  return recovered.ok ? recovered.value.recovery.revision : recovered.failure;
}
