// A7 A4: a backup saved elsewhere: byte for byte the file it was taken from, only in the chosen place.
import { ok } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { BackupExport } from '../../../../main/backups/backup-export.ts';
import { backupIdOf } from '../../../../main/backups/backup-service.ts';
import { wholeBackup } from '../../../../main/backups/whole-backup.ts';
import { attach, CHARTER_SHA, CONTENTS, FOLDER, KEY, office, PATH, retitle } from '../../../support/memory-office.ts';
import { BUG, failing } from '../../../support/troubled-memory.ts';

const ELSEWHERE = '/elsewhere/Avant.tierce';

/** An open file with an attached document, which was backed up and has changed since. */
async function opened(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  await world.well.mkdir('/elsewhere');
  const { services, projects, open } = world.processOf();
  const how = key === null ? {} : { keyOf: async () => ok(Buffer.from(key)) };
  const { documentId } = await open(PATH, how).then((reply) => (reply.ok ? reply.value : Promise.reject(new Error(reply.failure.code))));
  const session = projects.session(documentId);
  await attach(session);
  await session.save();
  const before = await world.well.readFile(PATH);
  await session.keepBackup('mine');
  await session.run('command-01', retitle('Depuis'));
  await session.save();
  const asked: unknown[] = [];
  const answers: (string | null)[] = [ELSEWHERE];
  const dialogs = { saveFile: async (question: unknown) => (asked.push(question), answers.shift() ?? null) };
  const exported = new BackupExport({ services, projects, dialogs, locale: () => 'fr' });
  const stored = await services.backups.list(session.header.fileId);
  const kept = stored.ok ? stored.value.find(({ reason }) => reason === 'mine') : undefined;
  const backupId = backupIdOf(kept?.fileName ?? '');
  const save = (id = backupId) => exported.handlers()['backups.save']({ documentId, backupId: id });
  return { ...world, services, session, projects, before, asked, answers, save, kept, backupId };
}

const locksIn = (names: readonly string[]) => names.filter((name) => name.startsWith('.') || name.includes('tmp'));

it.each([
  ['plain', null],
  ['sealed', KEY],
] as const)('A7 it is the very file as it was, with what is attached to it: %s', async (_form, key) => {
  const { save, before, well, asked } = await opened(key);

  expect(await save()).toEqual(ok({ name: 'Avant.tierce', folderName: 'elsewhere', files: 1 }));
  expect((await well.readFile(ELSEWHERE)).equals(before)).toBe(true);
  expect(asked).toEqual([
    {
      title: expect.any(String) as string,
      folder: FOLDER,
      name: expect.stringMatching(/^mission.+2026-04-14\.tierce$/) as string,
      filter: { name: 'Tierce', extension: 'tierce' },
    },
  ]);
  expect(locksIn(await well.readdir('/elsewhere'))).toEqual([]);
});

it('A7 nothing is asked of one that is not in the list, and nothing written when one gives up', async () => {
  const { save, asked, answers, well } = await opened();
  expect([await save('n9~2026-04-14T12-32-07.000Z~r1~mine~d1~0123456789abcdef'), asked]).toEqual([
    { ok: false, failure: { code: 'token-unknown' } },
    [],
  ]);
  answers.splice(0);

  expect([await save(), await well.readdir('/elsewhere')]).toEqual([{ ok: false, failure: { code: 'cancelled' } }, []]);
});

it('A9 it is not put in the place of the open file', async () => {
  const { save, answers, well } = await opened();
  const now = await well.readFile(PATH);
  answers[0] = PATH;

  expect(await save()).toEqual({ ok: false, failure: { code: 'file-in-use', name: 'mission.tierce' } });
  expect((await well.readFile(PATH)).equals(now)).toBe(true);
});

it('A8 it is not put in the place of a file that somebody else has open', async () => {
  const { save, well } = await opened();
  const process = { machine: 'PORTABLE-LÉA', start: 'x', pid: 3, born: null };
  await well.writeFile(
    '/elsewhere/.Avant.tierce.tierce-lock',
    JSON.stringify({ token: 'autre', process, instance: 'i', person: 'Léa', since: '2026-04-14T12:52:07.000Z' }),
  );

  expect(await save()).toEqual({ ok: false, failure: { code: 'file-in-use', name: 'Avant.tierce' } });
  expect(await well.readdir('/elsewhere')).toEqual(['.Avant.tierce.tierce-lock']);
});

it('A14 it is refused where what is attached to it is gone, under the name that the user knows', async () => {
  const { save, well, asked } = await opened();
  for (const name of await well.readdir(CONTENTS)) await well.unlink(`${CONTENTS}/${name}`);
  const refused = await save();

  expect([refused.ok ? '' : refused.failure, asked]).toMatchObject([{ name: 'mission.tierce' }, []]);
});

it.each(['open', 'rename'])('A3 what the disk refuses is told, and nothing stays (%s)', async (call) => {
  const { save, well, trouble } = await opened();
  trouble.before = failing(call, 'ENOSPC', (path) => path.startsWith('/elsewhere'));
  const refused = await save();
  trouble.before = () => undefined;

  expect([refused.ok, await well.readdir('/elsewhere')]).toEqual([false, []]);
});

it('A4 what the disk refuses of the list or of the backup is told', async () => {
  const { save, trouble, asked, kept } = await opened();
  trouble.before = failing('readdir', 'EACCES', (path) => path.includes('backups'));
  const unlisted = await save();
  trouble.before = failing('readFile', 'EIO', (path) => path.endsWith(kept?.fileName ?? '-'));
  const unread = await save();
  trouble.before = BUG;

  expect([unlisted.ok ? '' : unlisted.failure.code, unread.ok ? '' : unread.failure, asked]).toEqual([
    'disk-denied',
    { code: 'disk-failure', name: 'mission.tierce', cause: 'EIO' },
    [],
  ]);
  await expect(save()).rejects.toThrow('a bug');
});

it('A7 a backup of no such name, and one without anything attached, are told and given', async () => {
  const { services, session, before, kept } = await opened();
  const { fileId } = session.header;
  const wanted = { fileId, keyOf: session.keyOf };

  expect(await wholeBackup(services, { ...wanted, fileName: 'none' })).toMatchObject({ ok: false });
  expect(await wholeBackup(services, { ...wanted, fileName: kept?.fileName ?? '' })).toEqual(ok(before));
  expect(before.toString('latin1')).toContain(CHARTER_SHA);
});
