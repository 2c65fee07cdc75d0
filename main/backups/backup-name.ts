// The name of a backup says all that a list needs: when it was taken, of which revision, why, and of which content.
import { FILE_ENDING } from '../files/envelope.ts';
import { type Instant, isInstant } from '@domain/units.ts';
import type { BackupReason } from '@contract/channels.ts';

export type BackupName = {
  readonly takenAt: Instant;
  /** Of the content that it holds. */
  readonly revision: number;
  readonly reason: BackupReason;
  /** First digits of the digest of the content, by which the journal knows the steps that came after it. */
  readonly digest: string;
};

const REASONS: readonly BackupReason[] = ['opening', 'interval', 'migration', 'restore', 'keys', 'mine', 'theirs', 'base'];
/** Enough to tell two contents of one file apart. */
export const DIGEST_DIGITS = 16;
const FORM = new RegExp(`^(\\d{4}-\\d{2}-\\d{2}T\\d{2})-(\\d{2})-(\\d{2}(?:\\.\\d{1,3})?Z)~r(\\d{1,15})~([a-z]+)~([0-9a-f]{${DIGEST_DIGITS}})\\${FILE_ENDING}$`);

/** @returns the bare file name of a backup, in letters that every system accepts */
export function backupFileName({ takenAt, revision, reason, digest }: BackupName): string {
  return `${takenAt.replaceAll(':', '-')}~r${revision}~${reason}~${digest.slice(0, DIGEST_DIGITS)}${FILE_ENDING}`;
}

/** @returns what a file name says, or `null` for one that is no backup's */
export function readBackupName(fileName: string): BackupName | null {
  const [, hour, minute, second, revision, word, digest] = FORM.exec(fileName) ?? [];
  const takenAt = `${hour}:${minute}:${second}`;
  const reason = REASONS.find((known) => known === word);
  return reason === undefined || digest === undefined || !isInstant(takenAt) ? null : { takenAt, revision: Number(revision), reason, digest };
}
