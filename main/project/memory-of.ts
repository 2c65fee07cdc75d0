// What is remembered of a session's file, as the session starts out with it.
import type { Document } from '@domain/document.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Project } from '../files/envelope.ts';
import { newerJournalOf } from '../journal/newer-journal.ts';
import { OpenMemory } from '../memory/open-memory.ts';
import {
  type Contradiction,
  contradictionOf,
  type ContradictionCode,
  firstSight,
  type Found,
  type Remembered,
} from '../memory/remembered.ts';
import type { SessionServices } from './session-services.ts';

type Of = { readonly document: Document; readonly fileId: string; readonly begins: Remembered; readonly isLookedAt?: boolean };

/** A personal file opens without a screen that could ask, and has nothing to protect: nothing is remembered of it. */
export function isRemembered({ kind }: Document): boolean {
  return kind === 'accompaniment';
}

export function memoryOf({ memory, context }: SessionServices, { document, fileId, begins, isLookedAt = false }: Of): OpenMemory {
  return new OpenMemory({ memory, fileId, begins, now: () => context().now, isMute: isLookedAt || !isRemembered(document) });
}

type Compared = {
  readonly remembered: Remembered | null;
  readonly found: Found;
  /** What the user has to be asked, usually `null`. */ readonly contradiction: Contradiction | null;
};
type Read = {
  readonly name: string;
  readonly read: Pick<Project, 'document' | 'header'>;
  /** The revision that the journal of this computer reaches. */ readonly reached: number;
  readonly accepted: readonly ContradictionCode[];
};

/** @param remembered what is known of a file. @returns the same, compared with what the file says; or a disk-* failure */
export async function compared(
  services: SessionServices,
  remembered: Remembered | null,
  { name, read, reached, accepted }: Read,
): Promise<Result<Compared, FileFailure>> {
  const { header, document } = read;
  const newer = await newerJournalOf(services, header.fileId);
  if (!newer.ok) return newer;
  const known = isRemembered(document) ? remembered : null;
  const found = { name, header, reached, newerJournal: newer.value };
  return ok({ remembered: known, found, contradiction: contradictionOf(known, found, accepted) });
}

/**
 * @returns what is remembered of a file once it is open. The file may have been behind that, with a journal that leads on from it;
 * and the known key of its notebook stays until another is accepted.
 */
export function asOpened(
  remembered: Remembered | null,
  { header, newerJournal }: Pick<Found, 'header' | 'newerJournal'>,
  accepted: readonly ContradictionCode[],
): Remembered {
  const seen = { ...firstSight(header), newerJournal: newerJournal?.look ?? null };
  if (remembered === null) return seen;
  const revision = accepted.includes('file-older') ? seen.revision : Math.max(seen.revision, remembered.revision);
  const { vaultKey, systemSlot = null } = remembered;
  return { ...seen, vaultKey, revision, ...(systemSlot === null ? {} : { systemSlot }) };
}
