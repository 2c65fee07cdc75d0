// A14 I5: settings that could not be kept are not reported as kept, and an unread settings file is never overwritten.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureText } from '@domain/text/failure-texts.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { testApplication } from '../../support/application.ts';
import { DRAFT } from '../../support/documents.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';

const DARK = { locale: 'en', theme: 'dark', hidesFirstSteps: true, locksAfter: 10 } as const;
const FIRST = { locale: 'fr', theme: 'system', hidesFirstSteps: false, locksAfter: 10 } as const;

/** An application started with a settings file of this content. */
async function startedOn(put: (path: string) => Promise<unknown>, files: FileSystem = realFileSystem) {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  await put(join(data, 'settings.json'));
  const app = await testApplication({ folder, files });
  return {
    ...app,
    shown: async () => expectOk(await app.call('app.start', {})).settings,
    aside: async () => (await readdir(data)).filter((name) => name.startsWith('settings-set-aside')),
  };
}
const text = (content: string) => (path: string) => writeFile(path, content);

describe('settings that cannot be understood', () => {
  it.each([
    ['a list', text('["fr", "dark"]')],
    ['nothing', text('')],
    ['a number', text('12')],
    ['fields of another kind', text('{"locale": 3, "theme": "dark", "libraryFolder": null}')],
    ['a folder that is nowhere in particular', text('{"locale": "en", "theme": "dark", "libraryFolder": "../ailleurs"}')],
    ['more than settings can be', text(`{"locale": "en", "theme": "dark", "libraryFolder": null}${' '.repeat(70_000)}`)],
    ['a folder', (path: string) => mkdir(path)],
  ])('A14 are the first ones; %s is put aside as it was before they are kept anew', async (_what, put) => {
    const { call, folder, data, shown, aside } = await startedOn(put);
    const before = await shown();
    const untouched = await aside();

    const kept = expectOk(await call('settings.save', { settings: DARK }));
    const again = await testApplication({ folder });

    expect([before, untouched, kept]).toEqual([FIRST, [], DARK]);
    expect(expectOk(await again.call('app.start', {})).settings).toEqual(DARK);
    expect(await aside()).toHaveLength(1);
    expectOk(await call('settings.save', { settings: FIRST }));
    expect(await aside()).toHaveLength(1);
    expect(await readFile(join(data, 'settings.json'), 'utf8')).toContain('"libraryFolder": null');
  });

  it('A14 of a newer Tierce are followed as far as they are known, and what is not is put aside, whole', async () => {
    const newer = '{"locale": "en", "theme": "dark", "libraryFolder": null, "density": "close"}';
    const { call, data, shown, aside } = await startedOn(text(newer));

    const before = await shown();
    expectOk(await call('settings.save', { settings: FIRST }));

    expect([before, await readFile(join(data, (await aside())[0] ?? ''), 'utf8')]).toEqual([{ ...DARK, hidesFirstSteps: false }, newer]);
  });

  it('A14 I8 of an earlier Tierce, which knew no first steps, are whole: nothing is put aside', async () => {
    const { call, shown, aside } = await startedOn(text('{"locale": "en", "theme": "dark", "libraryFolder": null}'));

    const before = await shown();
    expectOk(await call('settings.save', { settings: DARK }));

    expect([before, await shown(), await aside()]).toEqual([{ ...DARK, hidesFirstSteps: false }, DARK, []]);
  });

  it('A14 that were kept from us at the start are not forgotten when others are kept', async () => {
    const chosen = await temporaryFolder();
    let isBusy = true;
    const files: FileSystem = {
      ...realFileSystem,
      readFile: ((path: string, how: 'utf8') =>
        isBusy && path.endsWith('settings.json')
          ? Promise.reject(errno('EBUSY'))
          : realFileSystem.readFile(path, how)) as FileSystem['readFile'],
    };
    const { call, folder } = await startedOn(text(JSON.stringify({ ...DARK, libraryFolder: chosen })), files);
    isBusy = false;

    expectOk(await call('settings.save', { settings: FIRST }));

    expect(expectOk(await (await testApplication({ folder })).call('library.list', {})).folderPath).toBe(chosen);
  });
});

describe('settings that cannot be kept', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-denied'],
    ['EIO', 'disk-failure'],
  ])('A14 A10 are refused with their reason (%s), and the earlier ones stay', async (code, failure) => {
    let isBroken = false;
    const files: FileSystem = {
      ...realFileSystem,
      open: (path, flags, mode) =>
        isBroken && String(path).includes('settings') ? Promise.reject(errno(code)) : realFileSystem.open(path, flags, mode),
    };
    const { call, folder, answers, documents } = await testApplication({ files });
    expectOk(await call('settings.save', { settings: DARK }));
    isBroken = true;
    answers.push(await temporaryFolder());

    const refused = await call('settings.save', { settings: FIRST });
    const chosen = await call('library.choose', {});

    expect([refused, chosen]).toMatchObject([{ failure: { code: failure, name: 'settings.json' } }, { failure: { code: failure } }]);
    expect([expectOk(await call('app.start', {})).settings, expectOk(await call('library.list', {})).folderPath]).toEqual([
      DARK,
      join(documents, 'Tierce'),
    ]);
    expect(expectOk(await (await testApplication({ folder })).call('app.start', {})).settings).toEqual(DARK);
  });

  it('A14 A10 are refused where a file stands in the place of their folder, in words', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'data'), 'un fichier');
    const { call } = await testApplication({ folder });

    const refused = await call('settings.save', { settings: DARK });

    expect(refused).toMatchObject({ failure: { code: 'disk-gone' } });
    expect(refused.ok ? [] : (['fr', 'en'] as const).map((locale) => failureText(catalogueOf(locale).failures, refused.failure))).toEqual([
      expect.stringContaining('Remettez-le'),
      expect.stringContaining('Put it back'),
    ]);
  });

  it('A14 keeps two changes that are asked for at once', async () => {
    const { call, folder, answers } = await testApplication();
    const chosen = await temporaryFolder();
    answers.push(chosen);

    await Promise.all([call('library.choose', {}), call('settings.save', { settings: DARK })]);
    const again = await testApplication({ folder });

    expect([expectOk(await again.call('app.start', {})).settings, expectOk(await again.call('library.list', {})).folderPath]).toEqual([
      DARK,
      chosen,
    ]);
  });

  it('A1 says that a library which was chosen is gone, and finds it when it is back', async () => {
    const { call, answers } = await testApplication();
    const chosen = join(await temporaryFolder(), 'Tierce');
    await mkdir(chosen);
    answers.push(chosen);
    expectOk(await call('library.choose', {}));
    await rm(chosen, { recursive: true });

    const gone = expectOk(await call('library.list', {}));
    expectOk(await call('project.create', { draft: DRAFT }));

    expect([gone.isMissing, expectOk(await call('library.list', {})).entries.length]).toEqual([true, 1]);
  });
});
