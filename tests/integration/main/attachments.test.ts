// A14: documents attached to the file, each content once, in the file, beside the backups, and never lost in between.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../main/files/attached-contents.ts';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { JOURNAL_ENDING } from '../../../main/journal/journal-names.ts';
import { testApplication, type TestApplication } from '../../support/application.ts';
import { DRAFT } from '../../support/documents.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';
import { leaving } from '../../support/giving.ts';

const CHARTER = Buffer.from('Charte de coopération\n', 'utf8');
const SHA = fingerprintOf(CHARTER);
const PASSPHRASE = 'châtaigne lente sous abri';

async function opened(app: TestApplication) {
  const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
  return around(app, documentId);
}

function around(app: TestApplication, documentId: string) {
  let count = 0;
  const view = async () => expectOk(await app.call('project.read', { documentId }));
  const base = async () => ({ documentId, commandId: `command-${(count += 1)}-${documentId}`, baseRevision: (await view()).revision });
  const add = async (name: string, content: Uint8Array, isBeyond = false) =>
    app.call('attachments.add', { ...(await base()), sessionId: null, isBeyond, name, data: Buffer.from(content).toString('base64') });
  const ids = async () => Object.keys((await view()).document.accompaniment.attachments);
  const save = async () => expectOk(await app.call('project.save', { documentId }));
  return { app, documentId, base, add, ids, save, view };
}

const pathOf = ({ documents }: TestApplication): string => join(documents, 'Tierce', 'Offre commune.tierce');
const contentsIn = async ({ data }: TestApplication): Promise<readonly string[]> =>
  (await readdir(join(data, 'attachments'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));

/** A content beside the file that nothing names, as a crash leaves it. */
async function withStray(files: FileSystem = realFileSystem) {
  const app = await testApplication({ files });
  const { documentId, save } = await opened(app);
  await save();
  expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
  const [fileId = ''] = (await readdir(join(app.data, 'journals')))
    .filter((name) => name.endsWith(JOURNAL_ENDING))
    .map((name) => name.replace(JOURNAL_ENDING, ''));
  const folder = join(app.data, 'attachments', fileId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, SHA), JSON.stringify({ bytes: CHARTER.byteLength, data: CHARTER.toString('base64') }));
  app.answers.push(pathOf(app));
  return { opening: await app.call('project.choose', {}), left: await contentsIn(app) };
}

describe('attaching a document', () => {
  it('A14 lets go of a content that nothing names, and opens all the same when it cannot be removed', async () => {
    const swept = await withStray();
    const kept = await withStray({
      ...realFileSystem,
      rm: (path, options) => (String(path).includes('attachments') ? Promise.reject(errno('EACCES')) : realFileSystem.rm(path, options)),
    });

    expect([swept.opening.ok, swept.left.length, kept.opening.ok, kept.left.length]).toEqual([true, 0, true, 1]);
  });

  it('A14 keeps its very bytes in the file, by their hash, and once however often it is attached', async () => {
    const app = await testApplication();
    const { add, ids, save, documentId } = await opened(app);
    expectOk(await add('charte.txt', CHARTER));
    expectOk(await add('copie de la charte.txt', CHARTER));
    await save();

    const read = expectOk(await readProjectFile(realFileSystem, pathOf(app)));
    expect([(await ids()).length, [...read.contents.keys()]]).toEqual([2, [SHA]]);
    expect((await readFile(pathOf(app), 'latin1')).split(CHARTER.toString('base64'))).toHaveLength(2);
    expect(expectOk(await app.call('attachments.read', { documentId }))).toMatchObject({
      total: CHARTER.byteLength,
      bytes: { [SHA]: CHARTER.byteLength },
    });
  });

  it('A14 A2 is safe before it is said to be: a crash right after loses neither the record nor the content', async () => {
    const app = await testApplication();
    const { add } = await opened(app);
    expectOk(await add('charte.txt', CHARTER)); // the file does not hold it yet

    const after = await testApplication({ folder: app.folder });
    after.answers.push(pathOf(after));
    const again = expectOk(await after.call('project.choose', {}));
    const place = join(await temporaryFolder(), 'charte.txt');
    after.answers.push(place);
    expectOk(
      await after.call(
        'attachments.save',
        await leaving(after, {
          documentId: again.documentId,
          attachmentId: Object.keys(again.document.accompaniment.attachments)[0] ?? '',
        }),
      ),
    );

    expect((await readFile(place)).equals(CHARTER)).toBe(true);
  });

  it('A14 A2 compares a content that is put again with what bears its name: damaged or under a dead key, it is written anew before it is called safe', async () => {
    const app = await testApplication();
    const { add, ids, base } = await opened(app);
    expectOk(await add('charte.txt', CHARTER));
    const [stored = ''] = await contentsIn(app);
    const path = join(app.data, 'attachments', stored);
    const sound = await readFile(path);
    const [id = ''] = await ids();
    expectOk(await app.call('project.run', { ...(await base()), command: { name: 'record.remove', args: { table: 'attachments', id } } }));
    await writeFile(path, sound.toString('latin1').replace(/"data":"./, '"data":"!'));

    expectOk(await add('charte.txt', CHARTER));

    expect((await readFile(path)).equals(sound)).toBe(true);
  });

  it('A14 A2 puts aside the step whose content has gone, and not the file: what came before is brought back, what was attached is kept apart without it', async () => {
    const app = await testApplication();
    const { add, base } = await opened(app);
    expectOk(
      await app.call('project.run', {
        ...(await base()),
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Dit sûr' } } },
      }),
    );
    expectOk(await add('charte.txt', CHARTER));
    expectOk(
      await app.call('project.run', {
        ...(await base()),
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { expectedResults: 'Dit après' } } },
      }),
    );
    await rm(join(app.data, 'attachments'), { recursive: true });

    const after = await testApplication({ folder: app.folder });
    after.answers.push(pathOf(after));
    const { document, recovery, documentId } = expectOk(await after.call('project.choose', {}));
    const { backups } = expectOk(await after.call('backups.list', { documentId }));
    const mine = expectOk(
      await after.call('backups.open', { documentId, backupId: backups.find(({ reason }) => reason === 'mine')?.backupId ?? '' }),
    );

    expect(recovery).toEqual({ recovered: 1, setAside: 2 });
    expect([document.accompaniment.mission['single']?.need, Object.keys(document.accompaniment.attachments)]).toEqual(['Dit sûr', []]);
    expect(mine.document.accompaniment.mission['single']).toMatchObject({ need: 'Dit sûr', expectedResults: 'Dit après' });
  });

  it('A14 A6 comes back when its removal is undone, even after closing, and is let go once nothing names it', async () => {
    const app = await testApplication();
    const { add, ids, base, save, documentId } = await opened(app);
    expectOk(await add('charte.txt', CHARTER));
    await save();
    const [id = ''] = await ids();
    expectOk(await app.call('project.run', { ...(await base()), command: { name: 'record.remove', args: { table: 'attachments', id } } }));
    await save();
    const withoutIt = (await readFile(pathOf(app), 'latin1')).includes(CHARTER.toString('base64'));
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    app.answers.push(pathOf(app));
    const again = around(app, expectOk(await app.call('project.choose', {})).documentId);

    expectOk(await app.call('project.undo', await again.base()));
    await again.save();

    expect([withoutIt, (await again.ids()).length]).toEqual([false, 1]);
    expect((await readFile(pathOf(app), 'latin1')).includes(CHARTER.toString('base64'))).toBe(true);
  });

  it('A14 refuses a document that is too large, or one too many, and says how far one may go', async () => {
    const app = await testApplication();
    const { add, ids } = await opened(app);
    const four = (mark: number) => Buffer.alloc(4_000_000, mark);

    expect(await add('film.mp4', Buffer.alloc(5_000_001))).toMatchObject({ failure: { code: 'attachment-too-large', name: 'film.mp4' } });
    for (const mark of [1, 2, 3, 4, 5]) expectOk(await add(`scan ${mark}.pdf`, four(mark)));
    expect(await add('scan 6.pdf', four(6))).toMatchObject({
      failure: { code: 'attachments-full', maximum: 20_000_000, most: 50_000_000 },
    });
    expectOk(await add('scan 6.pdf', four(6), true));
    expect(await ids()).toHaveLength(6);
  });

  it('A14 takes a document chosen in a dialog, and says so when it is a folder or is gone', async () => {
    const app = await testApplication();
    const { base, ids } = await opened(app);
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'compte.csv'), 'a;b\n');
    const choose = async (path: string | null) => {
      app.answers.push(path);
      return app.call('attachments.choose', { ...(await base()), sessionId: null, isBeyond: false });
    };

    expectOk(await choose(join(folder, 'compte.csv')));
    expect(await choose(folder)).toMatchObject({ failure: { code: 'attachment-no-file' } });
    expect(await choose(join(folder, 'absent.pdf'))).toMatchObject({ failure: { code: 'disk-gone' } });
    expect(await choose(null)).toMatchObject({ failure: { code: 'cancelled' } });
    expect(await ids()).toHaveLength(1);
  });
});

describe('opening an attachment', () => {
  it('A14 opens a copy, never a program, and sweeps the copies at the end', async () => {
    const app = await testApplication();
    const { add, ids, documentId } = await opened(app);
    expectOk(await add('charte.txt', CHARTER));
    expectOk(await add('installer.exe', Buffer.from('MZ')));
    const [text = '', program = ''] = await ids();

    expectOk(await app.call('attachments.open', { documentId, attachmentId: text }));
    const refused = await app.call('attachments.open', { documentId, attachmentId: program });
    const [shown = ''] = app.opened;
    const content = await readFile(shown);
    await app.application.finish(false);

    expect(content.equals(CHARTER)).toBe(true);
    expect(refused).toMatchObject({ failure: { code: 'attachment-not-opened', name: 'installer.exe' } });
    await expect(readFile(shown)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('attachments beside the file', () => {
  it('A14 A5 stores a content once for all backups, and brings it back with the backup that names it', async () => {
    const app = await testApplication();
    const { add, ids, base, save, documentId } = await opened(app);
    expectOk(await add('charte.txt', CHARTER));
    for (let time = 0; time < 3; time += 1) {
      app.wait(20);
      expectOk(
        await app.call('project.run', {
          ...(await base()),
          command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: `Besoin ${time}` } } },
        }),
      );
      await save();
    }
    const [id = ''] = await ids();
    expectOk(await app.call('project.run', { ...(await base()), command: { name: 'record.remove', args: { table: 'attachments', id } } }));
    await save();
    const [folder = ''] = await readdir(join(app.data, 'backups'));
    const backups = (await readdir(join(app.data, 'backups', folder))).filter((name) => name.endsWith('.tierce'));
    const texts = await Promise.all(backups.map((name) => readFile(join(app.data, 'backups', folder, name), 'latin1')));
    const { backups: listed } = expectOk(await app.call('backups.list', { documentId }));

    expectOk(await app.call('backups.restore', { ...(await base()), backupId: listed[0]?.backupId ?? '' }));
    await save();

    expect(backups.length).toBeGreaterThan(1);
    expect(texts.some((text) => text.includes(CHARTER.toString('base64')))).toBe(false);
    expect(await contentsIn(app)).toHaveLength(1);
    expect([await ids(), (await readFile(pathOf(app), 'latin1')).includes(CHARTER.toString('base64'))]).toEqual([[id], true]);
  });

  it('A14 A12 is sealed along with the file, and opened again with it', async () => {
    const app = await testApplication();
    const { add, ids, base, save, documentId } = await opened(app);
    expectOk(await add('charte.txt', CHARTER));
    await save();
    expectOk(await app.call('protection.set', { ...(await base()), passphrase: PASSPHRASE }));
    const [stored = ''] = await contentsIn(app);
    const everywhere = [await readFile(pathOf(app), 'latin1'), await readFile(join(app.data, 'attachments', stored), 'latin1')].join('');
    const place = join(await temporaryFolder(), 'charte.txt');
    app.answers.push(place);
    expectOk(await app.call('attachments.save', await leaving(app, { documentId, attachmentId: (await ids())[0] ?? '' })));

    expect(everywhere).not.toContain(CHARTER.toString('base64'));
    expect((await readFile(place)).equals(CHARTER)).toBe(true);
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    app.answers.push(pathOf(app));
    await app.call('project.choose', {});
    const attemptId = expectOk(await app.call('attempt.read', {}))?.attemptId ?? '';
    const again = expectOk(await app.call('attempt.unlock', { attemptId, secret: { kind: 'passphrase', passphrase: PASSPHRASE } }));
    expect(Object.keys(again.document.accompaniment.attachments)).toHaveLength(1);
  });

  it('A14 A6 refuses to take back a removal whose content was taken away, and changes nothing', async () => {
    const app = await testApplication();
    const { add, ids, base, save, documentId } = await opened(app);
    expectOk(await add('charte.txt', CHARTER));
    const [id = ''] = await ids();
    expectOk(await app.call('project.run', { ...(await base()), command: { name: 'record.remove', args: { table: 'attachments', id } } }));
    await save();
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    await rm(join(app.data, 'attachments'), { recursive: true });
    app.answers.push(pathOf(app));
    const again = around(app, expectOk(await app.call('project.choose', {})).documentId);

    expect(await app.call('project.undo', await again.base())).toMatchObject({ failure: { code: 'attachment-gone', name: 'charte.txt' } });
    expect(await again.ids()).toEqual([]);
  });
});
