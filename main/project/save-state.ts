// What is reported about saving. This is the only place that says safe, from what journal and file have confirmed.
import type { Failure } from '@domain/failures.ts';
import type { Instant } from '@domain/units.ts';
import type { SaveState } from '@contract/project.ts';

export type Facts = {
  readonly revision: number;
  /** Of the content that the file was confirmed to hold. */
  readonly savedRevision: number;
  /** Whether the journal has confirmed every step that the file lacks; see docs/reliability.md, “What safe requires”. */
  readonly isNoted: boolean;
  /** Whether a step is on its way to the journal. */
  readonly isNoting: boolean;
  /** Why the last attempt failed; `null` once one has succeeded. */
  readonly fileFailure: Failure | null;
  readonly journalFailure: Failure | null;
  /** Of the last confirmation. */
  readonly at: Instant | null;
};

/** @returns the state at this moment */
export function saveStateOf({ revision, savedRevision, isNoted, isNoting, fileFailure, journalFailure, at }: Facts): SaveState {
  const isSaved = savedRevision === revision;
  const isSafeHere = isSaved || isNoted;
  const failure = isSaved ? null : (fileFailure ?? (isNoted ? null : journalFailure));
  const where = !isSafeHere && isNoting ? 'pending' : failure !== null ? 'failing' : isSaved ? 'file' : 'journal';
  return { where, at, failure, isSafeHere };
}
