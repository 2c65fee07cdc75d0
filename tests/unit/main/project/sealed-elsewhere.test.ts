// A2 A12: a file that was unsealed here comes back protected from another computer: what this one had noted of it.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { keyBy } from '../../../../main/project/attempts.ts';
import { openSession } from '../../../../main/project/open-session.ts';
import { documentAfter } from '../../../support/documents.ts';
import {
  attach,
  BACKUPS,
  CHARTER_SHA,
  failing,
  JOURNAL,
  JOURNALS,
  KEY,
  office,
  PATH,
  retitle,
  SECRET,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { processNamed } from '../../../support/running.ts';

/**
 * `Un` is in the file.
 * @param beyond whether `Deux` and the attachment are only in the journal, since the application died; elsewhere the file was protected,
 * and `Le leur` written
 */
async function carried(beyond: boolean) {
  const world = office();
  await world.write();
  const session = await world.session();
  expectOk(await session.run('c-1', retitle('Un')));
  await session.save();
  const { document, header, history } = session.project;
  if (beyond) await attach(session);
  if (beyond) expectOk(await session.run('c-2', retitle('Deux')));
  await session.abandon();
  await world.write({
    document: documentAfter([retitle('Le leur')], document),
    history,
    header: { revision: header.revision + 3 },
    key: KEY,
  });
  const open = () => openSession({ ...world.services, running: processNamed() }, PATH, () => undefined, { keyOf: keyBy(SECRET) });
  const mine = async () => {
    const names = (await world.well.readdir(BACKUPS)).filter((name) => name.includes('~mine~'));
    return Promise.all(names.map(async (name) => world.read(`${BACKUPS}/${name}`, KEY)));
  };
  const journals = async () =>
    Promise.all(
      (await world.well.readdir(JOURNALS))
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => world.well.readFile(`${JOURNALS}/${name}`, 'utf8')),
    );
  return { ...world, open, mine, journals };
}

describe('what this computer alone had noted', () => {
  it('A2 A12 A14 is told and kept as a backup under the protection, and nothing of it stays in the clear', async () => {
    const { open, mine, journals } = await carried(true);
    const { session, recovered, setAside } = expectOk(await open());
    const [kept, ...more] = await mine();

    expect([titleIn(session.document), recovered, setAside, more]).toEqual(['Le leur', 0, 2, []]);
    expect([kept === undefined ? null : titleIn(kept.document), kept?.header.keys.file?.id, kept?.contents.has(CHARTER_SHA)]).toEqual([
      'Deux',
      'ring-0001',
      true,
    ]);
    expect((await journals()).filter((text) => /"kind":|Deux/.test(text))).toEqual([]);
  });

  it('A2 A12 is laid into nothing: it may be anybody’s', async () => {
    const { open, read } = await carried(true);
    const { session } = expectOk(await open());
    expectOk(await session.run('c-3', retitle('Trois')));
    await session.save();

    expect([titleIn((await read(PATH, KEY)).document), session.contents.contentOf(CHARTER_SHA, 'x').ok]).toEqual(['Trois', false]);
  });

  it('A2 A12 A10 stays where it is while it cannot be kept', async () => {
    const { open, mine, trouble, well: disk } = await carried(true);
    const before = await disk.readFile(JOURNAL, 'utf8');
    failing(trouble, 'rename', (path) => path.startsWith(BACKUPS), 'ENOSPC');
    const refused = await open();
    well(trouble);

    expect([refused, await disk.readFile(JOURNAL, 'utf8')]).toMatchObject([{ failure: { code: 'disk-full' } }, before]);
    expectOk(await open());
    expect((await mine()).map(({ document }) => titleIn(document))).toEqual(['Deux']);
  });
});

it('A2 A12 raises no alarm where the file holds everything that was noted here', async () => {
  const { open, mine, journals } = await carried(false);
  const { recovered, setAside, session } = expectOk(await open());

  expect([recovered, setAside, titleIn(session.document), await mine()]).toEqual([0, 0, 'Le leur', []]);
  expect((await journals()).filter((text) => text.includes('"kind":'))).toEqual([]);
});
