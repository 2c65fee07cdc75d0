// A4 A5 A7 A9: which backups stay and for how long, each class by its rule.
import type { BackupReason } from '@contract/backups.ts';
import { describe, expect, it } from 'vitest';
import type { BackupName } from '../../../../main/backups/backup-name.ts';
import { backupsToKeep, CLASS_OF, isUntilDismissed, runDaysLeft } from '../../../../main/backups/backup-rules.ts';
import { ComputerWithBackups, DAY, dayOf, momentAt, START, YEAR } from '../../../support/computer-with-backups.ts';

const REASONS: readonly BackupReason[] = ['opening', 'interval', 'mine', 'theirs', 'base', 'restore', 'migration', 'keys'];
const backup = (sequence: number, reason: BackupReason, but: Partial<BackupName> = {}): BackupName => ({
  sequence,
  takenAt: momentAt(START),
  revision: 3,
  reason,
  runDay: 5,
  digest: String(sequence).padStart(16, '0'),
  ...but,
});
/** The numbers of those that stay, by default on the 5th day on which Tierce runs. */
const kept = (backups: readonly BackupName[], runDay: number | null = 5) =>
  backupsToKeep(backups, { dayOf, runDay }).map(({ sequence }) => sequence);

describe('the class of a backup', () => {
  it('A4 is told by why it was taken', () => {
    expect(CLASS_OF).toEqual({
      opening: 'routine',
      interval: 'routine',
      mine: 'answer',
      theirs: 'answer',
      base: 'answer',
      restore: 'restore',
      migration: 'migration',
      keys: 'keys',
    });
  });

  it('A9 A7 says whether it stays until it is dismissed', () => {
    expect(REASONS.filter((reason) => isUntilDismissed(backup(1, reason)))).toEqual(['mine', 'theirs', 'base', 'migration']);
  });

  it('A9 A5 says for how many more days it stays at least: 90 for an answer, 7 for a restoring, none with keys', () => {
    const left = (runDay: number) => REASONS.map((reason) => runDaysLeft(backup(1, reason), runDay));

    expect(left(5)).toEqual([null, null, 90, 90, 90, 7, null, 0]);
    expect(left(11)).toEqual([null, null, 84, 84, 84, 1, null, 0]);
    expect(left(700)).toEqual([null, null, 0, 0, 0, 0, null, 0]);
  });
});

describe('routine backups', () => {
  const days = (count: number) => Array.from({ length: count }, (_, day) => day);

  it('A4 stay: three of the last day, one of each day before', () => {
    const ofDays = days(4).flatMap((day) =>
      [1, 2, 3, 4].map((time) =>
        backup(day * 10 + time, time === 1 ? 'opening' : 'interval', { takenAt: momentAt(START + day * DAY + time) }),
      ),
    );

    expect(kept(ofDays)).toEqual([34, 33, 32, 24, 14, 4]);
  });

  it('A4 stay: ten in all', () => {
    const ofDays = days(14).map((day) => backup(day, 'interval', { takenAt: momentAt(START + day * DAY) }));

    expect(kept(ofDays)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
  });

  it('A4 take no place from others, nor others from them', () => {
    const routine = [1, 3, 5].map((sequence) => backup(sequence, 'interval'));
    const others = [2, 4, 6].map((sequence) => backup(sequence, 'mine'));

    expect(kept([...routine, ...others])).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it.each([
    { what: 'set back by two hours', minutes: -120 },
    { what: 'once ahead by a year', minutes: YEAR },
    { what: 'years back', minutes: -20 * YEAR },
  ])('A4 keeps the newest when the clock is $what, and those of before as they were', ({ minutes }) => {
    const computer = new ComputerWithBackups();
    for (const reason of ['opening', 'interval', 'interval'] as const) {
      computer.take(reason);
      computer.move(20);
    }
    computer.move(minutes);
    const [first, second] = [computer.take('interval'), computer.take('interval')];

    expect(computer.kept.slice(0, 2)).toEqual([second, first]);
  });
});

describe('backups that are kept for something', () => {
  it('A9 A7 stay for an answer and before a migration, however many they are', () => {
    const all = (['mine', 'theirs', 'base', 'migration'] as const).flatMap((reason, place) =>
      [1, 2, 3, 4].map((time) => backup(place * 10 + time, reason)),
    );

    expect(kept(all)).toHaveLength(16);
    expect(kept(all, 5000)).toEqual([34, 33, 32, 31]);
  });

  it('A9 lets a copy kept for an answer go once Tierce has run on 90 different days since, at the next taking', () => {
    const computer = new ComputerWithBackups();
    const theirs = computer.take('theirs');
    const holdsAfter = (days: number) => {
      computer.runFor(days);
      computer.take('opening');
      return computer.holds(theirs);
    };

    expect([holdsAfter(89), holdsAfter(1)]).toEqual([true, false]);
  });

  it('A5 keeps the last three from before a restoring, and for seven days all of them; of copies taken with keys the last', () => {
    const computer = new ComputerWithBackups();
    for (let time = 0; time < 5; time += 1) for (const reason of ['restore', 'keys'] as const) computer.take(reason);
    const atOnce = computer.count('restore', 'keys');
    computer.runFor(6);
    computer.take('opening');
    const onTheLastDay = computer.count('restore', 'keys');
    computer.runFor(1);
    computer.take('opening');

    expect([atOnce, onTheLastDay, computer.count('restore', 'keys')]).toEqual([
      [5, 1],
      [5, 1],
      [3, 1],
    ]);
  });

  it('A4 keeps what was just taken, of whatever class, also when its age is over', () => {
    for (const reason of REASONS) expect(kept([backup(1, 'opening'), backup(2, reason)], 5000)).toContain(2);
  });

  it('A9 lets nothing go by an age that nobody can tell', () => {
    const old: BackupName = { ...backup(1, 'mine'), sequence: null, runDay: null };
    const mine = backup(1, 'mine');
    const restores = [1, 2, 3, 4].map((sequence) => backup(sequence, 'restore'));

    expect(backupsToKeep([old, mine], { dayOf, runDay: 5000 })).toContain(old);
    expect(kept(restores, null)).toHaveLength(4);
    expect([runDaysLeft(old, 5000), runDaysLeft(mine, null), runDaysLeft(mine, 7), runDaysLeft(mine, 700)]).toEqual([null, null, 88, 0]);
  });

  it('A5 thins out by their number those of which nobody knows the day, but for those that wait to be dismissed', () => {
    const undated = (reason: BackupReason) => [1, 2, 3, 4].map((sequence) => backup(sequence, reason, { runDay: null }));

    expect([kept(undated('restore')), kept(undated('keys')), kept(undated('mine'))]).toEqual([[4, 3, 2], [4], [4, 3, 2, 1]]);
  });
});
