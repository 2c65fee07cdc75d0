// The journal that a newer Tierce keeps of a file which this one can read: inspected from outside, and never opened.
import { createHash } from 'node:crypto';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, orThrow } from '../files/disk-failure.ts';
import type { NewerJournal } from '../memory/remembered.ts';
import type { JournalPlace } from './journal-of-file.ts';
import { newerJournals } from './journal-names.ts';

/** @returns the number of the newest format, and what they all look like from outside; `null` where there is none; or a disk-* failure */
export async function newerJournalOf(
  { files, journalFolder }: Omit<JournalPlace, 'newId'>,
  fileId: string,
): Promise<Result<NewerJournal | null, FileFailure>> {
  const found = await newerJournals(files, journalFolder, fileId);
  if (!found.ok) return found;
  try {
    const looks: string[] = [];
    for (const { path, format } of found.value) {
      const { size, mtimeMs } = await files.stat(path);
      looks.push(`${format}:${size}:${mtimeMs}`);
    }
    return ok(
      looks.length === 0
        ? null
        : {
            format: Math.max(...found.value.map(({ format }) => format)),
            look: createHash('sha256').update(looks.toSorted().join()).digest('hex'),
          },
    );
  } catch (error) {
    return refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
  }
}
