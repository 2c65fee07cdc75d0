// A4 A11 A12: a file that is no longer in its place comes back from what this computer keeps of it, and nothing false is said about it.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it, vi } from 'vitest';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { wordsIn } from '../../support/canary-words.ts';
import { NOW } from '../../support/context.ts';
import { DRAFT } from '../../support/documents.ts';
import { FILE, goneFile, goneIn, library, type Library, needIn, PASSPHRASE, recovered, secret } from '../../support/gone-file.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';
import { profileOf } from '../../support/profiles.ts';
import { leaving } from '../../support/giving.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

describe('a file that is no longer in its place', () => {
  it('A4 A6 A11 comes back under its own name from its last backup, with what the journal holds beyond it, and can be undone as before', async () => {
    const { app, folder } = await goneFile();

    const { list, refused, attempt, reply } = await recovered(app);
    const { project, lost } = expectOk(reply);
    const undone = await app.call('project.undo', {
      documentId: project.documentId,
      commandId: 'undo-0001',
      baseRevision: project.revision,
    });

    expect([list.map(({ fileName }) => fileName), refused, attempt?.isPlaceKnown]).toMatchObject([
      [FILE],
      { failure: { code: 'file-not-found', name: FILE } },
      false,
    ]);
    expect([needIn(project), lost, project.fileName, project.recovery]).toEqual([
      'Dernier besoin',
      [],
      FILE,
      { recovered: 0, setAside: 0 },
    ]);
    expect(expectOk(undone).changes[0]?.after).toMatchObject({ need: 'Premier besoin' });
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([FILE]);
    expect(await goneIn(app)).toEqual([]);
  });

  it('A4 comes back also when the whole library is gone', async () => {
    const { app, folder } = await goneFile();
    await rm(folder, { recursive: true });

    const { reply } = await recovered(app);

    expect(needIn(expectOk(reply).project)).toBe('Dernier besoin');
  });

  it('A12 of a protected file asks the secret before, and makes it again protected', async () => {
    const { app, base } = await goneFile(
      async (made) =>
        void expectOk(await made.app.call('protection.set', { ...(await made.base(made.documentId)), passphrase: PASSPHRASE })),
    );

    const without = await recovered(app);
    const { project } = expectOk((await recovered(app, { secret })).reply);

    expect([without.attempt?.isSealed, without.reply]).toMatchObject([true, { failure: { code: 'file-sealed' } }]);
    expect([needIn(project), expectOk(await app.call('protection.status', { documentId: project.documentId })).isProtected]).toEqual([
      'Dernier besoin',
      true,
    ]);
    expect((await base(project.documentId)).baseRevision).toBeGreaterThan(0);
  });

  it('A12 that was protected, while its backups could not be, says that what its journal holds under the seal is lost', async () => {
    let isFailing = false;
    const files: FileSystem = {
      ...realFileSystem,
      rename: (from, to) =>
        isFailing && String(to).includes('backups') ? Promise.reject(errno('ENOSPC')) : realFileSystem.rename(from, to),
    };
    const { app, path } = await goneFile(async (made) => {
      await made.write(made.documentId, 'Deuxième besoin');
      isFailing = true;
      expect(
        expectOk(await made.app.call('protection.set', { ...(await made.base(made.documentId)), passphrase: PASSPHRASE })).leftBackups,
      ).toBe(1);
    }, files);
    isFailing = false;

    const { attempt, reply } = await recovered(app, { secret });

    expect(attempt?.isSealed).toBe(false);
    expect(expectOk(reply).lost).toEqual([{ part: 'journal', count: null }]);
    expect(wordsIn(await readFile(path), ['Deuxième besoin', 'Dernier besoin'])).toEqual([]); // no copy here has the keys
  });

  it('A12 a plain backup of a file that was protected since comes back under that protection, with the steps of the sealed journal', async () => {
    let plain: readonly (readonly [string, Buffer])[] = [];
    const { app, path } = await goneFile(async (made) => {
      await made.write(made.documentId, 'Deuxième besoin');
      const folder = join(made.app.data, 'backups', (await readdir(join(made.app.data, 'backups')))[0] ?? '');
      plain = await Promise.all(
        (await readdir(folder))
          .filter((name) => name.endsWith('.tierce'))
          .map(async (name) => [join(folder, name), await readFile(join(folder, name))] as const),
      );
      expectOk(await made.app.call('protection.set', { ...(await made.base(made.documentId)), passphrase: PASSPHRASE }));
      made.app.wait(20);
    });
    for (const [place, bytes] of plain) await writeFile(place, bytes);
    await app.call('gone.open', { goneId: (await goneIn(app))[0]?.goneId ?? '' });
    const attempt = expectOk(await app.call('attempt.read', {}));
    const from = { attemptId: attempt?.attemptId ?? '', backupId: attempt?.backups.at(-1)?.backupId ?? null };

    const without = await app.call('attempt.recover', { ...from, secret: null });
    const { project } = expectOk(await app.call('attempt.recover', { ...from, secret }));

    expect([attempt?.isSealed, without]).toMatchObject([true, { failure: { code: 'file-sealed' } }]);
    expect(expectOk(await app.call('protection.status', { documentId: project.documentId })).isProtected).toBe(true);
    expect(wordsIn(await readFile(path), ['Premier besoin', 'Deuxième besoin'])).toEqual([]);
  });

  it('A14 comes back with what was attached after its last backup, or says what is missing', async () => {
    const attach = async (made: Library) =>
      void expectOk(
        await made.app.call('attachments.add', {
          ...(await made.base(made.documentId)),
          sessionId: null,
          isBeyond: false,
          name: 'charte.txt',
          data: Buffer.from('Charte').toString('base64'),
        }),
      );
    const whole = await goneFile(attach);
    const poor = await goneFile(attach);
    await rm(join(poor.app.data, 'attachments'), { recursive: true });

    const { project } = expectOk((await recovered(whole.app)).reply);
    const place = join(await temporaryFolder(), 'charte.txt');
    whole.app.answers.push(place);
    expectOk(
      await whole.app.call(
        'attachments.save',
        await leaving(whole.app, {
          documentId: project.documentId,
          attachmentId: Object.keys(project.document.accompaniment.attachments)[0] ?? '',
        }),
      ),
    );
    const without = expectOk((await recovered(poor.app)).reply);

    expect(await readFile(place, 'utf8')).toBe('Charte');
    expect([without.lost, needIn(without.project), Object.keys(without.project.document.accompaniment.attachments)]).toEqual([
      [{ part: 'attachments', count: 1 }],
      'Dernier besoin',
      [],
    ]);
  });

  it('E1 A4 comes back with a notebook that was made after its first backup, and its notes open', async () => {
    const { app } = await goneFile(async (made) => {
      expectOk(await made.app.call('vault.create', { ...(await made.base(made.documentId)), passphrase: PASSPHRASE }));
      expectOk(
        await made.app.call('vault.write', {
          ...(await made.base(made.documentId)),
          record: { table: 'privateNotes', id: null, date: '2026-04-02' as never, ...NO_LINKS, text: 'Une note confidentielle' },
        }),
      );
    });

    const { project, lost } = expectOk((await recovered(app)).reply);
    const { documentId } = project;
    expectOk(await app.call('vault.unlock', { documentId, commandId: 'unlock-01', baseRevision: project.revision, secret }));
    const { notes } = expectOk(await app.call('vault.notes', { documentId }));

    expect([lost, JSON.stringify(notes).includes('Une note confidentielle')]).toEqual([[], true]);
  });

  it('E1 A2 A4 does so too although no backup could be taken when the notebook was made', async () => {
    let isFailing = false;
    const files: FileSystem = {
      ...realFileSystem,
      rename: (from, to) =>
        isFailing && String(to).includes('backups') ? Promise.reject(errno('ENOSPC')) : realFileSystem.rename(from, to),
    };
    const { app } = await goneFile(async (made) => {
      isFailing = true;
      const { unkept } = expectOk(await made.app.call('vault.create', { ...(await made.base(made.documentId)), passphrase: PASSPHRASE }));
      isFailing = false;
      const { saveState } = expectOk(
        await made.app.call('vault.write', {
          ...(await made.base(made.documentId)),
          record: { table: 'privateNotes', id: null, date: '2026-04-02' as never, ...NO_LINKS, text: 'Une note confidentielle' },
        }),
      );
      expect([unkept?.code, saveState.isSafeHere]).toEqual(['disk-full', true]);
    }, files);

    const { project, lost } = expectOk((await recovered(app)).reply);
    const { documentId } = project;
    expectOk(await app.call('vault.unlock', { documentId, commandId: 'unlock-01', baseRevision: project.revision, secret }));
    const { notes } = expectOk(await app.call('vault.notes', { documentId }));

    expect([lost, JSON.stringify(notes).includes('Une note confidentielle')]).toEqual([[], true]);
  });

  it('A11 says how many changes are lost with a line of the journal that is torn, and keeps the journal aside', async () => {
    const { app } = await goneFile(async (made) => {
      await made.write(made.documentId, 'Deuxième besoin');
      await made.write(made.documentId, 'Troisième besoin');
    });
    const journal = join(app.data, 'journals', (await readdir(join(app.data, 'journals'))).find((name) => name.endsWith('.jsonl')) ?? '');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"need":"Troisième besoin"', '"need":"Troisième bêsoin"'));

    const { project, lost } = expectOk((await recovered(app)).reply);

    expect([needIn(project), lost, project.recovery]).toEqual([
      'Deuxième besoin',
      [{ part: 'journal', count: 2 }],
      { recovered: 0, setAside: 0 },
    ]);
    expect((await readdir(join(app.data, 'journals'))).some((name) => name.startsWith('set-aside-'))).toBe(true);
  });

  it('A3 A9 is never put over one that has come back meanwhile', async () => {
    let back: (() => Promise<void>) | null = null;
    const files: FileSystem = {
      ...realFileSystem,
      open: async (path, flags, mode) => {
        const now = flags === 'wx' && String(path).endsWith('.tierce-tmp') && String(path).includes('Documents') ? back : null;
        if (now !== null) back = null;
        await now?.();
        return realFileSystem.open(path, flags, mode);
      },
    };
    const { app, path, original } = await goneFile(undefined, files);
    back = () => writeFile(path, original);

    const { reply } = await recovered(app);

    expect(reply).toMatchObject({ failure: { code: 'file-exists', name: FILE } });
    expect((await readFile(path)).equals(original)).toBe(true);
  });

  it('A11 a damaged file is never written over, not even when the disk hides it for a moment', async () => {
    let hidden = '';
    const files: FileSystem = {
      ...realFileSystem,
      lstat: ((path: string) => (path === hidden ? Promise.reject(errno('EBUSY')) : realFileSystem.lstat(path))) as FileSystem['lstat'],
    };
    const { app, path, original } = await goneFile(undefined, files);
    const damaged = original.subarray(0, -200);
    await writeFile(path, damaged);
    app.answers.push(path);
    await app.call('project.choose', {});
    const attempt = expectOk(await app.call('attempt.read', {}));
    hidden = path;

    const { project } = expectOk(
      await app.call('attempt.recover', {
        attemptId: attempt?.attemptId ?? '',
        backupId: attempt?.backups[0]?.backupId ?? null,
        secret: null,
      }),
    );

    expect([project.fileName === FILE, (await readFile(path)).equals(damaged)]).toEqual([false, true]);
  });

  it('A11 opened from anywhere, leads to its backups, and to a plain sentence where there are none', async () => {
    const { app, path } = await goneFile();
    app.answers.push(path, join(app.documents, 'jamais vu.tierce'));

    await app.call('project.choose', {});
    const told = expectOk(await app.call('attempt.read', {}));
    const unknown = await app.call('project.choose', {});

    expect([told?.fileName, told?.backups.length, told?.isPlaceKnown]).toEqual([FILE, 1, true]);
    expect([unknown, expectOk(await app.call('attempt.read', {}))]).toMatchObject([{ failure: { code: 'file-not-found' } }, null]);
  });
});

describe('the list of files that are gone', () => {
  it('A4 tells files apart by their ids: neither one that was renamed is gone, nor is one hidden by another of its name', async () => {
    const renamed = await library();
    await renamed.write(renamed.documentId, 'A');
    await renamed.write(renamed.documentId, 'B');
    await renamed.close(renamed.documentId);
    await rename(renamed.path, join(renamed.folder, 'Autre nom.tierce'));
    const hidden = await goneFile();
    const { documentId } = expectOk(await hidden.app.call('project.create', { draft: DRAFT }));
    await hidden.close(documentId);

    expect(await goneIn(renamed.app)).toEqual([]);
    expect((await goneIn(hidden.app)).map(({ fileName }) => fileName)).toEqual([FILE]);
  });

  it('A4 gives back each of two that had one name', async () => {
    const { app, path, write, close } = await goneFile();
    const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
    await write(documentId, 'Tout autre');
    await write(documentId, 'Tout autre besoin');
    await close(documentId);
    await rm(path);

    const needs = [needIn(expectOk((await recovered(app)).reply).project), needIn(expectOk((await recovered(app)).reply).project)];

    expect(new Set(needs)).toEqual(new Set(['Dernier besoin', 'Tout autre besoin']));
    expect(await goneIn(app)).toEqual([]);
  });

  it('A4 leaves out the example and the personal file', async () => {
    const { app, folder, write, close, documentId: first } = await library();
    await close(first);
    const profile = profileOf('Sonia Nadir');
    for (const of of ['', 'Conseil', 'Appui']) expectOk(await app.call('profile.save', { profile: { ...profile, function: of } }));
    const { documentId } = expectOk(await app.call('project.example', {}));
    await write(documentId, 'Essai');
    await write(documentId, 'Un autre');
    await close(documentId);
    await rm(join(folder, 'Mon profil.tierce'));

    expect(await readdir(join(app.data, 'backups'))).toHaveLength(2);
    expect(await goneIn(app)).toEqual([]);
  });

  it('A4 never says that all is there when it could not look', async () => {
    let barred = '';
    const files: FileSystem = {
      ...realFileSystem,
      readdir: ((path: string, ...rest: readonly never[]) =>
        barred !== '' && path.endsWith(barred)
          ? Promise.reject(errno('EIO'))
          : realFileSystem.readdir(path, ...rest)) as FileSystem['readdir'],
    };
    const { app } = await goneFile(undefined, files);

    for (const place of ['backups', 'Tierce']) {
      barred = place;
      expect(await app.call('gone.list', {})).toMatchObject({ failure: { code: 'disk-failure' } });
    }
  });

  it('A16 forgets one with everything that is kept of it, and none that is open', async () => {
    const { app } = await goneFile();
    const [file] = await goneIn(app);

    expectOk(await app.call('gone.forget', { goneId: file?.goneId ?? '' }));

    expect(await goneIn(app)).toEqual([]);
    expect([
      await readdir(join(app.data, 'backups')),
      (await readdir(join(app.data, 'journals'))).filter((name) => name.endsWith('.jsonl')),
    ]).toEqual([[], []]);
    expect(await app.call('gone.forget', { goneId: 'token-none' })).toMatchObject({ failure: { code: 'token-unknown' } });
  });

  it('A8 A16 forgets nothing of a file that is open elsewhere, nor makes it again', async () => {
    const { app, path } = await goneFile();
    const [fileId = ''] = await readdir(join(app.data, 'backups'));
    const holder = {
      token: 'autre',
      process: { machine: 'PORTABLE-LÉA', start: 'x', pid: 3, born: null },
      instance: 'i',
      person: 'Léa Martin',
      since: NOW,
    };
    await writeFile(join(app.data, 'journals', `.${fileId}.jsonl.tierce-lock`), JSON.stringify(holder));
    const [file] = await goneIn(app);

    const forgotten = await app.call('gone.forget', { goneId: file?.goneId ?? '' });
    const { reply } = await recovered(app);

    expect([forgotten, reply]).toMatchObject([{ failure: { code: 'file-locked', name: FILE } }, { failure: { code: 'file-locked' } }]);
    expect(await readdir(join(path, '..'))).not.toContain(FILE);
  });
});
