// A2 A4 A8 A9 A10: one open project, put together.
import type { SaveState } from '@contract/project.ts';
import { expectOk } from '@domain/result.ts';
import { instant } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { keyBy } from '../../../../main/project/attempts.ts';
import { setAsideName } from '../../../../main/journal/journal-names.ts';
import { openSession } from '../../../../main/project/open-session.ts';
import { testContext } from '../../../support/context.ts';
import {
  BACKUPS,
  failing,
  FOLDER,
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
import { HEADER } from '../../../support/projects.ts';
import { processNamed } from '../../../support/running.ts';
import { errno } from '../../../support/worlds.ts';

/** A session whose clock advances by an hour each time that it is wound. */
async function opened(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  let hours = 0;
  const now = () => instant(new Date(Date.parse(HEADER.savedAt) + hours * 3_600_000).toISOString());
  const states: SaveState[] = [];
  const names: string[] = [];
  const services = { ...world.services, running: processNamed(), context: () => ({ ...testContext(world.services.newId), now: now() }) };
  const { session } = expectOk(
    await openSession(
      services,
      PATH,
      (state, name) => void (states.push(state), names.push(name)),
      key === null ? {} : { keyOf: keyBy(SECRET) },
    ),
  );
  return { ...world, session, states, names, now, wind: () => void (hours += 1) };
}

const breakFile = ({ trouble }: Awaited<ReturnType<typeof opened>>) => failing(trouble, 'rename', (path) => path.startsWith(FOLDER));

describe('what is told of saving', () => {
  it('A2 bears the moment of the last confirmation, by the journal or the file, and the name of the file', async () => {
    const { session, states, names, now, wind } = await opened();
    const before = session.saveState;
    wind();
    expectOk(await session.run('c-1', retitle('Un')));
    const noted = now();
    wind();
    await session.save();

    expect([before.at, before.where]).toEqual([HEADER.savedAt, 'file']);
    expect(states.map(({ where, at }) => [where, at])).toEqual([
      ['pending', HEADER.savedAt],
      ['journal', noted],
      ['file', now()],
    ]);
    expect([names, session.fileName, session.saveState.at]).toEqual([
      ['mission.tierce', 'mission.tierce', 'mission.tierce'],
      'mission.tierce',
      now(),
    ]);
  });

  it('A2 A10 bears no new moment for what could not be confirmed', async () => {
    const world = await opened();
    const { session, states, wind, trouble } = world;
    failing(trouble, 'open', (path) => path.startsWith(JOURNALS));
    wind();
    expectOk(await session.run('c-1', retitle('Un')));
    const unnoted = session.saveState;
    well(trouble);
    breakFile(world);
    const unwritten = await session.save();

    expect([unnoted, unwritten]).toMatchObject([
      { where: 'failing', isSafeHere: false, at: HEADER.savedAt },
      { where: 'failing', isSafeHere: true, at: HEADER.savedAt },
    ]);
    expect(states.map(({ where }) => where)).toEqual(['pending', 'failing', 'failing']);
  });

  it('A10 A2 looks again at the journal when the file cannot be written, and notes anew what has gone', async () => {
    const world = await opened();
    const { session, well: disk, is } = world;
    expectOk(await session.run('c-1', retitle('Un')));
    await disk.unlink(JOURNAL);
    breakFile(world);
    const state = await session.save();

    expect([state.isSafeHere, await is(JOURNAL), session.isSafeHere]).toEqual([true, true, true]);
  });

  it('A10 leaves the journal alone when the file was written', async () => {
    const { session, well: disk, is } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    await session.save();
    expectOk(await session.run('c-2', retitle('Deux')));
    await disk.unlink(JOURNAL);
    await session.save();

    expect([session.saveState.where, session.unsavedSteps, await is(JOURNAL)]).toEqual(['file', 0, true]);
  });
});

describe('closing', () => {
  it('A2 writes, lets go, and writes nothing any more', async () => {
    const { session, read, well: disk, fire, write } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    expect(await session.close(false)).toEqual({ ok: true, value: null });
    const closed = titleIn((await read()).document);
    await write();
    expectOk(await session.run('c-2', retitle('Deux')));
    fire();
    await session.save();

    expect([closed, titleIn((await read()).document), (await disk.readdir(FOLDER)).length]).toEqual([
      'Un',
      'Enjeux de chaque structure',
      1,
    ]);
  });

  it('A10 is refused while the file cannot be written, unless the journal holds everything and that is accepted', async () => {
    const world = await opened();
    const { session, trouble, well: disk } = world;
    expectOk(await session.run('c-1', retitle('Un')));
    breakFile(world);
    const refused = await session.close(false);
    const stillHeld = await disk.readdir(FOLDER);
    trouble.before = (call, path) =>
      (call === 'rename' && path.startsWith(FOLDER)) || path.startsWith(JOURNALS) ? Promise.reject(errno('EIO')) : undefined;
    expectOk(await session.run('c-2', retitle('Deux')));
    const lost = await session.close(true);
    breakFile(world);
    expectOk(await session.run('c-3', retitle('Trois')));

    expect([refused, lost]).toMatchObject([
      { failure: { code: 'disk-failure', name: 'mission.tierce' } },
      { failure: { code: 'disk-failure' } },
    ]);
    expect(stillHeld).toContain('.mission.tierce.tierce-lock');
    expect([await session.close(true), await disk.readdir(FOLDER)]).toEqual([{ ok: true, value: null }, ['mission.tierce']]);
  });

  it('A8 without writing lets go of the locks, and nothing comes into the file later', async () => {
    const { session, read, well: disk, fire } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    await session.abandon();
    fire();
    await session.save();

    expect([titleIn((await read()).document), await disk.readdir(FOLDER)]).toEqual(['Enjeux de chaque structure', ['mission.tierce']]);
  });

  it('A9 puts the journal aside whole and lets go, or holds on where that cannot be done', async () => {
    const { session, trouble, well: disk } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    failing(trouble, 'rename', (path) => path === JOURNAL);
    const held = [(await session.setAside('nonce')).ok, await disk.readdir(FOLDER)];
    well(trouble);
    const aside = await session.setAside('nonce');

    expect([held, aside, await disk.readdir(FOLDER)]).toEqual([
      [false, ['.mission.tierce.tierce-lock', 'mission.tierce']],
      { ok: true, value: null },
      ['mission.tierce'],
    ]);
    expect(await disk.readdir(JOURNALS)).toEqual([setAsideName(JOURNAL, 'nonce')]);
  });
});

describe('a backup', () => {
  it('A4 A9 is of what stands now, or of what the file held last', async () => {
    const { session, read, well: disk } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    await session.save();
    expectOk(await session.run('c-2', retitle('Deux')));
    expectOk(await session.keepBackup('base'));
    expectOk(await session.keepBackup('restore'));
    const kept = async (reason: string) => {
      const [name = ''] = (await disk.readdir(BACKUPS)).filter((each) => each.includes(`~${reason}~`));
      const { document, header } = await read(`${BACKUPS}/${name}`);
      return [titleIn(document), header.revision];
    };

    expect([await kept('base'), await kept('restore')]).toEqual([
      ['Un', 1],
      ['Deux', 2],
    ]);
  });

  it('A4 A10 that could not be kept is told, and keeps no work from being saved', async () => {
    const { session, trouble } = await opened();
    failing(trouble, 'mkdir', (path) => path.startsWith(BACKUPS));
    const before = session.backupFailure;
    expectOk(await session.run('c-1', retitle('Un')));
    const state = await session.save();

    expect([before, state.where, session.backupFailure?.code]).toEqual([null, 'file', 'disk-failure']);
  });
});

it('A12 opens by its own key whatever is sealed alike, and nothing when it is plain', async () => {
  const [plain, sealed] = [await opened(), await opened(KEY)];

  expect([await plain.session.keyOf(HEADER), await sealed.session.keyOf(HEADER)]).toEqual([
    { ok: false, failure: { code: 'seal-broken' } },
    { ok: true, value: KEY },
  ]);
  expect([plain.session.key, sealed.session.key]).toEqual([null, KEY]);
});

it('A9 writes over what was seen and kept, and over nothing else', async () => {
  const { session, write, read } = await opened();
  expectOk(await session.run('c-1', retitle('Un')));
  await write({ header: { revision: 9 } });
  const seen = await read();
  const refused = await session.save();
  const other = await session.writeOver({ digest: 'a'.repeat(64), revision: 9 });
  const written = await session.writeOver({ digest: seen.digest, revision: 9 });

  expect([refused.failure?.code, other.failure?.code, written.where, titleIn((await read()).document)]).toEqual([
    'file-changed-underneath',
    'file-changed-underneath',
    'file',
    'Un',
  ]);
});
