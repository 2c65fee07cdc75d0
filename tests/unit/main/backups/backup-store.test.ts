// A4 A5 A9 A14: backups taken whole and flushed, listed, thinned out, read and dismissed, whatever the disk says.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import { CHARTER, CHARTER_IN_FILE, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { backupWorld, BUG, failing, FILE, FOLDER, subjectAt, withDigestLine } from '../../../support/backup-world.ts';
import { startedDocument } from '../../../support/documents.ts';

const ID = FILE.fileId;
const CONTENT = `{"bytes":${CHARTER.byteLength},"data":"${CHARTER_IN_FILE}"}`;
const ATTACHED = withDigestLine(`{\n"x": 1,\n"attachments": {\n"${CHARTER_SHA}": ${CONTENT}\n},\n`).bytes;
const MINE = 'n1~2026-04-14T12-32-07.000Z~r1~mine~d1~0000000000000000.tierce';
const DISK_FULL = { ok: false, failure: { code: 'disk-full' } };

type World = ReturnType<typeof backupWorld>;
const listed = async ({ store }: World) => expectOk(await store.list(ID));
const revisions = async (world: World) => (await listed(world)).map(({ revision }) => revision);

describe('taking a backup', () => {
  it('A4 keeps it whole under a name that says all of it, beside the name of its file', async () => {
    const { store, well, say } = backupWorld();
    say.runDay = 41;

    expectOk(await store.take(FILE, subjectAt(3, 'mine'), [Buffer.from('un '), Buffer.from('deux')]));

    const name = 'n1~2026-04-14T12-32-07.000Z~r3~mine~d41~0000000000000000.tierce';
    expect(await well.readdir(FOLDER)).toEqual([name, 'name']);
    expect(await well.readFile(`${FOLDER}/${name}`, 'utf8')).toBe('un deux');
    expect(await well.readFile(`${FOLDER}/name`, 'utf8')).toBe(FILE.fileName);
  });

  it('A4 gives each the next number, and tells no day where nobody knows it', async () => {
    const world = backupWorld();
    world.say.runDay = null;
    for (const revision of [5, 1]) await world.take(subjectAt(revision));

    const said = (await listed(world)).map(({ sequence, revision, runDay }) => [sequence, revision, runDay]);
    expect(said).toEqual([
      [2, 1, null],
      [1, 5, null],
    ]);
  });

  it('A4 is on the medium before it is told as kept', async () => {
    const world = backupWorld();
    await world.take(subjectAt(1), 'content');
    world.cut();

    const [kept] = await listed(world);
    expect(await world.well.readFile(`${FOLDER}/${kept?.fileName}`, 'utf8')).toBe('content');
  });

  it('A14 keeps what is attached once, beside the backups', async () => {
    const world = backupWorld();
    for (const revision of [1, 2]) await world.take(subjectAt(revision), ATTACHED);

    const [kept] = await listed(world);
    expect(await world.well.readFile(`${FOLDER}/${kept?.fileName}`, 'utf8')).toContain('"attachments": {},');
    expect(await world.well.readdir(`/data/attachments/${ID}`)).toEqual([CHARTER_SHA]);
    expect(await world.well.readFile(`/data/attachments/${ID}/${CHARTER_SHA}`, 'utf8')).toBe(CONTENT);
  });

  it('A14 A10 keeps no backup whose contents cannot be kept, and says why', async () => {
    const world = backupWorld();
    world.trouble.before = failing('rename', 'ENOSPC', (path) => path.includes('attachments'));

    expect(await world.store.take(FILE, subjectAt(1), [ATTACHED])).toMatchObject({ failure: { code: 'disk-full', name: CHARTER_SHA } });
    expect(await listed(world)).toEqual([]);
  });

  it('A4 lets go of those that are not needed any more once it is safe, and of nothing else', async () => {
    const world = backupWorld();
    for (let revision = 1; revision <= 5; revision += 1) await world.take(subjectAt(revision));
    await world.take(subjectAt(6, 'mine'));

    expect(await revisions(world)).toEqual([6, 5, 4, 3]);
    expect(await world.well.readdir(FOLDER)).toHaveLength(5);
  });

  it('A4 judges age by the days on which Tierce has run', async () => {
    const world = backupWorld();
    await world.take(subjectAt(1, 'theirs'));
    world.say.runDay = 90;
    await world.take(subjectAt(2, 'mine'));
    const stays = await revisions(world);
    world.say.runDay = 91;
    await world.take(subjectAt(3, 'mine'));

    expect([stays, await revisions(world)]).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });

  it('A4 lets go of no earlier one before the new one is safe', async () => {
    const world = backupWorld();
    for (let revision = 1; revision <= 3; revision += 1) await world.take(subjectAt(revision));
    world.trouble.before = failing('rename', 'ENOSPC');
    const failed = await world.store.take({ ...FILE, fileName: 'autre.tierce' }, subjectAt(4), [Buffer.from('x')]);
    world.trouble.before = () => undefined;

    expect(failed).toMatchObject(DISK_FULL);
    expect([await revisions(world), expectOk(await world.store.knownFiles())]).toMatchObject([[3, 2, 1], [{ name: FILE.fileName }]]);
  });

  it.each(['mkdir', 'readdir'])('A4 A10 says why it cannot be kept (%s)', async (call) => {
    const { store, trouble } = backupWorld();
    trouble.before = failing(call, 'EACCES');

    expect(await store.take(FILE, subjectAt(1), [Buffer.from('x')])).toEqual({
      ok: false,
      failure: { code: 'disk-denied', name: '/backup' },
    });
  });

  it.each([
    ['the name of the file cannot be noted', failing('rename', 'EIO', (path) => path.includes('.name.'))],
    ['earlier ones cannot be removed', failing('unlink', 'EACCES')],
  ])('A4 is kept all the same when %s', async (_, before) => {
    const world = backupWorld();
    for (let revision = 1; revision <= 3; revision += 1) await world.take(subjectAt(revision));
    world.trouble.before = before;
    expectOk(await world.store.take(FILE, subjectAt(4), [Buffer.from('x')]));

    expect((await revisions(world))[0]).toBe(4);
  });

  it('A4 is kept all the same when earlier ones cannot be listed any more', async () => {
    const world = backupWorld();
    let looks = 0;
    world.trouble.before = failing('readdir', 'EIO', () => (looks += 1) > 1);

    expectOk(await world.store.take(FILE, subjectAt(1), [Buffer.from('x')]));
    expect(looks).toBe(2);
  });

  it('A4 lets a bug through, also from the thinning', async () => {
    const { store, trouble } = backupWorld();
    trouble.before = BUG;
    await expect(store.take(FILE, subjectAt(1), [Buffer.from('x')])).rejects.toThrow('a bug');
    let looks = 0;
    trouble.before = (call, path) => (call === 'readdir' && (looks += 1) > 1 ? BUG(call, path) : undefined);
    await expect(store.take(FILE, subjectAt(1), [Buffer.from('x')])).rejects.toThrow('a bug');
  });
});

describe('whether a content is in a backup', () => {
  it('A4 is told by the first digits of its digest', async () => {
    const { store, take } = backupWorld();
    await take({ ...subjectAt(1), digest: 'a'.repeat(64) });
    await take({ ...subjectAt(2), digest: 'b'.repeat(64) });

    expect([
      await store.holds(ID, 'a'.repeat(64)),
      await store.holds(ID, 'c'.repeat(64)),
      await store.holds('other', 'a'.repeat(64)),
    ]).toEqual([true, false, false]);
  });

  it('A2 A4 is said only once its name is on the medium too, which a try before may have left out', async () => {
    const world = backupWorld();
    await world.take(subjectAt(1));
    let isRenamed = false;
    world.trouble.before = (call, path) => {
      isRenamed ||= call === 'rename';
      return isRenamed ? failing('sync', 'EIO')(call, path) : undefined;
    };
    const failed = await world.store.take(FILE, { ...subjectAt(2), digest: 'a'.repeat(64) }, [Buffer.from('x')]);
    const unsure = await world.store.holds(ID, 'a'.repeat(64));
    world.trouble.before = () => undefined;
    const isHeld = await world.store.holds(ID, 'a'.repeat(64));
    world.cut();

    expect([failed.ok, unsure, isHeld, await revisions(world)]).toEqual([false, false, true, [2, 1]]);
  });

  it('A4 flushes nothing for a content that is in none', async () => {
    const { store, take, trouble } = backupWorld();
    await take(subjectAt(1));
    const calls: string[] = [];
    trouble.before = (call) => calls.push(call);
    await store.holds(ID, 'a'.repeat(64));

    expect(calls).toEqual(['readdir']);
  });

  it('A4 is not told where nobody can tell; a bug is let through', async () => {
    const { store, take, trouble } = backupWorld();
    await take(subjectAt(1));
    trouble.before = failing('readdir', 'EIO');
    expect(await store.holds(ID, '0'.repeat(64))).toBe(false);
    trouble.before = BUG;
    await expect(store.holds(ID, '0'.repeat(64))).rejects.toThrow('a bug');
  });
});

describe('the files of which backups are kept', () => {
  it('A11 are known by the name under which they were last backed up, the last one first', async () => {
    const { store, take, clock } = backupWorld();
    const taken = [
      ['id-a', 'un.tierce'],
      ['id-b', 'deux.tierce'],
      ['id-c', 'un.tierce'],
      ['id-b', 'trois.tierce'],
    ] as const;
    for (const [fileId, fileName] of taken) {
      clock.ms += 1000;
      await take(subjectAt(1), 'x', { fileId, fileName });
    }

    expect(expectOk(await store.knownFiles()).map(({ fileId, name }) => [fileId, name])).toEqual([
      ['id-b', 'trois.tierce'],
      ['id-c', 'un.tierce'],
      ['id-a', 'un.tierce'],
    ]);
    expect([await store.fileIdOfName('un.tierce'), await store.fileIdOfName('deux.tierce')]).toEqual(['id-c', null]);
  });

  it('A11 are none where there never was one, and a disk that does not answer is said', async () => {
    const { store, trouble } = backupWorld();
    const none = expectOk(await store.knownFiles());
    trouble.before = failing('readdir', 'EACCES');

    expect([none, await store.knownFiles(), await store.fileIdOfName('un.tierce')]).toEqual([
      [],
      { ok: false, failure: { code: 'disk-denied', name: '/backups' } },
      null,
    ]);
    trouble.before = BUG;
    await expect(store.knownFiles()).rejects.toThrow('a bug');
  });
});

describe('the backups of a file', () => {
  it('A4 A10 are none where there never was one, and a disk that does not answer is said', async () => {
    const { store, trouble } = backupWorld();
    const none = expectOk(await store.list(ID));
    trouble.before = failing('readdir', 'ESTALE');

    expect([none, await store.list(ID)]).toEqual([[], { ok: false, failure: { code: 'disk-gone', name: '/backups' } }]);
    trouble.before = BUG;
    await expect(store.list(ID)).rejects.toThrow('a bug');
  });

  it('A5 lie in the folder of their file, and nothing else is taken for one', () => {
    const { store } = backupWorld();

    expect([store.folderOf(ID), store.pathOf(ID, MINE), store.pathOf(ID, '../../mission.tierce'), store.pathOf(ID, 'name')]).toEqual([
      FOLDER,
      `${FOLDER}/${MINE}`,
      null,
      null,
    ]);
  });

  it('A5 A14 are read with the contents that they share, and what is missing or no backup is refused', async () => {
    const world = backupWorld();
    await world.take(subjectAt(1), serialiseProject(projectWithCharter(startedDocument()), null));
    const [kept] = await listed(world);

    const read = expectOk(await world.store.read(ID, kept?.fileName ?? ''));

    expect([read.header.fileId, [...read.contents.keys()]]).toEqual([ID, [CHARTER_SHA]]);
    expect(await world.store.stored(CHARTER_SHA, { fileId: ID, key: null })).toMatchObject({ bytes: CHARTER.byteLength });
    expect([await world.store.read(ID, MINE), await world.store.read(ID, 'name')]).toEqual([
      { ok: false, failure: { code: 'file-not-found', name: MINE } },
      { ok: false, failure: { code: 'token-unknown' } },
    ]);
  });

  it('A12 are rewritten in their place, for their owner alone; a disk that does not take it is said', async () => {
    const world = backupWorld();
    await world.take(subjectAt(1, 'mine'));
    const [{ fileName } = { fileName: '' }] = await listed(world);

    expect(await world.store.rewrite(ID, fileName, Buffer.from('sealed'))).toEqual({ ok: true, value: null });
    world.trouble.before = failing('open', 'ENOSPC');
    expect(await world.store.rewrite(ID, fileName, Buffer.from('lost'))).toMatchObject(DISK_FULL);
    expect(await world.well.readFile(`${FOLDER}/${fileName}`, 'utf8')).toBe('sealed');
    expect((await world.well.stat(`${FOLDER}/${fileName}`)).mode & 0o777).toBe(0o600);
  });

  it('A14 name the contents that must stay', async () => {
    const { store, take } = backupWorld();
    await take(subjectAt(1), `{"sha256":"${CHARTER_SHA}"}`);

    const isNamed = await store.names(ID, null);
    expect([isNamed(CHARTER_SHA), isNamed('a'.repeat(64)), (await store.names('other', null))(CHARTER_SHA)]).toEqual([true, false, false]);
  });

  it('A16 are all removed on demand, also where there are none, and a disk that keeps them is said', async () => {
    const { store, take, well, trouble } = backupWorld();
    await take(subjectAt(1));
    await take(subjectAt(1), 'x', { ...FILE, fileId: 'other' });

    expect([await store.removeAll(ID), await store.removeAll(ID), await well.readdir('/data/backups')]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
      ['other'],
    ]);
    trouble.before = failing('rm', 'EBUSY');
    expect(await store.removeAll('other')).toEqual({ ok: false, failure: { code: 'disk-busy', name: '/backups' } });
    trouble.before = BUG;
    await expect(store.removeAll('other')).rejects.toThrow('a bug');
  });
});

describe('dismissing a backup', () => {
  it('A9 removes one that stays until then, and that one alone', async () => {
    const world = backupWorld();
    for (const revision of [1, 2]) await world.take(subjectAt(revision, 'mine'));
    const [, first] = await listed(world);

    expect(await world.store.dismiss(ID, first?.fileName ?? '')).toEqual({ ok: true, value: null });
    expect(await revisions(world)).toEqual([2]);
  });

  it('A9 refuses one of another class, one that is not there, and what is no backup', async () => {
    const world = backupWorld();
    await world.take(subjectAt(1, 'restore'));
    const [{ fileName } = { fileName: '' }] = await listed(world);

    for (const name of [fileName, MINE, 'name']) {
      expect(await world.store.dismiss(ID, name)).toEqual({ ok: false, failure: { code: 'token-unknown' } });
    }
    expect(await world.well.readdir(FOLDER)).toEqual([fileName, 'name']);
  });

  it('A9 says why it cannot be removed', async () => {
    const { store, trouble } = backupWorld();
    trouble.before = failing('unlink', 'EACCES');
    expect(await store.dismiss(ID, MINE)).toEqual({ ok: false, failure: { code: 'disk-denied', name: '/backup' } });
    trouble.before = BUG;
    await expect(store.dismiss(ID, MINE)).rejects.toThrow('a bug');
  });
});
