// E1: what somebody with the file but no keys can do to a notebook: drop lines in, swap its public key, damage its private one.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it, vi } from 'vitest';
import { createVault } from '../../../main/vault/vault.ts';
import { NOW } from '../../support/context.ts';
import { forgedBox, LOW_ORDER_KEYS, strangersKey } from '../../support/forged-inbox.ts';
import { heldNotebook, MINE, SECRET } from '../../support/held-notebook.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

vi.setConfig({ testTimeout: 60_000 }); // each passphrase takes 0.3 s, and more on a busy computer

const DATE = calendarDate('2026-04-14');

/** Adds a record of the notebook to the text of a file. */
function withBox(text: string, id: string, box: string): string {
  return text.replace('"privateNotes": {\n', `"privateNotes": {\n${JSON.stringify(id)}: ${JSON.stringify({ id, box })},\n`);
}

describe('a line that somebody dropped in', () => {
  it.each([
    ['not JSON', 'rien'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an unfinished note', '{"date":"2026-04-14"}'],
    ['a wrong type', '{"date":"2026-04-14","sessionId":null,"text":4}'],
    ['a field that no note has', '{"date":"2026-04-14","sessionId":null,"text":"a","html":"<b>"}'],
    ['bytes that are no text', Buffer.from([0xff, 0x00, 0x1b, 0x5b])],
  ])('E1 that holds %s is one broken note, which can be looked at and dismissed; the notebook opens', async (_, content) => {
    const book = await heldNotebook();
    await book.handled((text, keys) => withBox(text, 'note-forged', forgedBox(keys, 'note-forged', content)));

    expect((await book.unlock()).ok).toBe(true);
    const { notes, broken } = await book.notes();
    expect(notes.map(({ text }) => text)).toEqual([MINE]);
    expect(broken).toEqual([
      { table: 'privateNotes', id: 'note-forged', text: typeof content === 'string' ? content : '\ufffd\ufffd\ufffd[' },
    ]);

    await book.remove('note-forged');
    expect((await book.notes()).broken).toEqual([]);
    await book.undo();
    expect((await book.notes()).broken).toHaveLength(1);
  });

  it('E1 that looks like a note says that it came in while the notebook was closed, until its reader calls it their own', async () => {
    const book = await heldNotebook();
    const forged = JSON.stringify({ date: DATE, ...NO_LINKS, text: 'Je n’ai pas écrit cela', writtenAt: NOW });
    await book.handled((text, keys) => withBox(text, 'note-forged', forgedBox(keys, 'note-forged', forged)));
    const dropped = async () => (await book.notes()).notes.filter(({ isDropped }) => isDropped).map(({ id }) => id);
    await book.unlock();
    expect(await dropped()).toEqual(['note-forged']);

    await book.close();
    await book.open();
    await book.unlock();
    expect(await dropped()).toEqual(['note-forged']); // filed with the key by now, and still reported

    await book.own('note-forged');
    expect(await dropped()).toEqual([]);
    await book.undo();
    expect(await dropped()).toEqual(['note-forged']);
  });

  it('E1 says so of one’s own line too, and an edit does not hide it', async () => {
    const book = await heldNotebook();
    await book.app.call('vault.lock', { documentId: book.base().documentId });
    const { recordId: noteId } = book.kept(expectOk(await book.write('Notée en sortant')));
    await book.unlock();
    book.kept(
      expectOk(
        await book.app.call('vault.write', {
          ...book.base(),
          record: { table: 'privateNotes', id: noteId, date: DATE, ...NO_LINKS, text: 'Notée en sortant, complétée' },
        }),
      ),
    );

    expect((await book.notes()).notes.find(({ id }) => id === noteId)).toMatchObject({
      text: 'Notée en sortant, complétée',
      isDropped: true,
    });
    expect((await book.notes()).notes.find(({ text }) => text === MINE)).toMatchObject({ isDropped: false });
  });

  it('E1 cannot claim to have been written with the key: a mark that is missing in it is set', async () => {
    const book = await heldNotebook();
    const forged = JSON.stringify({ date: DATE, ...NO_LINKS, text: 'Sans marque' });
    await book.handled((text, keys) => withBox(text, 'note-forged', forgedBox(keys, 'note-forged', forged)));
    await book.unlock();

    expect((await book.notes()).notes.find(({ id }) => id === 'note-forged')).toMatchObject({ isDropped: true, writtenAt: null });
  });
});

describe('a public key that somebody swapped', () => {
  it('E1 is noticed before anything is opened or changed, and put back only when one asks for it', async () => {
    const book = await heldNotebook();
    const genuine = await book.keysOnDisk();
    const stranger = strangersKey();
    await book.handled((text) => text.replace(genuine.publicKey, stranger));
    const before = await readFile(book.file);

    expect(await book.unlock()).toMatchObject({ ok: false, failure: { code: 'vault-key-foreign' } });
    expect(await book.app.call('vault.change', { ...book.base(), secret: SECRET, passphrase: 'une autre phrase' })).toMatchObject({
      failure: { code: 'vault-key-foreign' },
    });
    expect(await book.app.call('vault.renew', { ...book.base(), secret: SECRET })).toMatchObject({
      failure: { code: 'vault-key-foreign' },
    });
    expect(
      await book.app.call('vault.unlock', { ...book.base(), secret: { kind: 'recovery', recoveryKey: book.recoveryKey } }),
    ).toMatchObject({ failure: { code: 'vault-key-foreign' } });
    expect(await book.app.call('vault.status', { documentId: book.base().documentId })).toMatchObject({ value: { state: 'locked' } });
    expect(await book.write('Une ligne')).toMatchObject({ failure: { code: 'vault-key-foreign' } }); // it would be sealed for somebody else
    expect((await readFile(book.file)).equals(before)).toBe(true);

    const { vault } = await book.mend();
    expect(vault.state).toBe('open');
    expect(await book.keysOnDisk()).toEqual(genuine);
    expect((await book.notes()).notes.map(({ text }) => text)).toEqual([MINE]);
    await book.app.call('vault.lock', { documentId: book.base().documentId });
    book.kept(expectOk(await book.write('De nouveau')));
  });

  it('E1 has a wrong passphrase told as that, and mends nothing for it', async () => {
    const book = await heldNotebook();
    const genuine = await book.keysOnDisk();
    await book.handled((text) => text.replace(genuine.publicKey, strangersKey()));
    const wrong = { kind: 'passphrase' as const, passphrase: 'pas la bonne' };

    expect(await book.app.call('vault.unlock', { ...book.base(), secret: wrong })).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect(await book.app.call('vault.mend', { ...book.base(), secret: wrong })).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect((await book.keysOnDisk()).publicKey).not.toBe(genuine.publicKey);
  });

  it('E1 leaves what was noted for it unread here, said as what does not open; lines from before the swap are filed', async () => {
    const book = await heldNotebook();
    await book.app.call('vault.lock', { documentId: book.base().documentId });
    book.kept(expectOk(await book.write('Avant l’échange')));
    const genuine = await book.keysOnDisk();
    await book.handled((text) => text.replace(genuine.publicKey, strangersKey()));
    await book.seenFirst();
    book.kept(expectOk(await book.write('Après l’échange')));
    await book.mend();

    const { notes, broken } = await book.notes();
    expect(notes.map(({ text }) => text).toSorted()).toEqual(['Avant l’échange', MINE]);
    expect(broken).toEqual([{ table: 'privateNotes', id: expect.any(String) as string, text: null }]);
  });

  it.each(LOW_ORDER_KEYS)('E1 seals nothing for a key that everybody knows the secret of (%s)', async (publicKey) => {
    const book = await heldNotebook();
    const genuine = await book.keysOnDisk();
    await book.handled((text) => text.replace(genuine.publicKey, publicKey));
    await book.seenFirst();
    const { baseRevision } = book.base();

    expect(await book.write('Une ligne')).toMatchObject({ failure: { code: 'vault-key-foreign' } });
    expect(expectOk(await book.app.call('project.read', { documentId: book.base().documentId })).revision).toBe(baseRevision);
  });
});

describe('keys that this computer does not know', () => {
  /** The whole notebook is another one, made by somebody with the passphrase: its owner on another computer, or somebody else. */
  const replaced = async (passphrase = SECRET.passphrase) => {
    const book = await heldNotebook();
    const genuine = await book.keysOnDisk();
    const { vault } = expectOk(await createVault('another-vault', passphrase));
    await book.handled((text) => text.replace(JSON.stringify(genuine), JSON.stringify(vault.keys)));
    return { ...book, genuine };
  };

  it('E1 are sealed for by no line before they were accepted, a swapped public key neither', async () => {
    const book = await heldNotebook();
    const genuine = await book.keysOnDisk();
    await book.handled((text) => text.replace(genuine.publicKey, strangersKey()));
    const before = await readFile(book.file);

    expect(await book.write('Une ligne')).toMatchObject({ failure: { code: 'vault-key-unknown' } });
    expect((await readFile(book.file)).equals(before)).toBe(true);
    await book.mend();
    await book.app.call('vault.lock', { documentId: book.base().documentId });
    book.kept(expectOk(await book.write('De nouveau')));
  });

  it('E1 are told once when the notebook is opened, and accepted with the passphrase; then they are the ones that are known', async () => {
    const book = await replaced();

    expect(await book.write('Une ligne')).toMatchObject({ failure: { code: 'vault-key-unknown' } });
    expect(await book.unlock()).toMatchObject({ failure: { code: 'vault-key-changed' } });
    expect(await book.app.call('vault.change', { ...book.base(), secret: SECRET, passphrase: 'une autre phrase' })).toMatchObject({
      failure: { code: 'vault-key-changed' },
    });
    expect(await book.app.call('vault.renew', { ...book.base(), secret: SECRET })).toMatchObject({
      failure: { code: 'vault-key-changed' },
    });
    expect(await book.app.call('vault.status', { documentId: book.base().documentId })).toMatchObject({ value: { state: 'locked' } });

    expect((await book.unlock(true)).ok).toBe(true);
    await book.close();
    await book.open();
    book.kept(expectOk(await book.write('Une ligne')));
    expect((await book.unlock()).ok).toBe(true);
  });

  it('E1 are not accepted by saying so without the passphrase', async () => {
    const book = await replaced('celle de quelqu’un d’autre');

    expect(await book.unlock(true)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect(await book.write('Une ligne')).toMatchObject({ failure: { code: 'vault-key-unknown' } });
  });

  it('E1 are of a notebook that was made elsewhere since: it is opened once before a line is noted', async () => {
    const book = await heldNotebook();
    const genuine = await book.keysOnDisk();
    await book.handled((text) => text.replace(`"vault":${JSON.stringify(genuine)}`, '"vault":null'));
    await book.seenFirst(); // before there was a notebook
    await book.handled((text) => text.replace('"vault":null', `"vault":${JSON.stringify(genuine)}`));

    expect(await book.write('Une ligne')).toMatchObject({ failure: { code: 'vault-key-unknown' } });
    expect((await book.unlock()).ok).toBe(true);
    await book.app.call('vault.lock', { documentId: book.base().documentId });
    book.kept(expectOk(await book.write('Une ligne')));
  });

  it('E1 A9 are not known in a copy of the file either', async () => {
    const book = await replaced();
    book.app.answers.push(join(book.app.documents, 'Copie.tierce'));
    const copy = expectOk(await book.app.call('project.saveElsewhere', { documentId: book.base().documentId }));
    const base = { documentId: copy.documentId, baseRevision: copy.revision, commandId: 'copy-0001' };

    expect(await book.app.call('vault.unlock', { ...base, secret: SECRET })).toMatchObject({ failure: { code: 'vault-key-changed' } });
  });

  it('E1 A11 are not known in what is recovered of a damaged file either', async () => {
    const book = await replaced();
    await book.close();
    await writeFile(book.file, (await readFile(book.file)).subarray(0, -40));
    book.app.answers.push(book.file);
    await book.app.call('project.choose', {});
    const attempt = expectOk(await book.app.call('attempt.read', {}));
    const { project } = expectOk(
      await book.app.call('attempt.recover', { attemptId: attempt?.attemptId ?? '', backupId: null, secret: null }),
    );
    const base = { documentId: project.documentId, baseRevision: project.revision, commandId: 'copy-0001' };

    expect(await book.app.call('vault.unlock', { ...base, secret: SECRET })).toMatchObject({ failure: { code: 'vault-key-changed' } });
  });
});

describe('a private key that somebody damaged', () => {
  it('E1 does not lock the notebook for ever: it gets a new pair, and every note that was filed is there', async () => {
    const book = await heldNotebook();
    const genuine = await book.keysOnDisk();
    await book.handled((text) => text.replace(genuine.privateKey, Buffer.alloc(76, 7).toString('base64')));

    expect(await book.unlock()).toMatchObject({ ok: false, failure: { code: 'vault-key-foreign' } });
    await book.mend();
    expect((await book.keysOnDisk()).publicKey).not.toBe(genuine.publicKey);
    await book.app.call('vault.lock', { documentId: book.base().documentId });
    book.kept(expectOk(await book.write('De nouveau')));
    expect((await book.unlock()).ok).toBe(true);

    expect((await book.notes()).notes.map(({ text }) => text).toSorted()).toEqual(['De nouveau', MINE]);
  });
});
