// A12 A2: the journal of a file as its opening reads it.
// What a crash left unencrypted beside a sealed file is sealed or removed, and nothing else.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../main/journal/journal-entry.ts';
import { lineOf } from '../../../../main/journal/journal-lines.ts';
import { JOURNAL_ENDING } from '../../../../main/journal/journal-names.ts';
import { journalOf, journalPathOf, readJournal } from '../../../../main/journal/journal-of-file.ts';
import { NO_HOLDER } from '../../../../main/journal/journal.ts';
import { countedIds } from '../../../support/context.ts';
import { digest, mark, noted, stepAt } from '../../../support/journal-steps.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const ID = 'test-file-1';
const KEY = Buffer.alloc(32, 7);
const HOLDER = { ...NO_HOLDER, token: 'second' };
const OF_A = { fileId: ID, key: KEY, digest: digest('a'), holder: HOLDER };
const [ONE, TWO, THREE] = [1, 2, 3].map((revision) => noted(stepAt(revision), 'first')) as [JournalEntry, JournalEntry, JournalEntry];
const SAVED = mark('saved', 1, digest('a'), 'first');

type Part = { readonly key: Uint8Array | null; readonly entries: readonly JournalEntry[] };
const clear = (...entries: readonly JournalEntry[]): Part => ({ key: null, entries });
const sealed = (...entries: readonly JournalEntry[]): Part => ({ key: KEY, entries });

/** A journal whose parts were noted one after the other. */
async function standing(...parts: readonly Part[]) {
  const world = troubledMemory();
  const place = { files: world.files, journalFolder: '/journals', newId: countedIds('n') };
  for (const { key, entries } of parts) {
    const journal = journalOf({ ...place, files: world.well }, ID, key);
    expectOk(await journal.append(entries));
    await journal.close();
  }
  const text = async () => world.well.readFile(journalPathOf(place, ID), 'utf8');
  return { ...world, place, text };
}

describe('the journal of a file', () => {
  it('A2 lies in the folder of journals under the id of the file, in the clear as the file is', async () => {
    const { place, text } = await standing(clear(ONE));

    const { journal, entries } = expectOk(await readJournal(place, { ...OF_A, key: null }));
    expectOk(await journal.append([{ kind: 'held', revision: 1 }]));

    expect([journalPathOf(place, ID), entries]).toEqual([`/journals/${ID}${JOURNAL_ENDING}`, [ONE]]);
    expect(await text()).toContain('"by":"second","kind":"held"');
  });

  it('A2 keeps what it cannot read beside a file in the clear, and tells of it', async () => {
    const { place, text } = await standing(clear(ONE, SAVED), sealed(TWO));
    const before = await text();

    const { journal, entries } = expectOk(await readJournal(place, { ...OF_A, key: null }));

    expect([entries, journal.holdsForeign, await text()]).toEqual([[ONE, SAVED], true, before]);
  });

  it('A2 of a file in the clear keeps each line under a seal, also when there are as many of the one as of the other', async () => {
    const { place, text } = await standing(sealed(TWO), clear(SAVED));
    const before = await text();

    const { entries } = expectOk(await readJournal(place, { ...OF_A, key: null }));

    expect([entries, await text()]).toEqual([[SAVED], before]);
  });

  it('A12 of a sealed one is not written anew when all is under its seal', async () => {
    const { place, text } = await standing(sealed(ONE, SAVED));
    const before = await text();

    const { journal, entries } = expectOk(await readJournal(place, OF_A));

    expect([entries, journal.holdsForeign, await text()]).toEqual([[ONE, SAVED], false, before]);
  });

  it('A12 A2 lets go of lines in the clear before the mark of what the file holds', async () => {
    const { place, text } = await standing(clear(ONE), sealed(ONE, SAVED, TWO));

    const { journal, entries } = expectOk(await readJournal(place, OF_A));

    expect([entries, journal.holdsForeign]).toEqual([[ONE, SAVED, TWO], false]);
    expect(await text()).not.toContain('Pas ');
    expect(expectOk(await journalOf(place, ID, KEY).read())).toEqual([ONE, SAVED, TWO]);
  });

  it('A2 A12 lets go of a mark in the clear of a content that never came, since the seal stayed', async () => {
    const { place, text } = await standing(sealed(ONE, SAVED, TWO), clear(mark('saving', 2, digest('b'), 'first')), sealed(THREE));

    const { journal, entries } = expectOk(await readJournal(place, OF_A));

    expect([entries, journal.holdsForeign]).toEqual([[ONE, SAVED, TWO, THREE], false]);
    expect(await text()).not.toContain('saving');
  });

  it('A2 A12 keeps lines that came after that mark, under whatever seal: they may be in no file', async () => {
    const { place, text } = await standing(sealed(ONE, SAVED), clear(TWO), sealed(THREE));
    const before = await text();

    const { journal, entries } = expectOk(await readJournal(place, OF_A));

    expect([entries, journal.holdsForeign, await text()]).toEqual([[ONE, SAVED, THREE], true, before]);
  });

  it('A2 A12 brings the whole journal under the seal when the file was sealed and holds all that stands in the clear', async () => {
    const { place, text } = await standing(clear(ONE, SAVED), sealed(TWO));

    const { journal, entries } = expectOk(await readJournal(place, OF_A));

    expect([entries, journal.holdsForeign]).toEqual([[ONE, SAVED, TWO], false]);
    expect(await text()).not.toContain('Pas ');
    expect(expectOk(await journalOf(place, ID, KEY).read())).toEqual([ONE, SAVED, TWO]);
  });

  it.each([
    ['more stands in the clear than the file holds', [clear(ONE, SAVED, TWO)]],
    ['the file is not known in the clear', [clear(ONE, mark('saved', 1, digest('b'), 'first'))]],
    ['lines in the clear stand after those that are sealed', [sealed(TWO), clear(ONE, SAVED), sealed(THREE), clear(THREE)]],
  ])('A2 A12 leaves everything as it stands, and tells of it, when %s', async (_, parts) => {
    const { place, text } = await standing(...parts);
    const before = await text();

    const { journal, entries } = expectOk(await readJournal(place, OF_A));

    expect([journal.holdsForeign, await text()]).toEqual([true, before]);
    expect(entries).toEqual(expectOk(await journalOf(place, ID, KEY).read()));
  });

  it.each([
    ['before the mark of what the file holds', (other: Part) => [clear(ONE), other, sealed(ONE, SAVED, TWO)]],
    ['among those in the clear of a file that was sealed since', (other: Part) => [other, clear(ONE, SAVED), sealed(TWO)]],
  ])('A2 A12 never drops a line under yet another seal, also %s', async (_, parts) => {
    const { place, text } = await standing(...parts({ key: Buffer.alloc(32, 8), entries: [THREE] }));
    const before = await text();

    expectOk(await readJournal(place, OF_A));

    expect(await text()).toBe(before);
  });

  it('A2 A10 says why it cannot be read, and keeps all its lines when they cannot be brought under the seal', async () => {
    const { place, text, trouble } = await standing(clear(ONE, SAVED), sealed(TWO));
    const before = await text();
    trouble.before = (call) => (call === 'rename' ? Promise.reject(errno('EROFS')) : undefined);
    const { entries } = expectOk(await readJournal(place, OF_A));
    trouble.before = () => Promise.reject(errno('EIO'));

    expect(await readJournal(place, OF_A)).toMatchObject({ failure: { code: 'disk-failure', name: '/journal' } });
    expect([entries, await text()]).toEqual([[ONE, SAVED, TWO], before]);
  });

  it('A2 A12 reads no more than the first time when the second look fails', async () => {
    const { place, trouble } = await standing(clear(ONE, SAVED), sealed(TWO));
    let looks = 0;
    trouble.before = (call, path) =>
      call === 'readFile' && path.endsWith(JOURNAL_ENDING) && (looks += 1) > 1 ? Promise.reject(errno('EIO')) : undefined;

    const { journal, entries } = expectOk(await readJournal(place, OF_A));

    expect([entries, journal.holdsForeign]).toEqual([[TWO], true]);
  });

  it('A14 A2 is told as holding something foreign when a whole line is none of ours', async () => {
    const { place, well } = await standing(sealed(ONE, SAVED));
    await well.writeFile(
      journalPathOf(place, ID),
      Buffer.concat([await well.readFile(journalPathOf(place, ID)), Buffer.from(lineOf('{"kind":"step"}'))]),
    );

    expect(expectOk(await readJournal(place, OF_A)).journal.holdsForeign).toBe(true);
  });
});
