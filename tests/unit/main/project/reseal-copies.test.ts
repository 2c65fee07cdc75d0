// A12 A14: what this computer holds of a file is re-encrypted with the file's key.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { readHead } from '../../../../main/files/file-head.ts';
import { PLAIN_LINES } from '../../../../main/journal/journal-lines.ts';
import { Journal } from '../../../../main/journal/journal.ts';
import { sealedLines } from '../../../../main/journal/sealed-lines.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { resealCopies, type Resealed, sealLeftovers } from '../../../../main/project/reseal-copies.ts';
import { stepAt } from '../../../support/journal-steps.ts';
import {
  attach,
  BACKUPS,
  charterAs,
  CHARTER_SHA,
  CONTENTS,
  failing,
  JOURNAL,
  JOURNALS,
  KEY,
  office,
  retitle,
  RING,
  SECRET,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

const OTHER = Buffer.alloc(32, 9);
const SEALED = sealedLines(HEADER.fileId, KEY);
const plain = { key: null, codec: PLAIN_LINES };
const sealed = { key: KEY, codec: SEALED };
const KEYS = { file: RING, vault: null };
const ASIDE = `${JOURNALS}/set-aside-${HEADER.fileId}~1.jsonl`;
const sealing: Resealed = { fileId: HEADER.fileId, keys: KEYS, from: plain, to: sealed };
const opening: Resealed = { fileId: HEADER.fileId, keys: { file: null, vault: null }, from: sealed, to: plain };

/** Two backups, the newer with an attached content, and a set-aside journal, sealed with this key or unsealed. */
async function copies(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const session = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  await attach(session);
  expectOk(await session.run('c-1', retitle('Un')));
  expectOk(await session.keepBackup('restore'));
  expectOk(await session.close(false));
  const codec = key === null ? PLAIN_LINES : SEALED;
  expectOk(await new Journal(world.well, ASIDE, codec).append([{ kind: 'step', step: stepAt(1) }]));
  await world.well.unlink(JOURNAL);
  const names = async () => (await world.well.readdir(BACKUPS)).filter((name) => name.endsWith('.tierce'));
  const heads = async () =>
    Promise.all((await names()).map(async (name) => (await readHead(world.well, `${BACKUPS}/${name}`))?.keys?.file ?? null));
  const readable = async (under: Uint8Array | null) =>
    Promise.all((await names()).map(async (name) => titleIn((await world.read(`${BACKUPS}/${name}`, under)).document)));
  const contentUnder = async (under: Uint8Array | null) =>
    (await world.services.contents.get(CHARTER_SHA, { fileId: HEADER.fileId, key: under })) !== null;
  const asideUnder = async (under: typeof PLAIN_LINES) => expectOk(await new Journal(world.well, ASIDE, under).read()).length;
  return { ...world, names, heads, readable, contentUnder, asideUnder };
}

describe('copies of a file that was sealed', () => {
  it('A12 A14 come under its key, each with its content and the keys of the file', async () => {
    const { services, heads, readable, contentUnder, asideUnder } = await copies();

    expect(await resealCopies(services, sealing)).toBe(0);
    expect([
      await heads(),
      await readable(KEY),
      await contentUnder(KEY),
      await contentUnder(null),
      await asideUnder(SEALED),
      await asideUnder(PLAIN_LINES),
    ]).toEqual([[RING, RING], ['Enjeux de chaque structure', 'Un'], true, false, 1, 0]);
  });

  it('A12 are in the clear again once the seal is taken off', async () => {
    const { services, heads, readable, contentUnder, asideUnder } = await copies(KEY);

    expect(await resealCopies(services, opening)).toBe(0);
    expect([await heads(), await readable(null), await contentUnder(null), await asideUnder(PLAIN_LINES)]).toEqual([
      [null, null],
      ['Enjeux de chaque structure', 'Un'],
      true,
      1,
    ]);
  });

  it('A12 are brought along again where a crash left some behind, whose content is under the new key already', async () => {
    const { services, readable } = await copies();
    await services.contents.put(HEADER.fileId, charterAs(KEY));

    expect(await resealCopies(services, sealing)).toBe(0);
    expect(await readable(KEY)).toEqual(['Enjeux de chaque structure', 'Un']);
  });
});

describe('copies that cannot be brought along', () => {
  it('A12 are counted: backups that cannot be read, or written', async () => {
    const { services, names, trouble, well: disk } = await copies();
    const [older = ''] = await names();
    failing(trouble, 'rename', (path) => path.startsWith(BACKUPS));
    const unwritten = await resealCopies(services, sealing);
    well(trouble);
    await disk.writeFile(`${BACKUPS}/${older}`, 'noise');

    expect([unwritten, await resealCopies(services, sealing)]).toEqual([2, 1]);
  });

  it('A12 are one where the backups cannot be listed, and one for journals that cannot be looked for', async () => {
    const { services, trouble } = await copies();
    failing(trouble, 'readdir', (path) => path === BACKUPS);
    const unlisted = await resealCopies(services, sealing);
    failing(trouble, 'readdir', (path) => path === JOURNALS);

    expect([unlisted, await resealCopies(services, sealing)]).toEqual([1, 1]);
  });

  it('A12 are journals put aside that cannot be read, or written', async () => {
    const [unread, unwritten] = [await copies(), await copies()];
    failing(unread.trouble, 'readFile', (path) => path === ASIDE);
    failing(unwritten.trouble, 'rename', (path) => path.startsWith(JOURNALS));

    for (const { services, trouble, asideUnder } of [unread, unwritten]) {
      expect(await resealCopies(services, sealing)).toBe(1);
      well(trouble);
      expect([await asideUnder(PLAIN_LINES), await asideUnder(SEALED)]).toEqual([1, 0]);
    }
  });

  it('A12 is the journal of the file, when its session could not bring it along', async () => {
    const { services, trouble, well: disk } = await copies();
    const journal = async (codec: typeof PLAIN_LINES) =>
      expectOk(await new Journal(disk, JOURNAL, codec).append([{ kind: 'step', step: stepAt(1) }]));
    await journal(SEALED);
    const along = await resealCopies(services, sealing);
    failing(trouble, 'readFile', (path) => path === JOURNAL);
    const unread = await resealCopies(services, { ...sealing, from: sealed });
    well(trouble);
    await journal(PLAIN_LINES);

    expect([along, unread, await resealCopies(services, { ...sealing, from: sealed })]).toEqual([0, 1, 1]);
  });

  it('A12 leave a journal alone that is wholly under another seal', async () => {
    const { services, well: disk, asideUnder } = await copies();
    const other = sealedLines(HEADER.fileId, OTHER);
    await disk.unlink(ASIDE);
    expectOk(await new Journal(disk, ASIDE, other).append([{ kind: 'step', step: stepAt(1) }]));
    const before = await disk.readFile(ASIDE);

    expect([await resealCopies(services, sealing), await asideUnder(other)]).toEqual([0, 1]);
    expect((await disk.readFile(ASIDE)).equals(before)).toBe(true);
  });
});

describe('what a crash has left beside a sealed file', () => {
  const leave = async (key: Uint8Array | null) => {
    const world = await copies(key);
    const seal = () => sealLeftovers(world.services, { fileId: HEADER.fileId, keys: KEYS }, KEY);
    return { ...world, seal };
  };

  it('A12 A14 is sealed: backups, contents and journals', async () => {
    const { seal, heads, readable, contentUnder, asideUnder } = await leave(null);
    await seal();

    expect([await heads(), await readable(KEY), await contentUnder(KEY), await asideUnder(SEALED)]).toEqual([
      [RING, RING],
      ['Enjeux de chaque structure', 'Un'],
      true,
      1,
    ]);
  });

  it('A12 is not written once more when it is sealed under these very keys already', async () => {
    const { seal, names, well: disk, is } = await leave(KEY);
    const numbers = async () => Promise.all((await names()).map(async (name) => (await disk.stat(`${BACKUPS}/${name}`)).ino));
    const before = await numbers();
    await seal();

    expect([await numbers(), await is(`${CONTENTS}/${charterAs(KEY).name}`)]).toEqual([before, true]);
  });

  it('A12 gets the keys of the file, where a passphrase that was replaced still opens it', async () => {
    const { services, heads, readable } = await leave(KEY);
    const newer = { ...RING, slots: [...RING.slots, ...RING.slots] };
    await sealLeftovers(services, { fileId: HEADER.fileId, keys: { file: newer, vault: null } }, KEY);

    expect([await heads(), await readable(KEY)]).toEqual([
      [newer, newer],
      ['Enjeux de chaque structure', 'Un'],
    ]);
  });
});
