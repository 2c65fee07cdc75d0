// A9: a file whose name is as long as the disk allows is kept as well as any other.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { freePath, stemFor } from '../../../main/files/new-name.ts';
import { replaceFile, removeLeftovers, TEMPORARY_ENDING } from '../../../main/files/replace-file.ts';
import { testApplication, type TestApplication } from '../../support/application.ts';
import { around, goneIn, library, needIn, recovered } from '../../support/gone-file.ts';
import { rewriteWithDigest } from '../../support/projects.ts';
import { errno, faultyFiles, temporaryFolder } from '../../support/worlds.ts';
import { leaving, TO_ALL } from '../../support/giving.ts';

/** Each ends in `.tierce` and has 255 bytes, or as close as its letters allow. */
const NAMES = {
  'of 255 letters': `${'x'.repeat(248)}.tierce`,
  'of accents': `${'é'.repeat(124)}.tierce`,
  'of letters with their accents apart': `${'é'.normalize('NFD').repeat(82)}.tierce`,
  'of emoji': `${'👩🏽‍🔧'.repeat(16)}.tierce`,
  'whose ending is in capitals': `${'X'.repeat(248)}.TIERCE`,
};
type Of = { readonly name: string };
const each = Object.entries(NAMES).map(([what, name]) => ({ what, name }));

/** A closed accompaniment in the library under a name, with a backup. */
async function named(name: string) {
  const made = await library();
  await made.write(made.documentId, 'Premier besoin');
  await made.close(made.documentId);
  const path = join(made.folder, name);
  await rename(made.path, path);
  return { ...made, path };
}

const visible = async (folder: string) => (await readdir(folder)).filter((name) => !name.startsWith('.'));
const bytesOf = (name: string) => Buffer.byteLength(name);

async function opened(app: TestApplication, path: string) {
  const { open, write, close } = around(app);
  return { write, close, ...expectOk(await open(path)) };
}

describe.each(each)('a file with a name $what', ({ name }: Of) => {
  it('A9 A8 opens, is held, saves, is backed up under its name, and leaves nothing beside it', async () => {
    const { app, path, folder, write, close } = await named(name);
    const { documentId } = await opened(app, path);
    const other = await testApplication({ folder: app.folder, areOthersGone: false });
    other.answers.push(path);

    const second = await other.call('project.choose', {});
    const state = await write(documentId, 'Deuxième besoin');
    const backups = expectOk(await app.call('backups.list', { documentId }));
    await close(documentId);
    await rm(path);

    expect(second).toMatchObject({ failure: { code: 'file-locked', name, holder: { where: 'computer' } } });
    expect([state.where, backups.backups.length > 0]).toEqual(['file', true]);
    expect([await readdir(folder), (await goneIn(app)).map(({ fileName }) => fileName)]).toEqual([[], [name]]);
  });

  it('A9 keeps both sides when another program has changed it', async () => {
    const { app, path, folder } = await named(name);
    const { documentId, write } = await opened(app, path);
    await write(documentId, 'Un besoin');
    await rewriteWithDigest(path, (text) => text.replace('Un besoin', 'Le leur.'));
    await write(documentId, 'Le mien');

    const copy = expectOk(await app.call('conflict.answer', { documentId, answer: 'both' }));

    expect([
      copy.fileName.endsWith(' 2026-04-14 14h32.tierce'),
      bytesOf(copy.fileName) <= 255,
      name.startsWith(copy.fileName.slice(0, 20)),
    ]).toEqual([true, true, true]);
    expect([needIn(copy), (await visible(folder)).toSorted()]).toEqual(['Le mien', [copy.fileName, name].toSorted()]);
    expect(await readFile(path, 'utf8')).toContain('Le leur.');
  });

  it('A4 A9 is made again under its name, and beside another file when its place has been taken', async () => {
    const { app, path, folder, write, close } = await named(name);
    const { documentId } = await opened(app, path);
    await write(documentId, 'Dernier besoin');
    await close(documentId);
    await rm(path);

    const again = expectOk((await recovered(app)).reply).project;
    await close(again.documentId);
    await rm(path);
    await writeFile(path, 'tout autre chose');
    const list = await goneIn(app);
    await rename(path, join(app.folder, 'ailleurs'));
    const shown = await goneIn(app);
    await rename(join(app.folder, 'ailleurs'), path);
    await app.call('gone.open', { goneId: shown[0]?.goneId ?? '' });
    const attempt = expectOk(await app.call('attempt.read', {}));
    const beside = expectOk(
      await app.call('attempt.recover', {
        attemptId: attempt?.attemptId ?? '',
        backupId: attempt?.backups[0]?.backupId ?? null,
        secret: null,
      }),
    ).project;

    expect([again.fileName, needIn(again), list]).toEqual([name, 'Dernier besoin', []]);
    expect([beside.fileName.toLowerCase().endsWith(' (2).tierce'), bytesOf(beside.fileName) <= 255, needIn(beside)]).toEqual([
      true,
      true,
      'Dernier besoin',
    ]);
    expect(await visible(folder)).toHaveLength(2);
  });

  it('A11 A9 is recovered beside itself when it is damaged', async () => {
    const { app, path } = await named(name);
    const damaged = (await readFile(path)).subarray(0, -200);
    await writeFile(path, damaged);
    app.answers.push(path);
    await app.call('project.choose', {});
    const attempt = expectOk(await app.call('attempt.read', {}));

    const { project } = expectOk(await app.call('attempt.recover', { attemptId: attempt?.attemptId ?? '', backupId: null, secret: null }));

    expect([project.fileName.endsWith(' (récupéré 2026-04-14 14h32).tierce'), bytesOf(project.fileName) <= 255]).toEqual([true, true]);
    expect((await readFile(path)).equals(damaged)).toBe(true);
  });

  it('A15 A9 is exported as tables into a folder that takes its name', async () => {
    const { app, path } = await named(name);
    const { documentId } = await opened(app, path);
    const chosen = await temporaryFolder();
    app.answers.push(chosen);

    const exported = expectOk(await app.call('export.save', await leaving(app, { documentId, form: 'csv' } as const, TO_ALL)));

    expect([exported.files > 0, exported.name.endsWith(' – tableaux'), await readdir(chosen)]).toEqual([true, true, [exported.name]]);
  });
});

it('A9 proposes a name that the disk takes for whatever leaves a file with a long name', async () => {
  const { app, path } = await named(`${'é'.repeat(124)}.TIERCE`);
  const { documentId } = await opened(app, path);
  app.answers.push(join(app.folder, 'x.json'));

  expect(expectOk(await app.call('export.save', await leaving(app, { documentId, form: 'json' } as const, TO_ALL))).name).toBe('x.json');
});

describe('names that we make', () => {
  it('A3 A9 sweeps the temporary file of a name that was cut between letters', async () => {
    const path = join(await temporaryFolder(), `${'👩🏽‍🔧'.repeat(16)}.tierce`);
    const { files } = faultyFiles((call) => (['rename', 'unlink'].includes(call) ? errno('EIO') : null));
    await replaceFile(files, { path, parts: [Buffer.from('x')], nonce: 'n1' });
    const left = (await readdir(join(path, '..'))).filter((name) => name.endsWith(TEMPORARY_ENDING));

    await removeLeftovers(realFileSystem, path);

    expect([left.length, left[0]?.startsWith('.👩🏽‍🔧.')]).toEqual([1, true]);
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it('A9 counts on where many names are taken, without growing', async () => {
    const folder = await temporaryFolder();
    const stem = 'é'.repeat(124);
    for (let count = 1; count <= 12; count += 1) await writeFile(await freePath(realFileSystem, folder, { stem, ending: '.tierce' }), '');

    const names = await readdir(folder);

    expect([names.length, names.every((name) => bytesOf(name) <= 255), names.some((name) => name.endsWith('é (12).tierce'))]).toEqual([
      12,
      true,
      true,
    ]);
  });

  it.each([
    ['CON.projet', 'Tierce CON.projet.tierce'],
    ['lpt1', 'Tierce lpt1.tierce'],
    ['Console', 'Console.tierce'],
  ])('A9 gives the title %j no name that is a device', async (title, name) => {
    const folder = await temporaryFolder();

    expect(await freePath(realFileSystem, folder, { stem: stemFor(title), ending: '.tierce' })).toBe(join(folder, name));
  });
});
