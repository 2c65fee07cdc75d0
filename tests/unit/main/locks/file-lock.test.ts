// A8: a lock while it is held, when it is taken from us, and when it is released.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../../main/files/file-system.ts';
import { type FileLock, lockFile, type LockOptions } from '../../../../main/locks/file-lock.ts';
import { readLock } from '../../../../main/locks/lock-content.ts';
import { countedIds, NOW } from '../../../support/context.ts';
import { processNamed } from '../../../support/running.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const PATH = '/mission.tierce';
const LOCK = '/.mission.tierce.tierce-lock';
const newId = countedIds('lock');
const take = (files: FileSystem, options: Partial<LockOptions> = {}) =>
  lockFile(PATH, { files, running: processNamed(), newId, person: 'Sonia Nadir', now: NOW, ...options });

async function held() {
  const world = troubledMemory();
  const running = processNamed({ areOthersGone: false });
  const lock = expectOk(await take(world.files, { running })) as FileLock;
  return { ...world, lock, running };
}

/** What another process does when it takes the file over. */
const takeOver = (files: FileSystem) => take(files, { isTakingOver: true });

describe('a lock that is held', () => {
  it('A8 bears its own token, and says who holds the file', async () => {
    const { lock, well, running } = await held();

    expect(await readLock(well, LOCK)).toEqual({
      token: lock.token,
      process: running.self,
      instance: running.instance,
      person: 'Sonia Nadir',
      since: NOW,
    });
  });

  it('A8 stays ours when its dates are changed, as by a synchroniser', async () => {
    const { lock, well } = await held();
    await well.utimes(LOCK, 0, 0);

    expect([await lock.state(), await lock.state()]).toEqual(['ours', 'ours']);
  });

  it('A8 stays lost once somebody else has had the file, also when they have let it go since', async () => {
    const { lock, well } = await held();
    const other = expectOk(await takeOver(well));
    const during = await lock.state();
    await other?.release();

    expect(during).toMatchObject({ code: 'file-lock-lost', name: 'mission.tierce', holder: { person: 'Sonia Nadir' } });
    expect(await lock.state()).toEqual(during);
  });

  it('A8 is lost to one that cannot be read, whose holder nobody knows', async () => {
    const { lock, well } = await held();
    await well.writeFile(LOCK, 'de quelqu’un d’autre');

    expect(await lock.state()).toEqual({
      code: 'file-lock-lost',
      name: 'mission.tierce',
      holder: { machine: '', person: '', since: null, where: 'elsewhere' },
    });
  });

  it('A8 is told as vanished when it was removed, and once taken anew holds the file against everybody', async () => {
    const { lock, well } = await held();
    await well.unlink(LOCK);
    const removed = await lock.state();
    await lock.takeAnew();

    expect([removed, await lock.state()]).toEqual(['vanished', 'ours']);
    expect(await take(well, { running: processNamed({ areOthersGone: false }) })).toMatchObject({ failure: { code: 'file-locked' } });
    expect(await readLock(well, LOCK)).toMatchObject({ token: lock.token });
  });

  it('A8 is lost when somebody was quicker to take the file whose lock had vanished', async () => {
    const { lock, well } = await held();
    await well.unlink(LOCK);
    expectOk(await take(well));
    await lock.takeAnew();

    expect(await lock.state()).toMatchObject({ code: 'file-lock-lost' });
  });

  it('A8 A10 is vanished as long as the folder takes no lock, and lets a bug through', async () => {
    const { lock, files: _, well, trouble } = await held();
    await well.unlink(LOCK);
    trouble.before = (call) => (call === 'open' ? Promise.reject(errno('EROFS')) : undefined);
    await lock.takeAnew();
    const state = await lock.state();
    trouble.before = () => Promise.reject(new TypeError('a bug'));

    await expect(lock.takeAnew()).rejects.toThrow('a bug');
    expect(state).toBe('vanished');
  });
});

describe('a lock that is let go', () => {
  it('A8 is gone, lets the next one in, and says nothing more of the file', async () => {
    const { lock, well } = await held();

    await lock.release();

    expect([await well.readdir('/'), await lock.state()]).toEqual([[], 'ours']);
    expect(expectOk(await take(well))).not.toBeNull();
  });

  it.each(['{"token":', null])('A8 leaves what stands in its place by then (%j): it is not its own', async (content) => {
    const { lock, well } = await held();
    if (content === null) expectOk(await takeOver(well));
    else await well.writeFile(LOCK, content);
    const before = await well.readFile(LOCK, 'utf8');

    await lock.release();

    expect(await well.readFile(LOCK, 'utf8')).toBe(before);
  });

  it('A8 that cannot be removed is held by nobody: the same window takes the file again', async () => {
    const { lock, files, well, trouble, running } = await held();
    const during = await take(well, { running });
    trouble.before = (call) => (call === 'unlink' ? Promise.reject(errno('EBUSY')) : undefined);
    await lock.release();
    trouble.before = () => undefined;

    expect(during).toMatchObject({ failure: { code: 'file-locked', holder: { where: 'window' } } });
    expect(await well.readdir('/')).toHaveLength(1);
    expect(expectOk(await take(files, { running }))).not.toBeNull();
    expect(await take(files, { running })).toMatchObject({ failure: { code: 'file-locked', holder: { where: 'window' } } });
  });

  it('A8 lets a bug through', async () => {
    const { lock, trouble } = await held();
    trouble.before = () => Promise.reject(new TypeError('a bug'));

    await expect(lock.release()).rejects.toThrow('a bug');
  });
});
