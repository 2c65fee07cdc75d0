// Tests of where the file chooser of the browser shell begins.
import { mkdir, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import path from 'node:path';

import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { expect, it } from 'vitest';

import { placesOf } from '../../../../main/browser/places.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const texts = outerTextsOf('fr').chooser;

it('K2 begins with the folder asked for, then documents and home, each once', async () => {
  const folder = await temporaryFolder();
  const [library, documents] = [path.join(folder, 'Accompagnements'), path.join(folder, 'Documents')];
  for (const place of [library, documents]) await mkdir(place);

  const places = await placesOf(library, documents, texts);
  expect(places.slice(0, 3)).toEqual([
    { label: 'Accompagnements', folder: library },
    { label: 'Documents', folder: documents },
    { label: 'Dossier personnel', folder: os.homedir() },
  ]);

  expect((await placesOf(documents, documents, texts)).filter((place) => place.folder === documents)).toEqual([{ label: 'Documents', folder: documents }]);
});

it('K2 leaves out what is not there and what is no folder', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'fichier'), '');

  const places = await placesOf(path.join(folder, 'pas encore'), path.join(folder, 'fichier'), texts);

  expect(places.map(({ label }) => label)).not.toContain('pas encore');
  expect(places.map(({ label }) => label)).not.toContain('Documents');
  expect(places[0]).toEqual({ label: 'Dossier personnel', folder: os.homedir() });
});

it('K2 calls the root of a disk by its path', async () => {
  const [first] = await placesOf('/', '/nowhere', texts);
  expect(first).toEqual({ label: '/', folder: '/' });
});
