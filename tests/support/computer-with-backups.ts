// A computer with one file: its clock, its days, and the names of the backups in its folder.
import type { BackupReason } from '@contract/backups.ts';
import { type Instant, instant } from '@domain/units.ts';
import { backupFileName, type BackupName, newestFirst, nextSequence, readBackupName } from '../../main/backups/backup-name.ts';
import { backupsToKeep, isUntilDismissed } from '../../main/backups/backup-rules.ts';
import { type Register, withDay } from '../../main/backups/run-days.ts';

/** In minutes. */
export const DAY = 24 * 60;
export const YEAR = 365 * DAY;
/** Minutes since the start of 1990: the range of years that an instant can be in, and where a test begins. */
export const [FIRST, START, LAST] = [2 * DAY, 36 * YEAR, 110 * YEAR];

export const dayOf = (at: Instant): string => at.slice(0, 10);
export const momentAt = (minute: number): Instant =>
  instant(new Date(Date.parse('1990-01-01T00:00:00.000Z') + minute * 60_000).toISOString());

/** What is known of a backup beyond its name: the days on which Tierce has run since, and whether the user dismissed it. */
type Told = { readonly name: BackupName; readonly daysSince: Set<string>; isDismissed: boolean };

export class ComputerWithBackups {
  #minute = START;
  #register: Register | null = null;
  #folder: readonly string[] = [];
  readonly taken: Told[] = [];

  get kept(): readonly BackupName[] {
    return this.#folder.flatMap((fileName) => readBackupName(fileName) ?? []).toSorted(newestFirst);
  }

  /** Moves the clock, also backwards. */
  move(minutes: number): void {
    this.#minute = Math.min(LAST, Math.max(FIRST, this.#minute + minutes));
  }

  /** Tierce runs today. */
  run(): void {
    const day = dayOf(momentAt(this.#minute));
    this.#register = withDay(this.#register, day);
    for (const { name, daysSince } of this.taken) if (dayOf(name.takenAt) !== day) daysSince.add(day);
  }

  /** Tierce runs on each of the days that follow. */
  runFor(days: number): void {
    for (let day = 0; day < days; day += 1) {
      this.move(DAY);
      this.run();
    }
  }

  take(reason: BackupReason): BackupName {
    this.run();
    const digest = String(this.taken.length).padStart(16, '0');
    const runDay = this.#register?.count ?? null;
    const revision = (this.taken.length * 7) % 5; // content from another program or person may have any revision
    const name: BackupName = { sequence: nextSequence(this.kept), takenAt: momentAt(this.#minute), revision, reason, runDay, digest };
    const all = [...this.#folder, backupFileName(name)].flatMap((fileName) => readBackupName(fileName) ?? []);
    this.#folder = backupsToKeep(all, { dayOf, runDay }).map(backupFileName);
    this.taken.push({ name, daysSince: new Set(), isDismissed: false });
    return name;
  }

  dismiss(which: number): void {
    const told = this.taken[which % Math.max(1, this.taken.length)];
    if (told === undefined || !isUntilDismissed(told.name)) return;
    told.isDismissed = true;
    this.#folder = this.#folder.filter((fileName) => fileName !== backupFileName(told.name));
  }

  holds({ digest }: BackupName): boolean {
    return this.kept.some((kept) => kept.digest === digest);
  }

  /** @returns how many backups of each reason are kept */
  count(...reasons: readonly BackupReason[]): readonly number[] {
    return reasons.map((reason) => this.kept.filter((kept) => kept.reason === reason).length);
  }
}
