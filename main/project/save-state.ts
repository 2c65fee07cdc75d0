// What is told of saving. This is the one place that says safe, and it says it from what journal and file have confirmed.
import type { Failure } from '@domain/failures.ts';
import type { Instant } from '@domain/units.ts';
import type { SaveState } from '@contract/project.ts';

export type Facts = {
  readonly revision: number;
  /** Of the content that the file was confirmed to hold. */
  readonly savedRevision: number;
  /** Whether every step that the file does not hold is confirmed by the journal; see docs/reliability.md, “What safe requires”. */
  readonly isNoted: boolean;
  /** Whether a step is on its way to the journal. */
  readonly isNoting: boolean;
  /** Why the last try failed; `null` since one has succeeded. */
  readonly fileFailure: Failure | null;
  readonly journalFailure: Failure | null;
  /** Of the last confirmation. */
  readonly at: Instant | null;
};

/** @returns the truth of this moment */
export function saveStateOf({ revision, savedRevision, isNoted, isNoting, fileFailure, journalFailure, at }: Facts): SaveState {
  const isSaved = savedRevision === revision;
  const isSafeHere = isSaved || isNoted;
  const failure = isSaved ? null : (fileFailure ?? (isNoted ? null : journalFailure));
  const where = !isSafeHere && isNoting ? 'pending' : failure !== null ? 'failing' : isSaved ? 'file' : 'journal';
  return { where, at, failure, isSafeHere };
}
