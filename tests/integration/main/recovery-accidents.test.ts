// A3 A8 A11 A12: accidents while a file is recreated: a disk that fails briefly, other windows, the file itself coming back, other keys.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { JOURNAL_ENDING } from '../../../main/journal/journal-names.ts';
import { testApplication } from '../../support/application.ts';
import { NOW } from '../../support/context.ts';
import { DRAFT } from '../../support/documents.ts';
import { around, FILE, goneFile, goneIn, library, needIn, recovered } from '../../support/gone-file.ts';
import { rewriteWithDigest } from '../../support/projects.ts';
import { never, temporaryFolder, weakDisk } from '../../support/worlds.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const journalIn = async (journals: string): Promise<string> =>
  join(journals, (await readdir(journals)).find((name) => name.endsWith('.jsonl')) ?? '');

describe('a disk that fails for a moment', () => {
  it('A11 leaves no step out: the journal that cannot be read just now is a failure, and the next try has it', async () => {
    const { disk, files } = weakDisk();
    const { app } = await goneFile(undefined, files);
    await goneIn(app);
    let looks = 0;
    // the first look is that of the attempt's screen
    disk.fails = (call, paths) => call === 'readFile' && paths.endsWith(JOURNAL_ENDING) && (looks += 1) === 2;

    const first = await recovered(app);
    disk.fails = never;
    const second = await recovered(app);

    expect(first.reply).toMatchObject({ failure: { code: 'disk-busy' } });
    expect([needIn(expectOk(second.reply).project), expectOk(second.reply).lost]).toEqual(['Dernier besoin', []]);
  });

  it('A14 leaves no content out either', async () => {
    const { disk, files } = weakDisk();
    const { app } = await goneFile(
      async (made) =>
        void expectOk(
          await made.app.call('attachments.add', {
            ...(await made.base(made.documentId)),
            sessionId: null,
            isBeyond: false,
            name: 'charte.txt',
            data: Buffer.from('Charte').toString('base64'),
          }),
        ),
      files,
    );
    disk.fails = (call, paths) => call === 'readFile' && /attachments.*[0-9a-f]{64}/.test(paths);

    const first = await recovered(app);
    disk.fails = never;

    expect(first.reply).toMatchObject({ failure: { code: 'disk-busy' } });
    expect(expectOk((await recovered(app)).reply).lost).toEqual([]);
  });

  it('A2 A11 keeps the journal in its place until the new file is safe: the second try gives what the first would have, and the file itself finds its steps', async () => {
    const { disk, files } = weakDisk();
    const { app, journals, path, original } = await goneFile(
      async ({ documentId, write }) => void (await write(documentId, 'Deuxième besoin')),
      files,
    );
    const journal = await journalIn(journals);
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"need":"Dernier besoin"', '"need":"Dernier bêsoin"'));
    disk.fails = (call, paths) => call === 'rename' && paths.endsWith(FILE);

    const first = await recovered(app);
    disk.fails = never;
    const second = expectOk((await recovered(app)).reply);
    await app.call('project.close', { documentId: second.project.documentId, evenUnsaved: false });

    expect(first.reply.ok).toBe(false);
    expect([needIn(second.project), second.lost, original.byteLength > 0, path.endsWith(FILE)]).toEqual([
      'Deuxième besoin',
      [{ part: 'journal', count: 1 }],
      true,
      true,
    ]);
  });

  it('A11 opens a healthy file although one of its backups cannot be read', async () => {
    const { disk, files } = weakDisk();
    const { app, documentId, base, write, close, open, path } = await library(files);
    expectOk(
      await app.call('attachments.add', {
        ...(await base(documentId)),
        sessionId: null,
        isBeyond: false,
        name: 'charte.txt',
        data: Buffer.from('Charte').toString('base64'),
      }),
    );
    await write(documentId, 'Un');
    await write(documentId, 'Deux');
    await close(documentId);
    disk.fails = (call, paths) => call === 'readFile' && paths.includes('backups');

    expect((await open(path)).ok).toBe(true);
  });

  it('A2 A8 says why a journal cannot be put aside at an opening, and holds nothing afterwards', async () => {
    const { disk, files } = weakDisk();
    const { documentId, write, close, openOlder, path } = await library(files);
    await write(documentId, 'Un');
    const older = await readFile(path);
    await write(documentId, 'Deux');
    await close(documentId);
    await writeFile(path, older);
    disk.fails = (call, paths) => call === 'rename' && paths.includes('set-aside');

    const first = await openOlder(path);
    disk.fails = never;

    expect(first).toMatchObject({ failure: { code: 'disk-busy' } });
    expect(expectOk(await openOlder(path)).recovery).toEqual({ recovered: 0, setAside: 1 });
  });

  it.each(['jsonl.tierce-lock', 'tierce.tierce-lock'])(
    'A8 holds no file for ever by a lock %s that could not be removed',
    async (ending) => {
      const { disk, files } = weakDisk();
      const { documentId, write, close, open, path } = await library(files);
      await write(documentId, 'Un');
      disk.fails = (call, paths) => call === 'unlink' && paths.endsWith(ending);
      await close(documentId);
      disk.fails = never;

      expect((await open(path)).ok).toBe(true);
    },
  );

  it('A16 a forgetting that failed half-way can be asked for again', async () => {
    const { disk, files } = weakDisk();
    const { app, journals } = await goneFile(undefined, files);
    const forget = async () => app.call('gone.forget', { goneId: (await goneIn(app))[0]?.goneId ?? '' });
    disk.fails = (call, paths) => call === 'rm' && paths.includes('attachments');

    const first = await forget();
    disk.fails = never;
    const second = await forget();

    expect([first.ok, second.ok, await goneIn(app), (await readdir(journals)).filter((name) => name.endsWith('.jsonl'))]).toEqual([
      false,
      true,
      [],
      [],
    ]);
  });
});

describe('what is said of it', () => {
  it('A11 never says that nothing is lost where the journal does not know the backup', async () => {
    const without = await goneFile();
    await rm(without.journals, { recursive: true });
    const theirs = await library();
    await theirs.write(theirs.documentId, 'Point de départ');
    await rewriteWithDigest(theirs.path, (text) => text.replace('Point de départ', 'Le leur'));
    await theirs.step(theirs.documentId, 'Le mien');
    await theirs.app.call('project.save', { documentId: theirs.documentId });
    expectOk(await theirs.app.call('conflict.answer', { documentId: theirs.documentId, answer: 'theirs' }));
    await theirs.close(theirs.documentId);
    await rm(theirs.path);

    expect(expectOk((await recovered(without.app)).reply).lost).toEqual([{ part: 'journal', count: null }]);
    expect(expectOk((await recovered(theirs.app)).reply).lost).toEqual([{ part: 'journal', count: null }]);
  });

  it('A1 A11 is saved by whom and when its last step says', async () => {
    const { app, path, original } = await goneFile(({ app: running }) => Promise.resolve(running.wait(5)));
    const savedAt = (bytes: Buffer) => /"savedAt": "([^"]+)"/.exec(bytes.toString('utf8'))?.[1];

    expectOk((await recovered(app)).reply);

    expect(savedAt(await readFile(path))).toBe(savedAt(original));
  });

  it('F6 A2 judges each step of before as on its own day', async () => {
    const { app } = await goneFile(async ({ app: running, base, documentId, write }) => {
      const { accompaniment } = expectOk(await running.call('project.read', { documentId })).document;
      const envelopeId = Object.keys(accompaniment.envelopes)[0] ?? '';
      const kindId = Object.values(accompaniment.kinds).find((kind) => kind.isEligible)?.id ?? '';
      const run = async (command: object) =>
        expectOk(await running.call('project.run', { ...(await base(documentId)), command: command as never }));
      await run({ name: 'record.update', args: { table: 'envelopes', id: envelopeId, fields: { overrun: 'refuse' } } });
      await run({
        name: 'record.create',
        args: { table: 'amendments', fields: { envelopeId, on: '2026-04-20', minutes: -2000, reason: 'avenant' } },
      });
      await run({
        name: 'record.create',
        args: { table: 'timeEntries', fields: { date: '2026-04-14', minutes: 600, kindId, envelopeId } },
      });
      await write(documentId, 'Deuxième besoin');
    });
    app.wait(10 * 24 * 60); // the amendment is now in force

    const { project, lost } = expectOk((await recovered(app)).reply);

    expect([lost, needIn(project), Object.keys(project.document.accompaniment.timeEntries).length]).toEqual([[], 'Dernier besoin', 1]);
  });
});

describe('other windows, and the file itself', () => {
  it('A3 A9 is not made again once it has come back under whatever name, nor by a window that has not noticed', async () => {
    const { app, folder, path, original, open } = await goneFile();
    await app.call('gone.open', { goneId: (await goneIn(app))[0]?.goneId ?? '' });
    const attempt = expectOk(await app.call('attempt.read', {}));
    const from = { attemptId: attempt?.attemptId ?? '', backupId: attempt?.backups[0]?.backupId ?? null, secret: null };
    await writeFile(join(folder, 'Rendu.tierce'), original);

    const late = await app.call('attempt.recover', from);

    expect(late).toMatchObject({ failure: { code: 'file-exists', name: FILE } });
    expect(expectOk(await open(join(folder, 'Rendu.tierce'))).recovery).toEqual({ recovered: 0, setAside: 0 });
    expect((await readdir(folder)).includes(path)).toBe(false);
  });

  it('A8 is held from its creation on: another window neither forgets what is kept of it nor makes it again', async () => {
    const first = await library();
    await first.write(first.documentId, 'Un');
    await first.write(first.documentId, 'Deux');
    await first.step(first.documentId, 'Non enregistré');
    await rm(first.path);
    const second = await testApplication({ folder: first.app.folder, areOthersGone: false });

    const forgotten = await second.call('gone.forget', { goneId: (await goneIn(second))[0]?.goneId ?? '' });
    const { reply } = await recovered(second);

    expect([forgotten, reply]).toMatchObject([{ failure: { code: 'file-locked' } }, { failure: { code: 'file-locked' } }]);
  });

  it('A8 is made again in the place of a holder of before, once the user has been asked', async () => {
    const { app, journals } = await goneFile();
    const holder = {
      token: 'avant',
      process: { machine: 'portable-de-sonia', start: 'start-0', pid: 3, born: null },
      instance: 'i',
      person: 'Sonia',
      since: NOW,
    };
    const journal = await journalIn(journals);
    await writeFile(join(journals, `.${basename(journal, JOURNAL_ENDING)}.jsonl.tierce-lock`), JSON.stringify(holder));
    const again = await testApplication({ folder: app.folder, areOthersGone: false });

    const first = await recovered(again);
    const second = await recovered(again, { isTakingOver: true });

    expect(first.reply).toMatchObject({ failure: { code: 'file-locked' } });
    expect(needIn(expectOk(second.reply).project)).toBe('Dernier besoin');
  });

  it('A9 of another place, under a name that a healthy file has, comes back as a copy and touches nothing of that file', async () => {
    const { documentId, app, step, write, close, open, path } = await library();
    await write(documentId, 'Un');
    await write(documentId, 'Deux');
    await step(documentId, 'Trois');
    await close(documentId);
    const elsewhere = await temporaryFolder();
    await open(join(elsewhere, FILE));
    const attempt = expectOk(await app.call('attempt.read', {}));

    const { project } = expectOk(
      await app.call('attempt.recover', {
        attemptId: attempt?.attemptId ?? '',
        backupId: attempt?.backups[0]?.backupId ?? null,
        secret: null,
      }),
    );
    await close(project.documentId);

    const idIn = async (place: string) => /"fileId": "([^"]+)"/.exec(await readFile(place, 'utf8'))?.[1];
    expect(await idIn(join(elsewhere, FILE))).not.toBe(await idIn(path));
    expect(expectOk(await open(path))).toMatchObject({
      recovery: { recovered: 0, setAside: 0 },
      undo: { undo: { command: 'record.update' } },
    });
  });

  it('A9 gives a content that another file had put in its place back as itself, and leaves that other file alone', async () => {
    const { app, folder, path, documentId, step, write, close, open } = await library();
    await write(documentId, 'Un');
    await write(documentId, 'Deux');
    await close(documentId);
    const { documentId: other } = expectOk(await app.call('project.create', { draft: { ...DRAFT, title: 'Autre' } }));
    await write(other, 'B un');
    await write(other, 'B deux');
    await close(other);
    const again = expectOk(await open(path));
    await cp(join(folder, 'Autre.tierce'), path); // copied over it by mistake
    await step(again.documentId, 'Trois');
    await app.call('project.save', { documentId: again.documentId });
    app.wait(1);
    expectOk(await app.call('conflict.answer', { documentId: again.documentId, answer: 'mine' }));
    await close(again.documentId);
    await rm(path);

    const { project } = expectOk((await recovered(app, { pick: (backups) => backups.find(({ reason }) => reason === 'theirs') })).reply);
    await close(project.documentId);

    expect(needIn(project)).toBe('B deux');
    expect(expectOk(await open(join(folder, 'Autre.tierce'))).recovery).toEqual({ recovered: 0, setAside: 0 });
    expect(await goneIn(app)).toEqual([]);
  });

  it('A16 leaves everything of a file while only a backup of it is looked at', async () => {
    const { app, documentId, write, journals } = await library();
    await write(documentId, 'Un');
    await write(documentId, 'Deux');
    const [backup] = expectOk(await app.call('backups.list', { documentId })).backups;
    const looked = expectOk(await app.call('backups.open', { documentId, backupId: backup?.backupId ?? '' }));

    expect(await app.call('traces.leave', { documentId: looked.documentId })).toMatchObject({ failure: { code: 'file-read-only' } });
    expect(await readdir(journals)).not.toEqual([]);
  });
});

describe('the name beside the backups', () => {
  it.each(['', '.', '..', '../../x.tierce', 'Sans fin', 'Deux\nlignes.tierce'])(
    'A4 %j leads out of no folder, and the file comes back all the same',
    async (odd) => {
      const { app, backups, documentId } = await goneFile();
      const [fileId = ''] = await readdir(backups);
      await writeFile(join(backups, fileId, 'name'), odd);

      const { reply } = await recovered(app);

      const { project } = expectOk(reply);
      expect([needIn(project), project.fileName, project.folderName, documentId.length > 0]).toEqual([
        'Dernier besoin',
        `${fileId}.tierce`,
        'Tierce',
        true,
      ]);
      await around(app).close(project.documentId);
      expect(await goneIn(app)).toEqual([]);
    },
  );
});
