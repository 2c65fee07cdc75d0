// The name of a backup holds all that a list needs: its place in the order, when and why it was taken, and of which revision and content.
import { FILE_ENDING } from '../files/envelope.ts';
import { type Instant, isInstant } from '@domain/units.ts';
import type { BackupReason } from '@contract/backups.ts';

/** What the caller says of the backup that it takes. */
export type BackupSubject = {
  /** What the clock said, right or wrong: shown, and used to tell one day from another, but never for order or age. */
  readonly takenAt: Instant;
  /** Of the content in the backup. */
  readonly revision: number;
  readonly reason: BackupReason;
  /** First digits of the content's digest, by which the journal knows the steps that came after it. */
  readonly digest: string;
};
export type BackupName = BackupSubject & {
  /** Counts up with each backup of a file; `null` in names from before numbers were introduced. */
  readonly sequence: number | null;
  /** On how many days Tierce had run here when it was taken; `null` if unknown. */
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

/** @returns the bare file name of a backup, in characters that every system accepts */
export function backupFileName({ sequence, takenAt, revision, reason, runDay, digest }: BackupName): string {
  const number = sequence === null ? [] : [`n${sequence}`];
  const age = runDay === null ? [] : [`d${runDay}`];
  const parts = [...number, takenAt.replaceAll(':', '-'), `r${revision}`, reason, ...age, digest.slice(0, DIGEST_DIGITS)];
  return `${parts.join('~')}${FILE_ENDING}`;
}

/** @returns what a file name says, or `null` if it is not a backup's name */
export function readBackupName(fileName: string): BackupName | null {
  const [, sequence, hour, minute, second, revision, word, runDay, digest] = FORM.exec(fileName) ?? [];
  const takenAt = `${hour}:${minute}:${second}`;
  const reason = REASONS.find((known) => known === word);
  if (reason === undefined || digest === undefined || !isInstant(takenAt)) return null;
  return { sequence: numberOf(sequence), takenAt, revision: Number(revision), reason, runDay: numberOf(runDay), digest };
}

/** Sorts the newest first: by number alone; those without one come last, by revision and only then by clock. */
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
