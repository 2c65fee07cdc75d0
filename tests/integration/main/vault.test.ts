// E1, E11: the confidential notebook behind the contract, on real files.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrivateNoteText } from '@contract/vault.ts';
import { expectOk } from '@domain/result.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it, vi } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { testApplication } from '../../support/application.ts';
import { NOW } from '../../support/context.ts';
import { DRAFT } from '../../support/documents.ts';
import { DATE, drivenNotebook, PASSPHRASE } from '../../support/driven-notebook.ts';
import { withDigest } from '../../support/forged-file.ts';
import { errno, faultyFiles } from '../../support/worlds.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const SECRET = 'La directrice hésite à partir';

async function newNotebook(options: Parameters<typeof testApplication>[0] = {}) {
  const app = await testApplication(options);
  const opened = expectOk(await app.call('project.create', { draft: DRAFT }));
  return { app, opened, file: join(app.documents, 'Tierce', opened.fileName), book: await drivenNotebook(app, opened) };
}

describe('creating', () => {
  it('E1 makes a vault that is in the file before anything is called done, and shows its recovery key', async () => {
    const { book, file } = await newNotebook();
    expect(await book.status()).toBe('none');

    const { recoveryKey } = await book.create();
    const { header } = expectOk(await readProjectFile(realFileSystem, file));

    expect(recoveryKey).toMatch(/^([A-Z2-9]{5}-){7}[A-Z2-9]{5}$/);
    expect(header.keys.vault?.slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery']);
    expect(await book.status()).toBe('open');
  });

  it('E1 gives a window that lost the reply the very same recovery key, and makes no second vault', async () => {
    const { app, book } = await newNotebook();
    const message = { ...book.base(), passphrase: PASSPHRASE };
    const first = book.kept(expectOk(await app.call('vault.create', message)));

    expect(expectOk(await app.call('vault.create', message)).recoveryKey).toBe(first.recoveryKey);
    expect(await app.call('vault.create', { ...book.base(), passphrase: PASSPHRASE })).toMatchObject({ failure: { code: 'vault-exists' } });
  });

  it('E1 makes nothing with a passphrase that is too short', async () => {
    const { app, book } = await newNotebook();

    expect(await app.call('vault.create', { ...book.base(), passphrase: 'court' })).toMatchObject({
      failure: { code: 'passphrase-too-short' },
    });
    expect(await book.status()).toBe('none');
  });

  it('E1 A10 makes nothing when the file cannot be written, and says so; the next writing brings back the keys of before', async () => {
    let isFull = false;
    const { files } = faultyFiles((call) => (isFull && call === 'rename' ? errno('ENOSPC') : null));
    const { app, book, file } = await newNotebook({ files });
    isFull = true;

    expect(await app.call('vault.create', { ...book.base(), passphrase: PASSPHRASE })).toMatchObject({ failure: { code: 'disk-full' } });
    expect(await book.status()).toBe('none');
    isFull = false;
    await book.save();

    const { header } = expectOk(await readProjectFile(realFileSystem, file));
    expect(header.keys.vault).toBeNull();
  });

  it('E1 A2 loses nothing when a crash follows keys that could not be written: the file opens without them, with what was done since', async () => {
    let isFull = false;
    const { files } = faultyFiles((call) => (isFull && call === 'rename' ? errno('ENOSPC') : null));
    const { app, opened, book, file } = await newNotebook({ files });
    isFull = true;
    await app.call('vault.create', { ...book.base(), passphrase: PASSPHRASE });
    const { revision } = expectOk(await app.call('project.read', { documentId: book.documentId }));
    const territory = {
      name: 'record.update' as const,
      args: { table: 'mission' as const, id: 'single', fields: { territory: 'Provins' } },
    };
    expectOk(await app.call('project.run', { ...book.base(), baseRevision: revision, command: territory }));

    const after = await testApplication({ folder: app.folder });
    after.answers.push(file);
    const again = expectOk(await after.call('project.choose', {}));

    expect(revision).toBe(opened.revision + 1);
    expect(again.recovery.setAside).toBe(0);
    expect(again.document.accompaniment.mission['single']?.territory).toBe('Provins');
    expect(expectOk(await after.call('vault.status', { documentId: again.documentId })).state).toBe('none');
  });

  it('E1 A2 keeps the keys and the notes of a vault after a crash', async () => {
    const { app, book, file } = await newNotebook();
    await book.create();
    await book.write(SECRET);

    const after = await testApplication({ folder: app.folder });
    after.answers.push(file);
    const opened = expectOk(await after.call('project.choose', {}));
    const again = await drivenNotebook(after, opened);
    expectOk(await again.unlock(PASSPHRASE.normalize('NFD')));

    expect(opened.recovery.setAside).toBe(0);
    expect(await again.texts()).toEqual([SECRET]);
  });
});

describe('locked', () => {
  it('E1 gives no note, takes no edit and removes nothing', async () => {
    const { app, book } = await newNotebook();
    await book.create();
    const { recordId: noteId } = await book.write(SECRET);
    await book.lock();

    const locked = { failure: { code: 'vault-locked' } };
    expect(await book.notes()).toMatchObject(locked);
    expect(
      await app.call('vault.write', { ...book.base(), record: { table: 'privateNotes', id: noteId, date: DATE, ...NO_LINKS, text: 'x' } }),
    ).toMatchObject(locked);
    expect(await app.call('vault.remove', { ...book.base(), record: { table: 'privateNotes', id: noteId } })).toMatchObject(locked);
  });
});

describe('closed again', () => {
  it('E1 A4 is not reached by a step back or forth that nobody sees: it is refused, and done once the notebook is open', async () => {
    const { app, book } = await newNotebook();
    await book.create();
    const { recordId: noteId } = await book.write(SECRET);
    await book.write('Autre texte', noteId);
    await book.undo();
    await book.lock();

    const refused = { failure: { code: 'step-private' } };
    expect(await app.call('project.undo', book.base())).toMatchObject(refused);
    expect(await app.call('project.redo', book.base())).toMatchObject(refused);

    book.kept(expectOk(await book.unlock()));
    expect(await book.texts()).toEqual([SECRET]);
    await book.undo();
    expect(await book.texts()).toEqual([]);
  });
});

describe('a backup', () => {
  it('E1 A5 says how many notes restoring it would take, bring or change, whether the notebook is open or not', async () => {
    const { app, book } = await newNotebook();
    await book.create();
    const { recordId: noteId } = await book.write(SECRET);
    const { documentId } = book;
    const backupOf = async (reason: string) =>
      expectOk(await app.call('backups.list', { documentId })).backups.find((backup) => backup.reason === reason)?.backupId ?? '';
    const notesIn = async (backupId: string) => {
      const content = expectOk(await app.call('backups.read', { documentId, backupId }));
      return content.state === 'readable' ? content.differences.filter(({ table }) => table === 'privateNotes') : 'unreadable';
    };
    const difference = { table: 'privateNotes', onlyBefore: 0, onlyAfter: 0, changed: 0 };
    app.wait(1);
    book.kept(expectOk(await app.call('backups.restore', { ...book.base(), backupId: await backupOf('keys') })));
    expect(await notesIn(await backupOf('keys'))).toEqual([]);
    expect(await notesIn(await backupOf('restore'))).toEqual([{ ...difference, onlyAfter: 1 }]);

    await book.undo();
    await book.write('Autre texte', noteId);
    await book.lock();

    expect(await notesIn(await backupOf('keys'))).toEqual([{ ...difference, onlyBefore: 1 }]);
    expect(await notesIn(await backupOf('restore'))).toEqual([{ ...difference, changed: 1 }]);
  });
});

describe('open', () => {
  it('E1 edits, removes and takes back as any other edit, with sealed boxes in every step', async () => {
    const { app, book } = await newNotebook();
    await book.create();
    const { recordId: noteId } = await book.write(SECRET);
    await book.write('Autre texte', noteId);
    expect((await book.undo()).changes).toEqual([]);
    expect(await book.texts()).toEqual([SECRET]);
    book.kept(expectOk(await app.call('vault.remove', { ...book.base(), record: { table: 'privateNotes', id: noteId } })));
    expect(await book.texts()).toEqual([]);
    await book.undo();

    expect(await book.texts()).toEqual([SECRET]);
    const journals = await Promise.all(
      (await readdir(join(app.data, 'journals'))).map((name) => readFile(join(app.data, 'journals', name), 'utf8')),
    );
    expect(journals.join('')).toContain('privateNotes');
    expect(journals.join('')).not.toMatch(/directrice|Autre texte/);
  });

  it('E1 keeps when a note was written, and makes no step of an edit that changes nothing', async () => {
    const { book } = await newNotebook();
    await book.create();
    const { recordId: noteId, revision } = await book.write(SECRET);
    const same = await book.write(SECRET, noteId);
    await book.write('Autre', noteId);

    expect(same.revision).toBe(revision);
    expect(expectOk(await book.notes()).notes[0]).toEqual({
      id: noteId,
      date: DATE,
      ...NO_LINKS,
      text: 'Autre',
      writtenAt: NOW,
      isDropped: false,
    } satisfies PrivateNoteText);
  });

  it('E1 shows the notes that open beside one that does not', async () => {
    const { app, book, file } = await newNotebook();
    await book.create();
    await book.write(SECRET);
    await book.write('Une autre');
    expectOk(await app.call('project.close', { documentId: book.documentId, evenUnsaved: false }));
    const text = await readFile(file, 'utf8');
    const boxes = [...text.matchAll(/"box":"(s\.[^"]+)"/g)].map((match) => match[1] ?? '');
    const damaged = text.replace(boxes[0] ?? '', boxes[1] ?? ''); // a box in the place of another
    await writeFile(file, withDigest(damaged));

    app.answers.push(file);
    const again = await drivenNotebook(app, expectOk(await app.call('project.choose', {})));
    expectOk(await again.unlock());

    expect(expectOk(await again.notes())).toMatchObject({ broken: [{ text: null }], notes: [{}] });
  });
});

describe('the keys', () => {
  it('E1 changes the passphrase for whoever knows the one before, at once in the file, and the old one opens nothing more', async () => {
    const { app, book, file } = await newNotebook();
    await book.create();
    await book.write(SECRET);
    const change = { passphrase: 'une phrase toute neuve' };

    expect(
      await app.call('vault.change', { ...book.base(), secret: { kind: 'passphrase', passphrase: 'pas la bonne' }, ...change }),
    ).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    book.kept(
      expectOk(await app.call('vault.change', { ...book.base(), secret: { kind: 'passphrase', passphrase: PASSPHRASE }, ...change })),
    );
    await book.lock();
    const onDisk = expectOk(await readProjectFile(realFileSystem, file)).header.keys.vault;
    const journal = (
      await Promise.all((await readdir(join(app.data, 'journals'))).map((name) => readFile(join(app.data, 'journals', name), 'utf8')))
    ).join('');

    expect(onDisk?.slots.filter(({ kind }) => kind === 'passphrase')).toHaveLength(1);
    expect(journal).not.toContain('wrapped');
    expect(await book.unlock()).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expectOk(await book.unlock(change.passphrase));
    expect(await book.texts()).toEqual([SECRET]);
  });

  it('E1 opens by the recovery key, which sets a new passphrase; a new recovery key ends the one before', async () => {
    const { app, book } = await newNotebook();
    const { recoveryKey } = await book.create();
    await book.lock();

    book.kept(expectOk(await book.recover(recoveryKey.toLowerCase().replaceAll('-', ' '))));
    book.kept(
      expectOk(
        await app.call('vault.change', { ...book.base(), secret: { kind: 'recovery', recoveryKey }, passphrase: 'retrouvée enfin' }),
      ),
    );
    const renewed = book.kept(
      expectOk(await app.call('vault.renew', { ...book.base(), secret: { kind: 'passphrase', passphrase: 'retrouvée enfin' } })),
    );
    await book.lock();

    expect(await book.recover(recoveryKey)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expectOk(await book.recover(renewed.recoveryKey));
  });

  it('E1 does not undo a change of keys', async () => {
    const { app, book, opened } = await newNotebook();
    const { undo } = await book.create();

    expect(undo).toEqual(opened.undo);
    expect(await app.call('project.undo', book.base())).toMatchObject({ failure: { code: 'nothing-to-undo' } });
  });
});

describe('locking by itself', () => {
  it('E11 locks after ten minutes without an act in the notebook, wipes the key and tells the window', async () => {
    const { app, book } = await newNotebook();
    await book.create();
    app.wait(9);
    expectOk(await app.call('vault.stay', { documentId: book.documentId }));
    app.wait(9);
    app.fire();
    expect(await book.status()).toBe('open');
    app.wait(1);
    app.fire();

    expect(app.sent.filter(([event]) => event === 'vaultLocked')).toEqual([['vaultLocked', { documentId: book.documentId }]]);
    expect(await book.status()).toBe('locked');
    expect(app.shielded).toEqual([true, false]);
  });

  it('E11 gives nothing more once the time is over, even before the clock was looked at', async () => {
    const { app, book } = await newNotebook();
    await book.create();
    app.wait(10);

    expect(await book.notes()).toMatchObject({ failure: { code: 'vault-locked' } });
  });

  it('E11 locks when the file is closed, when the computer sleeps and when the page starts anew', async () => {
    const { app, book, file } = await newNotebook();
    await book.create();
    app.application.lockVaults();
    expect(await book.status()).toBe('locked');
    expectOk(await book.unlock());
    expectOk(await app.call('app.start', {}));
    expect(await book.status()).toBe('locked');
    expectOk(await book.unlock());
    expectOk(await app.call('project.close', { documentId: book.documentId, evenUnsaved: false }));

    expect(app.sent.filter(([event]) => event === 'vaultLocked')).toHaveLength(3);
    expect(app.shielded).toEqual([true, false, true, false, true, false]);
    app.answers.push(file);
    const again = await drivenNotebook(app, expectOk(await app.call('project.choose', {})));
    expect(await again.status()).toBe('locked');
  });
});
