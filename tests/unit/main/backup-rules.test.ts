// A4 A9: which backups stay, whatever the clock says, by the names alone that the disk holds.
import type { BackupReason } from '@contract/channels.ts';
import { type Instant, instant } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupFileName, type BackupName, LARGEST_NUMBER } from '../../../main/backups/backup-name.ts';
import { newestFirst, nextSequence, readBackupName } from '../../../main/backups/backup-name.ts';
import { backupsToKeep, isUntilDismissed, runDaysLeft } from '../../../main/backups/backup-rules.ts';
import { DAYS_REMEMBERED, readRegister, type Register, withDay } from '../../../main/backups/run-days.ts';

const ROUTINE: readonly BackupReason[] = ['opening', 'interval'];
const ANSWERS: readonly BackupReason[] = ['mine', 'theirs', 'base'];
const REASONS: readonly BackupReason[] = [...ROUTINE, ...ANSWERS, 'restore', 'migration', 'keys'];
const DAY = 24 * 60;
const YEAR = 365 * DAY;
/** Minutes since 1990 began: the years that an instant can lie in. */
const [FIRST, START, LAST] = [2 * DAY, 36 * YEAR, 110 * YEAR];
const isRoutine = ({ reason }: BackupName): boolean => ROUTINE.includes(reason);
const dayOf = (at: Instant): string => at.slice(0, 10);
const momentAt = (minute: number): Instant => instant(new Date(Date.parse('1990-01-01T00:00:00.000Z') + minute * 60_000).toISOString());

/** What one knows of a backup that is beyond its name: the days on which Tierce has run since, and whether the user let it go. */
type Told = { readonly name: BackupName; readonly daysSince: Set<string>; isDismissed: boolean };

/** A computer with one file: its clock, its days, and the names of the backups as they stand in the folder. */
class Computer {
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

  take(reason: BackupReason): BackupName {
    this.run();
    const digest = String(this.taken.length).padStart(16, '0');
    const runDay = this.#register?.count ?? null;
    const revision = (this.taken.length * 7) % 5; // a content of another hand may have any
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
}

const takes = fc.constantFrom(...REASONS).map((reason) => (computer: Computer) => void computer.take(reason));
const waits = fc.integer({ min: 1, max: 3 * DAY }).map((minutes) => (computer: Computer) => computer.move(minutes));
const JUMPS = [-2 * 60, 2 * 60, -DAY, YEAR, -YEAR, 30 * YEAR, -30 * YEAR];
const jumps = fc.constantFrom(...JUMPS).map((minutes) => (computer: Computer) => computer.move(minutes));
const dismissals = fc.nat({ max: 60 }).map((which) => (computer: Computer) => computer.dismiss(which));
const workDays = fc.integer({ min: 1, max: 60 }).map((days) => (computer: Computer) => {
  for (let day = 0; day < days; day += 1) {
    computer.move(DAY);
    computer.run();
  }
});
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const anyAct = fc.oneof(often(6, takes), often(3, waits), often(3, jumps), dismissals, workDays);
const anyLife = fc.array(anyAct, { maxLength: 80 });

describe('which backups stay', () => {
  it('A4 A9 for any clocks, takes and answers: what an answer gave up is found until it is dismissed or 90 days are over, and what was just taken is there', () => {
    fc.assert(fc.property(anyLife, fc.constantFrom(...REASONS), (life, reason) => {
      const computer = new Computer();
      for (const act of life) {
        act(computer);
        const last = computer.take(reason);

        expect(computer.kept[0]).toEqual(last);
        expect(computer.kept.filter(isRoutine).length).toBeLessThanOrEqual(10);
        for (const { name, daysSince, isDismissed } of computer.taken) {
          const mustBeThere = !isDismissed && (name.reason === 'migration' || (ANSWERS.includes(name.reason) && daysSince.size < 90));
          if (mustBeThere) expect(computer.holds(name)).toBe(true);
        }
        const inOrder = computer.kept.map(({ digest }) => digest);
        expect(inOrder).toEqual(inOrder.toSorted().toReversed());
      }
    }), { numRuns: 150 });
  });

  it('A4 with a clock that only goes on, keeps three routine ones of the last day, one of each day before, ten in all', () => {
    const anySaneLife = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 * DAY }), fc.constantFrom(...REASONS)), { maxLength: 60 });
    fc.assert(fc.property(anySaneLife, (life) => {
      const computer = new Computer();
      for (const [minutes, reason] of life) {
        computer.move(minutes);
        computer.take(reason);
      }

      const routine = computer.taken.map(({ name }) => name).filter(isRoutine).toReversed();
      const today = routine[0] === undefined ? '' : dayOf(routine[0].takenAt);
      const expected = routine.filter((name) => {
        const ofDay = routine.filter(({ takenAt }) => dayOf(takenAt) === dayOf(name.takenAt));
        return ofDay.indexOf(name) < (dayOf(name.takenAt) === today ? 3 : 1);
      });
      expect(computer.kept.filter(isRoutine)).toEqual(expected.slice(0, 10));
    }), { numRuns: 150 });
  });

  it.each([
    { what: 'set back by two hours', minutes: -120 },
    { what: 'once ahead by a year', minutes: YEAR },
    { what: 'years back', minutes: -20 * YEAR },
  ])('A4 keeps the newest when the clock is $what, and those of before as they were', ({ minutes }) => {
    const computer = new Computer();
    for (const reason of ['opening', 'interval', 'interval'] as const) {
      computer.take(reason);
      computer.move(20);
    }
    computer.move(minutes);
    const [first, second] = [computer.take('interval'), computer.take('interval')];

    expect(computer.kept.slice(0, 2)).toEqual([second, first]);
  });

  it('A9 lets a copy kept for an answer go once Tierce has run on 90 different days since, at the next taking', () => {
    const computer = new Computer();
    const theirs = computer.take('theirs');
    const days = (count: number) => {
      for (let day = 0; day < count; day += 1) {
        computer.move(DAY);
        computer.run();
      }
      computer.take('opening');
      return computer.holds(theirs);
    };

    expect([days(89), days(1)]).toEqual([true, false]);
  });

  it('A5 keeps the last three from before a restoring, and for seven days all of them; of copies taken with keys the last', () => {
    const computer = new Computer();
    for (let time = 0; time < 5; time += 1) for (const reason of ['restore', 'keys'] as const) computer.take(reason);
    const count = () => (['restore', 'keys'] as const).map((reason) => computer.kept.filter((kept) => kept.reason === reason).length);
    const atOnce = count();
    for (let day = 0; day < 7; day += 1) {
      computer.move(DAY);
      computer.run();
    }
    computer.take('opening');

    expect([atOnce, count()]).toEqual([[5, 1], [3, 1]]);
  });

  it('A9 lets nothing go by an age that nobody can tell', () => {
    const old: BackupName = { sequence: null, takenAt: momentAt(START), revision: 3, reason: 'mine', runDay: null, digest: 'a'.repeat(16) };
    const mine: BackupName = { ...old, sequence: 1, runDay: 5 };
    const restores = [1, 2, 3, 4].map((sequence): BackupName => ({ ...mine, sequence, reason: 'restore' }));

    expect(backupsToKeep([old, mine], { dayOf, runDay: 5000 })).toContain(old);
    expect(backupsToKeep(restores, { dayOf, runDay: null })).toHaveLength(4);
    expect([runDaysLeft(old, 5000), runDaysLeft(mine, null), runDaysLeft(mine, 7), runDaysLeft(mine, 700)]).toEqual([null, null, 88, 0]);
  });
});

describe('the name of a backup', () => {
  const anyNumber = fc.integer({ min: 0, max: LARGEST_NUMBER });
  const anyName: fc.Arbitrary<BackupName> = fc.record({
    sequence: fc.option(anyNumber), takenAt: fc.integer({ min: FIRST, max: LAST }).map(momentAt), revision: anyNumber,
    reason: fc.constantFrom(...REASONS), runDay: fc.option(anyNumber), digest: fc.stringMatching(/^[0-9a-f]{16}$/),
  });

  it('A4 reads whatever it writes, in letters that every system and the contract take', () => {
    fc.assert(fc.property(anyName, (name) => {
      const fileName = backupFileName(name);

      expect(readBackupName(fileName)).toEqual(name);
      expect(fileName).toMatch(/^[A-Za-z0-9.~-]{8,120}$/);
    }));
  });

  it('A4 reads names from before there were numbers, and puts them after all others, by revision and then by their clock', () => {
    const before = ['2026-04-14T12-32-07.000Z~r3~opening', '2026-04-14T12-40-07.000Z~r3~interval', '2024-01-01T12-32-07Z~r9~theirs'];
    const unnumbered = before.flatMap((start) => readBackupName(`${start}~0123456789abcdef.tierce`) ?? []);
    const numbered = unnumbered.map((name, place) => ({ ...name, takenAt: momentAt(FIRST), revision: 0, sequence: place + 1 }));

    const inOrder = [...unnumbered, ...numbered].toSorted(newestFirst).map(({ sequence, revision, reason }) => sequence ?? `${revision} ${reason}`);
    expect(inOrder).toEqual([3, 2, 1, '9 theirs', '3 interval', '3 opening']);
  });

  it('A4 takes no forged number for a reason to lose what comes next', () => {
    const forged = { ...older(), sequence: LARGEST_NUMBER };
    const next = { ...older(), sequence: nextSequence([forged]), revision: 9 };

    expect(readBackupName(backupFileName(next))).toEqual(next);
    expect(backupsToKeep([forged, next], { dayOf, runDay: 1 })[0]).toEqual(next);
  });

  it.each([
    'n01~2026-04-14T12-32-07Z~r1~opening', 'n1~2026-04-14T12-32-07Z~r1~opening~d01', 'n1~2026-04-14T12-32-07Z~r1234567890123456~opening',
  ])('A4 takes a name that begins with %s for no backup', (start) => {
    expect(readBackupName(`${start}~0123456789abcdef.tierce`)).toBeNull();
  });

  function older(): BackupName {
    return { sequence: null, takenAt: momentAt(START), revision: 3, reason: 'opening', runDay: null, digest: 'a'.repeat(16) };
  }
});

describe('the days on which Tierce has run', () => {
  it('A9 counts a day once, however often the clock goes to and fro', () => {
    const days = Array.from({ length: 50 }, (_, time) => ['2026-04-14', '2027-04-14', '2026-04-15'][time % 3] ?? '');

    expect(days.reduce<Register | null>(withDay, null)).toMatchObject({ count: 3 });
  });

  it('A9 remembers a bounded number of days, and reads whatever it writes', () => {
    const days = Array.from({ length: 400 }, (_, day) => dayOf(momentAt(START + day * DAY)));
    const register = days.reduce<Register | null>(withDay, null);

    expect([register?.count, register?.days.length]).toEqual([400, DAYS_REMEMBERED]);
    expect(readRegister(JSON.stringify(register))).toEqual(register);
  });

  it.each([
    '', '{}', 'null', '{"count":0,"days":["2026-04-14"]}', '{"count":1,"days":["2026-04-14","2026-04-15"]}', '{"count":1,"days":[]}',
    '{"count":1.5,"days":["2026-04-14"]}', '{"count":1,"days":["hier"]}', '{"count":1,"days":["2026-04-14"],"x":1}',
  ])('A9 takes %j for no register', (text) => {
    expect(readRegister(text)).toBeNull();
  });
});
