// A1 A7 A11: an unreadable personal file is reported, never written to, and never joined by a second one.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureText } from '@domain/text/failure-texts.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { testApplication } from '../../support/application.ts';
import { DRAFT } from '../../support/documents.ts';
import { rewriteWithDigest } from '../../support/projects.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';

const PROFILE = {
  name: 'Sonia Nadir',
  function: 'Accompagnatrice',
  organisation: 'Coorace',
  letterhead: '',
  logo: '',
  email: '',
  minutesPerDay: 420,
  scheme: 'coorace',
} as const;
const FILE = 'Mon profil.tierce';

/** A library with a personal file, to which something has happened since. */
async function library(spoil: (path: string) => Promise<unknown> = () => Promise.resolve()) {
  const app = await testApplication();
  expectOk(await app.call('profile.save', { profile: PROFILE }));
  const folder = join(app.documents, 'Tierce');
  await spoil(join(folder, FILE));
  return { ...app, place: folder, path: join(folder, FILE) };
}
const visible = async (folder: string) => (await readdir(folder)).filter((name) => !name.startsWith('.'));

describe('a personal file that cannot be read', () => {
  it.each([
    [
      'of a newer version',
      'file-newer',
      (path: string) => rewriteWithDigest(path, (text) => text.replace(/"formatVersion": \d+/, '"formatVersion": 999')),
    ],
    ['that was cut', 'file-truncated', async (path: string) => writeFile(path, (await readFile(path)).subarray(0, -90))],
    [
      'that was damaged',
      'file-damaged',
      async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('Coorace', 'Cooracé')),
    ],
    ['that is empty', 'file-empty', (path: string) => writeFile(path, '')],
    ['that is something else', 'file-not-tierce', (path: string) => writeFile(path, 'une lettre')],
    [
      'without anybody in it',
      'file-damaged',
      (path: string) => rewriteWithDigest(path, (text) => text.replace(/"profile": \{\n.*\n\}/, '"profile": {}')),
    ],
    [
      'in whose place a folder stands',
      'file-is-folder',
      async (path: string) => {
        await rm(path);
        await mkdir(path);
      },
    ],
  ])('A7 A11 %s is told in words (%s), left as it is, and no second one is made', async (_what, code, spoil) => {
    const { folder, place, path } = await library(spoil);
    const before = await readFile(path).catch(() => null);
    const app = await testApplication({ folder });

    const start = expectOk(await app.call('app.start', {}));
    const refused = await app.call('profile.save', { profile: { ...PROFILE, function: 'Consultante' } });

    expect([start.profile, start.profileFailure?.code, refused.ok ? '' : refused.failure.code]).toEqual([null, code, code]);
    expect([await visible(place), await readFile(path).catch(() => null)]).toEqual([[FILE], before]);
    expect(
      (['fr', 'en'] as const).map((locale) =>
        start.profileFailure === null ? '' : failureText(catalogueOf(locale).failures, start.profileFailure),
      ),
    ).toEqual([expect.stringMatching(/touché|changé/), expect.stringMatching(/touched|changed/)]);
    expect(await app.call('project.create', { draft: DRAFT })).toMatchObject({ ok: true });
  });

  it('A7 A11 is found again once it can be read', async () => {
    const { folder, path } = await library((of) => rename(of, `${of}.ailleurs`));
    await mkdir(path);
    const app = await testApplication({ folder });
    await rm(path, { recursive: true });
    await rename(`${path}.ailleurs`, path);

    const saved = await app.call('profile.save', { profile: { ...PROFILE, function: 'Consultante' } });
    const start = expectOk(await app.call('app.start', {}));

    expect([saved.ok, start.profile?.function, start.profileFailure]).toEqual([true, 'Consultante', null]);
  });

  it.each(['EACCES', 'EBUSY', 'EIO'])('A10 A11 is told when the disk keeps it from us (%s), and its folder too', async (errnoCode) => {
    const { folder, place } = await library();
    const kept = (part: string, call: 'readFile' | 'readdir'): FileSystem => ({
      ...realFileSystem,
      [call]: (path: string, ...rest: readonly never[]) =>
        path.endsWith(part) ? Promise.reject(errno(errnoCode)) : Reflect.apply(realFileSystem[call], realFileSystem, [path, ...rest]),
    });

    for (const files of [kept(FILE, 'readFile'), kept('Tierce', 'readdir')]) {
      const app = await testApplication({ folder, files });
      const start = expectOk(await app.call('app.start', {}));

      expect([start.profile, start.profileFailure?.code]).toEqual([null, expect.stringMatching(/^disk-/)]);
      expect(await app.call('profile.save', { profile: PROFILE })).toMatchObject({ failure: { code: start.profileFailure?.code } });
    }
    expect(await visible(place)).toEqual([FILE]);
  });

  it('A8 that is held elsewhere is read, and not changed', async () => {
    const { folder, place, path } = await library();
    const holder = {
      token: 'autre',
      process: { machine: 'PORTABLE-LÉA', start: 'x', pid: 3, born: null },
      instance: 'i',
      person: 'Léa Martin',
      since: '2026-04-14T12:32:07.000Z',
    };
    await writeFile(join(place, `.${FILE}.tierce-lock`), JSON.stringify(holder));
    const before = await readFile(path);
    const app = await testApplication({ folder, areOthersGone: false });

    const refused = await app.call('profile.save', { profile: { ...PROFILE, function: 'Consultante' } });

    expect([expectOk(await app.call('app.start', {})).profile, refused]).toMatchObject([
      PROFILE,
      { failure: { code: 'file-locked', name: FILE, holder: { person: 'Léa Martin' } } },
    ]);
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('A1 of two personal files the first that can be read is taken', async () => {
    const { folder, place, path } = await library((of) => rename(of, of.replace('profil', 'profil (3)')));
    await writeFile(path, 'une lettre');
    await writeFile(join(place, 'Mon profil (2).tierce'), '');

    const start = expectOk(await (await testApplication({ folder })).call('app.start', {}));

    expect([start.profile, start.profileFailure]).toEqual([PROFILE, null]);
  });

  it('A1 I1 a chosen library that is not there at the start is told, and its personal file is read once it is there again', async () => {
    const { folder, answers, call } = await library();
    const stick = join(folder, 'CLÉ');
    await mkdir(stick);
    answers.push(stick);
    expectOk(await call('library.choose', {}));
    await rename(stick, `${stick} retirée`);

    const app = await testApplication({ folder });
    const start = expectOk(await app.call('app.start', {}));
    expect([start.profile, start.profileFailure]).toEqual([null, { code: 'file-not-found', name: 'CLÉ' }]);
    expect(expectOk(await app.call('library.list', {})).isMissing).toBe(true);

    await rename(`${stick} retirée`, stick);
    expect(expectOk(await app.call('library.list', {})).isMissing).toBe(false);
    const again = expectOk(await app.call('app.start', {}));
    expect([again.profile, again.profileFailure]).toEqual([PROFILE, null]);
  });

  it('A1 is not taken for one that is only named alike', async () => {
    const { folder, place, path, call } = await library();
    await rm(path);
    expectOk(await call('project.create', { draft: { ...DRAFT, title: 'Mon profil de territoire' } }));
    const damaged = join(place, 'Mon profil de territoire.tierce');
    await writeFile(damaged, (await readFile(damaged)).subarray(0, -90));

    const app = await testApplication({ folder });

    expect(expectOk(await app.call('app.start', {})).profileFailure).toBeNull();
    expectOk(await app.call('profile.save', { profile: PROFILE }));
    expect((await visible(place)).toSorted()).toEqual(['Mon profil de territoire.tierce', FILE]);
  });

  it('A1 A11 of a library that is chosen stays as it is, and who is working goes on as before', async () => {
    const app = await library();
    const chosen = await temporaryFolder();
    await writeFile(join(chosen, FILE), '');
    app.answers.push(chosen);

    expectOk(await app.call('library.choose', {}));

    expect([await visible(chosen), await readFile(join(chosen, FILE), 'utf8'), expectOk(await app.call('app.start', {})).profile]).toEqual([
      [FILE],
      '',
      PROFILE,
    ]);
  });
});
