// A12 E1 A14: other keys for an open file, done once the file itself has them.
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { PLAIN_LINES } from '../../../../main/journal/journal-lines.ts';
import { Journal } from '../../../../main/journal/journal.ts';
import { sealedLines } from '../../../../main/journal/sealed-lines.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import {
  attach,
  BACKUPS,
  CHARTER,
  CHARTER_SHA,
  failing,
  FOLDER,
  JOURNAL,
  KEY,
  office,
  PATH,
  retitle,
  RING,
  SECRET,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

const SEALED = sealedLines(HEADER.fileId, KEY);
const PLAIN_KEYS = { file: null, vault: null };
const KEYS = { file: RING, vault: null };
const protection = { key: KEY, keys: KEYS, nonce: 'nonce-1', copiesFirst: null };
const noProtection = { key: null, keys: PLAIN_KEYS, nonce: 'nonce-2', copiesFirst: () => Promise.resolve(ok(null)) };

async function opened(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const session = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  await attach(session);
  await session.save();
  expectOk(await session.run('c-1', retitle('Un')));
  const linesUnder = async (codec: typeof PLAIN_LINES) => expectOk(await new Journal(world.well, JOURNAL, codec).read()).length;
  return { ...world, session, linesUnder };
}

describe('protecting a file', () => {
  it('A12 A14 seals the file, what is attached to it and its journal, and is done once they are so', async () => {
    const { session, read, well: disk, linesUnder, is } = await opened();
    const reply = expectOk(
      await session.keys.reseal('k-1', async (keys) => ({
        ok: true,
        value: { ...protection, keys: { ...protection.keys, vault: keys.vault } },
      })),
    );

    expect(reply).toEqual({ revision: 3, changes: [], label: { command: 'file.reseal', table: null, title: '' } });
    expect([session.key, session.header.keys, session.saveState.where]).toEqual([KEY, KEYS, 'file']);
    const sealed = await read(PATH, KEY);
    expect([titleIn(sealed.document), sealed.header.keys, sealed.header.revision]).toEqual(['Un', KEYS, 3]);
    expect((await disk.readFile(PATH)).includes(CHARTER.toString('base64'))).toBe(false);
    expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
    expect([await linesUnder(PLAIN_LINES), await is(JOURNAL)]).toEqual([0, true]);
    expect(await linesUnder(SEALED)).toBeGreaterThan(2);
    expect(session.undoState.undo?.command).toBe('record.update'); // the act is not undone, and blocks no other undo
  });

  it('A12 takes the seal off again, with a key that opened it', async () => {
    const { session, read, linesUnder } = await opened(KEY);
    expectOk(await session.keys.reseal('k-1', async () => ({ ok: true, value: noProtection })));

    expect([session.key, titleIn((await read()).document)]).toEqual([null, 'Un']);
    expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
    expect([await linesUnder(SEALED), (await linesUnder(PLAIN_LINES)) > 2]).toEqual([0, true]);
  });

  it('A12 is not begun when no keys were made', async () => {
    const { session } = await opened();
    const refused = { ok: false, failure: { code: 'protection-exists' } } as const;

    expect(await session.keys.reseal('k-1', async () => refused)).toEqual(refused);
    expect([session.key, session.revision]).toEqual([null, 2]);
  });

  it('A12 A10 leaves the file as it was when it cannot be written, and what is written later is not sealed', async () => {
    const { session, trouble, read, linesUnder } = await opened();
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const refused = await session.keys.reseal('k-1', async () => ({ ok: true, value: protection }));
    well(trouble);

    expect(refused).toMatchObject({ ok: false, failure: { code: 'disk-failure' } });
    expect([session.key, session.header.keys, session.contents.contentOf(CHARTER_SHA, 'x')]).toEqual([
      null,
      PLAIN_KEYS,
      { ok: true, value: CHARTER },
    ]);
    expect(await session.save()).toMatchObject({ where: 'file' });
    expect([(await read()).header.keys, await linesUnder(SEALED)]).toEqual([PLAIN_KEYS, 0]);
  });

  it('A12 A14 leaves the file as it was when what is attached does not open', async () => {
    const { session } = await opened(KEY);
    await session.contents.holdAll(
      new Map([[CHARTER_SHA, { bytes: 5, encoded: Buffer.from('b3RoZXI='), name: CHARTER_SHA, isSealed: true }]]),
      { fileId: HEADER.fileId, key: KEY },
    );

    expect(await session.keys.reseal('k-1', async () => ({ ok: true, value: noProtection }))).toEqual({
      ok: false,
      failure: { code: 'seal-broken' },
    });
    expect([session.key, session.revision]).toEqual([KEY, 2]);
  });

  it('A12 is refused for a file that is only looked at', async () => {
    const world = office();
    await world.write();
    const { projects } = world.processOf();
    const { documentId } = expectOk(await projects.look({ path: PATH, from: PATH }, { why: 'locked' }));

    expect(await projects.session(documentId).keys.reseal('k-1', async () => ({ ok: true, value: protection }))).toMatchObject({
      failure: { code: 'file-read-only' },
    });
  });
});

describe('other keys for the same seal', () => {
  const again = { file: { ...RING, slots: [...RING.slots, ...RING.slots] }, vault: null };

  it('A12 E1 stand in the file and in a backup before they are called done', async () => {
    const { session, read, well: disk } = await opened(KEY);
    const reply = expectOk(await session.keys.rekey('k-1', async () => ({ ok: true, value: again })));

    expect(reply).toMatchObject({ revision: 3, changes: [], label: { command: 'vault.rekey', table: null, title: '' } });
    expect([(await read(PATH, KEY)).header.keys, session.header.keys, session.key]).toEqual([again, again, KEY]);
    const [backup = ''] = (await disk.readdir(BACKUPS)).filter((name) => name.includes('~keys~'));
    expect((await read(`${BACKUPS}/${backup}`, KEY)).header).toMatchObject({ keys: again, revision: 3 });
  });

  it('A12 are made from those of before, and are as they were when none were made', async () => {
    const { session } = await opened(KEY);
    const seen: unknown[] = [];
    const refused = { ok: false, failure: { code: 'passphrase-wrong' } } as const;

    expect(await session.keys.rekey('k-1', async (keys) => (seen.push(keys), refused))).toEqual(refused);
    expect([seen, session.header.keys, session.revision]).toEqual([[KEYS], KEYS, 2]);
  });

  it('A12 A10 are those of before when the file cannot be written, now and later, and no backup says otherwise', async () => {
    const { session, trouble, read, well: disk } = await opened(KEY);
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const refused = await session.keys.rekey('k-1', async () => ({ ok: true, value: again }));
    well(trouble);

    expect([refused, session.header.keys]).toMatchObject([{ ok: false, failure: { code: 'disk-failure' } }, KEYS]);
    await session.save();
    expect((await read(PATH, KEY)).header.keys).toEqual(KEYS);
    expect((await disk.readdir(BACKUPS)).filter((name) => name.includes('~keys~'))).toEqual([]);
  });

  it('A2 E1 that no backup could take stand in the file alone: what comes is safe in the file, and on this computer once one holds them', async () => {
    const { session, trouble, read, well: disk } = await opened(KEY);
    await session.save();
    failing(trouble, 'rename', (path) => path.startsWith(BACKUPS), 'ENOSPC');
    expectOk(await session.keys.rekey('k-1', async () => ({ ok: true, value: again })));
    const told = session.backupFailure;
    expectOk(await session.run('c-2', retitle('Deux')));
    const unkept = session.saveState;
    const saved = await session.save();
    well(trouble);
    expectOk(await session.run('c-3', retitle('Trois')));

    expect([told?.code, unkept, saved.where]).toMatchObject(['disk-full', { where: 'failing', isSafeHere: false }, 'file']);
    expect([session.saveState, session.backupFailure]).toMatchObject([{ where: 'journal', isSafeHere: true }, null]);
    const kept = await Promise.all(
      (await disk.readdir(BACKUPS))
        .filter((name) => name.endsWith('.tierce'))
        .map(async (name) => (await read(`${BACKUPS}/${name}`, KEY)).header),
    );
    expect(kept.find(({ keys }) => keys.file?.slots.length === again.file.slots.length)?.revision).toBe(4);
  });

  it('A2 that a backup has taken call for no other one', async () => {
    const { session, well: disk } = await opened(KEY);
    expectOk(await session.keys.rekey('k-1', async () => ({ ok: true, value: again })));
    const before = await disk.readdir(BACKUPS);
    expectOk(await session.run('c-2', retitle('Deux')));

    expect([session.saveState.where, await disk.readdir(BACKUPS), session.backupFailure]).toEqual(['journal', before, null]);
  });

  it('A12 are the same act when it is asked again after a lost reply', async () => {
    const { session } = await opened(KEY);
    const first = expectOk(await session.keys.rekey('k-1', async () => ({ ok: true, value: again })));
    const second = expectOk(await session.keys.rekey('k-1', () => Promise.reject(new Error('made twice'))));

    expect([second, session.revision]).toEqual([first, 3]);
  });
});

describe('the keys in memory', () => {
  it('A12 are overwritten in their very bytes when the file is closed, and serve nobody afterwards', async () => {
    const { session } = await opened(KEY);
    const held = session.key;
    expectOk(await session.close(false));

    expect([held, KEY.every((byte) => byte === 7)]).toEqual([Buffer.alloc(32), true]);
    expect(() => session.key).toThrow('closed');
  });

  it('A12 are overwritten when the file gets another key, or none', async () => {
    const [other, none] = [await opened(KEY), await opened(KEY)];
    const held = [other.session.key, none.session.key];
    const newer = Buffer.alloc(32, 8);
    expectOk(await other.session.keys.reseal('k-1', async () => ({ ok: true, value: { ...protection, key: newer } })));
    expectOk(await none.session.keys.reseal('k-1', async () => ({ ok: true, value: noProtection })));

    expect(held).toEqual([Buffer.alloc(32), Buffer.alloc(32)]);
    expect([other.session.key, newer]).toEqual([newer, Buffer.alloc(32, 8)]);
  });
});
