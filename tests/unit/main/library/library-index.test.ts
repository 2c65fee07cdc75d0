// L6 A12: what is kept of a library between starts is used as far as it is true, and is gone when it is reported gone.
import { emptyDocument } from '@domain/document.ts';
import { expectOk, ok, refuse } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import type { FileSystem } from '../../../../main/files/file-system.ts';
import { readIndex } from '../../../../main/library/index-schema.ts';
import { type EntryReader, readingHere } from '../../../../main/library/read-entry.ts';
import { HEADER } from '../../../support/header.ts';
import { computer, FOLDER, INDEX, plain, sealed, slowReader, thoughtfulReader, titles, TODAY } from '../../../support/library-computer.ts';
import { allDone, until } from '../../../support/soon.ts';
import { failing } from '../../../support/troubled-memory.ts';

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
    await until(() => (fire(), told.length > 0), 'word of what was read');
    expect((await library.list(FOLDER, calendarDate('2026-04-15'))).reading).toBe(0);
  });

  it('L6 of the day before is not shown while one of the files has changed', async () => {
    const { begin, put } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    await begin().list(FOLDER, TODAY);
    await put('b.tierce', plain('Tout autre', 'file-bbbb'));

    expect(titles((await begin().list(FOLDER, calendarDate('2026-04-15'))).entries)).toEqual(['Alpha', 'Tout autre']);
  });

  it('L6 that could not be kept never stands before what was read', async () => {
    const { begin, put, well, trouble, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await well.mkdir('/other');
    const library = begin();
    await library.list(FOLDER, TODAY);
    trouble.before = failing('open', 'ENOSPC', (path) => path.startsWith('/own'));
    await put('a.tierce', plain('Tout autre', 'file-aaaa'));
    await library.list(FOLDER, TODAY);
    await library.list('/other', TODAY);

    expect([titles((await library.list(FOLDER, TODAY)).entries), reads.length]).toEqual([['Tout autre'], 2]);
  });

  it('L6 does not say of a changed file what was read of it before it changed', async () => {
    const { begin, put, files, fire } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const { reader, hasRead, answerAll } = thoughtfulReader(files);
    const library = begin({ reader });
    const before = library.list(FOLDER, TODAY);
    await until(hasRead, 'a file being read');
    fire();
    await before;
    await put('a.tierce', plain('Tout autre', 'file-aaaa'));
    const after = library.list(FOLDER, TODAY);
    await until(() => fire() > 0, 'the end of patience');
    await after;
    answerAll();
    await allDone();

    expect(titles((await begin().list(FOLDER, TODAY)).entries)).toEqual(['Tout autre']);
  });

  it('L6 goes without a protected file whose head could not be read, and has the others', async () => {
    const { begin, put, files, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('s.tierce', sealed('file-ssss'));
    const here = readingHere(files);
    const read: EntryReader['read'] = async (path, today) => {
      const reading = await here.read(path, today);
      return reading.state === 'unreadable' ? { ...reading, fileId: null } : reading;
    };
    await begin({ reader: { ...here, read } }).list(FOLDER, TODAY);
    reads.length = 0;

    expect(titles((await begin().list(FOLDER, TODAY)).entries)).toEqual(['Alpha', 's.tierce: file-sealed']);
    expect(reads).toEqual([`${FOLDER}/s.tierce`]);
  });

  it('L6 is written once for what stays the same', async () => {
    const { begin, put, trouble } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    const written: string[] = [];
    trouble.before = (call, path) => (call === 'rename' ? written.push(path) : undefined);
    await library.list(FOLDER, TODAY);

    expect(written).toEqual([]);
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

  it('L6 is not believed of another folder, though all looks alike there from outside', async () => {
    const { begin, put, well, files } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await begin().list(FOLDER, TODAY);
    await well.mkdir('/other');
    await well.writeFile('/other/a.tierce', plain('Ailleurs', 'file-dddd'));
    const stat = (path: string) => files.stat(path.replace('/other/', `${FOLDER}/`));

    expect(titles((await begin({ files: { ...files, stat } as FileSystem }).list('/other', TODAY)).entries)).toEqual(['Ailleurs']);
  });

  it('L6 says of a sealed file nothing but that it is, and nothing of one that cannot be read', async () => {
    const { begin, put, index } = await computer();
    await put('s.tierce', sealed('file-ssss'));
    await put('broken.tierce', plain('Secrète', 'file-bbbb').subarray(0, -100));
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await begin().list(FOLDER, TODAY);
    const { files } = JSON.parse(await index()) as { readonly files: readonly { readonly name: string; readonly state: string }[] };

    expect(files.map((each) => [each.name, each.state, 'summary' in each])).toEqual([
      ['a.tierce', 'readable', true],
      ['s.tierce', 'sealed', false],
    ]);
    expect(await index()).not.toContain('Secrète');
  });

  it('L6 A12 keeps nothing of a disk that is taken along, nor believes that it is the one that stood there before', async () => {
    const { begin, put, index, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await begin({ isRemovable: true }).list(FOLDER, TODAY);
    expect(await index()).toBe('');

    await begin().list(FOLDER, TODAY);
    reads.length = 0;
    await begin({ isRemovable: true }).list(FOLDER, TODAY);
    expect(reads).toEqual([`${FOLDER}/a.tierce`]);
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

  it('A12 forgets a file before it is said to be forgotten, and that one alone, and does not take it up again', async () => {
    const { begin, put, index, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    reads.length = 0;

    expect(await library.forget('file-aaaa')).toEqual(ok(null));
    expect([(await index()).includes('Alpha'), (await index()).includes('Beta')]).toEqual([false, true]);
    expect([titles((await library.list(FOLDER, TODAY)).entries), (await index()).includes('Alpha')]).toEqual([['Alpha', 'Beta'], false]);
    expect(reads).toEqual([`${FOLDER}/a.tierce`]);
  });

  it('A12 L6 keeps what was read of the others though one is forgotten while it is read', async () => {
    const { begin, put, files, index, fire } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await put('b.tierce', plain('Beta', 'file-bbbb'));
    const { reader, answerAll } = slowReader(files);
    const here = readingHere(files);
    const library = begin({ reader: { ...here, read: (path, today) => (path.endsWith('a.tierce') ? reader : here).read(path, today) } });
    const listing = library.list(FOLDER, TODAY);
    await until(() => fire() > 0, 'the end of patience');
    await listing;
    expectOk(await library.forget('file-aaaa'));
    answerAll();
    await allDone();

    expect([(await index()).includes('Alpha'), (await index()).includes('Beta')]).toEqual([false, true]);
  });

  it('A12 has nothing to write where nothing is kept of a file', async () => {
    const { begin, put, trouble } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    trouble.before = failing('open', 'ENOSPC');

    expect(await library.forget('file-bbbb')).toEqual(ok(null));
  });

  it('A12 does not keep what was being read of a file while it was sealed', async () => {
    const { begin, put, files, index, fire, told } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const { reader, answerAll } = slowReader(files);
    const library = begin({ reader });
    const listing = library.list(FOLDER, TODAY);
    await until(() => fire() > 0, 'the end of patience');
    await listing;
    expectOk(await library.forget('file-aaaa'));
    answerAll();
    await until(() => (fire(), told.length > 0), 'word of what was read');
    let isTold = false;
    const again = library.list(FOLDER, TODAY).finally(() => (isTold = true));
    await until(() => (fire(), isTold), 'another listing');

    expect([titles((await again).entries), (await index()).includes('Alpha')]).toEqual([['a.tierce: unread'], false]);
  });

  it.each([
    ['rename', 'EACCES', 'disk-denied' as const],
    ['mkdir', 'EROFS', 'disk-read-only' as const],
  ])('A12 says when it cannot forget (%s: %s), and reads the file anew', async (call, errnoCode, code) => {
    const { begin, put, trouble, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    const library = begin();
    await library.list(FOLDER, TODAY);
    trouble.before = failing(call, errnoCode);
    reads.length = 0;

    expect(await library.forget('file-aaaa')).toEqual(refuse({ code, name: 'library.json' }));
    await library.list(FOLDER, TODAY);
    expect(reads).toEqual([`${FOLDER}/a.tierce`]);
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
    await well.writeFile(INDEX, '{"version":3,"rows":["Beta"]}');
    expect([await library.forget('file-bbbb'), (await index()).includes('Beta')]).toEqual([ok(null), false]);
    expect(readIndex(await index())).toEqual({ folder: '', files: [] });
  });

  it.each([
    'not json',
    '[]',
    '{"version":1,"folder":"/library","files":[]}',
    '{"version":2,"folder":"/library","files":[{"name":"a.tierce"}]}',
  ])('L6 that is not sound is left aside: %s', async (text) => {
    const { begin, put, well, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    await well.mkdir('/own');
    await well.writeFile(INDEX, text);

    expect([titles((await begin().list(FOLDER, TODAY)).entries), reads.length]).toEqual([['Alpha'], 1]);
  });

  it('L6 that the disk does not take, or give, costs a reading and nothing else', async () => {
    const { begin, put, trouble, reads } = await computer();
    await put('a.tierce', plain('Alpha', 'file-aaaa'));
    trouble.before = failing('open', 'ENOSPC', (path) => path.startsWith('/own'));
    expect(titles((await begin().list(FOLDER, TODAY)).entries)).toEqual(['Alpha']);
    trouble.before = failing('stat', 'EIO', (path) => path.startsWith('/own'));
    expect([titles((await begin().list(FOLDER, TODAY)).entries), reads.length]).toEqual([['Alpha'], 2]);
  });
});
