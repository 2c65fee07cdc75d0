// I1 L6: Home lists a folder at once from what is known, and reads the rest in the background.
import { ok } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../../main/files/file-system.ts';
import { computer, FOLDER, plain, sealed, slowReader, titles, TODAY } from '../../../support/library-computer.ts';
import { allDone, until } from '../../../support/soon.ts';
import { BUG } from '../../../support/troubled-memory.ts';

describe('a folder', () => {
  it('I1 is told whole at once where it is small', async () => {
    const { begin, put } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('B.TIERCE', plain('Beta', 'file-bbbb'));
    await put('.hidden.tierce', plain('Gamma', 'file-cccc'));
    await put('notes.txt', Buffer.from('x'));
    const { entries, reading, isMissing } = await begin().list(FOLDER, TODAY);

    expect([titles(entries), reading, isMissing]).toEqual([['Alpha', 'Beta'], 0, false]);
  });

  it.each([
    ['EACCES', 'disk-denied'],
    ['EMFILE', 'disk-crowded'],
    ['ENOTDIR', 'file-not-folder'],
    ['EIO', 'disk-failure'],
  ])('I1 that cannot be listed (%s) is no empty one', async (errnoCode, code) => {
    const { begin, put, files } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const readdir = () => Promise.reject(Object.assign(new Error('odd'), { code: errnoCode }));

    expect(await begin({ files: { ...files, readdir } }).whole.list(FOLDER, TODAY)).toMatchObject({ failure: { code, name: 'library' } });
  });

  it('I1 that is not there is said to be missing', async () => {
    expect(await (await computer()).begin().list('/elsewhere', TODAY)).toEqual({ isMissing: true, reading: 0, entries: [] });
  });

  it('I1 C-5 tells of each name why it cannot be read: a folder, a pipe, a foreign file, a name that is no text, one that the disk refuses', async () => {
    const { begin, put, well, files, reads } = await computer();
    await well.mkdir(`${FOLDER}/folder.tierce`);
    await put('foreign.tierce', Buffer.from('[]'.repeat(100)));
    await put('pipe.tierce', Buffer.from('x'));
    await put('loop.tierce', Buffer.from('x'));
    const odd = {
      ...files,
      readdir: async (path: string) => [...(await files.readdir(path)), 'caf\uFFFD.tierce', 'caf\uFFFD.tierce', 'gone.tierce'],
      stat: async (path: string) => {
        if (path.endsWith('loop.tierce')) throw Object.assign(new Error('loop'), { code: 'ELOOP' });
        const look = await files.stat(path);
        return path.endsWith('pipe.tierce') ? { ...look, isFile: () => false, isDirectory: () => false } : look;
      },
    } as unknown as FileSystem;

    const { entries } = await begin({ files: odd }).list(FOLDER, TODAY);

    expect(titles(entries)).toEqual([
      'caf\uFFFD.tierce: file-name-unreadable',
      'folder.tierce: file-is-folder',
      'foreign.tierce: file-not-tierce',
      'loop.tierce: file-link-broken',
      'pipe.tierce: file-not-tierce',
    ]);
    // Of the others nothing is to be read.
    expect(reads.toSorted()).toEqual(['folder', 'foreign', 'pipe'].map((name) => `${FOLDER}/${name}.tierce`));
    expect(entries.find(({ fileName }) => fileName === 'loop.tierce')).toMatchObject({ state: 'unreadable', changedAt: null });
  });

  it('I1 takes none of those that do not say whose they are for copies of one another', async () => {
    const { begin, put, files } = await computer();
    for (const name of ['a.tierce', 'b.tierce', 'loop.tierce']) await put(name, Buffer.from('x'));
    const loop = Object.assign(new Error('loop'), { code: 'ELOOP' });
    const stat = (path: string) => (path.endsWith('loop.tierce') ? Promise.reject(loop) : files.stat(path));
    const { entries } = await begin({ files: { ...files, stat } as unknown as FileSystem }).list(FOLDER, TODAY);

    expect(entries.map((entry) => (entry.state === 'unread' ? null : entry.twins))).toEqual([[], [], []]);
  });

  it('I1 has the last changed first, those of one moment by their names, and those of which no date is known last', async () => {
    const { begin, put, files } = await computer();
    /** The day of April on which each was changed, according to the disk. */
    const days = { none2: Number.NaN, b: 3, c: 3, newest: 9, a: 3, none1: Number.NaN, middle: 5, none3: Number.NaN };
    const nameOf = (stem: string) => `${stem}.tierce`;
    for (const stem of Object.keys(days)) await put(nameOf(stem), Buffer.from('x'));
    const dates = new Map(Object.entries(days).map(([stem, day]) => [`${FOLDER}/${nameOf(stem)}`, Date.UTC(2026, 3, day)]));
    const odd = {
      ...files,
      readdir: async () => Object.keys(days).map(nameOf),
      stat: async (path: string) => {
        const look = await files.stat(path);
        return { ...look, isFile: () => look.isFile(), isDirectory: () => look.isDirectory(), mtimeMs: dates.get(path) ?? look.mtimeMs };
      },
    } as unknown as FileSystem;
    const { entries } = await begin({ files: odd }).list(FOLDER, TODAY);

    expect(entries.map(({ fileName }) => fileName)).toEqual(['newest', 'middle', 'a', 'b', 'c', 'none1', 'none2', 'none3'].map(nameOf));
  });

  it('I1 is listed alike where nothing is kept between starts, and there is nothing to forget', async () => {
    const { begin, put, index } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin({ isIndexed: false });

    const { entries } = await library.list(FOLDER, TODAY);

    expect([titles(entries), await library.forget('file-aaaa'), await index()]).toEqual([['Alpha'], ok(null), '']);
  });

  it.each([0, Date.UTC(1980, 0, 1), Date.UTC(2106, 1, 7), -1, Number.NaN])(
    'I1 C-1 lists a file dated %d, as one of which no date is known',
    async (mtimeMs) => {
      const { begin, put, files } = await computer();
      await put('a.tierce', plain('Alpha', 'file-aaaa'));
      await put('b.tierce', plain('Beta', 'file-bbbb'));
      const stat = async (path: string) => ({
        ...(await files.stat(path)),
        isFile: () => true,
        isDirectory: () => false,
        ...(path.endsWith('a.tierce') ? { mtimeMs } : {}),
      });
      const { entries } = await begin({ files: { ...files, stat } as unknown as FileSystem }).list(FOLDER, TODAY);

      expect(entries.map(({ fileName, changedAt }) => [fileName, changedAt === null])).toEqual([
        ['b.tierce', false],
        ['a.tierce', true],
      ]);
    },
  );

  it('I1 marks the copies of one file everywhere, the sealed ones too', async () => {
    const { begin, put } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('a (conflit).tierce', plain('Alpha', 'file-aaaa'));
    await put('s.tierce', sealed('file-ssss'));
    await put('s (2).tierce', sealed('file-ssss'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    const { entries } = await begin().list(FOLDER, TODAY);
    const twins = Object.fromEntries(entries.map((entry) => [entry.fileName, entry.state === 'unread' ? null : entry.twins]));

    expect(twins).toEqual({
      'a.tierce': ['a (conflit).tierce'],
      'a (conflit).tierce': ['a.tierce'],
      's.tierce': ['s (2).tierce'],
      's (2).tierce': ['s.tierce'],
      'b.tierce': [],
    });
  });

  it('I1 opens what was shown, also after it was listed again', async () => {
    const { begin, put } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    const [first] = (await library.list(FOLDER, TODAY)).entries;
    await library.list(FOLDER, TODAY);

    expect([
      library.pathOf(first?.entryId ?? ''),
      library.fileIdOf(first?.entryId ?? ''),
      library.pathOf('none'),
      library.fileIdOf('none'),
    ]).toEqual([`${FOLDER}/a.tierce`, 'file-aaaa', null, null]);
  });

  it('K5 is not told wrong by a bug', async () => {
    const { begin, put, trouble } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    trouble.before = BUG;

    await expect(begin().list(FOLDER, TODAY)).rejects.toThrow('a bug');
  });
});

describe('a folder that takes long', () => {
  it('L6 is told after a moment as far as it was read, and the rest as it comes', async () => {
    const { begin, put, files, fire, told } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const { reader, answerAll } = slowReader(files);
    const library = begin({ reader });
    const listing = library.list(FOLDER, TODAY);
    await until(() => fire() > 0, 'the end of patience');
    const first = await listing;
    expect([titles(first.entries), first.reading]).toEqual([['a.tierce: unread'], 1]);

    const asked = library.list(FOLDER, TODAY); // asked again meanwhile, it is not read twice
    answerAll();
    expect([titles((await asked).entries), told]).toEqual([['Alpha'], []]);
    fire();
    expect(told).toEqual(['read']);
  });

  it('L6 reads again only what has changed, or is of another day', async () => {
    const { begin, put, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    await library.list(FOLDER, TODAY);
    expect(reads).toHaveLength(2);

    await put('a.tierce', plain('Tout autre', 'file-aaaa'));
    expect([titles((await library.list(FOLDER, TODAY)).entries), reads.length]).toEqual([['Beta', 'Tout autre'], 3]);
    await library.list(FOLDER, calendarDate('2026-04-15'));
    expect(reads).toHaveLength(5);
  });

  it('L6 says nothing more of what a listing has waited for', async () => {
    const { begin, put, fire, told } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    await put('a.tierce', plain('Tout autre', 'file-aaaa'));
    await library.list(FOLDER, TODAY);
    fire();

    expect(told).toEqual([]);
  });

  it('L6 tells the window once of many files that come together, and once more of those that come later', async () => {
    const { begin, put, files, fire, told } = await computer();
    for (const name of ['a', 'b', 'c']) await put(`${name}.tierce`, plain(name, `file-${name.repeat(4)}`));
    const { reader, answerFirst, answerAll } = slowReader(files);
    const library = begin({ reader });
    const listing = library.list(FOLDER, TODAY);
    await until(() => fire() > 0, 'the end of patience');
    expect((await listing).reading).toBe(3);

    answerFirst();
    answerFirst();
    await allDone();
    fire();
    expect(told).toEqual(['read']);
    answerAll();
    await allDone();
    fire();
    expect(told).toEqual(['read', 'read']);
  });
});
