// A2 A16: whose journal a file is, told by its whole name; and what is removed with it.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { journalPath, removeJournals, setAsideJournals, setAsideName } from '../../../../main/journal/journal-names.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const ID = 'test-file-1';
const UUID = '0b0e7a3c-1111-4222-8333-944455556666';

async function withNames(...names: readonly string[]) {
  const world = troubledMemory();
  await world.well.mkdir('/journals');
  for (const name of names) await world.well.writeFile(`/journals/${name}`, '');
  return world;
}

describe('the journals of a file', () => {
  it('A2 put aside bear a name that tells whose they were', async () => {
    const path = journalPath('/journals', ID);
    const name = setAsideName(path, 'n-1');
    const { files } = await withNames(name);

    expect([path, name]).toEqual([`/journals/${ID}.jsonl`, `set-aside-${ID}~n-1.jsonl`]);
    expect(expectOk(await setAsideJournals(files, '/journals', ID))).toEqual([`/journals/${name}`]);
  });

  it.each([
    `set-aside-${ID}~n1.jsonl`,
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
  ])('A2 are not known by %s', async (name) => {
    const { files } = await withNames(name);

    expect(expectOk(await setAsideJournals(files, '/journals', ID))).toEqual([]);
  });

  it.each(['abcdefg', 'a'.repeat(65), 'ABCDEFGH'])('A2 are never those of %s, which is the id of no file', async (id) => {
    const { files } = await withNames(`set-aside-${id}~n1.jsonl`, `set-aside-${id}-${UUID}.jsonl`);

    expect(expectOk(await setAsideJournals(files, '/journals', id))).toEqual([]);
  });

  it('A16 are removed together, and nobody else’s', async () => {
    const { files, well } = await withNames(
      `${ID}.jsonl`,
      setAsideName(`${ID}.jsonl`, 'n1'),
      setAsideName(`${ID}.jsonl`, 'n2'),
      'test-file-2.jsonl',
      'set-aside-test-file-2~n1.jsonl',
    );

    expectOk(await removeJournals(files, '/journals', ID));

    expect(await well.readdir('/journals')).toEqual(['set-aside-test-file-2~n1.jsonl', 'test-file-2.jsonl']);
    expectOk(await removeJournals(files, '/journals', ID));
  });

  it('A16 are said to stay where they cannot be removed, and none is where there is no folder', async () => {
    const { files, trouble } = await withNames(`${ID}.jsonl`);
    expect(expectOk(await setAsideJournals(files, '/gone', ID))).toEqual([]);
    trouble.before = (call) => (call === 'readdir' ? Promise.reject(errno('EIO')) : undefined);
    expect(await setAsideJournals(files, '/journals', ID)).toMatchObject({ failure: { code: 'disk-failure', name: 'journal' } });
    expect(await removeJournals(files, '/journals', ID)).toMatchObject({ failure: { code: 'disk-failure' } });
    trouble.before = (call) => (call === 'rm' ? Promise.reject(errno('EACCES')) : undefined);

    expect(await removeJournals(files, '/journals', ID)).toMatchObject({ failure: { code: 'disk-denied', name: 'journal' } });
    trouble.before = () => Promise.reject(new TypeError('a bug'));
    await expect(removeJournals(files, '/journals', ID)).rejects.toThrow('a bug');
    await expect(setAsideJournals(files, '/journals', ID)).rejects.toThrow('a bug');
  });
});
