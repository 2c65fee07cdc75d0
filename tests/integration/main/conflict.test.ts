// A9 A10: a file that another hand changed while it was open, and a place that cannot be written any more.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { testApplication } from '../../support/application.ts';
import { DRAFT } from '../../support/documents.ts';
import { rewriteWithDigest } from '../../support/projects.ts';

/** An open accompaniment whose file another hand has changed, with one change of ours that the file does not hold. */
async function conflicted() {
  const app = await testApplication();
  const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
  let count = 0;
  const base = async () => ({ documentId, commandId: `command-${(count += 1)}`, baseRevision: expectOk(await app.call('project.read', { documentId })).revision });
  const write = async (need: string) => expectOk(await app.call('project.run', { ...(await base()), command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need } } } }));
  const folder = join(app.documents, 'Tierce');
  const path = join(folder, 'Offre commune.tierce');
  await write('Point de départ.');
  expectOk(await app.call('project.save', { documentId }));
  await rewriteWithDigest(path, (text) => text.replace('"territory":"Melun"', '"territory":"Provins"').replace('Point de départ.', 'Le leur.'));
  await write('Le mien.');
  const state = expectOk(await app.call('project.save', { documentId }));
  const needOf = async (file = path) => expectOk(await readProjectFile(realFileSystem, file)).document.accompaniment.mission['single']?.need;
  /** What a backup holds, by its reason. */
  const keptNeed = async (reason: string) => {
    const [id = ''] = await readdir(join(app.data, 'backups'));
    const names = await readdir(join(app.data, 'backups', id));
    const name = names.find((each) => each.includes(`~${reason}~`));
    return name === undefined ? undefined : needOf(join(app.data, 'backups', id, name));
  };
  const shownNeed = async () => expectOk(await app.call('project.read', { documentId })).document.accompaniment.mission['single']?.need;
  return { app, documentId, folder, path, state, needOf, keptNeed, shownNeed, write };
}

describe('a file that another hand changed', () => {
  it('A9 shows both sides: who, when, and how they differ', async () => {
    const { app, documentId, state } = await conflicted();

    const conflict = expectOk(await app.call('conflict.read', { documentId }));

    expect(state).toMatchObject({ where: 'failing', isSafeHere: true, failure: { code: 'file-changed-underneath' } });
    expect(conflict).toMatchObject({ unsaved: 1, differences: [{ table: 'mission', changed: 1 }], theirs: { revision: 1 }, mine: { revision: 2 } });
  });

  it('A9 keeps both: ours goes on in a dated copy that says where it comes from, theirs stays to the byte', async () => {
    const { app, documentId, folder, path, needOf, shownNeed, write } = await conflicted();
    const theirs = await readFile(path);

    const opened = expectOk(await app.call('conflict.answer', { documentId, answer: 'both' }));
    await write('La suite du mien.');
    expectOk(await app.call('project.save', { documentId }));

    const copy = expectOk(await readProjectFile(realFileSystem, join(folder, opened.fileName)));
    const original = expectOk(await readProjectFile(realFileSystem, path));
    expect(opened.fileName).toMatch(/^Offre commune 2026-04-14 14h32\.tierce$/);
    expect((await readFile(path)).equals(theirs)).toBe(true);
    expect([await needOf(), await shownNeed(), copy.document.accompaniment.mission['single']?.need]).toEqual(['Le leur.', 'La suite du mien.', 'La suite du mien.']);
    expect([copy.header.copyOf, copy.header.fileId === original.header.fileId]).toEqual([original.header.fileId, false]);
  });

  it('A9 takes theirs and keeps ours as a backup, with what both began from', async () => {
    const { app, documentId, needOf, keptNeed, shownNeed } = await conflicted();

    expectOk(await app.call('conflict.answer', { documentId, answer: 'theirs' }));

    expect([await shownNeed(), await needOf(), await keptNeed('mine'), await keptNeed('base')]).toEqual(['Le leur.', 'Le leur.', 'Le mien.', 'Point de départ.']);
  });

  it('A9 keeps ours and keeps theirs as a backup, with what both began from', async () => {
    const { app, documentId, needOf, keptNeed, shownNeed } = await conflicted();

    expectOk(await app.call('conflict.answer', { documentId, answer: 'mine' }));

    expect([await shownNeed(), await needOf(), await keptNeed('theirs'), await keptNeed('base')]).toEqual(['Le mien.', 'Le mien.', 'Le leur.', 'Point de départ.']);
  });

  it('A9 overwrites nothing while what stands in the file cannot be kept: a damaged one is left to its screen', async () => {
    const { app, documentId, path, shownNeed } = await conflicted();
    await writeFile(path, 'coupé');

    expect(await app.call('conflict.answer', { documentId, answer: 'mine' })).toMatchObject({ ok: false, failure: { code: 'file-not-tierce' } });
    expect(await readFile(path, 'utf8')).toBe('coupé');
    expectOk(await app.call('conflict.answer', { documentId, answer: 'both' }));
    expect(await shownNeed()).toBe('Le mien.');
  });
});

describe('a place that cannot be written any more', () => {
  it('A10 goes on in another file, and the first is left as it was', async () => {
    const { app, documentId, folder, shownNeed, write } = await conflicted();
    await rename(folder, `${folder} parti`);
    await write('Écrit sans la clé.');
    const elsewhere = join(app.documents, 'Ailleurs.tierce');
    app.answers.push(elsewhere);

    const opened = expectOk(await app.call('project.saveElsewhere', { documentId }));

    expect([opened.fileName, opened.saveState.where, await shownNeed()]).toEqual(['Ailleurs.tierce', 'file', 'Écrit sans la clé.']);
    expect(expectOk(await readProjectFile(realFileSystem, elsewhere)).document.accompaniment.mission['single']?.need).toBe('Écrit sans la clé.');
    await rm(`${folder} parti`, { recursive: true });
  });

  it('A10 replaces nothing that stands elsewhere, and gives up when the user does', async () => {
    const { app, documentId, path } = await conflicted();
    app.answers.push(path, null);

    expect(await app.call('project.saveElsewhere', { documentId })).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^file-(locked|exists)$/) as unknown } });
    expect(await app.call('project.saveElsewhere', { documentId })).toMatchObject({ failure: { code: 'cancelled' } });
  });
});

describe('the example', () => {
  it('I8 A4 leaves nothing of an earlier exploration behind, not even its backups', async () => {
    const app = await testApplication();
    const first = expectOk(await app.call('project.example', {}));
    expectOk(await app.call('project.run', { documentId: first.documentId, commandId: 'command-01', baseRevision: first.revision, command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Tout changé.' } } } }));
    expectOk(await app.call('project.save', { documentId: first.documentId }));

    const again = expectOk(await app.call('project.example', {}));

    expect(expectOk(await app.call('backups.list', { documentId: again.documentId })).backups).toEqual([]);
    expect(again.document.accompaniment.mission['single']?.need).not.toBe('Tout changé.');
  });
});
