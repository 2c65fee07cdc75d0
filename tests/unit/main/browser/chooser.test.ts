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

async function opened(act: 'chooseFile' | 'saveFile' | 'chooseFolder', filter = TIERCE) {
  const sent: ChooserRequest[] = [];
  const chooser = createChooser({ send: (request) => void sent.push(request), documents: folder, texts: () => outerTextsOf('fr').chooser });
  const answer = chooser.dialogs[act]({ title: 'Choisir', folder, name: 'rapport.tierce', filter });
  await expect.poll(() => sent.length).toBe(1);
  const request = sent[0]!;
  const tell = (message: object): Promise<ChooserReply> => chooser.answer({ requestId: request.requestId, ...message });
  return { chooser, answer, request, tell, token: request.places[0]!.token };
}

describe('createChooser', () => {
  it('names places without their paths', async () => {
    const { request, chooser } = await opened('chooseFile');

    expect(request.places[0]?.label).toBe(path.basename(folder));
    expect(JSON.stringify(request)).not.toContain(folder);
    chooser.abandon();
  });

  it('lists folders and files of the kind, and opens one in a folder below', async () => {
    const { answer, tell, token } = await opened('chooseFile');
    const top = await tell({ act: 'list', token });
    expect(top).toMatchObject({ parent: null, entries: [{ kind: 'folder', name: 'Été' }, { kind: 'file', name: 'b.tierce' }] });
    const below = 'entries' in top && top.entries[0]?.kind === 'folder' ? top.entries[0].token : '';
    expect(await tell({ act: 'list', token: below })).toMatchObject({ name: 'Été', parent: token });

    expect(await tell({ act: 'choose', token: below, name: 'a.tierce', isReplacing: false })).toEqual({ done: true });

    expect(await answer).toBe(path.join(folder, 'Été', 'a.tierce'));
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
    expect(await tell({ act: 'list', token })).toMatchObject({ entries: [{ name: 'Été' }, { name: 'b.tierce' }, { name: 'LISEZMOI' }, { name: 'notes.txt' }] });

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
  it.each(['Séance 3.pdf', 'compte-rendu (2).pdf', 'é'.repeat(127)])('takes %s', (name) => expect(isBareName(name)).toBe(true));
  it.each(['a/b', 'CON', 'lpt1.pdf', 'x.', ' x', 'x ', 'a"b', 'é'.repeat(128), 'a\nb'])('refuses %j', (name) => expect(isBareName(name)).toBe(false));
});
