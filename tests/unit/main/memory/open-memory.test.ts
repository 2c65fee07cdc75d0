// A12 E1: what is remembered of the open file, when it is saved and when others note something in the same place.
import { instant } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { FileMemory } from '../../../../main/memory/file-memory.ts';
import { OpenMemory } from '../../../../main/memory/open-memory.ts';
import type { Remembered } from '../../../../main/memory/remembered.ts';
import { countedIds, NOW } from '../../../support/context.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const BEGINS: Remembered = { revision: 4, isSealed: false, vaultKey: null, newerJournal: null };

function opened({ isMute = false } = {}) {
  const world = troubledMemory();
  const memory = new FileMemory({ files: world.files, folder: '/own/memory', newId: countedIds('n') });
  const clock = { ms: Date.parse(NOW) };
  const now = () => instant(new Date(clock.ms).toISOString());
  const open = new OpenMemory({ memory, fileId: 'test-file-1', begins: BEGINS, now, isMute });
  const later = (minutes: number) => void (clock.ms += minutes * 60_000);
  return { open, memory, later, noted: () => memory.read('test-file-1') };
}

describe('what is remembered of an open file', () => {
  it('A12 is noted at its opening, and lower than before when that was accepted', async () => {
    const { open, memory, noted } = opened();
    await memory.note('test-file-1', () => ({ ...BEGINS, revision: 40, isSealed: true }));
    await open.opened();

    expect(await noted()).toEqual(BEGINS);
  });

  it('A12 follows the saves every few minutes, whatever the clock does, and the last one when it is closed', async () => {
    const { open, later, noted } = opened();
    const revisions: (number | undefined)[] = [];
    await open.opened();
    for (const [revision, minutes] of [
      [5, 1],
      [6, 3],
      [7, 1],
      [8, 4],
      [9, -60],
    ] as const) {
      later(minutes);
      await open.saved(revision, false);
      revisions.push((await noted())?.revision);
    }
    await open.saved(10, true);
    await open.keep();

    expect(revisions).toEqual([4, 4, 7, 7, 9]);
    expect(await noted()).toEqual({ revision: 10, isSealed: true, vaultKey: null, newerJournal: null });
  });

  it('A12 is noted with the very first save of a new file', async () => {
    const { open, noted } = opened();
    await open.saved(4, false);

    expect(await noted()).toEqual(BEGINS);
  });

  it('A12 E1 is noted at once when it is about keys', async () => {
    const { open, noted } = opened();
    await open.opened();
    await open.learn({ isSealed: true });
    await open.learn({ vaultKey: 'b'.repeat(64) });

    expect([await noted(), open.vaultKey]).toEqual([
      { revision: 4, isSealed: true, vaultKey: 'b'.repeat(64), newerJournal: null },
      'b'.repeat(64),
    ]);
  });

  it('A12 A8 takes nothing from what another window has noted who took the file over', async () => {
    const { open, memory, noted } = opened();
    await open.opened();
    await open.saved(5, false);
    const theirs = { revision: 8, isSealed: true, vaultKey: 'c'.repeat(64), newerJournal: null };
    await memory.note('test-file-1', () => theirs);
    await open.keep();

    expect(await noted()).toEqual(theirs);
  });

  it('A12 E1 of a file that is only looked at is known, and noted nowhere', async () => {
    const { open, noted } = opened({ isMute: true });
    await open.opened();
    await open.learn({ vaultKey: 'b'.repeat(64) });

    expect([await noted(), open.vaultKey]).toEqual([null, 'b'.repeat(64)]);
  });
});
