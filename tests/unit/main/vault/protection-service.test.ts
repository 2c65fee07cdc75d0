// A12: the protection of a whole file as the window requests it, including what this computer holds of that file.
import { expectOk, ok, refuse } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { readHead } from '../../../../main/files/file-head.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { ProtectionService } from '../../../../main/vault/protection-service.ts';
import { openKeys } from '../../../../main/vault/open-keys.ts';
import { countedIds } from '../../../support/context.ts';
import {
  attach,
  BACKUPS,
  CHARTER,
  CHARTER_SHA,
  CONTENTS,
  failing,
  FOLDER,
  JOURNAL,
  JOURNALS,
  NEWER_JOURNAL,
  office,
  PATH,
  retitle,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { NEWER, refused, WRONG_PHRASE } from '../../../support/notebook.ts';

const PHRASE = 'châtaigne lente sous abri';
const BY_PHRASE = { kind: 'passphrase', passphrase: PHRASE } as const;
const BY_NEWER = { kind: 'passphrase', passphrase: NEWER } as const;
const PRINTED = /^([A-Z2-9]{5}-){7}[A-Z2-9]{5}$/;

/** An open file with two backups and an attached content. */
async function plain() {
  const world = office();
  await world.write();
  const { services, projects } = world.processOf();
  const { documentId } = expectOk(await projects.open(PATH, {}));
  const session = projects.session(documentId);
  await attach(session);
  for (const title of ['Zéro', 'Un']) {
    expectOk(await session.run(`titled-${title}`, retitle(title)));
    await session.save();
    expectOk(await session.keepBackup('restore'));
  }
  const service = new ProtectionService(services, projects);
  const call = service.handlers();
  const newId = countedIds('act');
  const act = (commandId = newId()) => ({ documentId, commandId, baseRevision: session.revision });
  /** The unsealed ring of each backup. */
  const rings = async () => {
    const names = (await world.well.readdir(BACKUPS)).filter((name) => name.endsWith('.tierce'));
    return Promise.all(names.map(async (name) => (await readHead(world.well, `${BACKUPS}/${name}`))?.keys?.file ?? null));
  };
  const header = async () => {
    const head = await readHead(world.well, PATH);
    return { isSealed: head?.isSealed, ring: head?.keys?.file ?? null };
  };
  /** Reopens the file, as after a restart. */
  const reopened = async (secret: Parameters<typeof keyBy>[0]) => {
    expectOk(await projects.close(documentId, false));
    return projects.open(PATH, { keyOf: keyBy(secret) });
  };
  const isProtected = async () => expectOk(await call['protection.status']({ documentId })).isProtected;
  return {
    ...world,
    services,
    projects,
    documentId,
    session,
    call,
    act,
    rings,
    header,
    reopened,
    isProtected,
    set: (id?: string, passphrase = PHRASE) => call['protection.set']({ ...act(id), passphrase }),
  };
}

async function sealed() {
  const world = await plain();
  const { recoveryKey } = expectOk(await world.set());
  return { ...world, byRecovery: { kind: 'recovery', recoveryKey } as const };
}

it('A12 L6 takes the row of a file out of the list of Home before it is protected, and protects nothing while that cannot be done', async () => {
  const { services, projects, act, header } = await plain();
  const unlist = vi.fn(async (_fileId: string) => refuse({ code: 'disk-full', name: 'library.json' } as const));
  const handlers = new ProtectionService({ ...services, unlist }, projects).handlers();

  expect(await handlers['protection.set']({ ...act(), passphrase: PHRASE })).toEqual(refuse({ code: 'disk-full', name: 'library.json' }));
  expect([unlist.mock.calls, (await header()).isSealed]).toEqual([[[HEADER.fileId]], false]);
});

describe('a protection that is set', () => {
  it('A12 A14 seals the file and all that this computer holds of it, and shows the recovery key', async () => {
    const { set, isProtected, header, rings, session, well: disk } = await plain();
    const before = await isProtected();
    const reply = expectOk(await set());
    const { isSealed, ring } = await header();

    expect([before, await isProtected(), isSealed, ring]).toEqual([false, true, true, session.header.keys.file]);
    expect(reply).toMatchObject({
      isProtected: true,
      recoveryKey: expect.stringMatching(PRINTED),
      leftBackups: 0,
      isNewerLeft: false,
      revision: session.revision,
    });
    expect(new Set((await rings()).map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(ring)]));
    expect(await disk.readdir(CONTENTS)).not.toContain(CHARTER_SHA);
    expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
  });

  it('A12 is the same one, with the same recovery key, when it is asked for again after a lost reply', async () => {
    const { set } = await plain();
    const first = expectOk(await set('asked-twice'));

    expect(expectOk(await set('asked-twice')).recoveryKey).toBe(first.recoveryKey);
    expect(await set()).toEqual(refused('protection-exists'));
  });

  it('A12 is none with a passphrase that is too short', async () => {
    const { set, isProtected } = await plain();

    expect([await set(undefined, 'court'), await isProtected()]).toMatchObject([refused('passphrase-too-short'), false]);
  });

  it('A12 A10 is none while the file cannot be written, and no copy is sealed', async () => {
    const { set, isProtected, trouble, rings } = await plain();
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const failed = await set();
    well(trouble);

    expect([failed, await isProtected(), new Set(await rings())]).toMatchObject([refused('disk-failure'), false, new Set([null])]);
  });

  it('A12 A10 says how many copies could not be brought along', async () => {
    const { set, trouble, isProtected } = await plain();
    failing(trouble, 'rename', (path) => path.startsWith(`${BACKUPS}/`));
    const reply = expectOk(await set());
    well(trouble);

    expect([reply.leftBackups > 0, await isProtected()]).toEqual([true, true]);
  });

  it('A12 opens the file again by its passphrase or its recovery key', async () => {
    const { reopened, byRecovery, projects } = await sealed();
    const wrong = await reopened(WRONG_PHRASE);
    const opened = expectOk(await projects.open(PATH, { keyOf: keyBy(byRecovery) }));
    expectOk(await projects.close(opened.documentId, false));
    const again = expectOk(await projects.open(PATH, { keyOf: keyBy(BY_PHRASE) }));

    expect([wrong, titleIn(projects.session(again.documentId).document)]).toMatchObject([refused('passphrase-wrong'), 'Un']);
  });
});

describe('beside what a newer version has noted of the file', () => {
  const SET_ASIDE = NEWER_JOURNAL.replace(HEADER.fileId, `set-aside-${HEADER.fileId}~2`);

  it.each([NEWER_JOURNAL, SET_ASIDE])(
    'A12 A7 a protection says that it stays as it was, and neither reads nor touches it: %s',
    async (path) => {
      const { set, well: disk, trouble } = await plain();
      await disk.writeFile(path, 'Noté par une version plus récente');
      const touched: string[] = [];
      trouble.before = (call, at) => void (at === path && touched.push(call));
      const reply = expectOk(await set());

      expect([reply.isNewerLeft, reply.isProtected, touched, await disk.readFile(path, 'utf8')]).toEqual([
        true,
        true,
        [],
        'Noté par une version plus récente',
      ]);
    },
  );

  it('A12 A7 a protection stays, since nobody could read afterwards what was noted under it', async () => {
    const { call, act, isProtected, rings, well: disk } = await sealed();
    await disk.writeFile(NEWER_JOURNAL, 'x');
    const before = await rings();
    const refusal = await call['protection.remove']({ ...act(), secret: BY_PHRASE });
    const kept = [await isProtected(), await rings()];
    await disk.unlink(NEWER_JOURNAL);

    expect([refusal, kept]).toMatchObject([refused('journal-newer-sealed'), [true, before]]);
    expect(expectOk(await call['protection.remove']({ ...act(), secret: BY_PHRASE })).isProtected).toBe(false);
  });

  it('A12 A10 a protection is neither set nor removed where that cannot be looked for', async () => {
    const [one, other] = [await plain(), await sealed()];
    for (const { trouble } of [one, other]) failing(trouble, 'readdir', (path) => path === JOURNALS);
    const refusals = [await one.set(), await other.call['protection.remove']({ ...other.act(), secret: BY_PHRASE })];

    expect([refusals, await one.isProtected(), await other.isProtected()]).toMatchObject([
      [refused('disk-failure'), refused('disk-failure')],
      false,
      true,
    ]);
  });
});

describe('another passphrase', () => {
  it('A12 takes the place of the one before, in the file and in every copy', async () => {
    const { call, act, rings, header, session, byRecovery, reopened, projects } = await sealed();
    const key = Buffer.from(session.key ?? []);
    const wrong = await call['protection.change']({ ...act(), secret: WRONG_PHRASE, passphrase: NEWER });
    const short = await call['protection.change']({ ...act(), secret: BY_PHRASE, passphrase: 'court' });
    const reply = expectOk(await call['protection.change']({ ...act(), secret: byRecovery, passphrase: NEWER }));
    const { ring } = await header();

    expect([wrong, short, reply]).toMatchObject([
      refused('passphrase-wrong'),
      refused('passphrase-too-short'),
      { isProtected: true, recoveryKey: '', leftBackups: 0 },
    ]);
    expect(new Set((await rings()).map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(ring)]));
    expect(session.key).toEqual(key);
    expect([await reopened(BY_PHRASE), (await projects.open(PATH, { keyOf: keyBy(BY_NEWER) })).ok]).toMatchObject([
      refused('passphrase-wrong'),
      true,
    ]);
  });

  it('A12 is none for a plain file', async () => {
    const { call, act } = await plain();
    const asked = { ...act(), secret: BY_PHRASE };

    expect([
      await call['protection.change']({ ...asked, passphrase: NEWER }),
      await call['protection.renew'](asked),
      await call['protection.remove'](asked),
      await call['protection.change']({ ...asked, passphrase: NEWER, isNewKey: true }),
    ]).toEqual(Array.from({ length: 4 }, () => refused('protection-missing')));
  });

  it('A12 comes with another key where one asks for that: those of before are in its ring, and every copy is under it', async () => {
    const { call, act, session, rings, header, reopened, projects } = await sealed();
    const before = { id: session.header.keys.file?.id ?? '', key: Buffer.from(session.key ?? []) };
    const wrong = await call['protection.change']({ ...act(), secret: WRONG_PHRASE, passphrase: NEWER, isNewKey: true });
    const reply = expectOk(await call['protection.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER, isNewKey: true }));
    const { ring } = await header();

    expect([wrong, reply]).toMatchObject([
      refused('passphrase-wrong'),
      { isProtected: true, recoveryKey: expect.stringMatching(PRINTED), leftBackups: 0 },
    ]);
    expect([session.key?.toString() === before.key.toString(), openKeys(ring, session.key ?? before.key).earlier]).toEqual([
      false,
      [before],
    ]);
    expect(new Set((await rings()).map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(ring)]));
    expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
    expect([await reopened(BY_PHRASE), (await projects.open(PATH, { keyOf: keyBy(BY_NEWER) })).ok]).toMatchObject([
      refused('passphrase-wrong'),
      true,
    ]);
  });

  it('A12 is made as asked for: with the same key where one does not ask for another', async () => {
    const { call, act, session } = await sealed();
    const ring = session.header.keys.file?.id;
    expectOk(await call['protection.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER, isNewKey: false }));

    expect(session.header.keys.file?.id).toBe(ring);
  });
});

describe('another recovery key', () => {
  it('A12 takes the place of the one before, and is shown again to a window that lost the reply', async () => {
    const { call, act, byRecovery, reopened, projects } = await sealed();
    const message = { ...act('asked-twice'), secret: BY_PHRASE };
    const [first, second] = [expectOk(await call['protection.renew'](message)), expectOk(await call['protection.renew'](message))];

    expect([first.recoveryKey, second.recoveryKey === first.recoveryKey, first.recoveryKey === byRecovery.recoveryKey]).toEqual([
      expect.stringMatching(PRINTED),
      true,
      false,
    ]);
    expect(await reopened(byRecovery)).toEqual(refused('passphrase-wrong'));
    expectOk(await projects.open(PATH, { keyOf: keyBy({ kind: 'recovery', recoveryKey: first.recoveryKey }) }));
  });

  it('A12 is shown for the act that made it alone', async () => {
    const { call, act } = await sealed();
    expectOk(await call['protection.renew']({ ...act('renewed'), secret: BY_PHRASE }));
    expectOk(await call['protection.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER }));

    expect(expectOk(await call['protection.renew']({ ...act('renewed'), secret: BY_NEWER })).recoveryKey).toBe('');
  });
});

describe('a protection that is removed', () => {
  it('A12 A14 leaves the file and all that this computer holds of it in the clear', async () => {
    const { call, act, isProtected, rings, header, session, well: disk } = await sealed();
    const wrong = await call['protection.remove']({ ...act(), secret: WRONG_PHRASE });
    const reply = expectOk(await call['protection.remove']({ ...act(), secret: BY_PHRASE }));

    expect([wrong, reply]).toMatchObject([refused('passphrase-wrong'), { isProtected: false, recoveryKey: '', leftBackups: 0 }]);
    expect([await isProtected(), await header(), session.key, new Set(await rings())]).toEqual([
      false,
      { isSealed: false, ring: null },
      null,
      new Set([null]),
    ]);
    expect(await disk.readdir(CONTENTS)).toEqual([CHARTER_SHA]);
  });

  it('A12 A10 stays, with every copy under it, while one of them cannot be brought along first', async () => {
    const { call, act, isProtected, trouble } = await sealed();
    failing(trouble, 'rename', (path) => path.startsWith(`${BACKUPS}/`));
    const failed = await call['protection.remove']({ ...act(), secret: BY_PHRASE });
    well(trouble);

    expect([failed, await isProtected()]).toMatchObject([refused('disk-failure'), true]);
  });

  it('A12 A10 stays while one copy cannot be brought along, and those that were already are sealed again', async () => {
    const { call, act, isProtected, trouble, rings, well: disk } = await sealed();
    failing(trouble, 'rename', (path) => path.startsWith(`${BACKUPS}/.n2~`));
    const failed = await call['protection.remove']({ ...act(), secret: BY_PHRASE });
    well(trouble);

    expect([failed, await isProtected(), (await rings()).includes(null)]).toMatchObject([refused('disk-failure'), true, false]);
    expect(await disk.readdir(CONTENTS)).not.toContain(CHARTER_SHA);
  });

  it('A12 A10 stays while the file cannot be written; copies in the clear by then are sealed when it is opened again', async () => {
    const { call, act, isProtected, trouble, rings, reopened } = await sealed();
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const failed = await call['protection.remove']({ ...act(), secret: BY_PHRASE });
    well(trouble);
    const meanwhile = [await isProtected(), (await rings()).includes(null)];
    expectOk(await reopened(BY_PHRASE));

    expect([failed, meanwhile, (await rings()).includes(null)]).toMatchObject([refused('disk-failure'), [true, true], false]);
  });
});

it('A12 E1 the keys that an act was given are overwritten, and the file goes on under its own', async () => {
  const { session, call, act, reopened } = await sealed();
  expectOk(await call['protection.renew']({ ...act(), secret: BY_PHRASE }));
  expectOk(await session.run('c-2', retitle('Deux')));
  await session.save();

  expect((await reopened(BY_PHRASE)).ok).toBe(true);
});

it('A12 the journal of a protected file is sealed from then on', async () => {
  const { session, well: disk } = await sealed();
  expectOk(await session.run('c-2', retitle('Titre secret')));

  expect((await disk.readFile(JOURNAL, 'latin1')).includes('Titre secret')).toBe(false);
});

describe('a protected file whose cost has grown old', () => {
  const OLD = { n: 2 ** 16, p: 2 } as const;
  /** A file as an earlier Tierce has left it, with its backups; opened again. */
  const aged = async () => {
    const world = await sealed();
    const { session, act } = world;
    expectOk(
      await session.keys.rekey(act().commandId, async (keys) => {
        const { file } = keys;
        const slots = (file?.slots ?? []).map((slot) => (slot.kind === 'passphrase' ? { ...slot, ...OLD } : slot));
        return ok({ ...keys, file: file === null ? null : { ...file, slots } });
      }),
    );
    const service = new ProtectionService(world.services, world.projects);
    const open = async () => expectOk(await world.reopened(BY_PHRASE));
    const costs = async () => ((await world.header()).ring?.slots ?? []).map((slot) => (slot.kind === 'passphrase' ? slot.n : slot.kind));
    return { ...world, service, open, costs };
  };

  it('A12 is raised once its passphrase has opened it: in the file and in its backups, and the window gets the file as it is then', async () => {
    const { service, open, costs, rings, projects } = await aged();
    const opened = await open();
    const shown = await service.strengthen(opened, PHRASE);
    const after = [await costs(), ...(await rings()).map((ring) => ring?.slots.map((slot) => (slot.kind === 'passphrase' ? slot.n : '')))];

    expect(after.map((slots) => slots?.[0])).toEqual(after.map(() => 2 ** 17));
    expect(shown).toEqual({ ...opened, revision: opened.revision + 1, undo: shown.undo, saveState: shown.saveState });
    expect(await service.strengthen(shown, PHRASE)).toBe(shown);
    expectOk(await projects.close(shown.documentId, false));
  });

  it('A12 is left alone by another passphrase, where it cannot be written, and while it is shown read-only', async () => {
    const { service, open, costs, trouble, projects } = await aged();
    const opened = await open();
    expect(await service.strengthen(opened, 'une autre phrase')).toBe(opened);
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    await service.strengthen(opened, PHRASE);
    const looked = expectOk(await projects.look({ path: PATH, from: PATH }, { why: 'locked' }, keyBy(BY_PHRASE)));

    expect([(await service.strengthen(looked, PHRASE)) === looked, await costs()]).toEqual([true, [2 ** 16, 'recovery']]);
  });
});
