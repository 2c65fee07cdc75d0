// The name of a backup says all that a list needs: its place in the order, when, why and of which revision and content it was taken.
import { FILE_ENDING } from '../files/envelope.ts';
import { type Instant, isInstant } from '@domain/units.ts';
import type { BackupReason } from '@contract/backups.ts';

/** What whoever takes a backup says of it. */
export type BackupSubject = {
  /** What the clock said, right or wrong: it is shown, and tells one day from another, but neither order nor age. */
  readonly takenAt: Instant;
  /** Of the content that it holds. */
  readonly revision: number;
  readonly reason: BackupReason;
  /** First digits of the digest of the content, by which the journal knows the steps that came after it. */
  readonly digest: string;
};
export type BackupName = BackupSubject & {
  /** One more for each backup of a file; `null` in names from before there were numbers. */
  readonly sequence: number | null;
  /** On how many days Tierce had run here when it was taken; `null` where nobody could tell. */
  readonly runDay: number | null;
};

const REASONS: readonly BackupReason[] = ['opening', 'interval', 'migration', 'restore', 'keys', 'mine', 'theirs', 'base'];
/** Enough to tell two contents of one file apart. */
export const DIGEST_DIGITS = 16;
/** The largest number that a name holds. */
export const LARGEST_NUMBER = 999_999_999_999_999;
const NUMBER = '(0|[1-9]\\d{0,14})';
const MOMENT = '(\\d{4}-\\d{2}-\\d{2}T\\d{2})-(\\d{2})-(\\d{2}(?:\\.\\d{1,3})?Z)';
const FORM = new RegExp(`^(?:n${NUMBER}~)?${MOMENT}~r${NUMBER}~([a-z]+)~(?:d${NUMBER}~)?([0-9a-f]{${DIGEST_DIGITS}})\\${FILE_ENDING}$`);

/** @returns the bare file name of a backup, in letters that every system accepts */
export function backupFileName({ sequence, takenAt, revision, reason, runDay, digest }: BackupName): string {
  const number = sequence === null ? [] : [`n${sequence}`];
  const age = runDay === null ? [] : [`d${runDay}`];
  const parts = [...number, takenAt.replaceAll(':', '-'), `r${revision}`, reason, ...age, digest.slice(0, DIGEST_DIGITS)];
  return `${parts.join('~')}${FILE_ENDING}`;
}

/** @returns what a file name says, or `null` for one that is no backup's */
export function readBackupName(fileName: string): BackupName | null {
  const [, sequence, hour, minute, second, revision, word, runDay, digest] = FORM.exec(fileName) ?? [];
  const takenAt = `${hour}:${minute}:${second}`;
  const reason = REASONS.find((known) => known === word);
  if (reason === undefined || digest === undefined || !isInstant(takenAt)) return null;
  return { sequence: numberOf(sequence), takenAt, revision: Number(revision), reason, runDay: numberOf(runDay), digest };
}

/** Ranks the newest first: by its number alone, and those without one after all others, by revision and only then by their clock. */
export function newestFirst(a: BackupName, b: BackupName): number {
  return (b.sequence ?? -1) - (a.sequence ?? -1) || b.revision - a.revision || Date.parse(b.takenAt) - Date.parse(a.takenAt);
}

/** @returns the number of the next backup of a file */
export function nextSequence(backups: readonly BackupName[]): number {
  return Math.min(LARGEST_NUMBER, backups.reduce((last, { sequence }) => Math.max(last, sequence ?? 0), 0) + 1);
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
