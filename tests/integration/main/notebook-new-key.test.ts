// E1, E11: a new key for the notebook, in case somebody knows the old passphrase: no notes are lost, and no old copy opens new ones.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VaultSecret } from '@contract/vault.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { openRecord, sealForInbox, unlockByRecovery, unlockVault, type VaultKeys } from '../../../main/vault/vault.ts';
import { Sealed } from '../../../main/vault/sealed.ts';
import { reveal } from '../../../main/vault/reveal.ts';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { heldNotebook, MINE, SECRET } from '../../support/held-notebook.ts';
import { errno, faultyFiles } from '../../support/worlds.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const NEXT = 'une tout autre phrase';
const NEW: VaultSecret = { kind: 'passphrase', passphrase: NEXT };
const LATER = 'Elle part en juin';

const boxesOf = async (file: string) => Object.values(expectOk(await readProjectFile(realFileSystem, file)).document.vault.privateNotes);

describe('a new key for the notebook', () => {
  it('E1 reads on as before, by the new passphrase and the new printed key alone', async () => {
    const book = await heldNotebook();
    const { recoveryKey } = await book.changeKey(SECRET, NEXT);
    book.kept(expectOk(await book.write(LATER)));
    await book.lock();

    for (const secret of [SECRET, { kind: 'recovery', recoveryKey: book.recoveryKey }] as const)
      expect(await book.unlock(false, secret)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    for (const secret of [NEW, { kind: 'recovery', recoveryKey }] as const) {
      expect((await book.unlock(false, secret)).ok).toBe(true);
      expect(await book.texts()).toEqual([LATER, MINE].toSorted());
      await book.lock();
    }
  });

  it('E1 leaves nothing that the key of before opens, for whoever has an old copy and its passphrase', async () => {
    const book = await heldNotebook();
    const old = expectOk(await unlockVault(await book.keysOnDisk(), SECRET.passphrase));
    await book.changeKey(SECRET, NEXT);
    book.kept(expectOk(await book.write(LATER)));
    await book.lock();
    book.kept(expectOk(await book.write('Notée carnet fermé')));
    await book.close();

    const boxes = await boxesOf(book.file);
    expect(boxes).toHaveLength(3);
    for (const { id, box } of boxes)
      expect(openRecord(old, { table: 'privateNotes', id: id }, box)).toMatchObject({ failure: { code: 'seal-broken' } });
  });

  it('E1 A6 reads what a backup of before brings back, and files it at the next opening', async () => {
    const book = await heldNotebook();
    const [note] = (await book.notes()).notes;
    await book.changeKey(SECRET, NEXT); // which backs up the earlier content
    await book.remove(note?.id ?? '');
    const { backups } = expectOk(await book.app.call('backups.list', { documentId: book.base().documentId }));
    const before = backups.find(({ reason }) => reason === 'keys');
    book.kept(expectOk(await book.app.call('backups.restore', { ...book.base(), backupId: before?.backupId ?? '' })));

    expect(await book.texts()).toEqual([MINE]);
    await book.lock();
    expect((await book.unlock(false, NEW)).ok).toBe(true);
    await book.close();
    const { earlier: _, ...alone } = await book.keysOnDisk();
    const [standing] = await boxesOf(book.file);
    const read = openRecord(
      expectOk(await unlockVault(alone, NEXT)),
      { table: 'privateNotes', id: standing?.id ?? '' },
      standing?.box ?? '',
    );
    expect(reveal(expectOk(read)).text).toBe(MINE);
  });

  it('E1 reads what another computer noted for the key of before, and files it', async () => {
    const book = await heldNotebook();
    const before = await book.keysOnDisk();
    await book.changeKey(SECRET, NEXT);
    const line = expectOk(
      sealForInbox(
        before,
        { table: 'privateNotes', id: 'note-elsewhere' },
        new Sealed({ date: calendarDate('2026-04-14'), ...NO_LINKS, text: LATER }),
      ),
    );
    await book.handled((text) =>
      text.replace(
        '"privateNotes": {\n',
        `"privateNotes": {\n${JSON.stringify('note-elsewhere')}: ${JSON.stringify({ id: 'note-elsewhere', box: line })},\n`,
      ),
    );

    expect((await book.unlock(false, NEW)).ok).toBe(true);
    expect((await book.notes()).notes.find(({ id }) => id === 'note-elsewhere')).toMatchObject({ text: LATER, isDropped: true });
  });

  it('E1 E11 is asked about once on another computer, as any key that is not known there', async () => {
    const book = await heldNotebook();
    await book.close();
    const before = await readFile(book.file);
    await book.open();
    await book.changeKey(SECRET, NEXT);
    await book.close();
    const changed = await readFile(book.file);
    await book.open();
    await book.seenFirst(before);
    await book.close();
    await writeFile(book.file, changed);
    await book.open();

    expect(await book.unlock(false, NEW)).toMatchObject({ failure: { code: 'vault-key-changed' } });
    expect((await book.unlock(true, NEW)).ok).toBe(true);
    expect(await book.texts()).toEqual([MINE]);
    await book.lock();
    expect((await book.unlock(false, NEW)).ok).toBe(true);
  });

  it('E1 keeps the keys of before, and opens what is under any of them, after one change upon another', async () => {
    const book = await heldNotebook();
    const first = await book.keysOnDisk();
    const phrases = ['deuxième phrase de passe', 'troisième phrase de passe', 'quatrième phrase de passe'];
    let secret: VaultSecret = SECRET;
    for (const passphrase of phrases) {
      await book.changeKey(secret, passphrase);
      secret = { kind: 'passphrase', passphrase };
    }
    const line = expectOk(
      sealForInbox(
        first,
        { table: 'privateNotes', id: 'note-elsewhere' },
        new Sealed({ date: calendarDate('2026-04-14'), ...NO_LINKS, text: LATER }),
      ),
    );
    const opened = expectOk(await unlockVault(await book.keysOnDisk(), phrases.at(-1) ?? ''));

    expect(opened.earlier).toHaveLength(3);
    expect(reveal(expectOk(openRecord(opened, { table: 'privateNotes', id: 'note-elsewhere' }, line))).text).toBe(LATER);
    expect(await book.texts()).toEqual([MINE]);
  });

  it('E1 gives a window that lost the reply the very same printed key', async () => {
    const book = await heldNotebook();
    const asked = { ...book.base(), secret: SECRET, passphrase: NEXT, isNewKey: true };
    const first = expectOk(await book.app.call('vault.change', asked));
    const again = expectOk(await book.app.call('vault.change', asked));

    expect([again.recoveryKey, unlockByRecovery(await book.keysOnDisk(), first.recoveryKey).ok]).toEqual([first.recoveryKey, true]);
  });

  it('E1 A10 changes nothing when the file cannot be written, nor with a passphrase that is too short or wrong', async () => {
    let isFull = false;
    const { files } = faultyFiles((call) => (isFull && call === 'rename' ? errno('ENOSPC') : null));
    const book = await heldNotebook(files);
    await book.app.call('project.save', { documentId: book.base().documentId });
    const keys = async (): Promise<VaultKeys> => (await book.close(), await book.keysOnDisk());
    const change = (passphrase: string, secret: VaultSecret = SECRET) =>
      book.app.call('vault.change', { ...book.base(), secret, passphrase, isNewKey: true });

    expect(await change('court')).toMatchObject({ failure: { code: 'passphrase-too-short' } });
    expect(await change(NEXT, NEW)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    isFull = true;
    expect(await change(NEXT)).toMatchObject({ failure: { code: 'disk-full' } });
    isFull = false;
    await book.app.call('project.save', { documentId: book.base().documentId });
    const { earlier } = await keys();
    expect(earlier).toBeUndefined();
    await book.open();
    expect((await book.unlock()).ok).toBe(true);
    expect(await book.texts()).toEqual([MINE]);
  });

  it('E1 A3 comes back from a backup with the newest keys when the file is lost', async () => {
    const book = await heldNotebook();
    await book.changeKey(SECRET, NEXT);
    book.kept(expectOk(await book.write(LATER)));
    await book.close();
    await writeFile(book.file, (await readFile(book.file)).subarray(0, 400));
    book.app.answers.push(join(book.file));
    await book.app.call('project.choose', {});
    const attempt = expectOk(await book.app.call('attempt.read', {}));
    const [backup] = attempt?.backups ?? [];
    const { project } = expectOk(
      await book.app.call('attempt.recover', { attemptId: attempt?.attemptId ?? '', backupId: backup?.backupId ?? '', secret: null }),
    );
    const base = { documentId: project.documentId, baseRevision: project.revision, commandId: 'open-recovered' };

    expect(await book.app.call('vault.unlock', { ...base, secret: NEW, isKeyAccepted: true })).toMatchObject({ ok: true });
    expect(
      expectOk(await book.app.call('vault.notes', { documentId: project.documentId }))
        .notes.map(({ text }) => text)
        .toSorted(),
    ).toEqual([LATER, MINE].toSorted());
  });
});

describe('an older file put back after a new key', () => {
  it('E1 A12 leaves what was noted since in a copy that the new passphrase opens', async () => {
    const book = await heldNotebook();
    await book.close();
    const older = await readFile(book.file);
    await book.open();
    await book.changeKey(SECRET, NEXT);
    book.kept(expectOk(await book.write(LATER)));
    await book.close();
    await writeFile(book.file, older);
    book.app.answers.push(book.file);
    await book.app.call('project.choose', {});
    const attempt = expectOk(await book.app.call('attempt.read', {}));
    expectOk(await book.app.call('attempt.accept', { attemptId: attempt?.attemptId ?? '', secret: null }));

    const mine = (await readdir(join(book.app.data, 'backups'), { recursive: true })).find((name) => name.includes('~mine~')) ?? '';
    const kept = expectOk(await readProjectFile(realFileSystem, join(book.app.data, 'backups', mine)));
    const vault = expectOk(await unlockVault(kept.header.keys.vault as VaultKeys, NEXT));
    const texts = Object.values(kept.document.vault.privateNotes).map(
      ({ id, box }) => reveal(expectOk(openRecord(vault, { table: 'privateNotes', id: id }, box))).text,
    );
    expect(texts.toSorted()).toEqual([LATER, MINE].toSorted());
  });
});
