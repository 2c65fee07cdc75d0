// Tests of where the file chooser of the browser shell starts.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import path from 'node:path';

import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { expect, it } from 'vitest';

import { placesOf, pluggedOn } from '../../../../main/browser/places.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const texts = outerTextsOf('fr').chooser;
const plugged = { drives: [], within: [] };

it('K2 begins with the folder asked for, then documents and home, each once', async () => {
  const folder = await temporaryFolder();
  const [library, documents] = [path.join(folder, 'Accompagnements'), path.join(folder, 'Documents')];
  for (const place of [library, documents]) await mkdir(place);

  const places = await placesOf(library, { documents, plugged }, texts);
  expect(places).toEqual([
    { label: 'Accompagnements', folder: library },
    { label: 'Documents', folder: documents },
    { label: 'Dossier personnel', folder: os.homedir() },
  ]);

  const both = await placesOf(documents, { documents, plugged }, texts);
  expect(both.filter((place) => place.folder === documents)).toEqual([{ label: 'Documents', folder: documents }]);
});

it('K2 leaves out what is not there and what is no folder', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'fichier'), '');

  const places = await placesOf(path.join(folder, 'pas encore'), { documents: path.join(folder, 'fichier'), plugged }, texts);

  expect(places).toEqual([{ label: 'Dossier personnel', folder: os.homedir() }]);
});

it('K2 calls the root of a disk by its path', async () => {
  const [first] = await placesOf('/', { documents: '/nowhere', plugged }, texts);
  expect(first).toEqual({ label: '/', folder: '/' });
});

it('K2 offers every stick that is plugged in, by its name, and no file or link that lies beside them', async () => {
  const folder = await temporaryFolder();
  const [media, run, absent] = [path.join(folder, 'media'), path.join(folder, 'run'), path.join(folder, 'absent')];
  for (const stick of [path.join(media, 'CLE USB'), path.join(run, 'Disque')]) await mkdir(stick, { recursive: true });
  await writeFile(path.join(media, 'note.txt'), '');
  await symlink('/', path.join(media, 'Disque du système'));

  const places = await placesOf(folder, { documents: folder, plugged: { drives: [], within: [absent, media, run] } }, texts);

  expect(places.slice(2)).toEqual([
    { label: 'CLE USB', folder: path.join(media, 'CLE USB') },
    { label: 'Disque', folder: path.join(run, 'Disque') },
  ]);
});

it('K2 offers the drives that are there, by their letters', async () => {
  const folder = await temporaryFolder();
  const [there, absent] = [path.join(folder, 'D'), path.join(folder, 'E')];
  await mkdir(there);

  const places = await placesOf(folder, { documents: folder, plugged: { drives: [there, absent], within: [] } }, texts);

  expect(places.slice(2)).toEqual([{ label: there, folder: there }]);
});

it('K2 knows where each system shows what is plugged in', () => {
  const windows = pluggedOn('win32', 'anne');
  expect([windows.drives.at(0), windows.drives.at(-1), windows.drives.length, windows.within]).toEqual(['D:\\', 'Z:\\', 23, []]);
  expect(pluggedOn('darwin', 'anne')).toEqual({ drives: [], within: ['/Volumes'] });
  expect(pluggedOn('linux', 'anne')).toEqual({ drives: [], within: ['/media/anne', '/run/media/anne'] });
});
