// A7 A4: any backup can be saved elsewhere, byte for byte the file it was taken from, and never in place of an open one.
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupEntry } from '@contract/backups.ts';
import { expectOk } from '@domain/result.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { describe, expect, it, vi } from 'vitest';
import { digestWrittenIn } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { keyBy } from '../../../main/project/attempts.ts';
import { testApplication } from '../../support/application.ts';
import { STATES, type StateName } from '../../support/state-in-memory.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';

vi.setConfig({ testTimeout: 60_000 }); // each passphrase takes 0.3 s, and more on a busy computer

const SECRET = { kind: 'passphrase' as const, passphrase: 'châtaigne lente sous abri' };
const NAME = 'Offre commune.tierce';

async function opened(state: StateName, files = realFileSystem) {
  const folder = await temporaryFolder();
  await cp(join('tests/fixtures/states', state), folder, { recursive: true });
  const app = await testApplication({ folder, files });
  const file = join(app.documents, 'Tierce', NAME);
  const before = await readFile(file);
  app.answers.push(file);
  const plain = await app.call('project.choose', {});
  const attemptId = plain.ok ? '' : (expectOk(await app.call('attempt.read', {}))?.attemptId ?? '');
  const project = plain.ok ? plain.value : expectOk(await app.call('attempt.unlock', { attemptId, secret: SECRET }));
  const { documentId } = project;
  expectOk(
    await app.call('project.run', {
      documentId,
      baseRevision: project.revision,
      commandId: 'command-01',
      command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Cinq besoins' } } },
    }),
  );
  expectOk(await app.call('project.save', { documentId }));
  const list = async (): Promise<readonly BackupEntry[]> => expectOk(await app.call('backups.list', { documentId })).backups;
  const save = (backupId: string, to: string | null) => {
    app.answers.push(to);
    return app.call('backups.save', { documentId, backupId });
  };
  return {
    app,
    folder,
    file,
    before,
    documentId,
    list,
    save,
    migrated: (await list()).find(({ reason }) => reason === 'migration')?.backupId ?? '',
  };
}

describe.each(STATES)('a backup of the state %s', (state) => {
  it('A7 gives the file as it stood before its migration, byte for byte, which an older Tierce opens', async () => {
    const { folder, before, save, migrated } = await opened(state);
    const to = join(folder, 'Avant.tierce');

    const saved = expectOk(await save(migrated, to));

    expect([saved, (await readFile(to)).equals(before)]).toEqual([
      { name: 'Avant.tierce', folderName: folder.split('/').at(-1), files: 1 },
      true,
    ]);
    expect(before.toString('latin1')).toContain('"formatVersion": 3');
  });

  it('A7 A4 gives every file that was kept, as its name says, and each opens whole by itself', async () => {
    const { folder, list, save } = await opened(state);
    for (const { backupId } of await list()) {
      const to = join(folder, `${backupId}.tierce`);
      expectOk(await save(backupId, to));
      const bytes = await readFile(to);

      expect(digestWrittenIn(bytes)?.slice(0, 16)).toBe(backupId.slice(-16));
      expectOk(await readProjectFile(realFileSystem, to, keyBy(SECRET)));
    }
    expect((await list()).length).toBeGreaterThan(5);
  });

  it('A7 A9 is not put in the place of the open file, by whatever way', async () => {
    const { app, folder, file, save, migrated } = await opened(state);
    const link = join(folder, 'Lien.tierce');
    await symlink(file, link);
    const now = await readFile(file);
    const refused = [await save(migrated, file), await save(migrated, link)];

    expect(refused).toMatchObject([
      { failure: { code: 'file-in-use', name: NAME } },
      { failure: { code: 'file-in-use', name: 'Lien.tierce' } },
    ]);
    expect((await readFile(file)).equals(now)).toBe(true);
    expect((await readdir(join(app.documents, 'Tierce'))).filter((name) => name.includes('tmp'))).toEqual([]);
    const texts = (['fr', 'en'] as const).map((locale) => failureText(catalogueOf(locale).failures, { code: 'file-in-use', name: NAME }));
    expect(texts).toEqual([expect.stringContaining('Choisissez un autre nom'), expect.stringContaining('Choose another name')]);
  });
});

describe('a backup that is saved elsewhere', () => {
  it('A8 is not put in the place of a file that somebody else has open', async () => {
    const { folder, save, migrated } = await opened('3-plain');
    const to = join(folder, 'Autre.tierce');
    await writeFile(to, 'à quelqu’un');
    const holder = {
      token: 'autre',
      process: { machine: 'PORTABLE-LÉA', start: 'x', pid: 3, born: null },
      instance: 'i',
      person: 'Léa Martin',
      since: '2026-04-14T12:52:07.000Z',
    };
    await writeFile(join(folder, '.Autre.tierce.tierce-lock'), JSON.stringify(holder));

    expect(await save(migrated, to)).toMatchObject({ failure: { code: 'file-in-use', name: 'Autre.tierce' } });
    expect(await readFile(to, 'utf8')).toBe('à quelqu’un');
  });

  it('A7 A4 leaves everything as it was: the list, the file, no lock; also when one gives up', async () => {
    const { app, folder, file, list, save, migrated } = await opened('3-plain');
    const [now, backups] = [await readFile(file), await list()];
    const given = await save(migrated, null);
    expectOk(await save(migrated, join(folder, 'Avant.tierce')));

    expect(given).toMatchObject({ failure: { code: 'cancelled' } });
    expect([await list(), (await readFile(file)).equals(now), (await readdir(folder)).filter((name) => name.startsWith('.'))]).toEqual([
      backups,
      true,
      [],
    ]);
    expect(app.logged).toEqual([]);
  });

  it('A7 is refused for one that is not in the list', async () => {
    const { folder, save } = await opened('3-plain');

    expect(await save('n9~2026-04-14T12-32-07.000Z~r0~opening~d1~558b784e121e36ac', join(folder, 'x.tierce'))).toMatchObject({
      failure: { code: 'token-unknown' },
    });
  });

  it('A7 A14 is refused where what is attached to it cannot be had, and named as the user knows it', async () => {
    const { app, folder, save, list } = await opened('3-plain');
    const [attached = ''] = await readdir(join(app.data, 'attachments'));
    const [content = ''] = await readdir(join(app.data, 'attachments', attached));
    await writeFile(join(app.data, 'attachments', attached, content), '{');
    const { backupId = '' } = (await list()).find(({ reason }) => reason === 'mine') ?? {};

    expect(await save(backupId, join(folder, 'x.tierce'))).toMatchObject({ failure: { code: 'file-damaged', name: NAME } });
    expect(await readdir(folder)).not.toContain('x.tierce');
  });

  it('A7 A10 says that the disk is full, and leaves nothing of it', async () => {
    let isFull = false;
    const files = {
      ...realFileSystem,
      rename: (from: string, to: string) =>
        isFull && to.endsWith('Avant.tierce') ? Promise.reject(errno('ENOSPC')) : realFileSystem.rename(from, to),
    } as typeof realFileSystem;
    const { folder, save, migrated } = await opened('3-plain', files);
    isFull = true;

    expect(await save(migrated, join(folder, 'Avant.tierce'))).toMatchObject({ failure: { code: 'disk-full', name: 'Avant.tierce' } });
    expect((await readdir(folder)).toSorted()).toEqual(['Documents', 'data']);
  });
});
