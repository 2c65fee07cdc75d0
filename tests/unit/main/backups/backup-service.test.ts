// A5 A9 A14: the backups of an open file as the window asks for them: listed, opened, restored, dismissed.
import type { BackupClass, BackupReason } from '@contract/backups.ts';
import { type Document, everyRecord } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { instant } from '@domain/units.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BackupSubject } from '../../../../main/backups/backup-name.ts';
import { backupIdOf, BackupService } from '../../../../main/backups/backup-service.ts';
import { type Project, serialiseProject, type Writable } from '../../../../main/files/envelope.ts';
import { OpenProjects } from '../../../../main/project/open-projects.ts';
import { CHARTER_IN_FILE, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { failing, FILE, subjectAt } from '../../../support/backup-world.ts';
import { NOW } from '../../../support/context.ts';
import { firstId, startedDocument } from '../../../support/documents.ts';
import { HEADER } from '../../../support/projects.ts';
import { sessionServices } from '../../../support/session-services.ts';
import { type TroubledMemory, troubledMemory } from '../../../support/troubled-memory.ts';

const PATH = '/Tierce/mission.tierce';
const ABSENT = 'n9~2026-04-14T12-32-07.000Z~r1~mine~d1~0123456789abcdef';
const UNKNOWN = { ok: false, failure: { code: 'token-unknown' } };

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const rename = (title: string) => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } }) as const;

type Keys = Project['header']['keys'];
const vaultKeys = (id: string): Keys => ({
  file: null,
  vault: { id, slots: [{ kind: 'recovery', salt: 'AAAA', wrapped: 'AAAA' }], publicKey: `${'A'.repeat(43)}=`, privateKey: 'AAAA' },
});
/** With one private note. */
const withNote = (letter: string): Document => ({
  ...document,
  vault: { privateNotes: { 'note-1': { id: 'note-1', box: `s.${letter.repeat(64)}` } }, privateConflicts: {} },
});

/** A file that is open. */
async function opened({ keys = HEADER.keys, content = document }: { readonly keys?: Keys; readonly content?: Document } = {}) {
  const world = troubledMemory();
  const services = sessionServices('/', { files: world.files });
  await world.well.mkdir('/Tierce');
  await world.well.writeFile(PATH, serialiseProject({ header: { ...HEADER, keys }, document: content }, null));
  const projects = new OpenProjects(
    services,
    () => undefined,
    () => undefined,
  );
  const { documentId } = expectOk(await projects.open(PATH));
  const session = projects.session(documentId);
  const call = new BackupService(services, projects).handlers();
  const of = (backupId: string) => ({ documentId, backupId });
  const list = async () => expectOk(await call['backups.list']({ documentId }));
  const newest = async () => (await list()).backups[0]?.backupId ?? '';
  const keep = async (project: Writable, subject: BackupSubject = subjectAt(0, 'mine')) => {
    expectOk(await services.backups.take(FILE, subject, [serialiseProject(project, null)]));
    return newest();
  };
  const restore = (backupId: string) =>
    call['backups.restore']({ ...of(backupId), commandId: 'c-restore', baseRevision: session.revision });
  const title = () => session.document.accompaniment.sessions[sessionId]?.title;
  return { ...world, services, projects, session, documentId, call, of, list, newest, keep, restore, title };
}

type Opened = Awaited<ReturnType<typeof opened>>;
let world: Opened;
const disk = (): TroubledMemory['trouble'] => world.trouble;
const isBackups = (path: string): boolean => path.includes('backups');

beforeEach(async () => {
  world = await opened();
});

describe('the list of backups', () => {
  const stay = (of: BackupClass, isUntilDismissed: boolean, runDaysLeft: number | null) => ({ class: of, isUntilDismissed, runDaysLeft });

  it('A5 says of each when, why and of what it was taken, how large it is and how long it stays, the newest first', async () => {
    expectOk(await world.session.keepBackup('mine'));
    expectOk(await world.session.keepBackup('keys'));
    expectOk(await world.session.keepBackup('opening'));
    const { backups, failure } = await world.list();
    const bytes = (await world.well.readFile(PATH)).byteLength;
    const each = { takenAt: NOW, revision: 0, bytes };
    const idOf = (start: RegExp) => expect.stringMatching(start);

    expect(failure).toBeNull();
    expect(backups).toEqual([
      { ...each, ...stay('routine', false, null), backupId: idOf(/^n3~.*~opening~d1~[0-9a-f]{16}$/), reason: 'opening' },
      { ...each, ...stay('keys', false, 0), backupId: idOf(/^n2~/), reason: 'keys' },
      { ...each, ...stay('answer', true, 90), backupId: idOf(/^n1~/), reason: 'mine' },
    ]);
  });

  it('A4 A10 says why the last backup could not be kept', async () => {
    disk().before = failing('mkdir', 'ENOSPC', isBackups);
    await world.session.run('c-1', rename('Un'));
    await world.session.save();

    expect((await world.list()).failure).toMatchObject({ code: 'disk-full' });
  });

  it('A4 A10 says why there is none when the folder cannot be read', async () => {
    disk().before = failing('readdir', 'EACCES', isBackups);

    expect(await world.call['backups.list']({ documentId: world.documentId })).toMatchObject({ failure: { code: 'disk-denied' } });
  });

  it('A4 names a backup without the ending of files', () => {
    expect(backupIdOf(`${ABSENT}.tierce`)).toBe(ABSENT);
  });
});

describe('looking into a backup', () => {
  it('A5 says by whom it was saved, how much it holds and what would change', async () => {
    await world.session.keepBackup('mine');
    const backupId = await world.newest();
    expectOk(await world.session.run('c-1', rename('Un')));

    const read = expectOk(await world.call['backups.read'](world.of(backupId)));

    expect(read).toEqual({
      state: 'readable',
      savedBy: 'Sonia Nadir',
      records: everyRecord(document).length,
      differences: [{ table: 'sessions', onlyBefore: 0, onlyAfter: 0, changed: 1 }],
    });
  });

  it('E1 A5 counts what is in the clear alone', async () => {
    const backupId = await world.keep({ header: HEADER, document: withNote('A') });

    expect(expectOk(await world.call['backups.read'](world.of(backupId)))).toMatchObject({ records: everyRecord(document).length });
  });

  it('A5 A11 says why one cannot be read, and refuses what is no backup', async () => {
    await world.services.backups.take(FILE, subjectAt(0, 'mine'), [Buffer.from('noise')]);
    const read = async (backupId: string) => expectOk(await world.call['backups.read'](world.of(backupId)));

    expect(await read(await world.newest())).toMatchObject({ state: 'unreadable', failure: { code: 'file-not-tierce' } });
    expect(await read(ABSENT)).toMatchObject({ state: 'unreadable', failure: { code: 'file-not-found' } });
    expect(await world.call['backups.read'](world.of('..-mission'))).toEqual(UNKNOWN);
  });

  it('A5 shows one for reading only, with its moment, beside the file', async () => {
    await world.session.keepBackup('mine');
    const backupId = await world.newest();
    expectOk(await world.session.run('c-1', rename('Un')));

    const looked = expectOk(await world.call['backups.open'](world.of(backupId)));

    expect(looked).toMatchObject({ readOnly: { why: 'backup', takenAt: NOW, of: world.documentId }, fileName: 'mission.tierce' });
    expect([looked.document.accompaniment.sessions[sessionId]?.title, world.title()]).toEqual(['Enjeux de chaque structure', 'Un']);
  });

  it('A5 shows the one that was asked for', async () => {
    for (const [minute, reason] of (['mine', 'theirs'] satisfies BackupReason[]).entries()) {
      const takenAt = instant(`2026-04-14T12:0${minute}:00.000Z`);
      await world.keep({ header: HEADER, document }, { ...subjectAt(minute, reason), takenAt });
    }
    const [theirs, mine] = (await world.list()).backups;

    for (const backup of [theirs, mine]) {
      const { readOnly } = expectOk(await world.call['backups.open'](world.of(backup?.backupId ?? '')));
      expect(readOnly).toMatchObject({ takenAt: backup?.takenAt });
    }
  });

  it('A5 A10 shows none that is not in the list, and says why that cannot be read', async () => {
    for (const backupId of [ABSENT, '..-mission']) expect(await world.call['backups.open'](world.of(backupId))).toEqual(UNKNOWN);
    disk().before = failing('readdir', 'EACCES', isBackups);
    expect(await world.call['backups.open'](world.of(ABSENT))).toMatchObject({ failure: { code: 'disk-denied' } });
  });
});

describe('bringing a backup back', () => {
  it('A5 is one step that can be undone, and what stood before is kept', async () => {
    await world.session.keepBackup('mine');
    const backupId = await world.newest();
    expectOk(await world.session.run('c-1', rename('Un')));

    const reply = expectOk(await world.restore(backupId));
    const restored = world.title();
    const [kept] = (await world.list()).backups;
    expectOk(await world.session.undo('c-undo'));

    expect([restored, world.title(), reply.revision]).toEqual(['Enjeux de chaque structure', 'Un', 2]);
    expect(reply.undo.undo).toEqual({ command: 'backup.restore', table: null, title: '' });
    expect(kept).toMatchObject({ reason: 'restore', revision: 1 });
    expect(await world.well.readFile(`/data/backups/${HEADER.fileId}/${kept?.backupId}.tierce`, 'utf8')).toContain('"title":"Un"');
  });

  it('A5 A10 changes nothing when what stands cannot be kept, or the backup not be read', async () => {
    await world.session.keepBackup('mine');
    const backupId = await world.newest();
    expectOk(await world.session.run('c-1', rename('Un')));
    disk().before = failing('rename', 'ENOSPC', isBackups);

    expect(await world.restore(backupId)).toMatchObject({ failure: { code: 'disk-full' } });
    expect(await world.restore(ABSENT)).toMatchObject({ failure: { code: 'file-not-found' } });
    expect([world.title(), world.session.revision]).toEqual(['Un', 1]);
  });

  it('A5 A14 brings what was attached back with it', async () => {
    const backupId = await world.keep(projectWithCharter(document));

    expectOk(await world.restore(backupId));

    expect(expectOk(world.session.contents.contentOf(CHARTER_SHA, 'charte.txt')).toString()).toBe('Charte');
    expect((await world.session.save()).where).toBe('file');
    expect(await world.well.readFile(PATH, 'utf8')).toContain(CHARTER_IN_FILE);
  });

  it.each([
    ['comes along under the same key', 'vault-0001', 'B'],
    ['stays as it is under another key', 'vault-0002', 'A'],
  ])('E1 A5 the notebook %s, and all else comes back', async (_, id, letter) => {
    world = await opened({ keys: vaultKeys('vault-0001'), content: withNote('A') });
    const backupId = await world.keep({ header: { ...HEADER, keys: vaultKeys(id) }, document: withNote('B') });
    expectOk(await world.session.run('c-1', rename('Un')));

    expectOk(await world.restore(backupId));

    expect(world.session.document.vault.privateNotes['note-1']?.box).toBe(`s.${letter.repeat(64)}`);
    expect(world.title()).toBe('Enjeux de chaque structure');
  });

  it('E1 A5 a notebook that was made since stays, and one that is not there any more stays away', async () => {
    const since = await opened({ keys: vaultKeys('vault-0001'), content: withNote('A') });
    const before = await since.keep({ header: HEADER, document });
    const withNotebook = await world.keep({ header: { ...HEADER, keys: vaultKeys('vault-0001') }, document: withNote('B') });

    expectOk(await since.restore(before));
    expectOk(await world.restore(withNotebook));

    expect([since, world].map(({ session }) => Object.keys(session.document.vault.privateNotes).length)).toEqual([1, 0]);
  });
});

describe('dismissing a backup', () => {
  it('A9 takes it out of the list', async () => {
    await world.session.keepBackup('mine');

    expectOk(await world.call['backups.dismiss'](world.of(await world.newest())));

    expect((await world.list()).backups).toEqual([]);
  });

  it('A9 refuses one that goes by itself', async () => {
    await world.session.keepBackup('restore');

    expect(await world.call['backups.dismiss'](world.of(await world.newest()))).toEqual(UNKNOWN);
  });

  it('A9 A5 is not done while a backup is only looked at', async () => {
    await world.session.keepBackup('mine');
    const backupId = await world.newest();
    const looked = expectOk(await world.call['backups.open'](world.of(backupId)));

    expect(await world.call['backups.dismiss']({ documentId: looked.documentId, backupId })).toEqual({
      ok: false,
      failure: { code: 'file-read-only', name: 'mission.tierce' },
    });
    expect((await world.list()).backups).toHaveLength(1);
  });
});
