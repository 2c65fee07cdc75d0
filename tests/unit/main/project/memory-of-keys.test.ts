// A12 E1: what is remembered of a file while its keys change: a kill at any moment makes no act of ours look like somebody else's.
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { printOf } from '../../../../main/memory/remembered.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { failing, FOLDER, KEY, office, RING, SECRET, well } from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

const VAULT = { ...RING, publicKey: Buffer.alloc(32, 9).toString('base64'), privateKey: Buffer.alloc(76, 7).toString('base64') };
const copiesFirst = () => Promise.resolve(ok(null));
const toPlain = { key: null, keys: { file: null, vault: null }, nonce: 'nonce-1', copiesFirst };
const toSealed = { key: KEY, keys: { file: RING, vault: null }, nonce: 'nonce-2', copiesFirst: null };

async function opened(key: Uint8Array | null) {
  const world = office();
  await world.write({ key });
  const session = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  const remembered = () => world.services.memory.read(HEADER.fileId);
  /** What is remembered each time that the file itself is about to be replaced. */
  const atRenamings: unknown[] = [];
  world.trouble.before = async (call, path) => {
    if (call === 'rename' && path.startsWith(FOLDER)) atRenamings.push(await remembered());
  };
  return { ...world, session, remembered, atRenamings };
}

describe('a protection that is set or taken off', () => {
  it('A12 is remembered once the file is sealed', async () => {
    const { session, remembered, atRenamings } = await opened(null);
    expectOk(await session.keys.reseal('k-1', async () => ok(toSealed)));

    expect([atRenamings, (await remembered())?.isSealed]).toMatchObject([[{ isSealed: false }], true]);
  });

  it('A12 is not remembered any more before the file is plain', async () => {
    const { session, remembered, atRenamings } = await opened(KEY);
    expectOk(await session.keys.reseal('k-1', async () => ok(toPlain)));

    expect([atRenamings, (await remembered())?.isSealed]).toMatchObject([[{ isSealed: false }], false]);
  });

  it('A12 A10 is remembered as before when the file could not be written, as soon as it is known to be sealed', async () => {
    const { session, trouble, remembered } = await opened(KEY);
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const refused = await session.keys.reseal('k-1', async () => ok(toPlain));
    const meanwhile = (await remembered())?.isSealed;
    well(trouble);
    await session.save();
    expectOk(await session.close(false));

    expect([refused.ok, meanwhile, (await remembered())?.isSealed]).toEqual([false, false, true]);
  });
});

describe('keys of the notebook that are made', () => {
  it('E1 are known before they are in the file', async () => {
    const { session, remembered, atRenamings } = await opened(null);
    expectOk(await session.keys.rekey('k-1', async (keys) => ok({ ...keys, vault: VAULT })));

    expect(atRenamings).toMatchObject([{ vaultKey: printOf(VAULT) }]);
    expect((await remembered())?.vaultKey).toBe(printOf(VAULT));
  });

  it('E1 A10 are not known any more when the file could not be written', async () => {
    const { session, trouble, remembered } = await opened(null);
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const refused = await session.keys.rekey('k-1', async (keys) => ok({ ...keys, vault: VAULT }));
    well(trouble);

    expect([refused.ok, (await remembered())?.vaultKey]).toEqual([false, null]);
  });

  it('E1 change nothing of what is known when it is the passphrase alone that is another', async () => {
    const world = office();
    await world.write({ header: { keys: { file: null, vault: VAULT } } });
    await world.services.memory.note(HEADER.fileId, () => ({ revision: 0, isSealed: false, vaultKey: null, newerJournal: null }));
    const session = await world.session();
    const vault = { ...VAULT, slots: [...VAULT.slots, ...VAULT.slots] };
    expectOk(await session.keys.rekey('k-1', async (keys) => ok({ ...keys, vault })));

    expect((await world.services.memory.read(HEADER.fileId))?.vaultKey).toBeNull();
  });
});
