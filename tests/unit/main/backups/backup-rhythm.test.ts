// A4 A7 A10: when the content of an open file is backed up, whatever the clock and the disk say.
import { expectOk } from '@domain/result.ts';
import { instant } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { BackupRhythm } from '../../../../main/backups/backup-rhythm.ts';
import { backupWorld, BUG, failing, FILE, withDigestLine } from '../../../support/backup-world.ts';
import { NOW } from '../../../support/context.ts';

const PATH = `/Tierce/${FILE.fileName}`;
const QUARTER_MS = 15 * 60_000;
const [ONE, TWO, THREE] = ['un', 'deux', 'trois'].map((text) => withDigestLine(`{\n"x": "${text}",\n`)) as [Made, Made, Made];
type Made = ReturnType<typeof withDigestLine>;
const standing = ({ digest }: Made, revision = 0) => ({ digest, revision });
const inMemory =
  ({ bytes, digest }: Made, revision = 0) =>
  () =>
    Promise.resolve({ parts: [bytes.subarray(0, 5), bytes.subarray(5)], digest, revision });

/** An open file that holds the first content. */
async function opened({ isMigrating = false } = {}) {
  const world = backupWorld();
  const say = { nowMs: Date.parse(NOW) };
  await world.well.mkdir('/Tierce');
  await world.well.writeFile(PATH, ONE.bytes);
  const rhythm = new BackupRhythm({
    files: world.files,
    store: world.store,
    fileId: FILE.fileId,
    path: () => PATH,
    isMigrating,
    now: () => instant(new Date(say.nowMs).toISOString()),
  });
  /** Replaces the current content with another, as the adapter does: not if the rhythm refuses. */
  const replace = async (before: Made, after: Made, revision = 0) => {
    const may = await rhythm.beforeReplacing(standing(before, revision));
    if (may.ok) await world.well.writeFile(PATH, after.bytes);
    return may;
  };
  const list = async () => expectOk(await world.store.list(FILE.fileId));
  const reasons = async () => (await list()).map(({ reason }) => reason);
  const newest = async () => world.well.readFile(world.store.pathOf(FILE.fileId, (await list())[0]?.fileName ?? '') ?? '');
  return { ...world, say, rhythm, replace, list, reasons, newest };
}

describe('before the file is replaced', () => {
  it('A4 the content of before is kept, byte for byte, with what is known of it', async () => {
    const { replace, list, newest, store } = await opened();

    expectOk(await replace(ONE, TWO, 7));

    expect(await list()).toMatchObject([{ reason: 'opening', revision: 7, takenAt: NOW, digest: ONE.digest.slice(0, 16), runDay: 1 }]);
    expect((await newest()).equals(ONE.bytes)).toBe(true);
    expect(expectOk(await store.knownFiles())).toMatchObject([{ fileId: FILE.fileId, name: FILE.fileName }]);
  });

  it('A4 another is kept a quarter of an hour later, and not before', async () => {
    const { replace, reasons, say } = await opened();
    await replace(ONE, TWO);
    say.nowMs += QUARTER_MS - 1;
    await replace(TWO, THREE);
    const early = await reasons();
    say.nowMs += 1;
    await replace(THREE, ONE);

    expect([early, await reasons()]).toEqual([['opening'], ['interval', 'opening']]);
  });

  it('A4 none is kept again at the very same moment, and one as soon as the clock was put back', async () => {
    const { replace, reasons, say } = await opened();
    await replace(ONE, TWO);
    await replace(TWO, THREE);
    const sameMoment = await reasons();
    say.nowMs -= 1;
    await replace(THREE, ONE);

    expect([sameMoment, await reasons()]).toEqual([['opening'], ['interval', 'opening']]);
  });

  it('A4 what a backup holds already is not kept twice, and the quarter of an hour begins', async () => {
    const { replace, reasons, say } = await opened();
    await replace(ONE, ONE);
    say.nowMs += QUARTER_MS;
    await replace(ONE, TWO);
    const twice = await reasons();
    await replace(TWO, THREE);

    expect([twice, await reasons()]).toEqual([['opening'], ['opening']]);
  });

  it('A4 it is named by what stands in the file, also when that is not what was read', async () => {
    const { rhythm, list } = await opened();

    expectOk(await rhythm.beforeReplacing(standing(TWO)));

    expect((await list())[0]?.digest).toBe(ONE.digest.slice(0, 16));
  });

  it('A4 it is named by what was read where the file names no digest', async () => {
    const { rhythm, well, list, newest } = await opened();
    await well.writeFile(PATH, 'older');

    expectOk(await rhythm.beforeReplacing(standing(TWO)));

    expect([(await list())[0]?.digest, String(await newest())]).toEqual([TWO.digest.slice(0, 16), 'older']);
  });

  it('A4 there is nothing to keep where nothing stands', async () => {
    const { rhythm, well, reasons } = await opened();
    await well.unlink(PATH);

    expect([await rhythm.beforeReplacing(standing(ONE)), rhythm.failure, await reasons()]).toEqual([{ ok: true, value: null }, null, []]);
  });

  it.each(['readFile', 'mkdir', 'rename'])(
    'A4 A10 work is saved all the same when nothing can be kept (%s); that is said, and tried again at the next saving',
    async (call) => {
      const { replace, reasons, rhythm, trouble } = await opened();
      trouble.before = failing(call, 'EACCES');
      const first = await replace(ONE, TWO);
      const failure = rhythm.failure;
      trouble.before = () => undefined;
      expectOk(await replace(TWO, THREE));

      expect([first.ok, failure?.code, rhythm.failure, await reasons()]).toEqual([true, 'disk-denied', null, ['opening']]);
    },
  );

  it('A10 a file that cannot be read is told as a backup that failed', async () => {
    const { replace, rhythm, trouble } = await opened();
    trouble.before = failing('readFile', 'EIO');
    await replace(ONE, TWO);

    expect(rhythm.failure).toEqual({ code: 'disk-failure', name: '/backup', cause: 'EIO' });
  });

  it('A7 nothing replaces a file of an older format before its copy is safe; then all goes on as ever', async () => {
    const { replace, reasons, rhythm, trouble, well, say } = await opened({ isMigrating: true });
    trouble.before = failing('mkdir', 'ENOSPC');
    const refused = await replace(ONE, TWO);
    const untouched = await well.readFile(PATH);
    trouble.before = () => undefined;
    expectOk(await replace(ONE, TWO));
    say.nowMs += QUARTER_MS;
    trouble.before = failing('mkdir', 'ENOSPC');
    const later = await replace(TWO, THREE);

    expect(refused).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect([untouched.equals(ONE.bytes), await reasons()]).toEqual([true, ['migration']]);
    expect([later.ok, rhythm.failure?.code]).toEqual([true, 'disk-full']);
  });

  it('A4 a bug is let through', async () => {
    const { rhythm, trouble } = await opened();
    trouble.before = BUG;

    await expect(rhythm.beforeReplacing(standing(ONE))).rejects.toThrow('a bug');
  });
});

describe('what the next steps are made on', () => {
  it('A2 A4 is kept as it stands in the file, and with it the quarter of an hour begins', async () => {
    const { rhythm, replace, list, newest, well, say } = await opened();

    expectOk(await rhythm.keepBase(standing(ONE, 4), inMemory(THREE)));
    await well.writeFile(PATH, TWO.bytes);
    say.nowMs += QUARTER_MS - 1;
    await replace(TWO, THREE);

    const kept = (await list()).map(({ reason, revision, digest }) => [reason, revision, digest]);
    expect(kept).toEqual([['opening', 4, ONE.digest.slice(0, 16)]]);
    expect((await newest()).equals(ONE.bytes)).toBe(true);
  });

  it('A2 is not kept twice', async () => {
    const { rhythm, reasons, trouble } = await opened();
    expectOk(await rhythm.keepBase(standing(ONE), inMemory(ONE)));
    trouble.before = failing('readFile', 'EIO');
    expectOk(await rhythm.keepBase(standing(ONE), inMemory(ONE)));

    expect([await reasons(), rhythm.failure]).toEqual([['opening'], null]);
  });

  it.each([
    ['holds something else by now', async ({ well }: Opened) => well.writeFile(PATH, TWO.bytes)],
    ['is gone', async ({ well }: Opened) => well.unlink(PATH)],
    ['cannot be read just now', async ({ trouble }: Opened) => void (trouble.before = failing('readFile', 'EIO', (path) => path === PATH))],
  ])('A2 is kept as it is in memory when the file %s, and what stands there is still to be kept', async (_, happens) => {
    const world = await opened();
    await happens(world);

    expectOk(await world.rhythm.keepBase(standing(ONE, 4), inMemory(ONE, 4)));
    const [kept, failure] = [await world.newest(), world.rhythm.failure];
    world.trouble.before = () => undefined;
    await world.well.writeFile(PATH, THREE.bytes);
    await world.replace(THREE, TWO);

    expect([kept.equals(ONE.bytes), failure, await world.reasons()]).toEqual([true, null, ['opening', 'opening']]);
  });

  it('A2 A4 is made again once, under the name that it then has, and again only when that backup has gone', async () => {
    const { rhythm, reasons, well, list, store } = await opened();
    await well.unlink(PATH);
    const name = expectOk(await rhythm.keepBase(standing(ONE, 4), inMemory(TWO, 4)));
    const again = expectOk(await rhythm.keepBase(standing(ONE, 4), inMemory(THREE, 4)));

    expect([name.digest, again, await reasons()]).toEqual([TWO.digest, name, ['opening']]);
    for (const { fileName } of await list()) await well.unlink(store.pathOf(FILE.fileId, fileName) ?? '');
    expect(expectOk(await rhythm.keepBase(standing(ONE, 4), inMemory(THREE, 4))).digest).toBe(THREE.digest);
    expect(expectOk(await rhythm.keepBase(standing(TWO, 5), inMemory(ONE, 5))).digest).toBe(ONE.digest);
  });

  it('A7 A2 of an older format is its migration, when the file holds it', async () => {
    const [file, memory] = [await opened({ isMigrating: true }), await opened({ isMigrating: true })];
    await memory.well.unlink(PATH);
    for (const { rhythm } of [file, memory]) expectOk(await rhythm.keepBase(standing(ONE), inMemory(ONE)));

    expect([await file.reasons(), await memory.reasons()]).toEqual([['migration'], ['opening']]);
  });

  it('A2 A10 is told when it cannot be kept, and the next saving keeps what stands', async () => {
    const { rhythm, replace, reasons, trouble } = await opened();
    trouble.before = failing('mkdir', 'ENOSPC');
    const fromFile = await rhythm.keepBase(standing(ONE), inMemory(ONE));
    const fromMemory = await rhythm.keepBase(standing(TWO), inMemory(TWO));
    const failure = rhythm.failure;
    trouble.before = () => undefined;
    expectOk(await replace(ONE, TWO));

    const full = { failure: { code: 'disk-full', name: '/backup' } };
    expect([fromFile, fromMemory]).toMatchObject([full, full]);
    expect([failure?.code, await reasons()]).toEqual(['disk-full', ['opening']]);
  });
});

type Opened = Awaited<ReturnType<typeof opened>>;

describe('a content that is kept for what is about to be done', () => {
  it('A5 A9 is kept whole with its reason, apart from the rhythm', async () => {
    const { rhythm, replace, reasons, newest, well } = await opened();

    expectOk(await rhythm.keep(await inMemory(TWO, 9)(), 'restore'));
    const kept = await newest();
    await replace(ONE, THREE);
    const files = await well.readdir('/data/backups/test-file-1');

    expect([kept.equals(TWO.bytes), await reasons(), files.length]).toEqual([true, ['opening', 'restore'], 3]);
  });
});
