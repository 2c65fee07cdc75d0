// A8 A14: whatever is in the place of a lock is asked about, and never mistaken for a lock that names a holder.
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureText } from '@domain/text/failure-texts.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { journalPath, setAsideJournals, setAsideName } from '../../../main/journal/journal-names.ts';
import { openSession } from '../../../main/project/open-session.ts';
import { NOW } from '../../support/context.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { projectOnDisk } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';

const document = startedDocument();
const rename = (title: string) =>
  ({ name: 'record.update', args: { table: 'sessions', id: firstId(document.accompaniment.sessions), fields: { title } } }) as const;
const HELD = {
  token: 'autre',
  process: { machine: 'PORTABLE-LÉA', start: 'x', pid: 3, born: null },
  instance: 'i',
  person: 'Léa Martin',
  since: NOW,
};
const says = (content: unknown) => (path: string) => writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));

async function lockedBy(put: (path: string) => Promise<unknown>, files: FileSystem = realFileSystem) {
  const project = await projectOnDisk(document, files);
  const lock = join(project.folder, '.mission.tierce.tierce-lock');
  await put(lock);
  return { ...project, lock };
}

describe('what stands in the place of a lock', () => {
  it.each([
    ['a list', says([HELD])],
    ['nothing', says('')],
    ['half a lock', says(JSON.stringify(HELD).slice(0, 40))],
    ['a lock without a moment', says({ ...HELD, since: 'hier' })],
    ['a lock of no process', says({ ...HELD, process: { ...HELD.process, pid: 1.5 } })],
    ['a lock whose holder is a list', says({ ...HELD, person: ['Léa Martin'] })],
    [
      'ten megabytes',
      async (path: string) => {
        await writeFile(path, JSON.stringify(HELD));
        await truncate(path, 10_000_000);
      },
    ],
    [
      'a folder',
      async (path: string) => {
        await mkdir(path);
        await writeFile(join(path, 'photo.jpg'), 'x');
      },
    ],
  ])('A8 A14 is asked about (%s), and what is then decided is done', async (_what, put) => {
    const project = await lockedBy(put);
    const before = await readFile(project.path);

    const refused = await openSession({ ...project.services, running: processNamed() }, project.path, () => undefined);
    const { session } = await project.open({ how: 'take-over' });
    expectOk(await session.run('c-1', rename('Repris')));
    const state = await session.save();

    expect(refused).toMatchObject({ failure: { code: 'file-locked', holder: { machine: '', person: '', since: null } } });
    expect((['fr', 'en'] as const).map((locale) => (refused.ok ? '' : failureText(catalogueOf(locale).failures, refused.failure)))).toEqual(
      [expect.stringContaining('Rien n’y a été changé'), expect.stringContaining('Nothing in it was changed')],
    );
    expect([state.where, (await readFile(project.path)).equals(before)]).toEqual(['file', false]);
    await session.close(false);
  });

  it('A8 A14 a folder in its place stays with what is in it', async () => {
    const project = await lockedBy((path) => mkdir(path));
    await writeFile(join(project.lock, 'photo.jpg'), 'x');

    const { session } = await project.open({ how: 'take-over' });
    await session.close(false);

    expect(await readdir(project.lock)).toEqual(['photo.jpg']);
  });

  it('A14 reads no more of it than a lock can be', async () => {
    const read: string[] = [];
    const files: FileSystem = {
      ...realFileSystem,
      readFile: ((path: string, how: 'utf8') => {
        read.push(path);
        return realFileSystem.readFile(path, how);
      }) as FileSystem['readFile'],
    };
    const project = await lockedBy(async (path) => {
      await writeFile(path, '');
      await truncate(path, 10_000_000);
    }, files);

    await openSession(project.services, project.path, () => undefined);

    expect(read).not.toContain(project.lock);
  });

  it('A8 is asked about where another user of the computer keeps it from us, on a library that both use', async () => {
    const isKept = (path: unknown): boolean => String(path).endsWith('.mission.tierce.tierce-lock');
    const files: FileSystem = {
      ...realFileSystem,
      readFile: ((path: string, how: 'utf8') =>
        isKept(path) ? Promise.reject(errno('EACCES')) : realFileSystem.readFile(path, how)) as FileSystem['readFile'],
    };
    const project = await lockedBy(says(HELD), files);
    const [file, lock] = [await readFile(project.path), await readFile(project.lock)];

    const refused = await openSession(project.services, project.path, () => undefined);

    expect(refused).toMatchObject({ failure: { code: 'file-locked', holder: { person: '', where: 'elsewhere' } } });
    expect([(await readFile(project.path)).equals(file), (await readFile(project.lock)).equals(lock)]).toEqual([true, true]);
  });
});

describe('journals that were put aside', () => {
  it('A14 A16 belong to the file whose id they bear, and to none whose id begins alike', async () => {
    const folder = await temporaryFolder();
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const [mine, longer, shorter] = ['mission-1', 'mission-1-bis', 'mission'].map((id) => setAsideName(journalPath(folder, id), uuid));
    const old = [`set-aside-mission-1-${uuid}.jsonl`, `set-aside-mission-1-bis-${uuid}.jsonl`];
    const others = [
      'set-aside-mission-1~.jsonl',
      'set-aside-mission-1~a~b.jsonl',
      'set-aside-mission-1.jsonl',
      `xset-aside-mission-1~${uuid}.jsonl`,
      `set-aside-mission-1~${uuid}.jsonl.tierce-tmp`,
    ];
    for (const name of [mine, longer, shorter, ...old, ...others]) await writeFile(join(folder, name ?? ''), '');

    const found = await Promise.all(
      ['mission-1', 'mission-1-bis', 'missio', 'mission-1-'].map(async (id) =>
        expectOk(await setAsideJournals(realFileSystem, folder, id)).toSorted(),
      ),
    );

    expect(found).toEqual(
      [[mine, old[0]], [longer, old[1]], [], []].map((names) => names.map((name) => join(folder, name ?? '')).toSorted()),
    );
  });
});
