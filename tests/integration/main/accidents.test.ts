// A2 A8 A9 A12 A14: everyday accidents: a half-failed protection, a lock taken twice at once, a file taken over, a failed first write.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { lockFile } from '../../../main/locks/file-lock.ts';
import { testApplication } from '../../support/application.ts';
import { readBackups } from '../../support/backup-contents.ts';
import { wordsIn } from '../../support/canary-words.ts';
import { countedIds, NOW } from '../../support/context.ts';
import { DRAFT } from '../../support/documents.ts';
import { FILE, library, type Library, needIn, PASSPHRASE, secret } from '../../support/gone-file.ts';
import { processNamed } from '../../support/running.ts';
import { never, temporaryFolder, weakDisk } from '../../support/worlds.ts';
import { profileOf } from '../../support/profiles.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const PROFILE = profileOf('Sonia Nadir', { scheme: 'coorace' });
const protect = async ({ app, base, documentId }: Library) =>
  expectOk(await app.call('protection.set', { ...(await base(documentId)), passphrase: PASSPHRASE }));
const attach = async ({ app, base, documentId }: Library) =>
  void expectOk(
    await app.call('attachments.add', {
      ...(await base(documentId)),
      sessionId: null,
      isBeyond: false,
      name: 'charte.txt',
      data: Buffer.from('Charte').toString('base64'),
    }),
  );

/** The protected file as the next start of the application opens it, whether or not the previous one was closed. */
async function unlockedAgain({ app, path }: Library) {
  const after = await testApplication({ folder: app.folder });
  after.answers.push(path);
  await after.call('project.choose', {});
  const attemptId = expectOk(await after.call('attempt.read', {}))?.attemptId ?? '';
  return { after, project: expectOk(await after.call('attempt.unlock', { attemptId, secret })) };
}

describe('a protection that half failed', () => {
  it('A2 A12 brings back a step that was told as safe after the journal could not be sealed', async () => {
    const { disk, files } = weakDisk();
    const made = await library(files);
    await made.write(made.documentId, 'Avant');
    disk.fails = (call, paths) => call === 'rename' && paths.endsWith('.jsonl');
    const { leftBackups } = await protect(made);
    disk.fails = never;
    const { saveState } = await made.step(made.documentId, 'Dit sûr');

    const { project } = await unlockedAgain(made);

    expect([leftBackups, saveState.isSafeHere]).toEqual([1, true]);
    expect([needIn(project), project.recovery]).toEqual(['Dit sûr', { recovered: 1, setAside: 0 }]);
  });

  it('A12 notes nothing more in the clear once the file is protected, whatever became of its journal', async () => {
    const { disk, files } = weakDisk();
    const made = await library(files);
    await made.write(made.documentId, 'Avant');
    disk.fails = (call, paths) => call === 'readFile' && paths.endsWith('.jsonl');
    await protect(made);
    disk.fails = never;
    await made.write(made.documentId, 'aubergiste');

    for (const name of (await readdir(made.journals)).filter((each) => each.endsWith('.jsonl')))
      expect(wordsIn(await readFile(join(made.journals, name)), ['aubergiste'])).toEqual([]);
  });

  it('A12 A14 seals at the next opening the backups that it could not, also those with something attached', async () => {
    const { disk, files } = weakDisk();
    const made = await library(files);
    await made.write(made.documentId, 'aubergiste');
    await attach(made);
    await made.app.call('project.save', { documentId: made.documentId });
    made.app.wait(20);
    await made.write(made.documentId, 'aubergiste encore');
    disk.fails = (call, paths) => call === 'rename' && paths.includes('backups');
    expect((await protect(made)).leftBackups).toBe(2);
    disk.fails = never;
    await made.close(made.documentId);

    const { after, project } = await unlockedAgain(made);

    const [fileId = ''] = await readdir(made.backups);
    for (const name of await readdir(join(made.backups, fileId)))
      expect(wordsIn(await readFile(join(made.backups, fileId, name)), ['aubergiste'])).toEqual([]);
    expect((await readBackups(after, project.documentId)).map(({ state }) => state)).toEqual(['readable', 'readable']);
  });
});

describe('taking theirs', () => {
  it.each([false, true])('A9 A14 keeps mine whole with what is attached to it (protected: %s)', async (isProtected) => {
    const made = await library();
    await made.write(made.documentId, 'Un');
    if (isProtected) await protect(made);
    await made.app.call('project.save', { documentId: made.documentId });
    const theirs = await readFile(made.path);
    await made.write(made.documentId, 'Deux');
    await attach(made);
    await writeFile(made.path, theirs);
    await made.app.call('project.save', { documentId: made.documentId });

    expectOk(await made.app.call('conflict.answer', { documentId: made.documentId, answer: 'theirs' }));

    expect((await readBackups(made.app, made.documentId)).filter(({ reason }) => reason === 'mine').map(({ state }) => state)).toEqual([
      'readable',
    ]);
  });

  it('A8 A9 writes nothing any more into a file that somebody else has taken over', async () => {
    const app = await testApplication({ areOthersGone: false });
    const { documentId, revision } = expectOk(await app.call('project.create', { draft: DRAFT }));
    const other = await testApplication({ folder: app.folder, areOthersGone: false });
    const path = join(app.documents, 'Tierce', FILE);
    other.answers.push(path);
    await other.call('project.choose', {});
    expectOk(
      await other.call('attempt.open', { attemptId: expectOk(await other.call('attempt.read', {}))?.attemptId ?? '', how: 'take-over' }),
    );
    expectOk(
      await app.call('project.run', {
        documentId,
        commandId: 'command-1',
        baseRevision: revision,
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Le mien' } } },
      }),
    );
    const lost = expectOk(await app.call('project.save', { documentId }));
    const before = await readFile(path);

    const answered = await app.call('conflict.answer', { documentId, answer: 'theirs' });
    const after = await app.call('project.save', { documentId });

    expect([lost.failure?.code, answered, after]).toMatchObject([
      'file-lock-lost',
      { failure: { code: 'file-locked' } },
      { failure: { code: 'document-unknown' } },
    ]);
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('A8 A12 takes a protected file over once its secret is given, and leaves its holder alone until then', async () => {
    const made = await library();
    await protect(made);
    const other = await testApplication({ folder: made.app.folder, areOthersGone: false });
    const lock = join(made.folder, `.${FILE}.tierce-lock`);
    const held = await readFile(lock, 'utf8');
    other.answers.push(made.path);
    await other.call('project.choose', {});
    const attempt = async () => expectOk(await other.call('attempt.read', {}))?.attemptId ?? '';

    const asked = await other.call('attempt.open', { attemptId: await attempt(), how: 'take-over' });
    const meanwhile = await readFile(lock, 'utf8');
    const opened = await other.call('attempt.unlock', { attemptId: await attempt(), secret });

    expect([asked, meanwhile === held, opened.ok]).toMatchObject([{ failure: { code: 'file-sealed' } }, true, true]);
  });
});

describe('one process', () => {
  it('A8 holds a file once, however many ask for it at the same moment', async () => {
    const folder = await temporaryFolder();
    const options = { files: realFileSystem, running: processNamed(), newId: countedIds('lock'), person: '', now: NOW };
    for (let round = 0; round < 40; round += 1) {
      const taken = await Promise.all([1, 2, 3].map(() => lockFile(join(folder, `${round}.tierce`), options)));
      expect(taken.filter((lock) => lock.ok)).toHaveLength(1);
    }
  });

  it('A8 takes no lock away that was taken anew while the one before was let go', async () => {
    const folder = await temporaryFolder();
    const options = { running: processNamed(), newId: countedIds('lock'), person: '', now: NOW };
    const again: unknown[] = [];
    const files = {
      ...realFileSystem,
      unlink: async (path: string) => {
        again.push(await lockFile(join(folder, 'mission.tierce'), { ...options, files: realFileSystem }));
        await realFileSystem.unlink(path);
      },
    } as typeof realFileSystem;
    const first = expectOk(await lockFile(join(folder, 'mission.tierce'), { ...options, files }));

    await first?.release();

    expect(again).toMatchObject([{ failure: { code: 'file-locked' } }]);
  });

  it('A1 A8 saves the personal file after a disk that refused it once, and twice at the same moment', async () => {
    const { disk, files } = weakDisk();
    const { call } = await testApplication({ files });
    const save = (name: string) => call('profile.save', { profile: { ...PROFILE, name } });
    expectOk(await save('Un'));
    disk.fails = (name, paths) => name === 'rename' && paths.includes('Mon profil');
    const refused = await save('Deux');
    disk.fails = never;

    const both = await Promise.all([save('Trois'), save('Quatre')]);

    expect([refused.ok, ...both.map(({ ok }) => ok), (await save('Cinq')).ok]).toEqual([false, true, true, true]);
  });
});

describe('an opening', () => {
  it('A14 says that a content cannot be read just now, and not that it is gone', async () => {
    const { disk, files } = weakDisk();
    const made = await library(files);
    await made.write(made.documentId, 'Un');
    await attach(made); // in the journal and beside it, not in the file yet
    const after = await testApplication({ folder: made.app.folder, files });
    disk.fails = (call, paths) => call === 'readFile' && /attachments.*[0-9a-f]{64}/.test(paths);
    after.answers.push(made.path, made.path);

    const first = await after.call('project.choose', {});
    disk.fails = never;
    const second = expectOk(await after.call('project.choose', {}));

    expect(first).toMatchObject({ failure: { code: 'disk-busy' } });
    expect(Object.keys(second.document.accompaniment.attachments)).toHaveLength(1);
  });
});

describe('a first writing that is refused', () => {
  it('A3 leaves no file that was told as refused', async () => {
    const { disk, files } = weakDisk();
    const { call, documents } = await testApplication({ files });
    let isFirst = true;
    disk.fails = (name, paths) => {
      const isIt = isFirst && name === 'open' && paths.includes('Documents') && paths.includes('tierce-tmp');
      if (isIt) isFirst = false;
      return isIt;
    };

    const refused = await call('project.create', { draft: DRAFT });

    expect([refused.ok, (await readdir(join(documents, 'Tierce'))).filter((name) => name.endsWith('.tierce'))]).toEqual([false, []]);
  });

  it('A10 tells no file as saved when the work could not go on in another place', async () => {
    const { disk, files } = weakDisk();
    const made = await library(files);
    await made.write(made.documentId, 'Un');
    await writeFile(made.path, 'une autre main');
    await made.step(made.documentId, 'Deux');
    await made.app.call('project.save', { documentId: made.documentId });
    disk.fails = (call, paths) => call === 'rename' && paths.includes('set-aside');
    made.app.answers.push(join(made.folder, 'ailleurs.tierce'));

    const refused = await made.app.call('project.saveElsewhere', { documentId: made.documentId });

    const told = made.app.sent.filter(([name]) => name === 'saveState').at(-1)?.[1];
    expect([refused, told]).toMatchObject([{ failure: { code: 'disk-busy' } }, { saveState: { where: 'failing' } }]);
    expect(await readdir(made.folder)).not.toContain('ailleurs.tierce');
  });
});
