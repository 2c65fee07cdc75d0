// A2 A12 A14: a journal that was put aside since nothing here could read it, once it can be read.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { keyBy } from '../../../../main/project/attempts.ts';
import { openSession } from '../../../../main/project/open-session.ts';
import { unsealCopies } from '../../../../main/project/reseal-copies.ts';
import { startedDocument } from '../../../support/documents.ts';
import {
  attach,
  BACKUPS,
  CHARTER_SHA,
  CONTENTS,
  failing,
  JOURNALS,
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
import { processNamed } from '../../../support/running.ts';

const UNDER_KEY = { keyOf: keyBy(SECRET) };

/**
 * The process died with `Un`, and what was attached, in the journal of a protected file;
 * then an older copy without protection was put back, accepted and opened.
 * @param isSaved whether the protected file held all of it as well
 */
async function putAsideUnread({ isSaved = false } = {}) {
  const world = office();
  await world.write({ key: KEY });
  const first = await world.session(UNDER_KEY);
  await attach(first);
  expectOk(await first.run('c-1', retitle('Un')));
  if (isSaved) await first.save();
  await first.abandon();
  const asItWas = await world.well.readFile(PATH);
  const open = async (how: Parameters<typeof openSession>[3] = {}) => {
    const opened = expectOk(await openSession({ ...world.services, running: processNamed() }, PATH, () => undefined, how));
    await opened.session.abandon();
    return opened;
  };
  await world.write();
  const told = await open({ accepted: ['protection-lost', 'file-older'] });
  const protectedAgain = async () =>
    world.write({ key: KEY, document: startedDocument({ territory: 'Provins' }), header: { revision: 40 } });
  const mine = async (key: Uint8Array | null) => {
    const names = (await world.well.readdir(BACKUPS)).filter((name) => name.includes('~mine~'));
    const kept = await Promise.all(names.map((name) => world.read(`${BACKUPS}/${name}`, key)));
    return kept.map(({ document, contents, header }) => [titleIn(document), contents.has(CHARTER_SHA), header.keys.file?.id ?? null]);
  };
  const asides = async () => (await world.well.readdir(JOURNALS)).filter((name) => name.startsWith('set-aside-'));
  return { ...world, asItWas, told, open, protectedAgain, mine, asides };
}

describe('a journal that could not be read when it was put aside', () => {
  it('A2 A12 A14 is kept as a backup under the protection, with what was attached, and told, once the file has its key again', async () => {
    const { told, open, protectedAgain, mine, asides } = await putAsideUnread();
    const [before] = await asides();
    await protectedAgain();
    const again = await open(UNDER_KEY);

    expect([told.setAside, before?.includes('~unread-'), again.recovered, again.setAside]).toEqual(['sealed', true, 0, 2]);
    expect(await mine(KEY)).toEqual([['Un', true, RING.id]]);
    expect([await asides(), (await open(UNDER_KEY)).setAside, (await mine(KEY)).length]).toEqual([
      [before?.replace('~unread-', '~')],
      0,
      1,
    ]);
  });

  it('A2 A12 is kept as well once it was brought into the clear with everything else that is kept of the file', async () => {
    const { services, open, mine } = await putAsideUnread();
    expectOk(await unsealCopies(services, { ...HEADER, keys: { file: RING, vault: null } }, KEY));

    expect([(await open()).setAside, await mine(null)]).toEqual([2, [['Un', true, null]]]);
    expect((await open()).setAside).toBe(0);
  });

  it('A2 A14 stays as it is while it cannot be read, and with it the contents that it may name', async () => {
    const { open, asides, well: disk } = await putAsideUnread();
    for (const name of (await disk.readdir(BACKUPS)).filter((each) => each.endsWith('.tierce'))) await disk.unlink(`${BACKUPS}/${name}`);
    const before = [await asides(), await disk.readdir(CONTENTS)];

    expect((await open()).setAside).toBe(0);
    expect([await asides(), await disk.readdir(CONTENTS)]).toEqual(before);
  });

  it.each([
    ['a backup cannot be written', 'rename', (path: string) => path.startsWith(BACKUPS)],
    ['it cannot be read', 'readFile', (path: string) => path.includes('~unread-')],
  ])('A2 A10 keeps no file from being opened while %s, and is kept at the next opening', async (_why, call, path) => {
    const { open, protectedAgain, mine, trouble } = await putAsideUnread();
    await protectedAgain();
    failing(trouble, call, path, 'ENOSPC');
    const refused = await open(UNDER_KEY);
    well(trouble);

    expect([refused.setAside, (await open(UNDER_KEY)).setAside, (await mine(KEY)).length]).toEqual([0, 2, 1]);
  });

  it('A2 raises no alarm where the file holds everything that it does', async () => {
    const { told, asItWas, open, mine, asides, well: disk } = await putAsideUnread({ isSaved: true });
    await disk.writeFile(PATH, asItWas);
    const again = await open(UNDER_KEY);

    expect([told.setAside, again.setAside, await mine(KEY)]).toEqual(['sealed', 0, []]);
    expect((await asides()).filter((name) => name.includes('~unread-'))).toEqual([]);
  });

  it('A2 A10 is told although it cannot be renamed, and is then kept once more', async () => {
    const { open, protectedAgain, mine, trouble } = await putAsideUnread();
    await protectedAgain();
    failing(trouble, 'rename', (path) => path.includes('~unread-'));
    const first = await open(UNDER_KEY);
    trouble.before = (call, path) => (call === 'rename' && path.includes('~unread-') ? Promise.reject(new Error('a bug')) : undefined);
    await expect(open(UNDER_KEY)).rejects.toThrow('a bug');
    well(trouble);

    expect([first.setAside, (await open(UNDER_KEY)).setAside, (await mine(KEY)).length]).toEqual([2, 2, 3]);
  });
});
