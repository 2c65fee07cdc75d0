// A8 A10: taking a lock where there is another, where the disk changes between two looks, and where it accepts none.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FileSystem } from '../../../../main/files/file-system.ts';
import { lockFile, type LockOptions } from '../../../../main/locks/file-lock.ts';
import { countedIds, NOW } from '../../../support/context.ts';
import { processNamed } from '../../../support/running.ts';
import { type TroubledMemory, troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const PATH = '/mission.tierce';
const LOCK = '/.mission.tierce.tierce-lock';
const TURN = `${LOCK}.replacing`;
const newId = countedIds('lock');
const take = (files: FileSystem, options: Partial<LockOptions> = {}) =>
  lockFile(PATH, { files, running: processNamed(), newId, person: 'Sonia Nadir', now: NOW, ...options });
/** Once, before the first such call. */
const once = (call: string, path: string, act: () => unknown): TroubledMemory['trouble']['before'] => {
  let isDone = false;
  return (called, at) => {
    if (isDone || called !== call || at !== path) return undefined;
    isDone = true;
    return act();
  };
};

/** A disk with the lock of a process that has died. */
async function withDeadLock() {
  const world = troubledMemory();
  expectOk(await take(world.well));
  return world;
}

describe('taking a lock', () => {
  it.each(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENAMETOOLONG', 'EIO'])(
    'A8 A10 opens a file in a folder that takes no lock (%s)',
    async (code) => {
      const { files, trouble } = troubledMemory();
      trouble.before = (call) => (call === 'open' ? Promise.reject(errno(code)) : undefined);

      expect(expectOk(await take(files))).toBeNull();
    },
  );

  it.each([
    ['EBUSY', 'disk-busy'],
    ['ESTALE', 'disk-gone'],
    ['EMFILE', 'disk-crowded'],
  ])('A8 A10 opens no file when nobody can tell whether it is held (%s), and says why', async (errnoCode, code) => {
    const { files, trouble } = troubledMemory();
    trouble.before = (call) => (call === 'open' ? Promise.reject(errno(errnoCode)) : undefined);

    expect(await take(files)).toMatchObject({ failure: { code, name: 'mission.tierce' } });
  });

  it.each(['EIO', 'ENOSPC', 'EROFS', 'ENAMETOOLONG'])(
    'A8 A2 opens no file whose lock stands there and cannot be read just now (%s)',
    async (code) => {
      const { files, well, trouble } = troubledMemory();
      expectOk(await take(well));
      trouble.before = (call, at) => (call === 'readFile' && at === LOCK ? Promise.reject(errno(code)) : undefined);

      const second = await take(files);

      expect(second).toMatchObject({ ok: false, failure: { name: 'mission.tierce' } });
    },
  );

  it.each(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'])(
    'A8 A2 takes nothing over from somebody whose lock cannot be replaced just now (%s)',
    async (code) => {
      const { files, well, trouble } = troubledMemory();
      const first = expectOk(await take(well));
      trouble.before = (call) => (call === 'open' ? Promise.reject(errno(code)) : undefined);
      const alive = processNamed({ areOthersGone: false });

      const [asked, dead] = [await take(files, { running: alive, isTakingOver: true }), await take(files)];

      expect(asked).toMatchObject({ failure: { name: 'mission.tierce' } });
      expect(await first?.state()).toBe('ours');
      expect(dead).toEqual({ ok: true, value: null });
    },
  );

  it('A8 A10 leaves a folder that stands in the place of the lock, and opens without one only when the user says so', async () => {
    const { files, well } = troubledMemory();
    await well.mkdir(LOCK);

    expect(await take(files)).toMatchObject({ failure: { code: 'file-locked' } });
    expect(await take(files, { isTakingOver: true })).toEqual({ ok: true, value: null });
    expect((await well.stat(LOCK)).isDirectory()).toBe(true);
  });

  it('A8 lets a bug through', async () => {
    const { files, trouble } = troubledMemory();
    trouble.before = () => Promise.reject(new TypeError('a bug'));

    await expect(take(files)).rejects.toThrow('a bug');
  });

  it('A8 takes one that is let go between the two looks', async () => {
    const { files, well, trouble } = await withDeadLock();
    trouble.before = once('readFile', LOCK, () => well.unlink(LOCK));

    expect(expectOk(await take(files, { running: processNamed({ areOthersGone: false }) }))).not.toBeNull();
  });

  it('A8 says that the holder may be of before this computer was started again', async () => {
    const { files } = await withDeadLock();
    const running = processNamed({ areOthersGone: false });

    const [here, restarted] = [
      await take(files, { running }),
      await take(files, { running: { ...running, self: { ...running.self, start: 'start-2' } } }),
    ];

    expect([here, restarted]).toMatchObject([
      { failure: { holder: { where: 'computer' } } },
      { failure: { holder: { where: 'elsewhere', machine: 'portable-de-sonia' } } },
    ]);
  });

  it.each([false, true])(
    'A8 is not barred for ever by its own lock that could neither be finished nor removed (a dead one before it: %s)',
    async (isAfterDead) => {
      const { files, trouble } = isAfterDead ? await withDeadLock() : troubledMemory();
      const running = processNamed();
      const failing = (call: string, path: string): boolean => path === LOCK && (call === 'sync' || (call === 'unlink' && isHalfMade));
      let isHalfMade = false;
      trouble.before = (call, path) => {
        if (path === LOCK && call === 'sync') isHalfMade = true;
        return failing(call, path) ? Promise.reject(errno('EIO')) : undefined;
      };
      const failed = expectOk(await take(files, { running }));
      trouble.before = () => undefined;

      expect(failed).toBeNull();
      expect(expectOk(await take(files, { running }))).not.toBeNull();
    },
  );
});

describe('replacing the lock of a process that has died', () => {
  it('A8 goes on when somebody else has removed it meanwhile', async () => {
    const { files, well, trouble } = await withDeadLock();
    trouble.before = once('unlink', LOCK, () => well.unlink(LOCK));

    expect(expectOk(await take(files))).not.toBeNull();
    expect(await well.readdir('/')).toEqual(['.mission.tierce.tierce-lock']);
  });

  it('A8 A10 says why it cannot be removed, and leaves no turn behind', async () => {
    const { files, well, trouble } = await withDeadLock();
    trouble.before = (call, path) => (call === 'unlink' && path === LOCK ? Promise.reject(errno('ESTALE')) : undefined);

    expect(await take(files)).toMatchObject({ failure: { code: 'disk-gone' } });
    expect(await well.readdir('/')).toEqual(['.mission.tierce.tierce-lock']);
  });

  it('A8 goes on when the turn of another passes between the two looks, and waits for none', async () => {
    const { files, well, trouble } = await withDeadLock();
    await well.writeFile(TURN, '');
    const waits: string[] = [];
    const passes = once('stat', TURN, () => well.unlink(TURN));
    trouble.before = (call, path) => (call === 'wait' ? waits.push(path) : passes(call, path));

    expect(expectOk(await take(files))).not.toBeNull();
    expect(waits).toEqual([]);
  });

  it('A8 A10 says why the turn of another cannot be looked at', async () => {
    const { files, well, trouble } = await withDeadLock();
    await well.writeFile(TURN, '');
    trouble.before = (call, path) => (call === 'stat' && path === TURN ? Promise.reject(errno('ESTALE')) : undefined);

    expect(await take(files)).toMatchObject({ failure: { code: 'disk-gone' } });
  });

  it.each([
    [-60_000, true],
    [-29_000, false],
    [0, false],
    [29_000, false],
    [60_000, true],
  ])('A8 ends a turn that was begun %d ms from now: %s', async (offsetMs, isEnded) => {
    const { files, well, clock } = await withDeadLock();
    vi.useFakeTimers({ now: clock.ms, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    clock.ms += offsetMs;
    await well.writeFile(TURN, '');

    const taken = await take(files);

    expect(taken).toMatchObject(isEnded ? { ok: true } : { failure: { code: 'disk-busy' } });
  });
});
