// Which backups are kept: the last ones of today, one for each day before, and the last of each kind that was taken before something grave.
import type { BackupReason } from '@contract/channels.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { BackupName } from './backup-name.ts';

/** @source features.md A4 */
const OF_TODAY = 3;
const OF_A_DAY = 1;
const IN_ALL = 10;
/** Taken around an act that changes much at once: the last of each stays beside those that the days keep. */
const GRAVE: readonly BackupReason[] = ['migration', 'restore', 'keys', 'mine', 'theirs', 'base'];

/**
 * @param backups in any order
 * @param dayOf the local day of an instant
 * @returns those to keep, the newest first
 */
export function backupsToKeep<B extends BackupName>(backups: readonly B[], dayOf: (at: BackupName['takenAt']) => CalendarDate, today: CalendarDate): readonly B[] {
  const newestFirst = backups.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
  const perDay = new Map<CalendarDate, number>();
  const ofTheDays: B[] = [];
  for (const backup of newestFirst.filter(({ reason }) => reason !== 'keys')) { // several changes of keys in a day push no work out
    const day = dayOf(backup.takenAt);
    const taken = perDay.get(day) ?? 0;
    if (ofTheDays.length === IN_ALL || taken === (day >= today ? OF_TODAY : OF_A_DAY)) continue;
    perDay.set(day, taken + 1);
    ofTheDays.push(backup);
  }
  const grave = GRAVE.flatMap((reason) => newestFirst.find((backup) => backup.reason === reason) ?? []);
  return newestFirst.filter((backup) => ofTheDays.includes(backup) || grave.includes(backup));
}
