// The file chooser of the browser shell: the page sees names and tokens, and only this side knows the folders.
import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import type { ChooserEntry, ChooserReply, ChooserRequest } from '@contract/chooser.ts';
import type { OuterTexts } from '@domain/text/outer-texts.ts';

import { ANY_EXTENSION, type Dialogs, type FileFilter } from '../shell.ts';
import { readChooserMessage } from './chooser-messages.ts';
import { isBareName } from './file-names.ts';
import { placesOf } from './places.ts';

type Asked = { readonly mode: ChooserRequest['mode']; readonly title: string; readonly folder: string; readonly name: string; readonly filter: FileFilter | null };
type Pending = Asked & {
  readonly folders: Map<string, string>;
  /** The roots of the places: the chooser does not climb above them. */
  readonly roots: ReadonlySet<string>;
  readonly settle: (path: string | null) => void;
};

export type Chooser = {
  readonly dialogs: Dialogs;
  /** Answers one message of the page about the dialog that is open. */
  readonly answer: (message: unknown) => Promise<ChooserReply>;
  /** Gives up what is open: the page is gone. */
  readonly abandon: () => void;
};

export type ChooserOptions = {
  readonly send: (request: ChooserRequest) => void;
  readonly documents: string;
  readonly texts: () => OuterTexts['chooser'];
};

const newToken = (): string => randomBytes(16).toString('base64url');

/** @param options how to reach the page, and in which words */
export function createChooser(options: ChooserOptions): Chooser {
  const pending = new Map<string, Pending>();
  const ask = async (asked: Asked): Promise<string | null> => {
    const places = await placesOf(asked.folder, options.documents, options.texts());
    const tokens = places.map(({ folder }) => [newToken(), folder] as const);
    const requestId = newToken();
    return new Promise((resolve) => {
      const settle = (chosen: string | null): void => {
        pending.delete(requestId);
        resolve(chosen);
      };
      pending.set(requestId, { ...asked, folders: new Map(tokens), roots: new Set(places.map(({ folder }) => folder)), settle });
      const named = places.map(({ label }, index) => ({ label, token: tokens[index]?.[0] ?? '' }));
      options.send({ requestId, mode: asked.mode, title: asked.title, name: asked.name, places: named, texts: options.texts() });
    });
  };
  return {
    dialogs: {
      chooseFile: ({ title, folder, filter }) => ask({ mode: 'open', title, folder, name: '', filter }),
      chooseFolder: ({ title, folder }) => ask({ mode: 'folder', title, folder, name: '', filter: null }),
      saveFile: ({ title, folder, name, filter }) => ask({ mode: 'save', title, folder, name, filter }),
    },
    answer: async (sent) => {
      const message = readChooserMessage(sent);
      const open = message === null ? undefined : pending.get(message.requestId);
      if (message === null || open === undefined) return { refused: 'unknown' };
      if (message.act === 'cancel') return settled(open, null);
      const folder = open.folders.get(message.token);
      if (folder === undefined) return { refused: 'unknown' };
      return message.act === 'list' ? list(open, folder) : choose(open, folder, message.name, message.isReplacing);
    },
    abandon: () => pending.forEach(({ settle }) => settle(null)),
  };
}

function settled(open: Pending, chosen: string | null): ChooserReply {
  open.settle(chosen);
  return { done: true };
}

async function list(open: Pending, folder: string): Promise<ChooserReply> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return { refused: 'unreadable' };
  const visible = entries.filter(({ name }) => !name.startsWith('.')).toSorted((one, other) => one.name.localeCompare(other.name));
  const folders = visible.filter((entry) => entry.isDirectory()).map(({ name }): ChooserEntry => ({ kind: 'folder', name, token: remember(open, path.join(folder, name)) }));
  const files = visible.filter((entry) => entry.isFile() && isWanted(open, entry.name)).map(({ name }): ChooserEntry => ({ kind: 'file', name }));
  const parent = open.roots.has(folder) ? null : remember(open, path.dirname(folder));
  return { name: path.basename(folder) || folder, parent, entries: [...folders, ...files] };
}

function remember(open: Pending, folder: string): string {
  const known = [...open.folders].find(([, one]) => one === folder)?.[0];
  const token = known ?? newToken();
  open.folders.set(token, folder);
  return token;
}

const isWanted = ({ mode, filter }: Pending, name: string): boolean => mode !== 'folder' && hasEnding(filter, name);

function hasEnding(filter: FileFilter | null, name: string): boolean {
  return filter === null || filter.extension === ANY_EXTENSION || name.toLowerCase().endsWith(`.${filter.extension.toLowerCase()}`);
}

async function choose(open: Pending, folder: string, name: string | null, isReplacing: boolean): Promise<ChooserReply> {
  if (open.mode === 'folder') return settled(open, folder);
  const wanted = name === null ? '' : withExtension(open, name);
  const file = path.join(folder, wanted);
  // A file to open is already there under its name, be it one that we would not give.
  if (open.mode === 'open') return (await isListed(open, folder, wanted)) ? settled(open, file) : { refused: 'unknown' };
  if (!isBareName(wanted)) return { refused: 'name' };
  const there = await stat(file).catch(() => null);
  return there === null || (isReplacing && there.isFile()) ? settled(open, file) : { refused: 'exists' };
}

/** Only names that the folder really holds can be opened, so that no name can lead out of it. */
async function isListed(open: Pending, folder: string, name: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.some((entry) => entry.name === name && entry.isFile() && isWanted(open, name));
}

function withExtension({ mode, filter }: Pending, name: string): string {
  if (mode !== 'save' || filter === null || name === '' || hasEnding(filter, name)) return name;
  return `${name}.${filter.extension}`;
}
