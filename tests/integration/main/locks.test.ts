// A8: one writer at a time. The holder of a file is named; only a holder that is certainly gone is replaced without asking.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { lockFile } from '../../../main/locks/file-lock.ts';
import { runningProcess } from '../../../main/locks/running-process.ts';
import { replaceFile, TEMPORARY_ENDING } from '../../../main/files/replace-file.ts';
import { openSession } from '../../../main/project/open-session.ts';
import { countedIds, NOW } from '../../support/context.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { JOURNAL_NAME, projectOnDisk } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { errno, faultyFiles, temporaryFolder } from '../../support/worlds.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const rename = (title: string) => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } }) as const;
const lockOf = (path: string): string => join(dirname(path), `.${basename(path)}.tierce-lock`);
const locksIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).filter((name) => name.includes('lock'));

describe('the lock of a file', () => {
  it('A8 tells a second opener who holds the file, on which computer and since when, and changes nothing', async () => {
    const project = await projectOnDisk(document);
    await project.open();
    const before = await readFile(project.path);

    const second = await openSession(
      { ...project.services, running: processNamed({ areOthersGone: false }) },
      project.path,
      () => undefined,
    );

    expect(second).toMatchObject({
      ok: false,
      failure: {
        code: 'file-locked',
        name: 'mission.tierce',
        holder: { machine: 'portable-de-sonia', person: 'Sonia Nadir', since: NOW, where: 'computer' },
      },
    });
    expect(await readFile(project.path)).toEqual(before);
  });

  it('A8 takes over by itself the lock of a process that is gone, and never one of another computer', async () => {
    const project = await projectOnDisk(document);
    await project.open();
    const elsewhere = await openSession(
      { ...project.services, running: processNamed({ machine: 'autre-portable' }) },
      project.path,
      () => undefined,
    );

    const again = await openSession({ ...project.services, running: processNamed() }, project.path, () => undefined);

    expect(elsewhere).toMatchObject({ ok: false, failure: { code: 'file-locked', holder: { where: 'elsewhere' } } });
    await expectOk(again).session.close(false);
  });

  it('A8 lets go of the lock at closing, and leaves nothing beside the file', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();

    await session.close(false);

    expect([await locksIn(project.folder), await locksIn(project.services.journalFolder)]).toEqual([[], []]);
  });

  it('A2 A8 keeps the one before from writing once the user has taken over, into the file and into the journal, and calls nothing of it safe', async () => {
    const project = await projectOnDisk(document);
    const first = await project.open();
    const second = await project.open({ how: 'take-over' }, processNamed({ areOthersGone: false }));
    expectOk(await second.session.run('c-1', rename('Celui qui a pris la main')));
    await second.session.save();
    const journal = join(project.services.journalFolder, JOURNAL_NAME);
    const [theirs, noted] = [await readFile(project.path), await readFile(journal)];

    expectOk(await first.session.run('c-2', rename('Celui d’avant')));
    const state = await first.session.save();

    expect(state).toMatchObject({
      where: 'failing',
      isSafeHere: false,
      failure: { code: 'file-lock-lost', holder: { person: 'Sonia Nadir' } },
    });
    expect(await readFile(project.path)).toEqual(theirs);
    expect(noted.length).toBeGreaterThan(0);
  });

  it('A8 lets nobody write who has been taken over, also while the one who has writes nothing', async () => {
    const project = await projectOnDisk(document);
    const first = await project.open();
    const before = await readFile(project.path);
    await project.open({ how: 'take-over' }, processNamed({ areOthersGone: false }));
    expectOk(await first.session.run('c-1', rename('Celui d’avant')));

    expect(await first.session.save()).toMatchObject({ where: 'failing', failure: { code: 'file-lock-lost' } });
    expect(await readFile(project.path)).toEqual(before);
  });

  it('A3 A8 sweeps temporary files at opening only where no other writer can be alive', async () => {
    const project = await projectOnDisk(document);
    const { files } = faultyFiles((call) => (['rename', 'unlink'].includes(call) ? errno('EIO') : null));
    const leave = (nonce: string) => replaceFile(files, { path: project.path, parts: [Buffer.from('x')], nonce });
    const left = async () => (await readdir(project.folder)).filter((name) => name.endsWith(TEMPORARY_ENDING)).length;
    await leave('n1');
    const first = await project.open();
    const afterFirst = await left();
    await leave('n2');
    await project.open({ how: 'take-over' }, processNamed({ areOthersGone: false }));

    expect([afterFirst, await left()]).toEqual([0, 1]);
    await first.session.abandon();
  });

  it('A3 A8 sweeps what a killed process left beside the file and in the application’s own folders, and nothing of another', async () => {
    const project = await projectOnDisk(document);
    const {
      services: { backups, contents, journalFolder },
    } = project;
    const own = [
      `${lockOf(project.path)}.replacing`,
      join(backups.folderOf('test-file-1'), `.copie.n-1${TEMPORARY_ENDING}`),
      join(contents.folderOf('test-file-1'), `.piece.n-1${TEMPORARY_ENDING}`),
      `${lockOf(join(journalFolder, 'test-file-1.jsonl'))}.replacing`,
    ];
    const others = [
      `${lockOf(join(project.folder, 'autre.tierce'))}.replacing`,
      join(backups.folderOf('test-file-2'), `.copie.n-1${TEMPORARY_ENDING}`),
    ];
    for (const path of [...own, ...others]) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, 'x');
    }

    await project.open();

    expect([own.filter((path) => existsSync(path)), others.filter((path) => existsSync(path))]).toEqual([[], others]);
  });

  it('A8 replaces a dead lock also where a process was killed while it replaced it, and waits for one that is at it', async () => {
    const project = await projectOnDisk(document);
    const options = { files: realFileSystem, newId: countedIds('lock'), person: 'Sonia Nadir', now: NOW };
    const turn = `${lockOf(project.path)}.replacing`;
    const take = (files: FileSystem = realFileSystem) => lockFile(project.path, { ...options, files, running: processNamed() });
    expectOk(await take());
    await writeFile(turn, '');
    const waits: number[] = [];
    const waited = await take({ ...realFileSystem, wait: async (ms) => void waits.push(ms) });
    await utimes(turn, 0, 0);
    const taken = expectOk(await take());

    expect([waited, waits.length > 1]).toMatchObject([{ failure: { code: 'disk-busy' } }, true]);
    expect(taken).not.toBeNull();
    expect(await locksIn(project.folder)).toEqual([basename(lockOf(project.path))]);
  });

  it('A8 never takes a lock away that came in the place of the dead one meanwhile', async () => {
    const project = await projectOnDisk(document);
    const options = { newId: countedIds('lock'), person: 'Sonia Nadir', now: NOW };
    const dead = processNamed();
    expectOk(await lockFile(project.path, { ...options, files: realFileSystem, running: dead }));
    const livesOn = (running = processNamed()) => ({ ...running, isSurelyGone: (other: typeof dead.self) => other.pid === dead.self.pid });
    let isFirst = true;
    const files: FileSystem = {
      ...realFileSystem,
      open: async (path, flags, mode) => {
        if (isFirst && String(path).endsWith('.replacing')) {
          isFirst = false;
          // between the check and the removal
          expectOk(await lockFile(project.path, { ...options, files: realFileSystem, running: livesOn() }));
        }
        return realFileSystem.open(path, flags, mode);
      },
    };

    const late = await lockFile(project.path, { ...options, files, running: livesOn() });

    expect([isFirst, late]).toMatchObject([false, { failure: { code: 'file-locked' } }]);
  });

  it('A8 finds one lock by two ways to the same file', async () => {
    const project = await projectOnDisk(document);
    await project.open();
    const other = join(await temporaryFolder(), 'raccourci.tierce');
    await symlink(project.path, other);

    const second = await openSession({ ...project.services, running: processNamed({ areOthersGone: false }) }, other, () => undefined);

    expect(second).toMatchObject({ failure: { code: 'file-locked' } });
  });

  it('A8 holds a copy back while the file is open: both would write one journal', async () => {
    const project = await projectOnDisk(document);
    await project.open();
    const copy = join(await temporaryFolder(), 'copie.tierce');
    await writeFile(copy, await readFile(project.path));

    const second = await openSession({ ...project.services, running: processNamed({ areOthersGone: false }) }, copy, () => undefined);

    expect(second).toMatchObject({ failure: { code: 'file-locked', name: 'copie.tierce' } });
    expect(await locksIn(dirname(copy))).toEqual([]);
  });

  it.each(['', '{"token":', '{"token":"t","process":{"machine":"m"}}', 'null'])(
    'A8 asks about a lock that reads %j: whose it is, nobody can tell',
    async (content) => {
      const project = await projectOnDisk(document);
      await writeFile(lockOf(project.path), content);

      const opened = await openSession(project.services, project.path, () => undefined);

      expect(opened).toMatchObject({ failure: { code: 'file-locked', holder: { machine: '', person: '', since: null } } });
      expect(await readFile(lockOf(project.path), 'utf8')).toBe(content);
    },
  );

  it('A8 asks about a lock that it may not read, and writes no more once one stands in the place of its own', async () => {
    const project = await projectOnDisk(document);
    let isKept = false;
    const { files } = faultyFiles((call) => (isKept && call === 'readFile' ? errno('EACCES') : null));
    const lock = expectOk(await lockFile(project.path, { files, running: processNamed(), newId: countedIds(), person: '', now: NOW }));
    isKept = true;

    const second = await lockFile(project.path, { files, running: processNamed(), newId: countedIds('second'), person: '', now: NOW });

    expect(second).toMatchObject({ failure: { code: 'file-locked', holder: { machine: '', since: null } } });
    expect(await lock?.state()).toBe('ours');
    await rm(lockOf(project.path));
    await writeFile(lockOf(project.path), 'of somebody else');
    expect(await lock?.state()).toMatchObject({ code: 'file-lock-lost' });
  });

  it.each(['EROFS', 'EACCES', 'ENOSPC'])(
    'A8 A10 opens a file in a folder that takes no lock (%s), and leaves no half of one',
    async (code) => {
      const { files } = faultyFiles((call) => (call === 'open' ? errno(code) : null));
      const folder = await temporaryFolder();

      const lock = await lockFile(join(folder, 'mission.tierce'), {
        files,
        running: processNamed(),
        newId: countedIds(),
        person: '',
        now: NOW,
      });

      expect(expectOk(lock)).toBeNull();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('A8 leaves no lock behind when it could not be written whole', async () => {
    const { files } = faultyFiles((call) => (call === 'write' ? errno('ENOSPC') : null));
    const folder = await temporaryFolder();

    expect(
      expectOk(
        await lockFile(join(folder, 'mission.tierce'), { files, running: processNamed(), newId: countedIds(), person: '', now: NOW }),
      ),
    ).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('A8 lets one alone of many that find the same dead lock at once take the file', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mission.tierce');
    const newId = countedIds();
    const options = { files: realFileSystem, newId, person: '', now: NOW };
    expectOk(await lockFile(path, { ...options, running: processNamed() }));
    const last = processNamed().self.pid;

    const taken = await Promise.all(
      Array.from({ length: 24 }, () => {
        const running = processNamed();
        return lockFile(path, { ...options, running: { ...running, isSurelyGone: (other) => other.pid < last } });
      }),
    );

    expect(taken.filter((lock) => lock.ok)).toHaveLength(1);
    expect(await locksIn(folder)).toEqual(['.mission.tierce.tierce-lock']);
  });
});

describe('this process', () => {
  it('A8 knows itself alive, and another number of today gone only when the system says so', () => {
    const { self, isSurelyGone } = runningProcess();

    expect(isSurelyGone(self)).toBe(false);
    expect(isSurelyGone({ ...self, pid: 2 ** 22 + 7 })).toBe(true);
    expect(isSurelyGone({ ...self, pid: 2 ** 22 + 7, machine: 'ailleurs' })).toBe(false);
    expect(isSurelyGone({ ...self, pid: 2 ** 22 + 7, start: 'un autre jour' })).toBe(false);
  });

  it.runIf(process.platform === 'linux')('A8 tells a number that was given again from the process that had it before', () => {
    const { self, isSurelyGone } = runningProcess();

    expect(self.born).toMatch(/^\d+$/);
    expect(isSurelyGone({ ...self, born: '1' })).toBe(true);
    expect(isSurelyGone({ ...self, born: null })).toBe(false);
  });
});
