// A2 A10: what the journal reports safe is on the disk, under its name; a failure is reported, and takes nothing else with it.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type Holder, Journal, NO_HOLDER } from '../../../../main/journal/journal.ts';
import { lineOf } from '../../../../main/journal/journal-lines.ts';
import { noted, stepAt } from '../../../support/journal-steps.ts';
import { renumbering, type TroubledMemory, troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const PATH = '/data/journals/test-file-1.jsonl';
const [ONE, TWO, THREE] = [1, 2, 3].map((revision) => noted(stepAt(revision), '')) as [
  ReturnType<typeof noted>,
  ReturnType<typeof noted>,
  ReturnType<typeof noted>,
];
const LOST = {
  code: 'file-lock-lost',
  name: 'mission.tierce',
  holder: { machine: '', person: '', since: null, where: 'elsewhere' },
} as const;

function begun() {
  const world = troubledMemory();
  const say = { lost: false };
  const journal = new Journal(world.files, PATH, undefined, { token: '', lost: async () => (say.lost ? LOST : null) });
  return { ...world, journal, say };
}

const entriesOn = async ({ well }: Pick<TroubledMemory, 'well'>) => expectOk(await new Journal(well, PATH).read());
/** Fails each such call with the code. */
const failing =
  (calls: readonly string[], code = 'EIO'): TroubledMemory['trouble']['before'] =>
  (call, path) =>
    calls.includes(call) && path.startsWith('/data') ? Promise.reject(errno(code)) : undefined;

describe('a journal that is appended to', () => {
  it('A2 holds what was appended after a power cut, its name and its folder included', async () => {
    const world = begun();
    expectOk(await world.journal.append([ONE, TWO]));
    expectOk(await world.journal.append([THREE]));
    world.cut();

    expect(await entriesOn(world)).toEqual([ONE, TWO, THREE]);
  });

  it('A2 is for its owner alone', async () => {
    const { journal, well } = begun();
    expectOk(await journal.append([ONE]));

    expect((await well.stat(PATH)).mode & 0o777).toBe(0o600);
  });

  it('L2 flushes for what is told as safe, and not for a remark, which the next flush takes along', async () => {
    const world = begun();
    const flushes: string[] = [];
    world.trouble.before = (call) => (call === 'datasync' ? flushes.push(call) : undefined);

    expectOk(await world.journal.remark([ONE]));
    const none = flushes.length;
    expectOk(await world.journal.append([TWO]));
    world.cut();

    expect([none, flushes.length]).toEqual([0, 1]);
    expect(await entriesOn(world)).toEqual([ONE, TWO]);
  });

  it('L2 A2 flushes the folder of one that is new, with those that were made for it, and no other', async () => {
    const { journal, well, trouble } = begun();
    const flushed: string[] = [];
    trouble.before = (call, path) => (call === 'sync' ? flushed.push(path) : undefined);

    expectOk(await journal.append([ONE]));
    expectOk(await journal.append([TWO]));
    await journal.close();
    expectOk(await new Journal(well, PATH).append([THREE]));

    expect(flushed).toEqual(['/data', '/', '/data/journals']);
  });

  it.each(['mkdir', 'open', 'stat', 'write', 'datasync'])(
    'A2 A10 says nothing safe when %s fails, begins anew with the next, and loses no other line',
    async (call) => {
      const world = begun();
      const { journal, trouble } = world;
      const isBegun = [journal.isBegun];
      if (['write', 'datasync'].includes(call)) expectOk(await journal.append([ONE]));
      isBegun.push(journal.isBegun);
      trouble.before = failing([call]);
      const failed = await journal.append([TWO]);
      isBegun.push(journal.isBegun);
      trouble.before = () => undefined;
      expectOk(await journal.append([THREE]));
      isBegun.push(journal.isBegun);

      expect(failed).toMatchObject({ failure: { code: 'disk-failure', name: '/journal', cause: 'EIO' } });
      expect(isBegun).toEqual([false, ['write', 'datasync'].includes(call), false, true]);
      expect((await entriesOn(world)).at(-1)).toEqual(THREE);
    },
  );

  it('A10 lets go of a file that cannot be begun', async () => {
    const { journal, trouble } = begun();
    const calls: string[] = [];
    trouble.before = (call, path) => {
      calls.push(call);
      return failing(['stat'])(call, path);
    };

    await journal.append([ONE]);

    expect(calls.slice(-3)).toEqual(['open', 'stat', 'close']);
  });

  it.each(['a failure here has left', 'somebody who was displaced has left', 'was there at the opening'])(
    'A2 swallows no entry by half a line that %s',
    async (whose) => {
      const world = begun();
      expectOk(await world.journal.append([ONE]));
      const whole = await world.well.readFile(PATH);
      await world.well.writeFile(PATH, Buffer.concat([whole, Buffer.from(lineOf('half a line').slice(0, -4))]));
      if (whose.startsWith('a failure')) {
        world.trouble.before = failing(['write']);
        await world.journal.append([TWO]);
        world.trouble.before = () => undefined;
      }
      if (whose.startsWith('was there')) await world.journal.close();
      const journal = whose.startsWith('was there') ? new Journal(world.files, PATH) : world.journal;

      expectOk(await journal.append([TWO]));

      expect(await entriesOn(world)).toEqual([ONE, TWO]);
    },
  );

  it('A2 A8 tells of whoever has noted since it was read that they hold it, and of nobody before', async () => {
    const { files, well } = troubledMemory();
    const as = (token: string) => new Journal(files, PATH, undefined, { ...NO_HOLDER, token });
    const mine = as('mine');
    const empty = await mine.isTaken();
    expectOk(await as('before').append([{ kind: 'held', revision: 0 }]));
    expectOk(await mine.read());
    const before = await mine.isTaken();
    expectOk(await mine.append([{ kind: 'held', revision: 0 }, ONE]));
    const own = await mine.isTaken();
    expectOk(await as('next').append([{ kind: 'held', revision: 1 }]));
    const next = await mine.isTaken();
    await well.unlink(PATH);

    expect([empty, before, own, next, await mine.isTaken()]).toEqual([false, false, false, true, false]);
  });

  it('A2 A8 tells so too of whoever has sealed it since', async () => {
    const { files, well } = troubledMemory();
    const mine = new Journal(files, PATH, undefined, { ...NO_HOLDER, token: 'mine' });
    expectOk(await mine.append([{ kind: 'held', revision: 0 }]));
    await well.writeFile(PATH, Buffer.concat([await well.readFile(PATH), Buffer.from(lineOf('sealed by somebody else'))]));

    expect(await mine.isTaken()).toBe(true);
  });

  it('A2 A8 is not begun by one who was displaced: not a byte of theirs comes after the lines of the next', async () => {
    const world = begun();
    expectOk(await world.journal.append([ONE]));
    await world.journal.close();
    world.say.lost = true;

    expect(await world.journal.append([TWO])).toEqual({ ok: false, failure: LOST });
    expect([await entriesOn(world), world.journal.isBegun]).toEqual([[ONE], false]);
  });

  it('A2 A8 says nothing safe once somebody else has the say, and tells who', async () => {
    const { journal, say } = begun();
    expectOk(await journal.append([ONE]));
    const before = await journal.displaced();
    say.lost = true;

    expect([before, await journal.displaced(), journal.isBegun, await journal.append([TWO]), journal.isBegun]).toEqual([
      null,
      LOST,
      false,
      { ok: false, failure: LOST },
      false,
    ]);
  });

  it.each([
    ['removed', async ({ well }: TroubledMemory) => well.unlink(PATH)],
    ['replaced by another program', async ({ well }: TroubledMemory) => (await well.unlink(PATH), well.writeFile(PATH, ''))],
  ])('A2 says nothing safe in a file that was %s, and begins anew under its name', async (_, happens) => {
    const world = begun();
    expectOk(await world.journal.append([ONE]));
    await happens(world);

    const [told, isBegun] = [await world.journal.append([TWO]), world.journal.isBegun];
    expectOk(await world.journal.append([THREE]));

    expect([told, isBegun]).toEqual([{ ok: false, failure: { code: 'disk-gone', name: '/journal' } }, false]);
    expect(await entriesOn(world)).toEqual([THREE]);
  });

  it('A2 notices between two steps that its file has gone; before it has begun there is nothing to miss', async () => {
    const { journal, well } = begun();
    const before = await journal.displaced();
    expectOk(await journal.append([ONE]));
    await well.unlink(PATH);

    expect([before, await journal.displaced(), journal.isBegun, await journal.displaced()]).toEqual([
      null,
      { code: 'disk-gone', name: '/journal' },
      false,
      null,
    ]);
  });

  it('A2 trusts a disk that numbers a file anew at each start of the disk, and no other file', async () => {
    const { files, well } = troubledMemory();
    const shift = { by: 0 };
    const journal = new Journal(renumbering(files, shift), PATH);
    expectOk(await journal.append([ONE]));
    shift.by = 1000;
    const [same, again] = [await journal.append([TWO]), await journal.append([TWO])];
    shift.by = 2000;
    await well.rename(PATH, `${PATH}.old`);
    await well.writeFile(PATH, '');

    expect([same, again, await journal.append([THREE])]).toMatchObject([{ ok: true }, { ok: true }, { failure: { code: 'disk-gone' } }]);
  });

  it('A10 says what keeps it from looking, and lets a bug through', async () => {
    const { journal, trouble } = begun();
    expectOk(await journal.append([ONE]));
    const broken = new Journal(troubledMemory().files, PATH, undefined, { ...NO_HOLDER, lost: () => Promise.reject(errno('EIO')) });
    const [appended, looked] = [await broken.append([ONE]), broken.isBegun];
    trouble.before = (call) => (call === 'write' || call === 'stat' ? Promise.reject(new TypeError('a bug')) : undefined);

    await expect(journal.displaced()).rejects.toThrow('a bug');
    await expect(journal.append([TWO])).rejects.toThrow('a bug');
    expect([appended, looked]).toMatchObject([{ failure: { code: 'disk-failure', name: '/journal' } }, false]);
  });

  it('A10 A2 says why nobody can tell who holds it, and begins anew', async () => {
    const say = { fails: false };
    const holder: Holder = { ...NO_HOLDER, lost: async () => (say.fails ? Promise.reject(errno('EIO')) : null) };
    const journal = new Journal(troubledMemory().files, PATH, undefined, holder);
    expectOk(await journal.append([ONE]));
    say.fails = true;

    expect([await journal.displaced(), journal.isBegun]).toEqual([{ code: 'disk-failure', name: '/journal', cause: 'EIO' }, false]);
  });

  it('A10 lets go of its file whatever closing says, and lets a bug through', async () => {
    const { journal, trouble } = begun();
    expectOk(await journal.append([ONE]));
    trouble.before = failing(['close']);
    await journal.close();
    const isBegun = journal.isBegun;
    expectOk(await journal.append([TWO]));
    trouble.before = () => Promise.reject(new TypeError('a bug'));

    await expect(journal.close()).rejects.toThrow('a bug');
    await journal.close();
    expect(isBegun).toBe(false);
  });
});
