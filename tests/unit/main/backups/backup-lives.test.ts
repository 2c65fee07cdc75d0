// A4 A9: which backups stay in any history of a computer, whatever its clock says, judged only by the names on disk.
import type { BackupReason } from '@contract/backups.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupName } from '../../../../main/backups/backup-name.ts';
import { ComputerWithBackups, DAY, dayOf, YEAR } from '../../../support/computer-with-backups.ts';

const ROUTINE: readonly BackupReason[] = ['opening', 'interval'];
const ANSWERS: readonly BackupReason[] = ['mine', 'theirs', 'base'];
const REASONS: readonly BackupReason[] = [...ROUTINE, ...ANSWERS, 'restore', 'migration', 'keys'];
const isRoutine = ({ reason }: BackupName): boolean => ROUTINE.includes(reason);

type Act = (computer: ComputerWithBackups) => void;
const takes = fc.constantFrom(...REASONS).map(
  (reason): Act =>
    (computer) =>
      void computer.take(reason),
);
const waits = fc.integer({ min: 1, max: 3 * DAY }).map(
  (minutes): Act =>
    (computer) =>
      computer.move(minutes),
);
const JUMPS = [-2 * 60, 2 * 60, -DAY, YEAR, -YEAR, 30 * YEAR, -30 * YEAR];
const jumps = fc.constantFrom(...JUMPS).map(
  (minutes): Act =>
    (computer) =>
      computer.move(minutes),
);
const dismissals = fc.nat({ max: 60 }).map(
  (which): Act =>
    (computer) =>
      computer.dismiss(which),
);
const workDays = fc.integer({ min: 1, max: 60 }).map(
  (days): Act =>
    (computer) =>
      computer.runFor(days),
);
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const anyAct = fc.oneof(often(6, takes), often(3, waits), often(3, jumps), dismissals, workDays);
const anyLife = fc.array(anyAct, { maxLength: 80 });

describe('which backups stay', () => {
  it('A4 A9 for any clocks, takes and answers: what an answer gave up is found until it is dismissed or 90 days are over, and what was just taken is there', () => {
    fc.assert(
      fc.property(anyLife, fc.constantFrom(...REASONS), (life, reason) => {
        const computer = new ComputerWithBackups();
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
      }),
      { numRuns: 150 },
    );
  });

  it('A4 with a clock that only goes on, keeps three routine ones of the last day, one of each day before, ten in all', () => {
    const anySaneLife = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 * DAY }), fc.constantFrom(...REASONS)), { maxLength: 60 });
    fc.assert(
      fc.property(anySaneLife, (life) => {
        const computer = new ComputerWithBackups();
        for (const [minutes, reason] of life) {
          computer.move(minutes);
          computer.take(reason);
        }

        const routine = computer.taken
          .map(({ name }) => name)
          .filter(isRoutine)
          .toReversed();
        const today = routine[0] === undefined ? '' : dayOf(routine[0].takenAt);
        const expected = routine.filter((name) => {
          const ofDay = routine.filter(({ takenAt }) => dayOf(takenAt) === dayOf(name.takenAt));
          return ofDay.indexOf(name) < (dayOf(name.takenAt) === today ? 3 : 1);
        });
        expect(computer.kept.filter(isRoutine)).toEqual(expected.slice(0, 10));
      }),
      { numRuns: 150 },
    );
  });
});
