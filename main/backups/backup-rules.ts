// How long each class of backups is kept, one rule per class, and which backups that leaves.
import type { BackupClass, BackupReason } from '@contract/backups.ts';
import type { Instant } from '@domain/units.ts';
import { type BackupName, newestFirst } from './backup-name.ts';

/** Routine backups: of the last day, of each earlier day, and in all. @source promises.md A4 */
const OF_LAST_DAY = 3;
const OF_A_DAY = 1;
const IN_ALL = 10;

export const CLASS_OF: { readonly [R in BackupReason]: BackupClass } = {
  opening: 'routine',
  interval: 'routine',
  mine: 'answer',
  theirs: 'answer',
  base: 'answer',
  restore: 'restore',
  migration: 'migration',
  keys: 'keys',
};

/** A backup is kept while either condition holds. */
type Rule = {
  /** It is among this many newest of its class. */
  readonly newest: number;
  /** Tierce has run here on fewer different days since then; `null`: age never ends it. */
  readonly runDays: number | null;
  /** Kept until the user dismisses it, as long as `runDays` are not over or its age is unknown. */
  readonly isUntilDismissed: boolean;
};
const RULES: { readonly [C in Exclude<BackupClass, 'routine'>]: Rule } = {
  answer: { newest: 0, runDays: 90, isUntilDismissed: true },
  migration: { newest: 0, runDays: null, isUntilDismissed: true },
  restore: { newest: 3, runDays: 7, isUntilDismissed: false },
  keys: { newest: 1, runDays: 0, isUntilDismissed: false },
};

export type Judging = {
  /** The local day of an instant. */
  readonly dayOf: (at: Instant) => string;
  /** On how many days Tierce has run here; `null` while unknown, and then age removes nothing. */
  readonly runDay: number | null;
};

/** @returns those to keep, the newest first; always including the newest of all, whatever the clock says */
export function backupsToKeep<B extends BackupName>(backups: readonly B[], { dayOf, runDay }: Judging): readonly B[] {
  const ordered = backups.toSorted(newestFirst);
  const routine = routineToKeep(
    ordered.filter(({ reason }) => CLASS_OF[reason] === 'routine'),
    dayOf,
  );
  const newerOf = new Map<BackupClass, number>();
  return ordered.filter((backup, place) => {
    const kind = CLASS_OF[backup.reason];
    const newer = newerOf.get(kind) ?? 0;
    newerOf.set(kind, newer + 1);
    return place === 0 || (kind === 'routine' ? routine.has(backup) : newer < RULES[kind].newest || isYoung(backup, runDay));
  });
}

/** @returns whether it is kept until the user dismisses it (or its days are over), and not only until newer ones are taken */
export function isUntilDismissed({ reason }: BackupName): boolean {
  const kind = CLASS_OF[reason];
  return kind !== 'routine' && RULES[kind].isUntilDismissed;
}

/** @returns on how many more days Tierce has to run here before age may remove the backup; `null` when no known number of days does */
export function runDaysLeft({ reason, runDay: takenOn }: BackupName, runDay: number | null): number | null {
  const kind = CLASS_OF[reason];
  const days = kind === 'routine' ? null : RULES[kind].runDays;
  return days === null || takenOn === null || runDay === null ? null : Math.max(0, takenOn + days - runDay);
}

function isYoung(backup: BackupName, runDay: number | null): boolean {
  const left = runDaysLeft(backup, runDay);
  return left === null ? runDay === null || isUntilDismissed(backup) : left > 0;
}

/**
 * A day is a run of consecutive backups that the clock put on one day. While the clock is right that is a calendar day; when it jumps
 * there are just more runs, each with its newest, and the backup taken last is the newest of the first run.
 */
function routineToKeep<B extends BackupName>(ordered: readonly B[], dayOf: Judging['dayOf']): ReadonlySet<B> {
  const kept = new Set<B>();
  let [day, days, ofDay]: [string | null, number, number] = [null, 0, 0];
  for (const backup of ordered) {
    const own = dayOf(backup.takenAt);
    if (own !== day) [day, days, ofDay] = [own, days + 1, 0];
    ofDay += 1;
    if (kept.size < IN_ALL && ofDay <= (days === 1 ? OF_LAST_DAY : OF_A_DAY)) kept.add(backup);
  }
  return kept;
}
