// Where the file chooser of the browser shell begins: the folder asked for, documents, home, and what is plugged in.
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { OuterTexts } from '@domain/text/outer-texts.ts';

import { homeFolder } from '../machine/home-folder.ts';
import { systemUserName } from '../system.ts';

export type Place = { readonly label: string; readonly folder: string };

/** @param first the folder that the dialog proposes; @param documents the user's documents */
export async function placesOf(first: string, documents: string, texts: OuterTexts['chooser']): Promise<readonly Place[]> {
  const places = [
    { label: path.basename(first) || first, folder: first },
    { label: texts.documents, folder: documents },
    { label: texts.home, folder: homeFolder() },
    ...(await removable()),
  ];
  const distinct = places.filter((place, index) => places.findIndex(({ folder }) => folder === place.folder) === index);
  // The library folder is only made with the first file, and not everybody has a folder for documents.
  const content = await Promise.all(distinct.map(({ folder }) => foldersIn(folder)));
  return distinct.filter((_, index) => content[index] !== null);
}

const DRIVES = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);

async function removable(): Promise<readonly Place[]> {
  if (process.platform === 'win32') {
    const present = await Promise.all(DRIVES.map(async (drive) => ((await foldersIn(drive)) === null ? [] : [{ label: drive, folder: drive }])));
    return present.flat();
  }
  const username = systemUserName();
  const roots = process.platform === 'darwin' ? ['/Volumes'] : [`/media/${username}`, `/run/media/${username}`];
  const found = await Promise.all(roots.map(async (root) => ((await foldersIn(root)) ?? []).map((name) => ({ label: name, folder: path.join(root, name) }))));
  return found.flat();
}

async function foldersIn(folder: string): Promise<readonly string[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  return entries === null ? null : entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
