// A9 A12: a file was given another key elsewhere while it was open here: what is asked, and the result of each answer.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { readHead } from '../../../../main/files/file-head.ts';
import { Journal } from '../../../../main/journal/journal.ts';
import { PLAIN_LINES } from '../../../../main/journal/journal-lines.ts';
import { sealedLines } from '../../../../main/journal/sealed-lines.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { ConflictService } from '../../../../main/project/conflict-service.ts';
import { recoverySlot } from '../../../../main/vault/key-slots.ts';
import { earlierUnder } from '../../../../main/vault/open-keys.ts';
import { documentAfter, startedDocument } from '../../../support/documents.ts';
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
  WRONG,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

const NEW_KEY = Buffer.alloc(32, 9);
const { slot, recoveryKey } = recoverySlot('ring-0002', NEW_KEY);
const EARLIER = earlierUnder({ id: 'ring-0002', key: NEW_KEY }, { ring: RING, keys: { key: KEY, earlier: [] } });
const NEW_RING = { id: 'ring-0002', slots: [slot], earlier: EARLIER };
/** Made anew, after the protection had been removed: it does not know the earlier key. */
const STRANGE_RING = { id: 'ring-0002', slots: [slot] };
const NEW_SECRET = { kind: 'recovery', recoveryKey } as const;
const CHANGED = { ok: false, failure: { code: 'file-key-changed' } };

type Ring = typeof NEW_RING | typeof STRANGE_RING;

/**
 * Open here with a key, or with none; elsewhere it has been given the new one since. `Un` is in the file as it was, `Deux` is ours, `Le
 * leur` theirs.
 */
async function rekeyed(key: Uint8Array | null = KEY, ring: Ring = NEW_RING) {
  const world = office();
  await world.write({ key });
  const process = world.processOf();
  const { documentId } = expectOk(await process.open(PATH, key === null ? {} : { keyOf: keyBy(SECRET) }));
  const session = process.projects.session(documentId);
  await attach(session);
  expectOk(await session.run('c-1', retitle('Un')));
  await session.save();
  expectOk(await session.run('c-2', retitle('Deux')));
  await world.write({
    document: documentAfter([retitle('Le leur')], startedDocument()),
    header: { revision: 9, savedBy: 'Paul', keys: { file: ring, vault: null } },
    key: NEW_KEY,
  });
  const state = await session.save();
  const conflict = new ConflictService({
    services: process.services,
    projects: process.projects,
    stamp: () => '2026-04-14 14h32',
  }).handlers();
  const answer = (given: 'mine' | 'theirs' | 'both', secret?: typeof NEW_SECRET | typeof WRONG) =>
    conflict['conflict.answer']({ documentId, answer: given, ...(secret === undefined ? {} : { secret }) });
  /** The unsealed ring of each backup. */
  const rings = async () => {
    const names = (await world.well.readdir(BACKUPS)).filter((name) => name.endsWith('.tierce'));
    return Promise.all(names.map(async (name) => (await readHead(world.well, `${BACKUPS}/${name}`))?.keys?.file ?? null));
  };
  const kept = async (reason: string) => {
    const names = (await world.well.readdir(BACKUPS)).filter((name) => name.includes(`~${reason}~`));
    return Promise.all(names.map(async (name) => titleIn((await world.read(`${BACKUPS}/${name}`, NEW_KEY)).document)));
  };
  return { ...world, ...process, documentId, session, state, conflict, answer, rings, kept };
}

describe('a file that got another key elsewhere', () => {
  it.each([KEY, null])('A9 A12 says so, and shows both sides once its secret is given (it was protected here: %s)', async (key) => {
    const { conflict, documentId, state } = await rekeyed(key);
    const refused = [await conflict['conflict.read']({ documentId }), await conflict['conflict.read']({ documentId, secret: WRONG })];
    const shown = expectOk(await conflict['conflict.read']({ documentId, secret: NEW_SECRET }));

    expect(state).toMatchObject({ where: 'failing', isSafeHere: true, failure: { code: 'file-changed-underneath' } });
    expect(refused).toMatchObject([CHANGED, { failure: { code: 'passphrase-wrong' } }]);
    expect(shown).toMatchObject({
      mine: { revision: 3 },
      theirs: { savedBy: 'Paul', revision: 9 },
      differences: [
        { table: 'sessions', changed: 1 },
        { table: 'attachments', onlyBefore: 1 },
      ],
    });
  });

  it.each(['mine', 'theirs'] as const)('A9 A12 stays as it is without that secret (%s)', async (given) => {
    const { answer, well: disk, session, kept } = await rekeyed();
    const before = await disk.readFile(PATH);

    expect([await answer(given), await answer(given, WRONG)]).toMatchObject([CHANGED, { failure: { code: 'passphrase-wrong' } }]);
    expect([(await disk.readFile(PATH)).equals(before), titleIn(session.document), await kept('base')]).toEqual([true, 'Deux', []]);
  });

  it.each([KEY, null])(
    'A9 A12 is taken, under the new key, and mine is kept where that opens it (it was protected here: %s)',
    async (key) => {
      const { answer, kept, projects, rings } = await rekeyed(key);
      const theirs = expectOk(await answer('theirs', NEW_SECRET));
      const session = projects.session(theirs.documentId);

      expect([titleIn(theirs.document), session.key, await kept('mine'), await kept('base')]).toEqual([
        'Le leur',
        NEW_KEY,
        ['Deux'],
        ['Un'],
      ]);
      expect(new Set((await rings()).map((ring) => ring?.id))).toEqual(new Set(['ring-0002']));
      expectOk(await session.run('c-3', retitle('Trois')));
      expect((await session.save()).where).toBe('file');
    },
  );

  it.each([
    [KEY, NEW_RING],
    [KEY, STRANGE_RING],
    [null, NEW_RING],
  ])('A9 A12 A14 keeps its new key when mine goes in its place, with all that this computer holds (%#)', async (key, ring) => {
    const { answer, kept, read, session, rings, well: disk, processOf } = await rekeyed(key, ring);
    const mine = expectOk(await answer('mine', NEW_SECRET));
    const { header, document } = await read(PATH, NEW_KEY);

    expect([titleIn(mine.document), mine.saveState.where, titleIn(document), header.keys.file, session.key]).toEqual([
      'Deux',
      'file',
      'Deux',
      ring,
      NEW_KEY,
    ]);
    expect([await kept('theirs'), await kept('base'), session.contents.contentOf(CHARTER_SHA, 'x')]).toEqual([
      ['Le leur'],
      ['Un'],
      { ok: true, value: CHARTER },
    ]);
    expect(new Set((await rings()).map((each) => each?.id))).toEqual(new Set(['ring-0002']));
    const left = await Promise.all(
      [PLAIN_LINES, sealedLines(HEADER.fileId, KEY)].map(async (codec) => expectOk(await new Journal(disk, JOURNAL, codec).read()).length),
    );
    expect(left).toEqual([0, 0]);
    expectOk(await session.run('c-3', retitle('Trois')));
    await session.abandon();
    const again = processOf();
    const opened = expectOk(await again.open(PATH, { keyOf: keyBy(NEW_SECRET) }));
    expect([titleIn(opened.document), opened.recovery]).toEqual(['Trois', { recovered: 1, setAside: 0 }]);
  });

  it('A9 A12 A10 is not written over under the key of before when it cannot be written: it is asked again', async () => {
    const { answer, session, trouble, read, kept } = await rekeyed();
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const refused = await answer('mine', NEW_SECRET);
    well(trouble);
    const saved = await session.save();
    const standing = [titleIn((await read(PATH, NEW_KEY)).document), Buffer.from(session.key ?? [])];
    const again = expectOk(await answer('mine', NEW_SECRET));

    expect([refused, saved]).toMatchObject([
      { failure: { code: 'disk-failure' } },
      { where: 'failing', isSafeHere: true, failure: { code: 'file-changed-underneath' } },
    ]);
    expect([standing, again.saveState.where, (await kept('theirs')).length > 0]).toEqual([['Le leur', KEY], 'file', true]);
  });

  it('A9 A12 stays to the byte, whoever knows its secret, when mine goes on in a copy', async () => {
    const { answer, well: disk, read } = await rekeyed();
    const before = await disk.readFile(PATH);
    const copy = expectOk(await answer('both'));

    expect((await disk.readFile(PATH)).equals(before)).toBe(true);
    expect(titleIn((await read(`${FOLDER}/${copy.fileName}`, KEY)).document)).toBe('Deux');
  });
});

it('A9 a key that is known, and another file altogether, ask for nothing more than before', async () => {
  const world = office();
  await world.write({ key: KEY });
  const process = world.processOf();
  const { documentId } = expectOk(await process.open(PATH, { keyOf: keyBy(SECRET) }));
  const session = process.projects.session(documentId);
  await world.write({ document: documentAfter([retitle('Le leur')], startedDocument()), header: { revision: 9 }, key: KEY });
  expectOk(await session.run('c-1', retitle('Un')));
  await session.save();
  const conflict = new ConflictService({ services: process.services, projects: process.projects, stamp: () => 'x' }).handlers();
  expectOk(await conflict['conflict.read']({ documentId }));
  const mine = expectOk(await conflict['conflict.answer']({ documentId, answer: 'mine' }));

  expect([mine.saveState.where, (await world.read(PATH, KEY)).header.keys.file]).toEqual(['file', RING]);
});
