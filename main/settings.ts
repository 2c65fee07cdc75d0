// Settings of this computer: language, theme, library folder. They hold nothing of any accompaniment.
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '@contract/channels.ts';
import { errnoOf } from './files/disk-failure.ts';
import type { FileSystem } from './files/file-system.ts';
import { replaceFile } from './files/replace-file.ts';

export type StoredSettings = Settings & { readonly libraryFolder: string | null };

const schema = z.object({ locale: z.enum(['fr', 'en']), theme: z.enum(['system', 'light', 'dark']), libraryFolder: z.string().nullable() });

/** @returns the settings; the first ones where there are none yet or they cannot be understood. */
export async function readSettings(files: FileSystem, folder: string, systemLocale: string): Promise<StoredSettings> {
  const first: StoredSettings = { locale: /^fr\b/i.test(systemLocale) || systemLocale === '' ? 'fr' : 'en', theme: 'system', libraryFolder: null };
  try {
    const parsed = schema.safeParse(JSON.parse(await files.readFile(pathIn(folder), 'utf8')));
    return parsed.success ? parsed.data : first;
  } catch (error) {
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return first; // a setting is asked again at no loss
  }
}

/** Keeps the settings; a disk that refuses leaves the earlier ones. */
export async function writeSettings(files: FileSystem, folder: string, settings: StoredSettings, nonce: string): Promise<void> {
  await files.mkdir(folder, { recursive: true });
  await replaceFile(files, { path: pathIn(folder), parts: [Buffer.from(`${JSON.stringify(settings, null, 2)}\n`, 'utf8')], nonce });
}

function pathIn(folder: string): string {
  return join(folder, 'settings.json');
}
