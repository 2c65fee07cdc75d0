// A4: the name of a backup says all that a list needs, and nothing else is mistaken for one.
import type { BackupReason } from '@contract/backups.ts';
import { instant } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backupFileName,
  type BackupName,
  LARGEST_NUMBER,
  newestFirst,
  nextSequence,
  readBackupName,
} from '../../../../main/backups/backup-name.ts';
import { backupsToKeep } from '../../../../main/backups/backup-rules.ts';
import { dayOf, FIRST, LAST, momentAt, START } from '../../../support/computer-with-backups.ts';

const REASONS: readonly BackupReason[] = ['opening', 'interval', 'migration', 'restore', 'keys', 'mine', 'theirs', 'base'];
const ODD: BackupName = {
  sequence: 12,
  takenAt: instant('2026-04-14T12:32:07.000Z'),
  revision: 340,
  reason: 'mine',
  runDay: 56,
  digest: '0123456789abcdef',
};
const older = (): BackupName => ({
  sequence: null,
  takenAt: momentAt(START),
  revision: 3,
  reason: 'opening',
  runDay: null,
  digest: 'a'.repeat(16),
});

describe('the name of a backup', () => {
  const anyNumber = fc.integer({ min: 0, max: LARGEST_NUMBER });
  const anyName: fc.Arbitrary<BackupName> = fc.record({
    sequence: fc.option(anyNumber),
    takenAt: fc.integer({ min: FIRST, max: LAST }).map(momentAt),
    revision: anyNumber,
    reason: fc.constantFrom(...REASONS),
    runDay: fc.option(anyNumber),
    digest: fc.stringMatching(/^[0-9a-f]{16}$/),
  });

  it('A4 holds its number, when, of which revision, why, on which day of Tierce, and the first digits of the digest', () => {
    const digest = `${ODD.digest}${'f'.repeat(48)}`;

    expect(backupFileName({ ...ODD, digest })).toBe('n12~2026-04-14T12-32-07.000Z~r340~mine~d56~0123456789abcdef.tierce');
    expect(backupFileName({ ...ODD, sequence: null, runDay: null })).toBe('2026-04-14T12-32-07.000Z~r340~mine~0123456789abcdef.tierce');
  });

  it('A4 is read with and without a number, a day, and parts of a second', () => {
    const [number, day] = ['n12~', 'd56~'];
    const read = [
      [number, day],
      [number, ''],
      ['', day],
      ['', ''],
    ].map(([n, d]) => readBackupName(`${n}2026-04-14T12-32-07.000Z~r340~mine~${d}0123456789abcdef.tierce`));

    expect(read).toEqual([ODD, { ...ODD, runDay: null }, { ...ODD, sequence: null }, { ...ODD, sequence: null, runDay: null }]);
    expect(readBackupName('n0~2026-04-14T12-32-07Z~r0~mine~d0~0123456789abcdef.tierce')).toEqual({
      ...ODD,
      sequence: 0,
      takenAt: '2026-04-14T12:32:07Z',
      revision: 0,
      runDay: 0,
    });
  });

  it('A4 reads whatever it writes, in letters that every system and the contract take', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const fileName = backupFileName(name);

        expect(readBackupName(fileName)).toEqual(name);
        expect(fileName).toMatch(/^[A-Za-z0-9.~-]{8,120}$/);
      }),
    );
  });

  it.each([
    'n01~2026-04-14T12-32-07Z~r1~opening',
    'n1~2026-04-14T12-32-07Z~r1~opening~d01',
    'n1~2026-04-14T12-32-07Z~r1234567890123456~opening',
    'n~2026-04-14T12-32-07Z~r1~opening',
    'n1~2026-04-14T12-32-07Z~r~opening',
    'n1~2026-04-14T12-32-07Z~r1~',
    '1~2026-04-14T12-32-07Z~r1~opening',
    'xn1~2026-04-14T12-32-07Z~r1~opening',
    'n1~26-04-14T12-32-07Z~r1~opening',
    'n1~2026-4-14T12-32-07Z~r1~opening',
    'n1~2026-04-14T12-32-7Z~r1~opening',
    'n1~2026-04-14T12-2-07Z~r1~opening',
    'n1~2026-04-1T12-32-07Z~r1~opening',
    'n1~2026-04-14T2-32-07Z~r1~opening',
    'n1~2026-04-14T12-32-07~r1~opening',
    'n1~2026-04-14T12-32-07.Z~r1~opening',
    'n1~2026-04-14T12-32-07.0000Z~r1~opening',
    'n1~2026-04-14T12-32-07Z~r1~opening~d',
    'n1~2026-04-14T12-32-07Z~rx~opening',
    'n1~2026-13-14T12-32-07Z~r1~opening',
    'n1~2026-04-14T12-32-07Z~r1~because',
    '../x~r1~opening',
  ])('A4 takes a name that begins with %s for no backup', (start) => {
    expect(readBackupName(`${start}~0123456789abcdef.tierce`)).toBeNull();
  });

  it.each([
    '0123456789abcde.tierce',
    '0123456789abcdef0.tierce',
    '0123456789abcdeg.tierce',
    '0123456789abcdef',
    '0123456789abcdefxtierce',
    '0123456789abcdef.tierce2',
    '.tierce',
  ])('A4 takes a name that ends in %s for no backup', (end) => {
    expect(readBackupName(`n1~2026-04-14T12-32-07Z~r1~opening~${end}`)).toBeNull();
  });

  it.each(['', 'mission.tierce', 'name'])('A4 takes %j for no backup', (fileName) => {
    expect(readBackupName(fileName)).toBeNull();
  });
});

describe('the order of backups', () => {
  it('A4 goes by their number alone, and those from before there were numbers come last, by revision and then by their clock', () => {
    const before = ['2026-04-14T12-32-07.000Z~r3~opening', '2026-04-14T12-40-07.000Z~r3~interval', '2024-01-01T12-32-07Z~r9~theirs'];
    const unnumbered = before.flatMap((start) => readBackupName(`${start}~0123456789abcdef.tierce`) ?? []);
    const numbered = unnumbered.map((name, place) => ({ ...name, takenAt: momentAt(FIRST), revision: 0, sequence: place }));

    const inOrder = [...unnumbered, ...numbered]
      .toSorted(newestFirst)
      .map(({ sequence, revision, reason }) => sequence ?? `${revision} ${reason}`);
    expect(inOrder).toEqual([2, 1, 0, '9 theirs', '3 interval', '3 opening']);
  });

  it('A4 puts even a first number before none, whichever of the two is asked about', () => {
    const numbered = { ...older(), sequence: 0 };

    expect([newestFirst(numbered, older()), newestFirst(older(), numbered)].map(Math.sign)).toEqual([-1, 1]);
  });

  it('A4 goes on with one more than the largest number so far', () => {
    const mixed = [{ ...ODD, sequence: 7 }, older(), ODD, { ...ODD, sequence: 3 }];

    expect([[], [older()], mixed].map(nextSequence)).toEqual([1, 1, 13]);
  });

  it('A4 takes no forged number for a reason to lose what comes next', () => {
    const forged = { ...older(), sequence: LARGEST_NUMBER };
    const next = { ...older(), sequence: nextSequence([forged]), revision: 9 };

    expect(readBackupName(backupFileName(next))).toEqual(next);
    expect(backupsToKeep([forged, next], { dayOf, runDay: 1 })[0]).toEqual(next);
  });
});
