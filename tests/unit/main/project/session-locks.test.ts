// A8: the locks of one open project: of its file, and of the journal that it may share with a copy.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { journalLockPath } from '../../../../main/journal/journal-names.ts';
import { SessionLocks } from '../../../../main/project/session-locks.ts';
import { failing, FOLDER, JOURNALS, office, PATH, well } from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { processNamed } from '../../../support/running.ts';

const FILE_LOCK = `${FOLDER}/.mission.tierce.tierce-lock`;
const JOURNAL_PLACE = journalLockPath(JOURNALS, HEADER.fileId);
const JOURNAL_LOCK = `${JOURNALS}/.test-file-1.jsonl.tierce-lock`;

async function places() {
  const world = office();
  await world.write();
  await world.well.mkdir(JOURNALS, { recursive: true });
  const make = ({ isTakingOver = false, areOthersGone = false } = {}) =>
    new SessionLocks({ ...world.services, running: processNamed({ areOthersGone }) }, isTakingOver);
  const both = async (locks: SessionLocks) => {
    expectOk(await locks.takeFile(PATH));
    expectOk(await locks.takeJournal(JOURNAL_PLACE, 'mission.tierce'));
    return locks;
  };
  return { ...world, make, both };
}

describe('taking', () => {
  it('A8 makes a lock beside the file and the journal, and both go when they are let go', async () => {
    const { make, both, is } = await places();
    const locks = await both(make());
    const held = await Promise.all([FILE_LOCK, JOURNAL_LOCK].map(is));
    await locks.release();

    expect([held, await Promise.all([FILE_LOCK, JOURNAL_LOCK].map(is))]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('A8 is refused with the name that the user knows, where somebody else holds it', async () => {
    const { make, both } = await places();
    await both(make());
    const second = make();

    expect(await second.takeFile(PATH)).toMatchObject({
      failure: { code: 'file-locked', name: 'mission.tierce', holder: { person: 'Sonia Nadir', where: 'computer' } },
    });
    expect(await second.takeJournal(JOURNAL_PLACE, 'copy.tierce')).toMatchObject({ failure: { code: 'file-locked', name: 'copy.tierce' } });
  });

  it('A8 A10 says which lock cannot be looked at', async () => {
    const { make, trouble } = await places();
    failing(trouble, 'open', () => true, 'EBUSY');

    expect(await make().takeJournal(JOURNAL_PLACE, 'mission.tierce')).toMatchObject({
      failure: { code: 'disk-busy', name: 'test-file-1.jsonl' },
    });
  });

  it('A8 A3 tells whether nobody else can be writing', async () => {
    const { make, both, trouble } = await places();
    const none = make();
    const locks = await both(make());
    const taking = await both(make({ isTakingOver: true }));
    const half = make();
    failing(trouble, 'open', (path) => path === '/library/.other.tierce.tierce-lock', 'EROFS');
    expectOk(await half.takeFile('/library/other.tierce'));
    const withoutAny = half.areOurs;
    expectOk(await half.takeFile('/library/third.tierce'));

    expect([none.areOurs, locks.areOurs, taking.areOurs, withoutAny, half.areOurs]).toEqual([false, true, false, false, false]);
  });
});

describe('following a file that was renamed', () => {
  it('A8 A9 takes the lock of its new place and lets go of the one before', async () => {
    const { make, both, is } = await places();
    const locks = await both(make());
    expectOk(await locks.followTo('/library/renamed.tierce'));

    expect(await Promise.all([FILE_LOCK, '/library/.renamed.tierce.tierce-lock', JOURNAL_LOCK].map(is))).toEqual([false, true, true]);
    await locks.release();
    expect(await is('/library/.renamed.tierce.tierce-lock')).toBe(false);
  });

  it('A8 A9 leaves all as it was where somebody else holds that place', async () => {
    const { make, both, is } = await places();
    const locks = await both(make());
    expectOk(await make().takeFile('/library/renamed.tierce'));

    expect([await locks.followTo('/library/renamed.tierce'), await is(FILE_LOCK), await locks.lostFile()]).toMatchObject([
      { failure: { code: 'file-locked' } },
      true,
      null,
    ]);
  });
});

describe('who has the say over a file', () => {
  it('A8 is lost with its own lock, or with that of its journal, once somebody has taken it over', async () => {
    const [byFile, byJournal] = [await places(), await places()];
    const [first, second] = [await byFile.both(byFile.make()), await byJournal.both(byJournal.make())];
    const before = await first.lostFile();
    expectOk(await byFile.make({ isTakingOver: true }).takeFile(PATH));
    expectOk(await byJournal.make({ isTakingOver: true }).takeJournal(JOURNAL_PLACE, 'copy.tierce'));

    expect([before, await first.lostFile(), await second.lostFile()]).toMatchObject([
      null,
      { code: 'file-lock-lost' },
      { code: 'file-lock-lost' },
    ]);
    expect([await first.holder.lost(), await second.holder.lost()]).toMatchObject([null, { code: 'file-lock-lost' }]);
  });

  it('A8 is kept with a lock that vanished, which is taken anew', async () => {
    const { make, both, is, well: disk } = await places();
    const locks = await both(make());
    await disk.unlink(FILE_LOCK);
    await disk.unlink(JOURNAL_LOCK);

    expect([await locks.lostFile(), await locks.holder.lost(), await is(FILE_LOCK), await is(JOURNAL_LOCK)]).toEqual([
      null,
      null,
      true,
      true,
    ]);
  });

  it('A8 is lost with a lock that vanished where the other one tells that somebody has taken the file over', async () => {
    const { make, both, is, well: disk } = await places();
    const locks = await both(make());
    await disk.unlink(JOURNAL_LOCK);
    expectOk(await make({ isTakingOver: true }).takeFile(PATH));

    expect([await locks.holder.lost(), await is(JOURNAL_LOCK)]).toMatchObject([
      { code: 'file-lock-lost', holder: { person: 'Sonia Nadir' } },
      false,
    ]);
  });

  describe('where the folder of the journal took no lock', () => {
    async function withoutJournalLock() {
      const world = await places();
      const locks = world.make();
      expectOk(await locks.takeFile(PATH));
      failing(world.trouble, 'open', (path) => path === JOURNAL_LOCK, 'ENOSPC');
      expectOk(await locks.takeJournal(JOURNAL_PLACE, 'mission.tierce'));
      return { ...world, locks };
    }

    it('A8 is told by the lock of the file', async () => {
      const { locks, make } = await withoutJournalLock();
      const before = await locks.holder.lost();
      expectOk(await make({ isTakingOver: true }).takeFile(PATH));

      expect([before, await locks.holder.lost()]).toMatchObject([null, { code: 'file-lock-lost' }]);
    });

    it('A8 takes it once it can be had, and has one of it', async () => {
      const { locks, make, trouble, is } = await withoutJournalLock();
      well(trouble);
      const answers = await Promise.all([locks.holder.lost(), locks.lostFile()]);

      expect([answers, await is(JOURNAL_LOCK)]).toEqual([[null, null], true]);
      expect(await make().takeJournal(JOURNAL_PLACE, 'mission.tierce')).toMatchObject({ failure: { code: 'file-locked' } });
      await locks.release();
      expect([await locks.holder.lost(), await is(JOURNAL_LOCK)]).toEqual([null, false]);
    });

    it('A8 A9 hears of whoever took it meanwhile, under whatever name they have the file', async () => {
      const { locks, make, trouble } = await withoutJournalLock();
      well(trouble);
      expectOk(await make({ isTakingOver: true }).takeJournal(JOURNAL_PLACE, 'renamed.tierce'));

      expect([await locks.holder.lost(), await locks.lostFile()]).toMatchObject([
        { code: 'file-lock-lost', name: 'mission.tierce', holder: { person: 'Sonia Nadir' } },
        { code: 'file-lock-lost' },
      ]);
    });

    it('A8 A9 hears from the journal of whoever has come and gone, and leaves its lock to them', async () => {
      const { locks, trouble, is } = await withoutJournalLock();
      well(trouble);
      locks.alsoAsk(() => Promise.resolve(true));

      expect([await locks.holder.lost(), await is(JOURNAL_LOCK)]).toMatchObject([{ code: 'file-lock-lost' }, false]);
    });

    it('A8 A9 lets go of it again where somebody has come and gone while it was taken', async () => {
      const { locks, trouble, is } = await withoutJournalLock();
      well(trouble);
      let asked = 0;
      locks.alsoAsk(() => Promise.resolve((asked += 1) > 1));

      expect([await locks.holder.lost(), await is(JOURNAL_LOCK)]).toMatchObject([{ code: 'file-lock-lost' }, false]);
    });
  });

  it('A8 is lost with locks that vanished where the journal tells of one who has come and gone, and stays lost', async () => {
    const { make, both, is, well: disk } = await places();
    const locks = await both(make());
    let isTaken = true;
    locks.alsoAsk(() => Promise.resolve(isTaken));
    const held = await locks.holder.lost();
    await disk.unlink(FILE_LOCK);
    await disk.unlink(JOURNAL_LOCK);
    const lost = await locks.holder.lost();
    isTaken = false;

    expect([held, lost, await locks.lostFile(), await is(JOURNAL_LOCK)]).toMatchObject([
      null,
      { code: 'file-lock-lost', name: 'mission.tierce', holder: { where: 'elsewhere' } },
      { code: 'file-lock-lost' },
      false,
    ]);
  });

  it('A8 is lost to whoever was quicker to take a lock that vanished', async () => {
    const { make, both, well: disk, trouble } = await places();
    const locks = await both(make());
    await disk.unlink(FILE_LOCK);
    let isTaken = false;
    trouble.before = async (call, path) => {
      if (isTaken || call !== 'open' || path !== FILE_LOCK) return;
      isTaken = true;
      expectOk(await make().takeFile(PATH));
    };

    expect(await locks.lostFile()).toMatchObject({ code: 'file-lock-lost' });
  });

  it('A8 A10 is nobody else’s in a folder that takes no lock', async () => {
    const { make, trouble } = await places();
    const locks = make();
    failing(trouble, 'open', () => true, 'EROFS');
    expectOk(await locks.takeFile(PATH));
    expectOk(await locks.takeJournal(JOURNAL_PLACE, 'mission.tierce'));
    well(trouble);

    expect([await locks.lostFile(), await locks.holder.lost(), locks.areOurs]).toEqual([null, null, false]);
    await expect(locks.release()).resolves.toBeUndefined();
  });

  it('A8 is asked of nothing once all was let go, and each holder has a token of its own', async () => {
    const { make, both } = await places();
    const locks = await both(make());
    await locks.release();
    const next = await both(make());

    expect([await locks.lostFile(), locks.holder.token === next.holder.token, locks.holder.token === locks.holder.token]).toEqual([
      null,
      false,
      true,
    ]);
    await locks.release();
    expect(await next.lostFile()).toBeNull();
  });
});
