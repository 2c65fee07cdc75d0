// A7 A8 A2: an older and a newer Tierce. The older one's notes are read, the newer one's left alone; each understands the other's lock.
import { basename, join } from 'node:path';
import { expectOk, type Result } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { Journal } from '../../../main/journal/journal.ts';
import { lineOf, PLAIN_LINES } from '../../../main/journal/journal-lines.ts';
import { JOURNAL_ENDING, journalPath } from '../../../main/journal/journal-names.ts';
import { sealedLines } from '../../../main/journal/sealed-lines.ts';
import { readLock } from '../../../main/locks/lock-content.ts';
import { type OpenedSession, type OpeningOptions, openSession } from '../../../main/project/open-session.ts';
import type { ProjectSession } from '../../../main/project/project-session.ts';
import { forgetFile } from '../../../main/project/traces-service.ts';
import { countedIds } from '../../support/context.ts';
import { noteTried } from '../../support/note-tried.ts';
import { processNamed } from '../../support/running.ts';
import { sessionServices } from '../../support/session-services.ts';
import { spread } from '../../support/spread.ts';
import { STATES, stateInMemory, type StateName } from '../../support/state-in-memory.ts';
import { errno } from '../../support/worlds.ts';

/** How many calls of opening, typing and saving, in `npm test`. */
const MOST_MOMENTS = 40;
/** In the order in which they are typed: what only the old journal held, then what is typed here. */
const NEEDS = ['Pas encore dans le fichier', 'Un', 'Deux'];
const needs = (text: string) => ({ name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: text } } }) as const;
const needIn = ({ document }: Pick<ProjectSession, 'document'>): string => document.accompaniment.mission.single?.need ?? '';

async function computer(state: StateName) {
  const world = await stateInMemory(state);
  const newId = countedIds('now');
  const openOn = (files: typeof world.files, how: OpeningOptions = {}, areOthersGone = true): Promise<Result<OpenedSession>> => {
    const services = { ...sessionServices(world.own, { files, newId }), running: processNamed({ areOthersGone }) };
    return openSession(services, world.path, () => undefined, { keyOf: world.keyOf, ...how });
  };
  const names = async () => (await world.well.readdir(world.journals)).filter((name) => !name.startsWith('.'));
  return {
    ...world,
    newId,
    openOn,
    names,
    today: journalPath(world.journals, world.fileId),
    before: join(world.journals, `${world.fileId}.jsonl`),
    services: sessionServices(world.own, { files: world.files, newId }),
  };
}

/**
 * Opens, types twice and saves in between, on a disk that refuses everything from that call on.
 * @returns the last need that was reported safe, and whether all of it was done
 */
async function killedAt(world: Awaited<ReturnType<typeof computer>>, at: number) {
  let calls = 0;
  const made: string[] = [];
  let isDead = false;
  world.trouble.before = (call) => {
    calls += 1;
    made.push(call);
    isDead ||= calls >= at;
    return isDead ? Promise.reject(errno('EIO')) : undefined;
  };
  let [safe, inFile] = [NEEDS[0] ?? '', ''];
  const opened = await world.openOn(world.files);
  if (opened.ok) {
    const { session } = opened.value;
    for (const [index, need] of NEEDS.slice(1).entries()) {
      expectOk(await session.run(`c-${index}`, needs(need)));
      if (!isDead && session.isSafeHere) safe = need;
      if (index === 0 && (await session.save()).where === 'file' && !isDead) inFile = need;
    }
    await session.abandon();
  }
  world.trouble.before = () => undefined;
  return { safe, inFile, isDone: !isDead, calls: made };
}

describe.each(STATES)('the journal of version 3 in the state %s', (state) => {
  it('A7 A2 is read under its name of before, bears that of today once something is changed, and leads on', async () => {
    const world = await computer(state);
    const before = await world.well.readFile(world.before);
    const { session, recovered } = expectOk(await world.openOn(world.files));
    const asOpened = [await world.names(), (await world.well.readFile(world.before)).equals(before)];
    expectOk(await session.run('c-1', needs('Un')));
    const atOnce = await world.names();
    await session.abandon();
    const again = expectOk(await world.openOn(world.files));

    expect([recovered, asOpened, needIn(again.session), again.recovered]).toEqual([
      1,
      [expect.arrayContaining([basename(world.before)]), true],
      'Un',
      2,
    ]);
    expect([atOnce.includes(basename(world.today)), atOnce.includes(basename(world.before))]).toEqual([true, false]);
  });

  it('A7 leads an older Tierce on as before where nothing was changed here', async () => {
    const world = await computer(state);
    const [file, journal] = [await world.well.readFile(world.path), await world.well.readFile(world.before)];
    const { session } = expectOk(await world.openOn(world.files));
    await session.abandon();

    expect([
      (await world.well.readFile(world.path)).equals(file),
      (await world.well.readFile(world.before)).equals(journal),
      (await world.names()).includes(basename(world.today)),
    ]).toEqual([true, true, false]);
  });

  it.each(['killed', 'without power'])(
    'A7 A2 loses nothing that was told safe, at whatever call of the disk the process is %s',
    async (how) => {
      const whole = await killedAt(await computer(state), Infinity);
      const moments = spread(
        whole.calls.map((_call, index) => index + 1),
        MOST_MOMENTS,
      );
      for (const at of moments) {
        const world = await computer(state);
        const { safe, inFile } = await killedAt(world, at);
        if (how === 'without power') world.cut();
        // nobody can tell who holds half a lock, so the user is asked
        const opened = await world.openOn(world.files, { how: 'take-over' });
        if (!opened.ok) throw new Error(`call ${at} (${whole.calls[at - 1] ?? ''}): ${JSON.stringify(opened.failure)}`);
        const found = needIn(opened.value.session);
        const least = Math.max(NEEDS.indexOf(safe), NEEDS.indexOf(inFile));
        if (NEEDS.indexOf(found) < least || opened.value.setAside !== 0)
          throw new Error(`call ${at} (${whole.calls[at - 1] ?? ''}): found ${found}, told ${safe}, put aside ${opened.value.setAside}`);
        await opened.value.session.abandon();
      }
      noteTried(moments.length);

      expect(whole).toMatchObject({ isDone: true, safe: 'Deux', inFile: 'Un' });
      expect(whole.calls).toContain('rename');
    },
    600_000,
  );

  it('A7 A2 that an older Tierce has begun again leads on, and what this one had noted is kept apart and said', async () => {
    const world = await computer(state);
    const { session } = expectOk(await world.openOn(world.files));
    expectOk(await session.run('c-1', needs('Noté ici')));
    await session.abandon();
    const { steps, digest, revision } = await noted(world, state);
    const lines = [
      { kind: 'held', revision },
      { kind: 'saved', revision, digest },
      { kind: 'step', step: { ...steps, revision: revision + 1 } },
    ];
    const { encode } = await codecOf(world, state);
    await world.well.writeFile(world.before, lines.map((line) => lineOf(encode(JSON.stringify({ v: 3, by: 'older', ...line })))).join(''));

    const again = expectOk(await world.openOn(world.files));
    const { backups } = world.services;
    const mine = expectOk(await backups.list(world.fileId)).filter(({ reason }) => reason === 'mine');
    const kept = expectOk(await backups.read(world.fileId, mine[0]?.fileName ?? '', world.keyOf));

    expect([needIn(again.session), again.recovered, again.setAside, needIn(kept)]).toEqual(['De la version d’avant', 1, 2, 'Noté ici']);
    expect((await world.names()).filter((name) => name.includes('set-aside') && name.endsWith(JOURNAL_ENDING))).toHaveLength(1);
  });
});

async function codecOf(world: Awaited<ReturnType<typeof computer>>, state: StateName) {
  if (state === '3-plain') return PLAIN_LINES;
  const { session } = expectOk(await world.openOn(world.files));
  const own = session.key === null ? null : Buffer.from(session.key); // the session overwrites its own
  await session.abandon();
  return own === null ? PLAIN_LINES : sealedLines(world.fileId, own);
}

/** What an older Tierce would note from the file as it is: which file it is, and a step on it. */
async function noted(world: Awaited<ReturnType<typeof computer>>, state: StateName) {
  const entries = expectOk(await new Journal(world.well, world.today, await codecOf(world, state)).read());
  const mark = entries.findLast((entry) => entry.kind === 'saved');
  const first = entries.find((entry) => entry.kind === 'step' && entry.step.revision === (mark?.kind === 'saved' ? mark.revision + 1 : 0));
  if (mark?.kind !== 'saved' || first?.kind !== 'step') throw new Error('no mark, or no step after it');
  const [change] = first.step.changes;
  const steps = { ...first.step, changes: [{ ...change, after: { ...change?.after, need: 'De la version d’avant' } }] };
  return { steps, digest: mark.digest, revision: mark.revision };
}

describe.each(STATES)('the journal of a newer version in the state %s', (state) => {
  const NEWER = `.${FORMAT_VERSION + 1}.jsonl`;
  const BYTES = Buffer.from('Ce que seule une version plus récente sait lire\n');

  async function withNewer() {
    const world = await computer(state);
    const path = join(world.journals, `${world.fileId}${NEWER}`);
    await world.well.writeFile(path, BYTES);
    return { ...world, newer: path, isWhole: async () => (await world.well.readFile(path)).equals(BYTES) };
  }

  it('A7 is told before anything is opened, and nothing is changed anywhere', async () => {
    const world = await withNewer();
    const read: string[] = [];
    world.trouble.before = (call, path) => ((call === 'open' || call === 'readFile') && path === world.newer ? read.push(call) : undefined);
    const [file, names] = [await world.well.readFile(world.path), await world.names()];

    const refused = await world.openOn(world.files);

    expect(refused).toEqual({
      ok: false,
      failure: { code: 'journal-newer', name: 'Offre commune.tierce', version: FORMAT_VERSION + 1, supported: FORMAT_VERSION },
    });
    expect([(await world.well.readFile(world.path)).equals(file), await world.names(), await world.isWhole(), read]).toEqual([
      true,
      names,
      true,
      [],
    ]);
  });

  it('A7 A8 lets go of the locks again', async () => {
    const world = await withNewer();
    await world.openOn(world.files);
    await world.well.unlink(world.newer);

    expect((await world.openOn(world.files, {}, false)).ok).toBe(true);
  });

  it('A7 A2 stays byte for byte while one goes on without it, and is asked about again only once more is noted there', async () => {
    const world = await withNewer();
    const accepted: OpeningOptions = { accepted: ['journal-newer'] };
    const first = expectOk(await world.openOn(world.files, accepted));
    expectOk(await first.session.run('c-1', needs('Un')));
    await first.session.save();
    expectOk(await first.session.close(false));
    const second = expectOk(await world.openOn(world.files));
    expectOk(await second.session.close(false));
    await world.well.writeFile(world.newer, Buffer.concat([BYTES, BYTES]));
    const third = await world.openOn(world.files);

    expect([needIn(second.session), third.ok ? null : third.failure.code]).toEqual(['Un', 'journal-newer']);
    expect((await world.well.readFile(world.newer)).equals(Buffer.concat([BYTES, BYTES]))).toBe(true);
  });

  it('A7 A14 keeps contents that perhaps it alone names', async () => {
    const world = await withNewer();
    const folder = join(world.own, 'data/attachments', world.fileId);
    await world.well.writeFile(join(folder, 'a'.repeat(64)), 'x');
    const { session } = expectOk(await world.openOn(world.files, { accepted: ['journal-newer'] }));
    await session.abandon();
    const kept = (await world.well.readdir(folder)).includes('a'.repeat(64));
    await world.well.unlink(world.newer);
    expectOk(await world.openOn(world.files));

    // sealed backups of version 3 do not say what they name
    expect([kept, (await world.well.readdir(folder)).includes('a'.repeat(64))]).toEqual([true, state === '3-sealed']);
  });

  it('A7 A16 goes with everything that this computer keeps of the file, and only then', async () => {
    const world = await withNewer();
    await world.well.writeFile(join(world.journals, `set-aside-${world.fileId}~n1${NEWER}`), BYTES);
    expectOk(await forgetFile({ ...world.services, running: processNamed() }, world.fileId, 'Offre commune.tierce'));

    expect(await world.names()).toEqual([]);
  });
});

describe('locks across versions', () => {
  it('A8 a lock written here says what version 3 reads in it, in the same places, and no less', async () => {
    const world = await computer('3-plain');
    const places = [
      join(world.path, '..', '.Offre commune.tierce.tierce-lock'),
      join(world.journals, `.${world.fileId}.jsonl.tierce-lock`),
    ];
    const parsed = async () => Promise.all(places.map(async (path) => JSON.parse(await world.well.readFile(path, 'utf8')) as object));
    const shape = (value: object): unknown =>
      Object.entries(value).map(([field, held]: [string, unknown]) => [
        field,
        typeof held === 'object' && held !== null ? shape(held) : typeof held,
      ]);
    const before = (await parsed()).map(shape);
    expectOk(await world.openOn(world.files));

    expect((await parsed()).map(shape)).toEqual(before);
    expect(await parsed()).not.toEqual([]);
  });

  it.each([
    [
      'fields that we do not know',
      (lock: object) => ({ ...lock, version: 7, heartbeat: { at: '2027-01-01T00:00:00.000Z' }, shell: ['x'] }),
    ],
    ['another form altogether', () => ({ version: 7, holder: { name: 'Léa Martin' } })],
  ])('A8 a lock of a newer version with %s is held, whatever else it says, and stays as it is', async (_what, made) => {
    const world = await computer('3-plain');
    const path = join(world.path, '..', '.Offre commune.tierce.tierce-lock');
    const lock = JSON.stringify(made(JSON.parse(await world.well.readFile(path, 'utf8')) as object));
    await world.well.writeFile(path, lock);
    const file = await world.well.readFile(world.path);

    const refused = await world.openOn(world.files, {}, false);

    expect(refused).toMatchObject({ failure: { code: 'file-locked' } });
    expect([await world.well.readFile(path, 'utf8'), (await world.well.readFile(world.path)).equals(file), await world.names()]).toEqual([
      lock,
      true,
      expect.arrayContaining([basename(world.before)]),
    ]);
  });

  it('A8 a lock of a newer version whose process is surely gone is replaced by itself, and names its holder until then', async () => {
    const world = await computer('3-plain');
    const path = join(world.path, '..', '.Offre commune.tierce.tierce-lock');
    const lock = { ...(JSON.parse(await world.well.readFile(path, 'utf8')) as object), person: 'Léa Martin', version: 7 };
    await world.well.writeFile(path, JSON.stringify(lock));

    expect(await readLock(world.well, path)).toMatchObject({ person: 'Léa Martin' });
    expect(await world.openOn(world.files, {}, false)).toMatchObject({
      failure: { code: 'file-locked', holder: { person: 'Léa Martin' } },
    });
    expect((await world.openOn(world.files)).ok).toBe(true);
  });

  it('A8 the journal of a copy that an older version holds is not taken', async () => {
    const world = await computer('3-plain');
    await world.well.unlink(join(world.path, '..', '.Offre commune.tierce.tierce-lock'));

    expect(await world.openOn(world.files, {}, false)).toMatchObject({ failure: { code: 'file-locked' } });
    expect((await world.names()).includes(basename(world.before))).toBe(true);
  });
});
