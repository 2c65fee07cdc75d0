// A2 A3 A8 A12 A14: opening a file into a session, and what a crash has left of it.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../../../main/files/replace-file.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { openSession } from '../../../../main/project/open-session.ts';
import { NOW } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import {
  attach,
  BACKUPS,
  CHARTER,
  CHARTER_SHA,
  CONTENTS,
  failing,
  FOLDER,
  JOURNAL,
  JOURNALS,
  KEY,
  type Office,
  office,
  PATH,
  retitle,
  SECRET,
  titleIn,
  well,
  WRONG,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { processNamed } from '../../../support/running.ts';
import { errno } from '../../../support/worlds.ts';

const told = (): undefined => undefined;
const openedBy = (key: Uint8Array | null) => (key === null ? {} : { keyOf: keyBy(SECRET) });
const open = ({ services }: Pick<Office, 'services'>, how: Parameters<typeof openSession>[3] = {}, path = PATH) =>
  openSession({ ...services, running: processNamed() }, path, told, how);

async function written(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const locks = async () =>
    [...(await world.well.readdir(FOLDER)), ...((await world.is(JOURNALS)) ? await world.well.readdir(JOURNALS) : [])].filter((name) =>
      name.endsWith('.tierce-lock'),
    );
  const asides = async () => (await world.well.readdir(JOURNALS)).filter((name) => name.startsWith('set-aside'));
  const mine = async () => ((await world.is(BACKUPS)) ? await world.well.readdir(BACKUPS) : []).filter((name) => name.includes('~mine~'));
  return { ...world, locks, asides, mine };
}

/** The process dies with `Un` reported safe, but in no file. */
async function crashed(key: Uint8Array | null = null) {
  const world = await written(key);
  const session = await world.session(openedBy(key));
  expectOk(await session.run('c-1', retitle('Un')));
  await session.abandon();
  return world;
}

describe('opening a file', () => {
  it('A8 holds the file and its journal until it is let go', async () => {
    const world = await written();
    const { session, recovered, setAside } = expectOk(await open(world));
    const held = await world.locks();
    expectOk(await session.close(false));

    expect([held, await world.locks(), recovered, setAside, session.readOnly]).toEqual([
      ['.mission.tierce.tierce-lock', `.${HEADER.fileId}.jsonl.tierce-lock`],
      [],
      0,
      0,
      null,
    ]);
  });

  it('A8 holds nothing when it does not open, also when a bug is met on the way', async () => {
    const world = await written();
    await world.well.writeFile(PATH, 'noise');
    const refused = await open(world);
    const after = await world.locks();
    await world.write();
    world.trouble.before = (call, path) => (call === 'readFile' && path === PATH ? Promise.reject(new Error('a bug')) : undefined);
    await expect(open(world)).rejects.toThrow('a bug');
    well(world.trouble);

    expect([refused, after, await world.locks()]).toMatchObject([{ failure: { code: 'file-not-tierce' } }, [], []]);
  });

  it('A8 finds one lock by whatever way it comes to the file', async () => {
    const world = await written();
    const files = {
      ...world.files,
      realpath: async (path: string) => (path === '/way/mission.tierce' ? PATH : path),
    } as typeof world.files;
    await world.well.mkdir('/way');
    await world.write({ path: '/way/mission.tierce' });
    const services = { ...world.services, files };
    const first = expectOk(await open({ services }));

    expect(await openSession({ ...services, running: processNamed({ areOthersGone: false }) }, '/way/mission.tierce', told)).toMatchObject({
      failure: { code: 'file-locked', name: 'mission.tierce' },
    });
    await first.session.abandon();
  });

  it('A8 A10 tells a file that is not there, and lets a bug through as a bug', async () => {
    const world = await written();
    failing(world.trouble, 'realpath', () => true);
    const untold = await open(world);
    world.trouble.before = (call) => (call === 'realpath' ? Promise.reject(new Error('a bug')) : undefined);
    await expect(open(world)).rejects.toThrow('a bug');
    well(world.trouble);

    expect([untold.ok, await open(world, {}, '/library/none.tierce')]).toMatchObject([
      true,
      { failure: { code: 'file-not-found', name: 'none.tierce' } },
    ]);
  });

  it('A10 is refused where nobody may write, and takes no lock there', async () => {
    const world = await written();
    failing(world.trouble, 'access', (path) => path === PATH, 'EACCES');

    expect([await open(world), await world.locks()]).toMatchObject([
      { failure: { code: 'file-write-protected', name: 'mission.tierce' } },
      [],
    ]);
  });

  it('A8 A12 takes nobody’s lock for a protected file before its secret is given', async () => {
    const world = await written(KEY);
    const first = await world.session(openedBy(KEY));
    const refused = await open(world, { how: 'take-over' });
    expectOk(await first.run('c-1', retitle('Un')));
    const state = await first.save();
    const taken = await open(world, { how: 'take-over', ...openedBy(KEY) });

    expect([refused, state.where, taken.ok]).toEqual([
      { ok: false, failure: { code: 'file-sealed', name: 'mission.tierce' } },
      'file',
      true,
    ]);
    expect(await open(world)).toMatchObject({ failure: { code: 'file-sealed' } });
    expect(await open(world, { keyOf: keyBy(WRONG) })).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it('A8 takes a plain one over at once', async () => {
    const world = await written();
    const first = await world.session();
    const taken = await openSession({ ...world.services, running: processNamed({ areOthersGone: false }) }, PATH, told, {
      how: 'take-over',
    });
    expectOk(await first.run('c-1', retitle('Un')));

    expect([taken.ok, (await first.save()).failure?.code]).toEqual([true, 'file-lock-lost']);
  });

  it('A8 A2 is refused while a copy of it is open elsewhere, with the same journal', async () => {
    const world = await written();
    await world.write({ path: '/library/copy.tierce' });
    const first = await world.session();
    const copy = await openSession({ ...world.services, running: processNamed({ areOthersGone: false }) }, '/library/copy.tierce', told);

    expect([copy, (await world.locks()).includes('.copy.tierce.tierce-lock')]).toMatchObject([
      { failure: { code: 'file-locked', name: 'copy.tierce' } },
      false,
    ]);
    await first.abandon();
  });
});

describe('what a process that was killed has left', () => {
  const leave = async (isHeld: boolean) => {
    const world = await crashed();
    const first = isHeld ? await world.session() : null;
    await world.well.mkdir(CONTENTS, { recursive: true });
    const files = await leftovers(world);
    return { ...world, first, files };
  };
  /** Each with exactly the name that a writer gives it. */
  async function leftovers({ well: disk, files, trouble, services, is }: Awaited<ReturnType<typeof crashed>>): Promise<readonly string[]> {
    const made: string[] = [];
    for (const path of [
      PATH,
      JOURNAL,
      `${BACKUPS}/n9~2026-04-14T12-32-07.000Z~r9~opening~d1~0123456789abcdef.tierce`,
      `${CONTENTS}/${CHARTER_SHA}`,
    ]) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      const before = new Set(await disk.readdir(folder));
      trouble.before = (call, at) =>
        (call === 'rename' || call === 'unlink' || call === 'rm') && at.startsWith(folder) ? Promise.reject(errno('EIO')) : undefined;
      await replaceFile(files, { path, parts: [Buffer.from('half')], nonce: services.newId() });
      well(trouble);
      made.push(...(await disk.readdir(folder)).filter((name) => !before.has(name)).map((name) => `${folder}/${name}`));
    }
    expect([made.length, await is(PATH)]).toEqual([4, true]);
    return made;
  }

  it('A3 is swept beside the file, its journal, its backups and its contents by whoever holds them', async () => {
    const world = await leave(false);
    expectOk(await open(world));

    expect(await Promise.all(world.files.map(world.is))).toEqual([false, false, false, false]);
  });

  it('A3 A8 stays where another writer may be alive', async () => {
    const world = await leave(true);
    expectOk(await openSession({ ...world.services, running: processNamed({ areOthersGone: false }) }, PATH, told, { how: 'take-over' }));

    expect(await Promise.all(world.files.map(world.is))).toEqual([true, true, true, true]);
  });
});

describe('what a crash left in the journal', () => {
  it('A2 A6 comes back with who made it, its history and its undo, and is written before long', async () => {
    const world = await crashed();
    const { session, recovered } = expectOk(await open(world));

    expect([recovered, titleIn(session.document), session.header.revision, session.unsavedSteps]).toEqual([1, 'Un', 1, 1]);
    expect(session.header).toMatchObject({ savedBy: 'Sonia Nadir', savedAt: NOW });
    expect(session.history.entries).toMatchObject([{ table: 'sessions' }]);
    expect(session.undoState.undo?.command).toBe('record.update');
    expect(world.fire()).toBeGreaterThan(0);
    await session.save();
    expect(titleIn((await world.read()).document)).toBe('Un');
  });

  it('A2 is opened over by nothing while it cannot be read, and the file stays as it is', async () => {
    const world = await crashed();
    failing(world.trouble, 'readFile', (path) => path === JOURNAL);
    const refused = await open(world);
    well(world.trouble);

    expect([refused, await world.locks(), expectOk(await open(world)).recovered]).toMatchObject([
      { failure: { code: 'disk-failure' } },
      [],
      1,
    ]);
  });

  it('A14 A2 brings its contents along, and is a failure while one cannot be read', async () => {
    const world = await written();
    const first = await world.session();
    await attach(first);
    await first.abandon();
    failing(world.trouble, 'readFile', (path) => path.startsWith(CONTENTS));
    const unread = await open(world);
    well(world.trouble);
    const { session, recovered } = expectOk(await open(world));

    expect([unread, recovered, session.contents.contentOf(CHARTER_SHA, 'x')]).toMatchObject([
      { failure: { code: 'disk-failure' } },
      1,
      { ok: true, value: CHARTER },
    ]);
  });

  it('A14 A2 is put aside, with all that follows, when a content that it names is nowhere', async () => {
    const world = await written();
    const first = await world.session();
    expectOk(await first.run('c-0', retitle('Zéro')));
    await attach(first);
    expectOk(await first.run('c-1', retitle('Un')));
    await first.abandon();
    await world.well.unlink(`${CONTENTS}/${CHARTER_SHA}`);
    const { session, recovered, setAside } = expectOk(await open(world));

    expect([recovered, setAside, titleIn(session.document), (await world.asides()).length, (await world.mine()).length]).toEqual([
      1,
      2,
      'Zéro',
      1,
      1,
    ]);
    await session.abandon();
    expect(expectOk(await open(world))).toMatchObject({ recovered: 1, setAside: 0 });
  });

  it('A2 is kept as a backup and put aside whole when an older copy of the file was put back', async () => {
    const world = await crashed();
    await world.write({ header: { revision: 40 }, document: startedDocument({ territory: 'Provins' }) });
    const opened = expectOk(await open(world));

    expect([opened.recovered, opened.setAside, (await world.asides()).length, (await world.mine()).length]).toEqual([0, 1, 1, 1]);
    await opened.session.abandon();
    expect(expectOk(await open(world))).toMatchObject({ recovered: 0, setAside: 0 });
  });

  it.each([
    ['kept', 'mkdir', BACKUPS],
    ['put aside', 'rename', JOURNAL],
  ])('A2 A10 is opened over by nothing while it cannot be %s', async (_what, call, path) => {
    const world = await crashed();
    await world.write({ header: { revision: 40 }, document: startedDocument({ territory: 'Provins' }) });
    failing(world.trouble, call, (at) => at === path);
    const refused = await open(world);
    well(world.trouble);

    expect([refused, await world.locks(), await world.is(JOURNAL)]).toMatchObject([
      { ok: false, failure: { code: 'disk-failure' } },
      [],
      true,
    ]);
    expect(expectOk(await open(world)).setAside).toBe(1);
  });

  it('A12 A2 is told as sealed when it stands under another seal, and nothing of it is lost', async () => {
    const world = await crashed(KEY);
    await world.write();
    const opened = expectOk(await open(world, { accepted: ['protection-lost'] }));

    expect([opened.setAside, (await world.asides()).length]).toEqual(['sealed', 1]);
    await opened.session.abandon();
    expect(expectOk(await open(world)).setAside).toBe(0);
  });

  it('A12 A2 comes back under the seal of the file', async () => {
    const world = await crashed(KEY);
    const { session, recovered } = expectOk(await open(world, openedBy(KEY)));
    await session.save();

    expect([recovered, titleIn((await world.read(PATH, KEY)).document)]).toEqual([1, 'Un']);
  });

  it('A12 what is in the clear beside a sealed file is sealed at its opening', async () => {
    const world = await written();
    const first = await world.session();
    expectOk(await first.keepBackup('restore'));
    expectOk(await first.close(false));
    await world.write({ key: KEY });
    expectOk(await open(world, openedBy(KEY)));
    const [backup = ''] = (await world.well.readdir(BACKUPS)).filter((name) => name.endsWith('.tierce'));

    expect((await world.read(`${BACKUPS}/${backup}`, KEY)).sealing).not.toBeNull();
  });

  it('A2 A10 is shortened when it has grown large, and a failure there opens nothing', async () => {
    const world = await written();
    const first = await world.session();
    expectOk(await first.run('c-1', retitle('Un')));
    expectOk(await first.close(false));
    failing(world.trouble, 'stat', (path) => path === JOURNAL);
    const refused = await open(world);
    well(world.trouble);

    expect([refused, (await open(world)).ok]).toMatchObject([{ ok: false, failure: { code: 'disk-failure' } }, true]);
  });
});

describe('contents beside the journal', () => {
  const stray = 'f'.repeat(64);

  it('A14 are let go once nothing names them: neither file, nor a step that can be taken back, nor a backup', async () => {
    const world = await written();
    const first = await world.session();
    await attach(first);
    expectOk(await first.undo('u-1'));
    expectOk(await first.close(false));
    await world.well.writeFile(`${CONTENTS}/${stray}`, '');
    expectOk(await open(world));
    const bySteps = [await world.is(`${CONTENTS}/${CHARTER_SHA}`), await world.is(`${CONTENTS}/${stray}`)];
    await world.well.unlink(JOURNAL);
    expectOk(await open(world));

    expect([bySteps, await world.is(`${CONTENTS}/${CHARTER_SHA}`)]).toEqual([[true, false], false]);
  });

  it('A14 stay for the file, and for a backup', async () => {
    const world = await written();
    const first = await world.session();
    await attach(first);
    expectOk(await first.keepBackup('restore'));
    expectOk(await first.close(false));
    await world.well.unlink(JOURNAL);
    const again = await world.session();
    const byFile = await world.is(`${CONTENTS}/${CHARTER_SHA}`);
    await again.abandon();
    await world.write();
    await world.well.rm(JOURNALS, { recursive: true });
    expectOk(await open(world, { accepted: ['file-older'] }));

    expect([byFile, await world.is(`${CONTENTS}/${CHARTER_SHA}`)]).toEqual([true, true]);
  });
});
