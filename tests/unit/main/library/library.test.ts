// I1 L6: Home lists a folder at once from what is known, and reads the rest in the background.
import type { LibraryEntry } from '@contract/channels.ts';
import { emptyDocument } from '@domain/document.ts';
import { expectOk, ok, refuse } from '@domain/result.ts';
import { type CalendarDate, calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { type FileHeader, serialiseProject } from '../../../../main/files/envelope.ts';
import type { FileSystem } from '../../../../main/files/file-system.ts';
import { Library } from '../../../../main/library/library.ts';
import { LibraryIndex } from '../../../../main/library/library-index.ts';
import { type EntryReader, readingHere } from '../../../../main/library/read-entry.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { countedIds } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import { HEADER } from '../../../support/header.ts';
import { KEY, RING } from '../../../support/memory-office.ts';
import { BUG, failing, troubledMemory } from '../../../support/troubled-memory.ts';
import { handTimers } from '../../../support/worlds.ts';

const TODAY = calendarDate('2026-04-14');
const FOLDER = '/library';
const INDEX = '/own/library.json';

const plain = (title: string, fileId: string) => serialiseProject({ header: { ...HEADER, fileId }, document: startedDocument({ title }) }, null);
const sealed = (fileId: string) => {
  const header: FileHeader = { ...HEADER, fileId, keys: { file: RING, vault: null } };
  return serialiseProject({ header, document: startedDocument() }, new FileSealer(fileId, KEY));
};

type Options = { readonly isRemovable?: boolean; readonly reader?: EntryReader; readonly files?: FileSystem };

async function computer() {
  const world = troubledMemory();
  await world.well.mkdir(FOLDER);
  const { later, fire } = handTimers();
  /** Paths that were read, by each program that was started. */
  const reads: string[] = [];
  const told: string[] = [];
  const begin = ({ isRemovable = false, reader, files = world.files }: Options = {}) => {
    const inner = reader ?? readingHere(files);
    const newId = countedIds('entry');
    const library = new Library({
      files, newId, later, index: new LibraryIndex({ files, path: INDEX, newId }), isRemovable: () => isRemovable, onRead: () => told.push('read'),
      reader: { ...inner, read: (path, today) => (reads.push(path), inner.read(path, today)) },
    });
    return {
      list: async (folder: string, today: CalendarDate) => expectOk(await library.list(folder, today)),
      pathOf: (entryId: string) => library.pathOf(entryId),
      fileIdOf: (entryId: string) => library.fileIdOf(entryId),
      forget: (fileId: string) => library.forget(fileId),
      whole: library,
    };
  };
  const put = (name: string, bytes: Buffer) => world.well.writeFile(`${FOLDER}/${name}`, bytes);
  const index = async () => world.well.readFile(INDEX, 'utf8').catch(() => '');
  return { ...world, fire, reads, told, begin, put, index };
}

/** A reader that answers when it is told to. */
function slowReader(files: FileSystem) {
  const waiting: (() => void)[] = [];
  const reader: EntryReader = {
    read: async (path, today) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return readingHere(files).read(path, today);
    },
    stop: () => Promise.resolve(),
  };
  return { reader, answerAll: () => waiting.splice(0).forEach((answer) => answer()) };
}

const titles = (entries: readonly LibraryEntry[]) => entries.map((entry) => (entry.state === 'readable' ? entry.summary.title : `${entry.fileName}: ${entry.state === 'unread' ? 'unread' : entry.failure.code}`)).toSorted();

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

  it.each([['EACCES', 'disk-denied'], ['EMFILE', 'disk-crowded'], ['ENOTDIR', 'file-not-folder'], ['EIO', 'disk-failure']])('I1 that cannot be listed (%s) is no empty one', async (errnoCode, code) => {
    const { begin, put, files } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const readdir = () => Promise.reject(Object.assign(new Error('odd'), { code: errnoCode }));

    expect(await begin({ files: { ...files, readdir } }).whole.list(FOLDER, TODAY)).toMatchObject({ failure: { code, name: 'library' } });
  });

  it('I1 that is not there is said to be missing', async () => {
    expect(await (await computer()).begin().list('/elsewhere', TODAY)).toEqual({ isMissing: true, reading: 0, entries: [] });
  });

  it('I1 C-5 tells of each name why it cannot be read: a folder, a pipe, a foreign file, a name that is no text, one that the disk refuses', async () => {
    const { begin, put, well, files } = await computer();
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

    expect(titles((await begin({ files: odd }).list(FOLDER, TODAY)).entries)).toEqual([
      'caf\uFFFD.tierce: file-name-unreadable', 'folder.tierce: file-is-folder', 'foreign.tierce: file-not-tierce', 'loop.tierce: file-link-broken', 'pipe.tierce: file-not-tierce',
    ]);
  });

  it.each([0, Date.UTC(1980, 0, 1), Date.UTC(2106, 1, 7), -1, Number.NaN])('I1 C-1 lists a file dated %d, as one of which no date is known', async (mtimeMs) => {
    const { begin, put, files } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    const stat = async (path: string) => ({ ...(await files.stat(path)), isFile: () => true, isDirectory: () => false, ...(path.endsWith('a.tierce') ? { mtimeMs } : {}) });
    const { entries } = await begin({ files: { ...files, stat } as unknown as FileSystem }).list(FOLDER, TODAY);

    expect(entries.map(({ fileName, changedAt }) => [fileName, changedAt === null])).toEqual([['b.tierce', false], ['a.tierce', true]]);
  });

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
      'a.tierce': ['a (conflit).tierce'], 'a (conflit).tierce': ['a.tierce'], 's.tierce': ['s (2).tierce'], 's (2).tierce': ['s.tierce'], 'b.tierce': [],
    });
  });

  it('I1 opens what was shown, also after it was listed again', async () => {
    const { begin, put } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    const [first] = (await library.list(FOLDER, TODAY)).entries;
    await library.list(FOLDER, TODAY);

    expect([library.pathOf(first?.entryId ?? ''), library.fileIdOf(first?.entryId ?? ''), library.pathOf('none'), library.fileIdOf('none')]).toEqual([
      `${FOLDER}/a.tierce`, 'file-aaaa', null, null,
    ]);
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
    await waitFor(() => fire() > 0);
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
});

describe('the index', () => {
  it('L6 tells a folder at the next start without a file being read', async () => {
    const { begin, put, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('s.tierce', sealed('file-ssss'));
    const before = await begin().list(FOLDER, TODAY);
    reads.length = 0;
    const after = await begin().list(FOLDER, TODAY);

    expect([after, reads]).toEqual([before, []]);
    expect(titles(after.entries)).toEqual(['Alpha', 's.tierce: file-sealed']);
  });

  it('L6 of the day before is shown until the files are read again', async () => {
    const { begin, put, files, fire, told } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await begin().list(FOLDER, TODAY);
    fire();
    const { reader, answerAll } = slowReader(files);
    const library = begin({ reader });
    const listing = await library.list(FOLDER, calendarDate('2026-04-15'));
    expect([titles(listing.entries), listing.reading, told]).toEqual([['Alpha'], 1, []]);

    answerAll();
    await waitFor(() => (fire(), told.length > 0));
    expect((await library.list(FOLDER, calendarDate('2026-04-15'))).reading).toBe(0);
  });

  it('L6 knows a protected file and a personal one on any day, and reads neither at the start', async () => {
    const { begin, put, reads } = await computer();
    await put('s.tierce', sealed('file-ssss'));
    await put('Mon profil.tierce', serialiseProject({ header: HEADER, document: emptyDocument('person') }, null));
    await begin().list(FOLDER, TODAY);
    reads.length = 0;

    expect(titles((await begin().list(FOLDER, calendarDate('2026-04-15'))).entries)).toEqual(['s.tierce: file-sealed']);
    expect(reads).toEqual([]);
  });

  it('L6 is not believed of a file that was changed since, nor of another folder', async () => {
    const { begin, put, well, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await begin().list(FOLDER, TODAY);
    await put('a.tierce', plain('Tout autre', 'file-aaaa'));
    expect(titles((await begin().list(FOLDER, TODAY)).entries)).toEqual(['Tout autre']);

    await well.mkdir('/other');
    await well.writeFile('/other/a.tierce', plain('Ailleurs', 'file-dddd'));
    reads.length = 0;
    expect([titles((await begin().list('/other', TODAY)).entries), reads]).toEqual([['Ailleurs'], ['/other/a.tierce']]);
  });

  it('L6 says of a sealed file nothing but that it is, and nothing of one that cannot be read', async () => {
    const { begin, put, index } = await computer();
    await put('s.tierce', sealed('file-ssss'));
    await put('broken.tierce', plain('Secrète', 'file-bbbb').subarray(0, -100));
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await begin().list(FOLDER, TODAY);
    const { files } = JSON.parse(await index()) as { readonly files: readonly { readonly name: string; readonly state: string }[] };

    expect(files.map((each) => [each.name, each.state, 'summary' in each])).toEqual([['a.tierce', 'readable', true], ['s.tierce', 'sealed', false]]);
    expect(await index()).not.toContain('Secrète');
  });

  it('L6 A12 keeps nothing of a disk that is taken along', async () => {
    const { begin, put, index } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await begin({ isRemovable: true }).list(FOLDER, TODAY);

    expect(await index()).toBe('');
  });

  it('L6 keeps nothing of a file that has gone', async () => {
    const { begin, put, index, well } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    await well.unlink(`${FOLDER}/a.tierce`);
    await library.list(FOLDER, TODAY);

    expect([(await index()).includes('Alpha'), (await index()).includes('Beta')]).toEqual([false, true]);
  });

  it('A12 forgets a file before it is said to be forgotten, and does not take it up again', async () => {
    const { begin, put, index } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    const library = begin();
    await library.list(FOLDER, TODAY);

    expect(await library.forget('file-aaaa')).toEqual(ok(null));
    expect([(await index()).includes('Alpha'), (await index()).includes('Beta')]).toEqual([false, true]);
    expect([titles((await library.list(FOLDER, TODAY)).entries), (await index()).includes('Alpha')]).toEqual([['Alpha', 'Beta'], false]);
  });

  it('A12 does not keep what was being read of a file while it was sealed', async () => {
    const { begin, put, files, index, fire, told } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const { reader, answerAll } = slowReader(files);
    const library = begin({ reader });
    const listing = library.list(FOLDER, TODAY);
    await waitFor(() => fire() > 0);
    await listing;
    expectOk(await library.forget('file-aaaa'));
    answerAll();
    await waitFor(() => (fire(), told.length > 0));
    let isTold = false;
    const again = library.list(FOLDER, TODAY).finally(() => (isTold = true));
    await waitFor(() => (fire(), isTold));

    expect([titles((await again).entries), (await index()).includes('Alpha')]).toEqual([['a.tierce: unread'], false]);
  });

  it('A12 says when it cannot forget', async () => {
    const { begin, put, trouble } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    trouble.before = failing('rename', 'EACCES');

    expect(await library.forget('file-aaaa')).toEqual(refuse({ code: 'disk-denied', name: 'library.json' }));
  });

  it('A12 says when it cannot tell whether there is anything to forget, and leaves none that nobody can read', async () => {
    const { begin, put, trouble, well, index } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    expect(await library.forget('file-aaaa')).toEqual(ok(null));
    await library.list(FOLDER, TODAY);
    trouble.before = failing('readFile', 'EIO', (path) => path === INDEX);
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    expect(await library.forget('file-bbbb')).toEqual(refuse({ code: 'disk-failure', name: 'library.json', cause: 'EIO' }));

    trouble.before = () => undefined;
    await well.writeFile(INDEX, '{"version":2,"rows":["Beta"]}');
    expect([await library.forget('file-bbbb'), (await index()).includes('Beta')]).toEqual([ok(null), false]);
  });

  it.each(['not json', '[]', '{"version":2,"folder":"/library","files":[]}', '{"version":1,"folder":"/library","files":[{"name":"a.tierce"}]}'])(
    'L6 that is not sound is left aside: %s',
    async (text) => {
      const { begin, put, well, reads } = await computer();
      await put('a.tierce', plain('Alpha', 'file-aaaa'));
      await well.mkdir('/own');
      await well.writeFile(INDEX, text);

      expect([titles((await begin().list(FOLDER, TODAY)).entries), reads.length]).toEqual([['Alpha'], 1]);
    },
  );

  it('L6 that the disk does not take, or give, costs a reading and nothing else', async () => {
    const { begin, put, trouble, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    trouble.before = failing('open', 'ENOSPC', (path) => path.startsWith('/own'));
    expect(titles((await begin().list(FOLDER, TODAY)).entries)).toEqual(['Alpha']);
    trouble.before = failing('stat', 'EIO', (path) => path.startsWith('/own'));
    expect([titles((await begin().list(FOLDER, TODAY)).entries), reads.length]).toEqual([['Alpha'], 2]);
  });
});

/** Waits until something asked to be waited for has begun. */
async function waitFor(isThere: () => boolean): Promise<void> {
  while (!isThere()) await Promise.resolve();
}
