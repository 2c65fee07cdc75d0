// A7, B17: a rank mistaken for a mission's commande is removed everywhere; a record that cannot be brought up to date stops everything.
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { TABLES } from '@domain/tables/tables.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { salvageProject } from '../../../main/salvage/salvage.ts';
import { withDigest } from '../../support/forged-file.ts';
import { readBackups } from '../../support/backup-contents.ts';
import { testApplication } from '../../support/application.ts';

const BEFORE = readFileSync('tests/fixtures/format-4.tierce', 'utf8');
/** A file of the previous version, started with a rank as its commande, which nobody has changed since. */
const WITH_RANK = withDigest(BEFORE.replace(/("single": \{"id":"single",.*?"order":)".*?"/, '$1"a0"'));

afterEach(() => vi.restoreAllMocks());

function breakMissions(): void {
  vi.spyOn(TABLES.mission.ups[1], 'turns').mockImplementation(() => {
    throw new Error('no such form');
  });
}

describe('a rank taken for a commande', () => {
  it('A7 B17 is no more in the mission, nor in what the history tells of it', async () => {
    const { document, history } = expectOk(await parseProject(Buffer.from(WITH_RANK), { name: 'x' }));
    const told = history.entries
      .filter(({ table }) => table === 'mission')
      .flatMap(({ before, after }) => [before?.['order'], after?.['order']]);

    expect(document.accompaniment.mission['single']?.order).toBe('');
    expect(told.filter((order) => order === 'a0')).toEqual([]);
    expect(told).toContain('');
  });

  it('A7 A4 stays in the file until something is changed, and in its backup for ever; both open without it', async () => {
    const app = await testApplication();
    const path = join(app.documents, 'ancienne.tierce');
    await mkdir(app.documents, { recursive: true });
    await writeFile(path, WITH_RANK);
    app.answers.push(path);
    const opened = expectOk(await app.call('project.choose', {}));
    const { documentId } = opened;

    expect(await readFile(path, 'utf8')).toBe(WITH_RANK);
    const command = { name: 'record.update', args: { table: 'mission', id: 'single', fields: { territory: 'Melun' } } } as const;
    expectOk(await app.call('project.run', { documentId, commandId: 'command-1', baseRevision: opened.revision, command }));
    expectOk(await app.call('project.save', { documentId }));
    const written = await readFile(path, 'utf8');

    expect(written).toContain(`"formatVersion": ${FORMAT_VERSION}`);
    expect(written).not.toContain('"order":"a0","expectedResults"');
    const kept = await readBackups(app, documentId);
    expect(kept.filter(({ reason }) => reason === 'migration').map(({ state }) => state)).toEqual(['readable']);
  });
});

describe('a record that cannot be brought up', () => {
  it('A7 keeps the file untouched and says which record, of which version', async () => {
    breakMissions();
    const app = await testApplication();
    const path = join(app.documents, 'ancienne.tierce');
    await mkdir(app.documents, { recursive: true });
    await writeFile(path, BEFORE);
    app.answers.push(path);

    expect(await app.call('project.choose', {})).toEqual({
      ok: false,
      failure: { code: 'file-not-migrated', name: 'ancienne.tierce', version: 4, table: 'mission', id: 'single' },
    });
    expect(await readFile(path, 'utf8')).toBe(BEFORE);
    expect(expectOk(await app.call('attempt.read', {}))?.failure.code).toBe('file-not-migrated');
  });

  it('A7 A9 is left out of what is salvaged, counted; all the rest is there', async () => {
    breakMissions();
    const { project, lost } = expectOk(await salvageProject(Buffer.from(BEFORE), { name: 'x' }));

    expect(lost).toEqual([
      { part: 'mission', count: 1 },
      { part: 'history', count: expect.any(Number) as number },
    ]);
    expect(Object.keys(project.document.accompaniment.sessions)).toHaveLength(
      Object.keys(expectOk(await salvageProject(Buffer.from(BEFORE), { name: 'x' })).project.document.accompaniment.sessions).length,
    );
  });
});

describe('a line in which another program left an end of line', () => {
  const HELD = 'Offre\u000bcom\u000cmu\u0085ne';
  const WITH_ENDS = withDigest(BEFORE.replace(/("single": \{"id":"single",.*?"title":)".*?"/, `$1${JSON.stringify(HELD)}`));

  it('A7 A4 opens as it was written, is changed beside it, and stands on one line once it is typed anew', async () => {
    const app = await testApplication();
    const path = join(app.documents, 'ancienne.tierce');
    await mkdir(app.documents, { recursive: true });
    await writeFile(path, WITH_ENDS);
    app.answers.push(path);
    const opened = expectOk(await app.call('project.choose', {}));
    const { documentId } = opened;
    let { revision } = opened;
    const change = async (fields: { readonly title?: string; readonly territory?: string }) => {
      const command = { name: 'record.update', args: { table: 'mission', id: 'single', fields } } as const;
      const run = await app.call('project.run', { documentId, commandId: `command-${revision}`, baseRevision: revision, command });
      ({ revision } = expectOk(run));
      return expectOk(await app.call('project.read', { documentId })).document.accompaniment.mission['single'];
    };

    expect(opened.document.accompaniment.mission['single']?.title).toBe(HELD);
    expect(await change({ territory: 'Melun' })).toMatchObject({ title: HELD, territory: 'Melun' });
    expect(await change({ title: `${HELD}!` })).toMatchObject({ title: 'Offre com mu ne!' });
    expectOk(await app.call('project.save', { documentId }));
    expect(expectOk(await parseProject(await readFile(path), { name: 'x' })).document.accompaniment.mission['single']?.title).toBe(
      'Offre com mu ne!',
    );
  });
});
