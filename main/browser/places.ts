// Where the browser shell's file chooser can start: the folder asked for, documents, home, and removable disks.
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { OuterTexts } from '@domain/text/outer-texts.ts';

import { homeFolder } from '../machine/home-folder.ts';

export type Place = { readonly label: string; readonly folder: string };

/** Where sticks and other disks appear: as drives, or each as a folder within these. */
export type Plugged = { readonly drives: readonly string[]; readonly within: readonly string[] };

/** After those of the system. */
const DRIVES = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);

/** @returns where removable disks appear on this system, for this user */
export function pluggedOn(platform: NodeJS.Platform, username: string): Plugged {
  if (platform === 'win32') return { drives: DRIVES, within: [] };
  return { drives: [], within: platform === 'darwin' ? ['/Volumes'] : [`/media/${username}`, `/run/media/${username}`] };
}

export type Places = {
  /** The user's. */
  readonly documents: string;
  readonly plugged: Plugged;
};

/** @param first the folder that the dialog proposes */
export async function placesOf(first: string, { documents, plugged }: Places, texts: OuterTexts['chooser']): Promise<readonly Place[]> {
  const within = await Promise.all(plugged.within.map(disksWithin));
  const places = [
    { label: path.basename(first) || first, folder: first },
    { label: texts.documents, folder: documents },
    { label: texts.home, folder: homeFolder() },
    ...plugged.drives.map((drive) => ({ label: drive, folder: drive })),
    ...within.flat(),
  ];
  const distinct = places.filter((place, index) => places.findIndex(({ folder }) => folder === place.folder) === index);
  // The library folder is only made with the first file, not everybody has a documents folder, and few have a drive for every letter.
  const content = await Promise.all(distinct.map(({ folder }) => foldersIn(folder)));
  return distinct.filter((_, index) => content[index] !== null);
}

async function disksWithin(folder: string): Promise<readonly Place[]> {
  const names = (await foldersIn(folder)) ?? [];
  return names.map((name) => ({ label: name, folder: path.join(folder, name) }));
}

async function foldersIn(folder: string): Promise<readonly string[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  return entries === null ? null : entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
