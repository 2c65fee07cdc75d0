// A2 A7 A16: which file a journal belongs to and its format, judged by its whole name; and what is removed with it.
import { basename } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import {
  isUnread,
  JOURNAL_ENDING,
  journalLockPath,
  journalPath,
  journalsOf,
  newerJournals,
  noteRead,
  olderPaths,
  removeJournals,
  setAsideJournals,
  setAsideName,
  unreadNonce,
} from '../../../../main/journal/journal-names.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const ID = 'test-file-1';
const UUID = '0b0e7a3c-1111-4222-8333-944455556666';
const NEWER = `.${FORMAT_VERSION + 1}.jsonl`;

async function withNames(...names: readonly string[]) {
  const world = troubledMemory();
  await world.well.mkdir('/journals');
  for (const name of names) await world.well.writeFile(`/journals/${name}`, '');
  return world;
}

describe('the journal of a file', () => {
  it('A7 bears the number of its format, so that an older Tierce does not find it', () => {
    expect([JOURNAL_ENDING, journalPath('/journals', ID)]).toEqual([`.${FORMAT_VERSION}.jsonl`, `/journals/${ID}.${FORMAT_VERSION}.jsonl`]);
  });

  it('A7 was named without a number before format 4', () => {
    expect(olderPaths(journalPath('/journals', ID)).at(-1)).toBe(`/journals/${ID}.jsonl`);
    expect(olderPaths(`/journals/${setAsideName(journalPath('', ID), 'n1')}`)).toEqual([]);
    expect(olderPaths('/library/Offre commune.jsonl')).toEqual([]);
  });

  it('A2 says in its name when nothing could read it as it was put aside, and is found like any other', async () => {
    const [unread = '', other = ''] = [unreadNonce(UUID), UUID].map((nonce) => `/journals/${setAsideName(journalPath('', ID), nonce)}`);
    const { files } = await withNames(basename(unread));
    const found = async () => expectOk(await setAsideJournals(files, '/journals', ID));
    const before = await found();
    await noteRead(files, unread);

    expect([before, await found(), [unread, other, `/journals/unread-${UUID}.jsonl`].map(isUnread)]).toEqual([
      [unread],
      [other],
      [true, false, false],
    ]);
  });

  it('A8 has one lock in every format', () => {
    expect(journalLockPath('/journals', ID)).toBe(`/journals/${ID}.jsonl`);
  });

  it.each([NEWER, '.17.jsonl', `.${'9'.repeat(6)}.jsonl`])(
    'A7 is one of a newer Tierce with the ending %s, and none that can be read here',
    async (ending) => {
      const { files } = await withNames(`${ID}${ending}`, `set-aside-${ID}~n1${ending}`, `${ID}-bis${ending}`);

      expect(expectOk(await newerJournals(files, '/journals', ID)).map(({ path }) => basename(path))).toEqual([`${ID}${ending}`]);
      expect(expectOk(await setAsideJournals(files, '/journals', ID))).toEqual([]);
    },
  );

  it.each([JOURNAL_ENDING, '.jsonl', '.05.jsonl', '.5.json', '.5.jsonl.tierce-tmp', '..5.jsonl', '.5x.jsonl', `.${'9'.repeat(7)}.jsonl`])(
    'A7 is none of a newer Tierce with the ending %s',
    async (ending) => {
      const { files } = await withNames(`${ID}${ending}`);

      expect(expectOk(await newerJournals(files, '/journals', ID))).toEqual([]);
    },
  );
});

describe('the journals of a file', () => {
  it.each([journalPath('/journals', ID), `/journals/${ID}.jsonl`, `/journals/${ID}${NEWER}`])(
    'A2 put aside bear a name that tells whose they were and of which format (%s)',
    async (path) => {
      const name = setAsideName(path, 'n-1');
      const { files } = await withNames(name);

      expect(name).toBe(`set-aside-${ID}~n-1${path.slice(`/journals/${ID}`.length)}`);
      expect(expectOk(await journalsOf(files, '/journals', ID))).toMatchObject([{ path: `/journals/${name}`, isSetAside: true }]);
    },
  );

  it.each([
    `set-aside-${ID}~n1.jsonl`,
    `set-aside-${ID}~n1${JOURNAL_ENDING}`,
    `set-aside-${ID}~A-9.jsonl`,
    `set-aside-${ID}~${'n'.repeat(64)}.jsonl`,
    `set-aside-${ID}-${UUID}.jsonl`,
  ])('A2 are known by %s', async (name) => {
    const { files } = await withNames(name);

    expect(expectOk(await setAsideJournals(files, '/journals', ID))).toHaveLength(1);
  });

  it.each([
    `set-aside-${ID}-bis~n1.jsonl`,
    `set-aside-${ID}~.jsonl`,
    `set-aside-${ID}~${'n'.repeat(65)}.jsonl`,
    `set-aside-${ID}~n_1.jsonl`,
    `set-aside-${ID}~n1xjsonl`,
    `set-aside-${ID}~n1.jsonl.tierce-tmp`,
    `set-aside-${ID}~n1.04.jsonl`,
    `set-aside-${ID}~n1..jsonl`,
    `.set-aside-${ID}~n1.jsonl`,
    `set-aside-${ID}-bis-${UUID}.jsonl`,
    `set-aside-${ID}-${UUID}.jsonl.tierce-tmp`,
    `.set-aside-${ID}-${UUID}.jsonl`,
    `set-aside-${ID}-${UUID}xjsonl`,
    `set-aside-${ID}-${UUID.toUpperCase()}.jsonl`,
    `set-aside-${ID}-${UUID}0.jsonl`,
    `set-aside-${ID}-${UUID.replaceAll('-', '')}.jsonl`,
    `set-aside-${ID}.jsonl`,
    `${ID}.jsonl`,
    `${ID}${JOURNAL_ENDING}`,
  ])('A2 are not known by %s', async (name) => {
    const { files } = await withNames(name);

    expect(expectOk(await setAsideJournals(files, '/journals', ID))).toEqual([]);
  });

  it.each(['abcdefg', 'a'.repeat(65), 'ABCDEFGH'])('A2 are never those of %s, which is the id of no file', async (id) => {
    const { files } = await withNames(`set-aside-${id}~n1.jsonl`, `set-aside-${id}-${UUID}.jsonl`, `${id}${NEWER}`);

    expect(expectOk(await journalsOf(files, '/journals', id))).toEqual([]);
  });

  it('A16 A7 are removed together, those of every format, and nobody else’s', async () => {
    const others = ['set-aside-test-file-2~n1.jsonl', `test-file-2${JOURNAL_ENDING}`, 'test-file-2.jsonl', `${ID}-bis${NEWER}`];
    const own = ['.jsonl', JOURNAL_ENDING, NEWER].flatMap((ending) => [
      `${ID}${ending}`,
      `set-aside-${ID}~n1${ending}`,
      `set-aside-${ID}~n2${ending}`,
    ]);
    const { files, well } = await withNames(...own, `set-aside-${ID}-${UUID}.jsonl`, ...others);

    expectOk(await removeJournals(files, '/journals', ID));

    expect(await well.readdir('/journals')).toEqual(others.toSorted());
    expectOk(await removeJournals(files, '/journals', ID));
  });

  it('A16 are said to stay where they cannot be removed, and none is where there is no folder', async () => {
    const { files, trouble } = await withNames(`${ID}.jsonl`);
    expect(expectOk(await setAsideJournals(files, '/gone', ID))).toEqual([]);
    trouble.before = (call) => (call === 'readdir' ? Promise.reject(errno('EIO')) : undefined);
    expect(await setAsideJournals(files, '/journals', ID)).toMatchObject({ failure: { code: 'disk-failure', name: '/journal' } });
    expect(await newerJournals(files, '/journals', ID)).toMatchObject({ failure: { code: 'disk-failure', name: '/journal' } });
    expect(await removeJournals(files, '/journals', ID)).toMatchObject({ failure: { code: 'disk-failure' } });
    trouble.before = (call) => (call === 'rm' ? Promise.reject(errno('EACCES')) : undefined);

    expect(await removeJournals(files, '/journals', ID)).toMatchObject({ failure: { code: 'disk-denied', name: '/journal' } });
    trouble.before = () => Promise.reject(new TypeError('a bug'));
    await expect(removeJournals(files, '/journals', ID)).rejects.toThrow('a bug');
    await expect(setAsideJournals(files, '/journals', ID)).rejects.toThrow('a bug');
  });
});
