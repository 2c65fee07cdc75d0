// A4 A5: automatic backups, what they hold, and bringing their content back.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupReason } from '@contract/backups.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { backupFileName, readBackupName } from '../../../main/backups/backup-name.ts';
import { BackupRhythm } from '../../../main/backups/backup-rhythm.ts';
import { digestWrittenIn } from '../../../main/files/envelope.ts';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { type TestApplication } from '../../support/application.ts';
import { NOW } from '../../support/context.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { HEADER, projectOnDisk, rewriteWithDigest } from '../../support/projects.ts';
import { errno, faultyFiles } from '../../support/worlds.ts';
import { opened } from '../../support/edited-accompaniment.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const rename = (title: string) => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } }) as const;

describe('taking backups', () => {
  it('A4 keeps the content of before the first change of an opening, byte for byte, in the application’s own folder', async () => {
    const project = await projectOnDisk(document);
    const before = await readFile(project.path);
    const { session } = await project.open();
    expectOk(await session.run('c-1', rename('Un')));
    await session.save();
    expectOk(await session.run('c-2', rename('Deux')));
    await session.save();

    const kept = expectOk(await project.services.backups.list('test-file-1'));

    expect(kept.map(({ reason, revision }) => [reason, revision])).toEqual([['opening', 0]]);
    expect(await readFile(project.services.backups.pathOf('test-file-1', kept[0]?.fileName ?? '') ?? '')).toEqual(before);
  });

  it('A4 names a backup by what stands in the file, also when the saving before had failed after the renaming', async () => {
    const project = await projectOnDisk(document);
    const { files, backups } = project.services;
    const rhythm = new BackupRhythm({
      files,
      store: backups,
      fileId: 'test-file-1',
      path: () => project.path,
      now: () => NOW,
      isMigrating: false,
    });
    const before = digestWrittenIn(await readFile(project.path)) ?? '';
    await rewriteWithDigest(project.path, (text) => text.replace('"title":"Enjeux', '"title":"Un'));

    expectOk(await rhythm.beforeReplacing({ digest: before, revision: 0 }));

    const [kept] = expectOk(await backups.list('test-file-1'));
    const bytes = await readFile(backups.pathOf('test-file-1', kept?.fileName ?? '') ?? '');
    expect(bytes.toString('utf8')).toContain('"title":"Un');
    expect([kept?.digest === before.slice(0, 16), digestWrittenIn(bytes)?.startsWith(kept?.digest ?? 'none')]).toEqual([false, true]);
  });

  it('A4 takes none while nothing changes', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await session.save();
    await session.close(false);

    expect(expectOk(await project.services.backups.list('test-file-1'))).toEqual([]);
  });

  it('A4 takes another a quarter of an hour later, and not before', async () => {
    const { app, add, list } = await opened();
    await add('Un');
    app.wait(14);
    await add('Deux');
    const early = (await list()).length;
    app.wait(2);
    await add('Trois');

    expect([early, (await list()).map(({ reason }) => reason)]).toEqual([1, ['interval', 'opening']]);
  });

  it.each([
    { what: 'set back by two hours', minutes: -120 },
    { what: 'ahead by a year', minutes: 365 * 24 * 60 },
    { what: 'years back', minutes: -9 * 365 * 24 * 60 },
  ])('A4 takes one when the clock is $what, and lists the newest first all the same', async ({ minutes }) => {
    const { app, add, contents } = await opened();
    await add('Un');
    app.wait(minutes);
    await add('Deux');
    app.wait(20);
    await add('Trois');

    expect((await contents()).map(({ reason, revision }) => [reason, revision])).toEqual([
      ['interval', 2],
      ['interval', 1],
      ['opening', 0],
    ]);
  });

  it('A4 keeps three of today, one of each day before, ten in all', async () => {
    const { app, add, list } = await opened();
    for (let day = 0; day < 14; day += 1) {
      for (let time = 0; time < 4; time += 1) {
        await add(`Jour ${day} fois ${time}`);
        app.wait(60);
      }
      app.wait(20 * 60);
    }
    await add('Aujourd’hui 1');
    app.wait(20);
    await add('Aujourd’hui 2');

    const days = (await list()).map(({ takenAt }) => takenAt.slice(0, 10));

    expect(days).toHaveLength(10);
    expect(days.filter((day) => day === days[0])).toHaveLength(2);
    expect(new Set(days).size).toBe(9);
  });

  it.each(['ENOSPC', 'EACCES', 'EIO', 'EROFS'])(
    'A4 saves the work all the same when no backup can be kept (%s), and says so',
    async (code) => {
      const { files } = faultyFiles((call) => (call === 'mkdir' && isBroken ? errno(code) : null));
      let isBroken = false;
      const { app, documentId, add } = await opened(files);
      isBroken = true;
      await add('Un');

      const { failure } = expectOk(await app.call('backups.list', { documentId }));

      expect(failure?.code).toMatch(/^disk-/);
      expect(expectOk(await app.call('project.save', { documentId })).where).toBe('file');
    },
  );

  it('A4 lets go of no earlier backup before the new one is safe', async () => {
    let isBroken = false;
    const { files, calls } = faultyFiles((call) => (isBroken && call === 'rename' ? errno('ENOSPC') : null));
    const project = await projectOnDisk(document, files);
    for (let time = 0; time < 4; time += 1) {
      const { session } = await project.open();
      expectOk(await session.run(`c-${time}`, rename(`Fois ${time}`)));
      await session.save();
      await session.close(true);
    }
    const before = expectOk(await project.services.backups.list('test-file-1')).length;
    isBroken = true;
    const failed = await project.services.backups.take(
      { fileId: 'test-file-1', fileName: 'mission.tierce' },
      { takenAt: HEADER.savedAt, revision: 99, reason: 'opening', digest: 'f'.repeat(64) },
      [Buffer.from('x')],
    );

    expect(failed).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(expectOk(await project.services.backups.list('test-file-1'))).toHaveLength(before);
    expect(calls).toContain('rename');
  });

  it('A7 keeps the file as it was before its format is brought up to date, and writes nothing while that copy cannot be kept', async () => {
    let isBroken = true;
    const { files } = faultyFiles((call) => (isBroken && call === 'mkdir' ? errno('ENOSPC') : null));
    const project = await projectOnDisk(document, files);
    const older = await readFile('tests/fixtures/format-1.tierce');
    await writeFile(project.path, older);
    const { session } = await project.open();
    const id = firstId(session.document.accompaniment.sessions);
    expectOk(await session.run('c-1', { name: 'record.update', args: { table: 'sessions', id, fields: { title: 'Un' } } }));

    const refused = await session.save();
    const untouched = await readFile(project.path);
    isBroken = false;
    const written = await session.save();
    const [kept] = expectOk(await project.services.backups.list(session.header.fileId));

    expect([refused.where, written.where, kept?.reason]).toEqual(['failing', 'file', 'migration']);
    expect(untouched.equals(older)).toBe(true);
    expect((await readFile(project.services.backups.pathOf(session.header.fileId, kept?.fileName ?? '') ?? '')).equals(older)).toBe(true);
  });
});

describe('the folder of backups', () => {
  const FILE = { fileId: HEADER.fileId, fileName: 'mission.tierce' };
  const subject = (revision: number, reason: BackupReason = 'interval') => ({
    takenAt: HEADER.savedAt,
    revision,
    reason,
    digest: String(revision).padStart(64, '0'),
  });

  it('A4 A9 with two thousand backups is listed at once, and thinned out by the rules', async () => {
    const {
      services: { backups },
    } = await projectOnDisk(document);
    const folder = backups.folderOf(FILE.fileId);
    await mkdir(folder, { recursive: true });
    const reasons = ['interval', 'theirs', 'restore', 'keys'] as const;
    const names = Array.from({ length: 2000 }, (_, place) =>
      backupFileName({ ...subject(place, reasons[place % 4]), sequence: place + 1, runDay: 1 }),
    );
    await Promise.all(names.map((name) => writeFile(join(folder, name), 'x')));

    const before = performance.now();
    const listed = expectOk(await backups.list(FILE.fileId));
    const took = performance.now() - before;
    expectOk(await backups.take(FILE, subject(2000), [Buffer.from('x')]));

    const kept = expectOk(await backups.list(FILE.fileId));
    const count = (reason: BackupReason) => kept.filter((each) => each.reason === reason).length;
    expect([listed.length, listed[0]?.sequence, listed.at(-1)?.sequence]).toEqual([2000, 2000, 1]);
    expect(took).toBeLessThan(2000);
    expect([kept[0]?.sequence, count('interval'), count('theirs'), count('restore'), count('keys')]).toEqual([2001, 3, 500, 500, 1]);
  });

  it('A4 A11 passes over what is no backup, and a folder in the place of one, and tells one that cannot be read', async () => {
    let isFailing = false;
    const stat = (path: string, ...rest: readonly never[]) =>
      isFailing && path.includes('~r1~') ? Promise.reject(errno('EACCES')) : realFileSystem.stat(path, ...rest);
    const files: FileSystem = { ...realFileSystem, stat: stat as FileSystem['stat'] };
    const {
      services: { backups },
    } = await projectOnDisk(document, files);
    const folder = backups.folderOf(FILE.fileId);
    for (const revision of [0, 1]) expectOk(await backups.take(FILE, subject(revision, 'mine'), [Buffer.from('x')]));
    await mkdir(join(folder, backupFileName({ ...subject(7, 'theirs'), sequence: 7, runDay: 1 })));
    await writeFile(join(folder, 'n1~hier~r1~mine~0123456789abcdef.tierce'), 'x');
    await writeFile(join(folder, 'notes.txt'), 'x');

    isFailing = true;
    const listed = expectOk(await backups.list(FILE.fileId));
    isFailing = false;
    expectOk(await backups.take(FILE, subject(2), [Buffer.from('x')]));

    expect(listed.map(({ revision, bytes }) => [revision, bytes])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect((await backups.names(FILE.fileId, null))('a'.repeat(64))).toBe(false);
    expect(expectOk(await backups.list(FILE.fileId))[0]).toMatchObject({ revision: 2, sequence: 8 });
  });

  it('A4 reads backups from before they were numbered, and puts every new one before them', async () => {
    const {
      services: { backups },
    } = await projectOnDisk(document);
    const folder = backups.folderOf(FILE.fileId);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '2031-04-14T12-32-07.000Z~r3~mine~0123456789abcdef.tierce'), 'x');
    await writeFile(join(folder, '2030-04-14T12-32-07.000Z~r4~opening~0123456789abcdef.tierce'), 'x');

    expectOk(await backups.take(FILE, subject(1), [Buffer.from('x')]));

    expect(expectOk(await backups.list(FILE.fileId)).map(({ sequence, reason }) => [sequence, reason])).toEqual([
      [1, 'interval'],
      [null, 'opening'],
      [null, 'mine'],
    ]);
  });

  it('A4 keeps the new backup as kept when an old one cannot be removed', async () => {
    const { files } = faultyFiles((call) => (call === 'unlink' ? errno('EACCES') : null));
    const {
      services: { backups },
    } = await projectOnDisk(document, files);

    for (let revision = 0; revision < 5; revision += 1) expectOk(await backups.take(FILE, subject(revision), [Buffer.from('x')]));

    expect(expectOk(await backups.list(FILE.fileId))).toHaveLength(5);
  });
});

describe('the register of the days on which Tierce has run', () => {
  const days = ({ data }: TestApplication) => join(data, 'days.json');
  const DAY = 24 * 60;

  it('A9 counts at the start and with each backup, each day once', async () => {
    const { app, add } = await opened();
    await app.call('app.start', {});
    await add('Un');
    const first = JSON.parse(await readFile(days(app), 'utf8')) as unknown;
    for (const minutes of [DAY, -DAY, DAY]) {
      app.wait(minutes);
      await add(`Un jour ${minutes}`);
    }

    expect(first).toEqual({ count: 1, days: ['2026-04-14'] });
    expect(JSON.parse(await readFile(days(app), 'utf8'))).toEqual({ count: 2, days: ['2026-04-14', '2026-04-15'] });
  });

  it('A9 begins anew when it was damaged, and holds no backup up when it cannot be read or written', async () => {
    const { app, add, list } = await opened();
    await mkdir(app.data, { recursive: true });
    await writeFile(days(app), '{"count":');
    await add('Un');
    const anew = JSON.parse(await readFile(days(app), 'utf8')) as unknown;
    await rm(days(app));
    await mkdir(days(app));
    app.wait(DAY);
    await add('Deux');

    expect(anew).toMatchObject({ count: 1 });
    expect((await list()).map(({ backupId }) => /~d\d+~/.exec(backupId)?.[0] ?? null)).toEqual([null, '~d1~']);
  });
});

describe('the name of a backup', () => {
  it.each([
    '../x~r1~opening~0123456789abcdef.tierce',
    '2026-04-14T12-32-07Z~r1~because~0123456789abcdef.tierce',
    '2026-13-14T12-32-07Z~r1~opening~0123456789abcdef.tierce',
    'mission.tierce',
    '',
  ])('A4 takes %j for no backup', (name) => {
    expect(readBackupName(name)).toBeNull();
  });
});
