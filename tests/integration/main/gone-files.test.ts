// A4 A11: a file that is no longer in its place comes back from the backups that this computer keeps of it.
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { testApplication } from '../../support/application.ts';
import { DRAFT } from '../../support/documents.ts';

const PASSPHRASE = 'châtaigne lente sous abri';
const secret = { kind: 'passphrase' as const, passphrase: PASSPHRASE };
const FILE = 'Offre commune.tierce';

/** An accompaniment with a backup, closed: its last step was saved after that backup and stands in the journal. */
async function closedFile({ isProtected = false } = {}) {
  const app = await testApplication();
  const library = join(app.documents, 'Tierce');
  const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
  const base = async (commandId: string) => ({ documentId, commandId, baseRevision: expectOk(await app.call('project.read', { documentId })).revision });
  if (isProtected) expectOk(await app.call('protection.set', { ...(await base('set-0001')), passphrase: PASSPHRASE }));
  for (const need of ['Besoin', 'Dernier besoin']) {
    expectOk(await app.call('project.run', { ...(await base(`need-00${need.length}`)), command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need } } } }));
    expectOk(await app.call('project.save', { documentId }));
  }
  expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
  const attempt = async () => {
    const [gone] = expectOk(await app.call('gone.list', {}));
    const refused = await app.call('gone.open', { goneId: gone?.goneId ?? 'token-none' });
    return { gone, refused, attempt: expectOk(await app.call('attempt.read', {})) };
  };
  return { app, library, path: join(library, FILE), attempt };
}

describe('a file that is no longer in its place', () => {
  it('A4 is not told as gone while it lies in the library', async () => {
    const { app } = await closedFile();

    expect(expectOk(await app.call('gone.list', {}))).toEqual([]);
  });

  it('A4 A11 comes back under its own name from its last backup, with what the journal holds beyond it', async () => {
    const { app, library, path, attempt } = await closedFile();
    await rm(path);

    const { gone, refused, attempt: told } = await attempt();
    const { project, lost } = expectOk(await app.call('attempt.recover', { attemptId: told?.attemptId ?? '', backupId: told?.backups[0]?.backupId ?? '', secret: null }));

    expect([gone?.fileName, refused]).toMatchObject([FILE, { failure: { code: 'file-not-found', name: FILE } }]);
    expect([project.document.accompaniment.mission.single?.need, lost, project.fileName]).toEqual(['Dernier besoin', [], FILE]);
    expect((await readdir(library)).filter((name) => name.endsWith('.tierce') && !name.startsWith('.'))).toContain(FILE);
    expect(expectOk(await app.call('gone.list', {}))).toEqual([]);
  });

  it('A12 of a protected file asks the secret before, and makes it again protected', async () => {
    const { app, path, attempt } = await closedFile({ isProtected: true });
    await rm(path);

    const { attempt: told } = await attempt();
    const from = { attemptId: told?.attemptId ?? '', backupId: told?.backups[0]?.backupId ?? '' };
    const without = await app.call('attempt.recover', { ...from, secret: null });
    const { project } = expectOk(await app.call('attempt.recover', { ...from, secret }));

    expect([told?.isSealed, without]).toMatchObject([true, { failure: { code: 'file-sealed' } }]);
    expect(expectOk(await app.call('protection.status', { documentId: project.documentId })).isProtected).toBe(true);
    expect(project.document.accompaniment.mission.single?.need).toBe('Dernier besoin');
  });

  it('A4 of two files that had one name, comes back as the one that was asked for', async () => {
    const first = await closedFile();
    const { app, path } = first;
    await rename(path, `${path} déplacé`);
    const { documentId, revision } = expectOk(await app.call('project.create', { draft: DRAFT }));
    for (const need of ['Tout autre', 'Tout autre besoin']) expectOk(await app.call('project.run', { documentId, commandId: `other-00${need.length}`, baseRevision: revision + (need.length > 10 ? 1 : 0), command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need } } } }));
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    await rm(path);

    const gone = expectOk(await app.call('gone.list', {}));
    const needs: (string | undefined)[] = [];
    for (const { goneId } of gone) {
      await app.call('gone.open', { goneId });
      const told = expectOk(await app.call('attempt.read', {}));
      const { project } = expectOk(await app.call('attempt.recover', { attemptId: told?.attemptId ?? '', backupId: told?.backups[0]?.backupId ?? '', secret: null }));
      needs.push(project.document.accompaniment.mission.single?.need);
    }

    expect(gone.map(({ fileName }) => fileName)).toEqual([FILE, FILE]);
    expect(new Set(needs)).toEqual(new Set(['Dernier besoin', 'Tout autre besoin']));
  });

  it('A11 opened from anywhere, leads to its backups, and to a plain sentence where there are none', async () => {
    const { app, path } = await closedFile();
    await rm(path);
    app.answers.push(path, join(app.documents, 'jamais vu.tierce'));

    await app.call('project.choose', {});
    const told = expectOk(await app.call('attempt.read', {}));
    const unknown = await app.call('project.choose', {});

    expect([told?.fileName, told?.backups.length]).toEqual([FILE, 1]);
    expect([unknown, expectOk(await app.call('attempt.read', {}))]).toMatchObject([{ failure: { code: 'file-not-found' } }, null]);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });
});
