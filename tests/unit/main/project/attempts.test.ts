// A8 A11 A12: what can be done with a file that could not be opened normally, and doing it.
import { ok } from '@domain/result.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import {
  attach,
  failing,
  JOURNALS,
  KEY,
  NEWER_JOURNAL,
  type Office,
  office,
  PATH,
  retitle,
  RING,
  SECRET,
  titleIn,
  WRONG,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

type Process = ReturnType<Office['processOf']>;
const attemptOf = async ({ attempts }: Process) => expectOk(await attempts.handlers()['attempt.read']({}));
const idOf = async (process: Process) => (await attemptOf(process))?.attemptId ?? 'none';

/** A file that another window on this computer holds. */
async function held(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const holder = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  const second = world.processOf({ areOthersGone: false });
  const refused = await second.open(PATH, key === null ? {} : { keyOf: keyBy(SECRET) });
  return { ...world, holder, second, refused, attemptId: await idOf(second) };
}

describe('a file that somebody else holds', () => {
  it('A8 is told with its names and why, and offers neither its backups nor a recovery', async () => {
    const { second, refused, attemptId } = await held();

    expect(refused).toMatchObject({ failure: { code: 'file-locked' } });
    expect(await attemptOf(second)).toEqual({
      attemptId,
      fileName: 'mission.tierce',
      folderName: 'library',
      failure: (refused as { failure: unknown }).failure,
      isPlaceKnown: true,
      isSealed: false,
      backups: [],
    });
  });

  it('A8 is looked at without being changed, or taken over, as the user says', async () => {
    const { second, attemptId, holder } = await held();
    const { 'attempt.open': open } = second.attempts.handlers();

    const looked = expectOk(await open({ attemptId, how: 'read-only' }));
    await second.projects.close(looked.documentId, true);
    await second.open();
    const taken = expectOk(await open({ attemptId: await idOf(second), how: 'take-over' }));

    expect([looked.readOnly, taken.readOnly]).toEqual([{ why: 'locked' }, null]);
    expect((await holder.run('c-1', retitle('Un'))).ok).toBe(true);
    expect(await holder.save()).toMatchObject({ where: 'failing', failure: { code: 'file-lock-lost' } });
  });

  it('A8 is opened once its holder has let go', async () => {
    const { second, attemptId, holder } = await held();
    const { 'attempt.open': open } = second.attempts.handlers();
    const still = await open({ attemptId, how: 'again' });
    expectOk(await holder.close(false));

    const again = await open({ attemptId: await idOf(second), how: 'again' });

    expect([still.ok, again.ok && again.value.readOnly]).toEqual([false, null]);
  });

  it('A8 A12 asks for the secret before a protected one is shown, and shows it then without letting it be changed', async () => {
    const { second, attemptId } = await held(KEY);
    const { 'attempt.open': open, 'attempt.unlock': unlock } = second.attempts.handlers();

    const asked = await open({ attemptId, how: 'read-only' });
    const sealed = await attemptOf(second);
    const wrong = await unlock({ attemptId: sealed?.attemptId ?? '', secret: WRONG });
    const shown = expectOk(await unlock({ attemptId: sealed?.attemptId ?? '', secret: SECRET }));

    expect([asked, wrong]).toMatchObject([{ failure: { code: 'file-sealed' } }, { failure: { code: 'passphrase-wrong' } }]);
    expect([sealed?.isSealed, shown.readOnly]).toEqual([true, { why: 'locked' }]);
  });

  it('A8 A12 takes a protected one over once its secret is given', async () => {
    const { second, attemptId, holder } = await held(KEY);
    const { 'attempt.open': open, 'attempt.unlock': unlock } = second.attempts.handlers();

    const asked = await open({ attemptId, how: 'take-over' });
    const taken = expectOk(await unlock({ attemptId: await idOf(second), secret: SECRET }));
    expectOk(await holder.run('c-1', retitle('Un')));

    expect([asked, taken.readOnly]).toMatchObject([{ failure: { code: 'file-sealed' } }, null]);
    expect((await holder.save()).failure?.code).toBe('file-lock-lost');
  });
});

describe('a protected file', () => {
  it('A12 opens by its secret, and is held by nobody until it is given', async () => {
    const world = office();
    await world.write({ key: KEY });
    const process = world.processOf();
    await process.open();
    const attempt = await attemptOf(process);

    const opened = expectOk(await process.attempts.handlers()['attempt.unlock']({ attemptId: attempt?.attemptId ?? '', secret: SECRET }));

    expect(attempt).toMatchObject({ failure: { code: 'file-sealed' }, isSealed: true, backups: [] });
    expect([opened.readOnly, await attemptOf(process)]).toEqual([null, null]);
  });

  it('A12 takes no place of whoever holds it when nobody said so', async () => {
    const { second } = await held(KEY);
    await second.open(PATH); // first it asks for the secret: its lock is checked before
    const refused = await second.attempts.handlers()['attempt.unlock']({ attemptId: await idOf(second), secret: SECRET });

    expect(refused).toMatchObject({ failure: { code: 'file-locked' } });
  });
});

describe('what is remembered', () => {
  it('A11 is the last file that something can be done about, and none that opened', async () => {
    const world = office();
    await world.write();
    const process = world.processOf();
    await process.open('/library/none.tierce');
    const none = await attemptOf(process);
    await world.well.writeFile('/library/noise.tierce', 'noise');
    await process.open('/library/noise.tierce');
    const noise = await attemptOf(process);
    process.attempts.note(PATH, { ok: false, failure: { code: 'passphrase-wrong' } });
    const stillNoise = await attemptOf(process);
    process.attempts.note(PATH, { ok: false, failure: { code: 'disk-busy', name: 'mission.tierce' } });
    const busy = await attemptOf(process);
    await process.open('/library/noise.tierce');
    await process.open();

    expect([none, noise?.failure.code, stillNoise?.attemptId === noise?.attemptId, busy, await attemptOf(process)]).toEqual([
      null,
      'file-not-tierce',
      true,
      null,
      null,
    ]);
  });

  it.each([
    ['file-empty', ''],
    ['file-truncated', '{\n"format": "tierce",\n"for'],
    ['file-not-tierce', 'noise'],
  ])('A11 is a file of which something may be left (%s)', async (code, content) => {
    const world = office();
    await world.write();
    await world.well.writeFile(PATH, content);
    const process = world.processOf();
    await process.open();

    expect(await attemptOf(process)).toMatchObject({ failure: { code }, isPlaceKnown: true, isSealed: false });
  });

  it.each(['file-damaged', 'seal-broken', 'file-truncated'] as const)('A11 is one that says %s', async (code) => {
    const world = office();
    await world.write();
    const process = world.processOf();
    process.attempts.note(PATH, {
      ok: false,
      failure: code === 'seal-broken' ? { code } : { code, name: 'mission.tierce', where: 'digest' },
    });

    expect((await attemptOf(process))?.failure.code).toBe(code);
  });

  it('A11 A10 is told as a failure while its backups cannot be listed', async () => {
    const world = office();
    await world.write();
    await world.well.writeFile(PATH, '');
    const process = world.processOf();
    await process.open();
    failing(world.trouble, 'readdir', (path) => path.includes('/backups'));
    process.attempts.note(PATH, { ok: false, failure: { code: 'file-empty', name: 'mission.tierce' } }, { fileId: HEADER.fileId });

    expect(await process.attempts.handlers()['attempt.read']({})).toMatchObject({ ok: false, failure: { code: 'disk-failure' } });
  });

  it('A11 answers nothing under an id that is not known any more', async () => {
    const world = office();
    const { attempts } = world.processOf();
    const { 'attempt.open': open, 'attempt.unlock': unlock, 'attempt.recover': recover } = attempts.handlers();
    attempts.note(PATH, { ok: false, failure: { code: 'file-empty', name: 'mission.tierce' } });
    const unknown = { ok: false, failure: { code: 'token-unknown' } };

    expect(await open({ attemptId: 'other', how: 'again' })).toEqual(unknown);
    expect(await unlock({ attemptId: 'other', secret: SECRET })).toEqual(unknown);
    expect(await recover({ attemptId: 'other', backupId: null, secret: null })).toEqual(unknown);
    const fresh = office().processOf();
    expect(await fresh.attempts.handlers()['attempt.open']({ attemptId: 'other', how: 'again' })).toEqual(unknown);
  });
});

describe('recovering a file', () => {
  it('A11 opens what was recovered, and says what is lost and how much is kept', async () => {
    const world = office();
    await world.write();
    const text = (await world.well.readFile(PATH)).toString('utf8');
    await world.well.writeFile(PATH, text.replace('"title":"Enjeux', '"titel":"Enjeux'));
    const process = world.processOf();
    await process.open();

    const made = expectOk(
      await process.attempts.handlers()['attempt.recover']({ attemptId: await idOf(process), backupId: null, secret: null }),
    );

    expect(made).toMatchObject({
      lost: [{ part: 'sessions', count: 1 }],
      project: { fileName: 'mission (récupéré).tierce', readOnly: null },
    });
    expect(made.kept).toBeGreaterThan(10);
  });

  it('A11 A12 asks for the secret of a protected one, and says that it was wrong', async () => {
    const world = office();
    await world.write({ key: KEY });
    const first = await world.session({ keyOf: keyBy(SECRET) });
    await attach(first);
    expectOk(await first.run('c-1', retitle('Un')));
    expectOk(await first.close(false));
    const text = (await world.well.readFile(PATH)).toString('utf8');
    await world.well.writeFile(PATH, `${text}\n`);
    const process = world.processOf();
    const refused = await process.open(PATH, { keyOf: keyBy(SECRET) });
    const attemptId = await idOf(process);
    const { 'attempt.recover': recover } = process.attempts.handlers();

    const [without, wrong] = [
      await recover({ attemptId, backupId: null, secret: null }),
      await recover({ attemptId, backupId: null, secret: WRONG }),
    ];
    const made = expectOk(await recover({ attemptId, backupId: null, secret: SECRET }));

    expect(refused.ok).toBe(false);
    expect([without, wrong]).toMatchObject([{ failure: { code: 'file-sealed' } }, { failure: { code: 'passphrase-wrong' } }]);
    expect(titleIn(made.project.document)).toBe('Un');
  });
});

describe('the key by a secret', () => {
  it('A12 is that of the recovery key, and none of a plain file', async () => {
    const header = { ...HEADER, keys: { file: RING, vault: null } };

    expect(await keyBy(SECRET)(header)).toEqual(ok(KEY));
    expect(await keyBy(SECRET)(HEADER)).toEqual({ ok: false, failure: { code: 'passphrase-wrong' } });
    expect(await keyBy({ kind: 'passphrase', passphrase: SECRET.recoveryKey })(header)).toEqual({
      ok: false,
      failure: { code: 'passphrase-wrong' },
    });
  });
});

describe('a file that is not as it is remembered', () => {
  /** It was sealed and is plain, and older as well. */
  async function doubtful() {
    const world = office();
    await world.write();
    await world.services.memory.note(HEADER.fileId, () => ({ revision: 7, isSealed: true, vaultKey: null, newerJournal: null }));
    const process = world.processOf();
    const refused = await process.open();
    const accept = async (secret: typeof SECRET | null = null) =>
      process.attempts.handlers()['attempt.accept']({ attemptId: await idOf(process), secret });
    return { ...world, process, refused, accept };
  }

  it('A12 is asked about point by point, and opened once each is accepted', async () => {
    const { refused, accept, process } = await doubtful();
    const second = await accept();
    const attempt = await attemptOf(process);
    const opened = expectOk(await accept());

    expect([refused, second]).toMatchObject([{ failure: { code: 'protection-lost' } }, { failure: { code: 'file-older', remembered: 7 } }]);
    expect([attempt?.isSealed, attempt?.backups, opened.readOnly, await attemptOf(process)]).toEqual([false, [], null, null]);
  });

  it.each([
    ['plain', null],
    ['sealed', KEY],
  ] as const)(
    'A12 A4 offers its backups with the steps that lead further, which the journal of a protected file tells with its key: %s',
    async (_form, key) => {
      const world = office();
      await world.write({ key });
      const how = key === null ? {} : { keyOf: keyBy(SECRET) };
      const first = await world.session(how);
      expectOk(await first.run('c-1', retitle('Un')));
      await first.save();
      const older = await world.well.readFile(PATH);
      expectOk(await first.run('c-2', retitle('Deux')));
      await first.save();
      expectOk(await first.close(false));
      await world.well.writeFile(PATH, older);
      const process = world.processOf();
      const refused = await process.open(PATH, how);
      const attempt = await attemptOf(process);

      expect(refused).toMatchObject({ failure: { code: 'file-older' } });
      expect(attempt?.backups.map(({ steps }) => steps)).toEqual([2]);
      expect(attempt?.isSealed).toBe(false);
    },
  );

  it('A12 A8 stays accepted while it has to be taken over', async () => {
    const world = await doubtful();
    const holder = await world.session({ accepted: ['protection-lost', 'file-older'] });
    await world.services.memory.note(HEADER.fileId, () => ({ revision: 7, isSealed: true, vaultKey: null, newerJournal: null }));
    const second = world.processOf({ areOthersGone: false });
    const { 'attempt.open': open, 'attempt.accept': accept } = second.attempts.handlers();
    await second.open();
    const asked = [await open({ attemptId: await idOf(second), how: 'take-over' })];
    asked.push(await accept({ attemptId: await idOf(second), secret: null }));
    const taken = await accept({ attemptId: await idOf(second), secret: null });

    expect(asked).toMatchObject([{ failure: { code: 'protection-lost' } }, { failure: { code: 'file-older' } }]);
    expect([taken.ok, (await holder.run('c-1', retitle('Un'))).ok]).toEqual([true, true]);
  });

  it('A12 is looked at without being accepted', async () => {
    const { process } = await doubtful();
    const looked = expectOk(await process.attempts.handlers()['attempt.open']({ attemptId: await idOf(process), how: 'read-only' }));

    expect(looked.readOnly).toEqual({ why: 'doubtful' });
    expect(await process.open()).toMatchObject({ failure: { code: 'protection-lost' } });
  });

  it.each([null, KEY])('A7 is looked at, or accepted once, where a newer Tierce has noted changes of it (protected: %s)', async (key) => {
    const world = office();
    await world.write({ key });
    await world.well.mkdir(JOURNALS, { recursive: true });
    await world.well.writeFile(NEWER_JOURNAL, 'x');
    const process = world.processOf();
    const { 'attempt.open': open, 'attempt.accept': accept, 'attempt.unlock': unlock } = process.attempts.handlers();
    await process.open();
    if (key !== null) await unlock({ attemptId: await idOf(process), secret: SECRET });
    const attempt = await attemptOf(process);
    const looked = expectOk(await open({ attemptId: await idOf(process), how: 'read-only' }));
    await process.projects.close(looked.documentId, false);
    await process.open();
    if (key !== null) await unlock({ attemptId: await idOf(process), secret: SECRET });
    const opened = expectOk(await accept({ attemptId: await idOf(process), secret: null }));

    expect(attempt).toMatchObject({ failure: { code: 'journal-newer', version: FORMAT_VERSION + 1 }, isSealed: false, backups: [] });
    expect([looked.readOnly, opened.readOnly, await world.is(NEWER_JOURNAL)]).toEqual([{ why: 'doubtful' }, null, true]);
  });

  it('A12 is accepted by its own attempt alone, and nothing else can be accepted', async () => {
    const { process, world } = { ...(await doubtful()), world: office() };
    const unknown = await process.attempts.handlers()['attempt.accept']({ attemptId: 'token-0001', secret: null });
    await world.write({ key: KEY });
    const other = world.processOf();
    await other.open();
    const sealed = await other.attempts.handlers()['attempt.accept']({ attemptId: await idOf(other), secret: SECRET });

    expect([unknown, sealed]).toMatchObject([{ failure: { code: 'token-unknown' } }, { failure: { code: 'token-unknown' } }]);
  });
});
