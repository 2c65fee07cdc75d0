// The file chooser of the browser shell: the page sees names and tokens, and only this side knows the folders.
import { randomBytes } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import type { ChooserEntry, ChooserReply, ChooserRequest } from '@contract/chooser.ts';
import type { OuterTexts } from '@domain/text/outer-texts.ts';
import { lowerAscii } from '@domain/writing/ascii.ts';
import { compareTexts } from '@domain/writing/sort.ts';

import { ANY_EXTENSION, type Dialogs, extensionsOf, type FileFilter } from '../shell.ts';
import { readChooserMessage } from './chooser-messages.ts';
import { isBareName } from './file-names.ts';
import { type Places, placesOf } from './places.ts';

type Kind = { readonly mode: 'folder' } | { readonly mode: 'open' | 'save'; readonly filter: FileFilter };
type Asked = Kind & { readonly title: string; readonly folder: string; readonly name: string };
type Pending = Kind & {
  readonly folders: Map<string, string>;
  /** The roots of the places: the chooser does not go above them. */
  readonly roots: ReadonlySet<string>;
  readonly settle: (path: string | null) => void;
};

export type Chooser = {
  readonly dialogs: Dialogs;
  /** Answers one message of the page about the open dialog. */
  readonly answer: (message: unknown) => Promise<ChooserReply>;
  /** Cancels the open dialog: the page is gone. */
  readonly abandon: () => void;
};

export type ChooserOptions = {
  readonly send: (request: ChooserRequest) => void;
  readonly places: Places;
  readonly texts: () => OuterTexts['chooser'];
};

const newToken = (): string => randomBytes(16).toString('base64url');

/** @param options how to reach the page, and the texts to use */
export function createChooser(options: ChooserOptions): Chooser {
  const pending = new Map<string, Pending>();
  const ask = async (asked: Asked): Promise<string | null> => {
    const found = await placesOf(asked.folder, options.places, options.texts());
    const places = found.map((place) => ({ ...place, token: newToken() }));
    const requestId = newToken();
    return new Promise((resolve) => {
      const settle = (chosen: string | null): void => {
        pending.delete(requestId);
        resolve(chosen);
      };
      const folders = new Map(places.map(({ token, folder }) => [token, folder]));
      pending.set(requestId, { ...asked, folders, roots: new Set(folders.values()), settle });
      const named = places.map(({ label, token }) => ({ label, token }));
      options.send({ requestId, mode: asked.mode, title: asked.title, name: asked.name, places: named, texts: options.texts() });
    });
  };
  return {
    dialogs: {
      chooseFile: ({ title, folder, filter }) => ask({ mode: 'open', title, folder, name: '', filter }),
      chooseFolder: ({ title, folder }) => ask({ mode: 'folder', title, folder, name: '' }),
      saveFile: ({ title, folder, name, filter }) => ask({ mode: 'save', title, folder, name, filter }),
    },
    answer: async (sent) => {
      const message = readChooserMessage(sent);
      if (message === null) return { refused: 'unknown' };
      const open = pending.get(message.requestId);
      if (open === undefined) return { refused: 'unknown' };
      if (message.act === 'cancel') return settled(open, null);
      const folder = open.folders.get(message.token);
      if (folder === undefined) return { refused: 'unknown' };
      return message.act === 'list' ? list(open, folder) : choose(open, folder, message.name ?? '', message.isReplacing);
    },
    abandon: () => pending.forEach(({ settle }) => settle(null)),
  };
}

function settled(open: Pending, chosen: string | null): ChooserReply {
  open.settle(chosen);
  return { done: true };
}

async function list(open: Pending, folder: string): Promise<ChooserReply> {
  const entries = await entriesIn(folder);
  if (entries === null) return { refused: 'unreadable' };
  const visible = entries.filter(({ name }) => !name.startsWith('.')).toSorted((one, other) => compareTexts(one.name, other.name));
  const folders = visible
    .filter((entry) => entry.isDirectory())
    .map(({ name }): ChooserEntry => ({ kind: 'folder', name, token: remember(open, path.join(folder, name)) }));
  const files = visible
    .filter((entry) => entry.isFile() && isWanted(open, entry.name))
    .map(({ name }): ChooserEntry => ({ kind: 'file', name }));
  const parent = open.roots.has(folder) ? null : remember(open, path.dirname(folder));
  return { name: path.basename(folder) || folder, parent, entries: [...folders, ...files] };
}

function remember(open: Pending, folder: string): string {
  const known = [...open.folders].find(([, one]) => one === folder)?.[0];
  const token = known ?? newToken();
  open.folders.set(token, folder);
  return token;
}

const isWanted = (kind: Kind, name: string): boolean => kind.mode !== 'folder' && hasEnding(kind.filter, name);

function hasEnding(filter: FileFilter, name: string): boolean {
  return extensionsOf(filter).some((ending) => ending === ANY_EXTENSION || lowerAscii(name).endsWith(`.${lowerAscii(ending)}`));
}

async function choose(open: Pending, folder: string, name: string, isReplacing: boolean): Promise<ChooserReply> {
  if (open.mode === 'folder') return settled(open, folder);
  // A file to open exists under its name already, even if it is one that we would not choose.
  if (open.mode === 'open') return (await isListed(open, folder, name)) ? settled(open, path.join(folder, name)) : { refused: 'unknown' };
  const wanted = hasEnding(open.filter, name) ? name : `${name}.${open.filter.extension}`;
  if (!isBareName(wanted)) return { refused: 'name' };
  const file = path.join(folder, wanted);
  const there = await stat(file).catch(() => null);
  return there === null || (isReplacing && there.isFile()) ? settled(open, file) : { refused: 'exists' };
}

/** Only names that the folder really contains can be opened, so that no name can lead out of it. */
async function isListed(open: Pending, folder: string, name: string): Promise<boolean> {
  const entries = await entriesIn(folder);
  return entries !== null && entries.some((entry) => entry.name === name && entry.isFile() && isWanted(open, name));
}

/** @returns `null` if the folder is gone or cannot be read */
async function entriesIn(folder: string): Promise<readonly Dirent[] | null> {
  return readdir(folder, { withFileTypes: true }).catch(() => null);
}
