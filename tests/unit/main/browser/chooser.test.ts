// Tests of the file chooser of the browser shell: it gives paths to main, and only names and tokens to the page.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ChooserReply, ChooserRequest } from '@contract/chooser.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';

import { createChooser } from '../../../../main/browser/chooser.ts';
import { ANY_EXTENSION } from '../../../../main/shell.ts';
import { isBareName } from '../../../../main/browser/file-names.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chooser-'));
  await mkdir(path.join(folder, 'Été'));
  await writeFile(path.join(folder, 'Été', 'a.tierce'), '');
  await writeFile(path.join(folder, 'notes.txt'), '');
  await writeFile(path.join(folder, 'b.tierce'), '');
});
afterEach(() => rm(folder, { recursive: true }));

const TIERCE = { name: 'Tierce', extension: 'tierce' };
const ANY = { name: 'Tous les fichiers', extension: ANY_EXTENSION };

function chooserAt(documents: string, sent: ChooserRequest[]) {
  const places = { documents, plugged: { drives: [], within: [] } };
  return createChooser({ send: (request) => void sent.push(request), places, texts: () => outerTextsOf('fr').chooser });
}

async function opened(act: 'chooseFile' | 'saveFile' | 'chooseFolder', filter = TIERCE) {
  const sent: ChooserRequest[] = [];
  const chooser = chooserAt(folder, sent);
  const answer = chooser.dialogs[act]({ title: 'Choisir', folder, name: 'rapport.tierce', filter });
  await expect.poll(() => sent.length).toBe(1);
  const request = sent[0]!;
  const tell = (message: object): Promise<ChooserReply> => chooser.answer({ requestId: request.requestId, ...message });
  return { chooser, answer, request, tell, token: request.places[0]!.token };
}

describe('createChooser', () => {
  it('K2 names what is chosen as the dialog does, and a name to save under only where something is saved', async () => {
    const asked = [
      ['chooseFile', 'open', ''],
      ['chooseFolder', 'folder', ''],
      ['saveFile', 'save', 'rapport.tierce'],
    ] as const;
    for (const [act, mode, name] of asked) {
      const { request, chooser } = await opened(act);
      expect(request).toMatchObject({ mode, title: 'Choisir', name });
      chooser.abandon();
    }
  });

  it('K2 gives each place a token of its own', async () => {
    const sent: ChooserRequest[] = [];
    const chooser = chooserAt(path.join(folder, 'Été'), sent);
    void chooser.dialogs.chooseFolder({ title: '', folder });
    await expect.poll(() => sent.length).toBe(1);
    const [first, second] = sent[0]?.places ?? [];

    const at = (token = '') => chooser.answer({ act: 'list', requestId: sent[0]?.requestId, token });
    expect(await at(first?.token)).toMatchObject({ name: path.basename(folder), parent: null });
    expect(await at(second?.token), 'a place, though it lies within another').toMatchObject({ name: 'Été', parent: null });
    chooser.abandon();
  });

  it('names places without their paths', async () => {
    const { request, chooser } = await opened('chooseFile');

    expect(request.places[0]?.label).toBe(path.basename(folder));
    expect(JSON.stringify(request)).not.toContain(folder);
    chooser.abandon();
  });

  it('lists folders and files of the kind, and opens one in a folder below', async () => {
    const { answer, tell, token } = await opened('chooseFile');
    const top = await tell({ act: 'list', token });
    expect(top).toMatchObject({
      parent: null,
      entries: [
        { kind: 'folder', name: 'Été' },
        { kind: 'file', name: 'b.tierce' },
      ],
    });
    const below = 'entries' in top && top.entries[0]?.kind === 'folder' ? top.entries[0].token : '';
    expect(await tell({ act: 'list', token: below })).toMatchObject({ name: 'Été', parent: token });

    expect(await tell({ act: 'choose', token: below, name: 'a.tierce', isReplacing: false })).toEqual({ done: true });

    expect(await answer).toBe(path.join(folder, 'Été', 'a.tierce'));
  });

  it('K2 shows nothing that is hidden, and the rest by its name', async () => {
    await mkdir(path.join(folder, '.cache'));
    await mkdir(path.join(folder, 'Ateliers.'));
    for (const name of ['.caché.tierce', 'z.tierce', 'a.tierce', 'É.tierce', 'sans fin.']) await writeFile(path.join(folder, name), '');
    const { tell, token, chooser } = await opened('chooseFile');

    const { entries } = (await tell({ act: 'list', token })) as { readonly entries: readonly { readonly name: string }[] };

    expect(entries.map(({ name }) => name)).toEqual(['Ateliers.', 'Été', 'a.tierce', 'b.tierce', 'É.tierce', 'z.tierce']);
    chooser.abandon();
  });

  it('K2 shows folders alone where a folder is asked for', async () => {
    const { tell, token, chooser } = await opened('chooseFolder');
    expect(await tell({ act: 'list', token })).toMatchObject({ entries: [{ kind: 'folder', name: 'Été' }] });
    chooser.abandon();
  });

  it('K2 says that a folder cannot be read, once a stick has been taken out', async () => {
    const { tell, token, chooser } = await opened('chooseFile');
    const top = await tell({ act: 'list', token });
    const below = 'entries' in top && top.entries[0]?.kind === 'folder' ? top.entries[0].token : '';
    await rm(path.join(folder, 'Été'), { recursive: true });

    expect(await tell({ act: 'list', token: below })).toEqual({ refused: 'unreadable' });
    expect(await tell({ act: 'choose', token: below, name: 'a.tierce', isReplacing: false })).toEqual({ refused: 'unknown' });
    chooser.abandon();
  });

  it('K2 does not open or save what has no name', async () => {
    for (const [act, refused] of [
      ['chooseFile', 'unknown'],
      ['saveFile', 'name'],
    ] as const) {
      const { tell, token, chooser } = await opened(act);
      expect(await tell({ act: 'choose', token, name: null, isReplacing: true })).toEqual({ refused });
      chooser.abandon();
    }
  });

  it('K2 puts no file in the place of a folder', async () => {
    await mkdir(path.join(folder, 'c.tierce'));
    const { tell, token, chooser } = await opened('saveFile');
    expect(await tell({ act: 'choose', token, name: 'c.tierce', isReplacing: true })).toEqual({ refused: 'exists' });
    chooser.abandon();
  });

  it.each(['../b.tierce', 'Été/a.tierce', 'notes.txt', 'Été', '', 'absent.tierce', '..'])('does not open %j', async (name) => {
    const { tell, token, chooser } = await opened('chooseFile');

    expect(await tell({ act: 'choose', token, name, isReplacing: false })).toEqual({ refused: 'unknown' });
    chooser.abandon();
  });

  it('saves under a new name with its extension', async () => {
    const { answer, tell, token } = await opened('saveFile');

    await tell({ act: 'choose', token, name: 'Séance du 3 mars', isReplacing: false });

    expect(await answer).toBe(path.join(folder, 'Séance du 3 mars.tierce'));
  });

  it('K2 H6 opens a document of any kind, one without an ending too', async () => {
    await writeFile(path.join(folder, 'LISEZMOI'), '');
    const { answer, tell, token } = await opened('chooseFile', ANY);
    expect(await tell({ act: 'list', token })).toMatchObject({
      entries: [{ name: 'Été' }, { name: 'b.tierce' }, { name: 'LISEZMOI' }, { name: 'notes.txt' }],
    });

    await tell({ act: 'choose', token, name: 'LISEZMOI', isReplacing: false });
    expect(await answer).toBe(path.join(folder, 'LISEZMOI'));
  });

  it('K2 H6 saves a document of any kind under the very name that was typed', async () => {
    const { answer, tell, token } = await opened('saveFile', ANY);

    await tell({ act: 'choose', token, name: 'LISEZMOI', isReplacing: false });
    expect(await answer).toBe(path.join(folder, 'LISEZMOI'));
  });

  it('K2 takes an ending in capitals for the same', async () => {
    const { answer, tell, token } = await opened('saveFile', { name: 'PDF', extension: 'PDF' });

    await tell({ act: 'choose', token, name: 'rapport.pdf', isReplacing: false });
    expect(await answer).toBe(path.join(folder, 'rapport.pdf'));
  });

  it('asks before it replaces', async () => {
    const { answer, tell, token } = await opened('saveFile');
    expect(await tell({ act: 'choose', token, name: 'b.tierce', isReplacing: false })).toEqual({ refused: 'exists' });

    await tell({ act: 'choose', token, name: 'b.tierce', isReplacing: true });

    expect(await answer).toBe(path.join(folder, 'b.tierce'));
  });

  it.each(['../x', 'a/b', 'a\\b', 'C:x', '', '.cache', 'nul', 'x\0y'])('does not save as %j', async (name) => {
    const { tell, token, chooser } = await opened('saveFile');

    expect(await tell({ act: 'choose', token, name, isReplacing: true })).toEqual({ refused: 'name' });
    chooser.abandon();
  });

  it('gives a folder', async () => {
    const { answer, tell, token } = await opened('chooseFolder');

    await tell({ act: 'choose', token, name: null, isReplacing: false });

    expect(await answer).toBe(folder);
  });

  it('takes no token that it did not give, no other request, no other form', async () => {
    const { tell, chooser, token, request } = await opened('chooseFolder');

    expect(await tell({ act: 'list', token: folder })).toEqual({ refused: 'unknown' });
    expect(await tell({ act: 'choose', token: '/', name: null, isReplacing: false })).toEqual({ refused: 'unknown' });
    expect(await tell({ act: 'list', token, more: 1 })).toEqual({ refused: 'unknown' });
    expect(await chooser.answer({ act: 'list', requestId: 'x', token })).toEqual({ refused: 'unknown' });
    expect(await chooser.answer(null)).toEqual({ refused: 'unknown' });
    chooser.abandon();
    expect(await tell({ act: 'list', requestId: request.requestId, token })).toEqual({ refused: 'unknown' });
  });

  it('gives nothing when the user cancels or the page is gone', async () => {
    const first = await opened('chooseFile');
    await first.tell({ act: 'cancel' });
    expect(await first.answer).toBeNull();

    const second = await opened('chooseFile');
    second.chooser.abandon();
    expect(await second.answer).toBeNull();
  });
});

describe('isBareName', () => {
  it.each(['Séance 3.pdf', 'compte-rendu (2).pdf', 'é'.repeat(127), `${'é'.repeat(127)}x`])('takes %s', (name) => {
    expect(isBareName(name)).toBe(true);
  });
  it.each(['a/b', 'CON', 'lpt1.pdf', 'x.', ' x', 'x ', 'a"b', 'é'.repeat(128), 'a\nb'])('refuses %j', (name) =>
    expect(isBareName(name)).toBe(false),
  );
});
