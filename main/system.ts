// What every shell gets from the system in the same way: folders, clock, ids, names, log.
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';

import { homeFolder } from './machine/home-folder.ts';
import { isBelievable, nearestMoment } from './machine/moments.ts';
import type { Shell } from './shell.ts';

/** @returns where the application keeps its own data on this system */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const home = homeFolder();
  // a relative path does not count
  const named = (word: string): string | null => (path.isAbsolute(environment[word] ?? '') ? (environment[word] ?? null) : null);
  if (platform === 'win32') return path.join(named('APPDATA') ?? path.join(home, 'AppData', 'Roaming'), 'Tierce');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Tierce');
  return path.join(named('XDG_CONFIG_HOME') ?? path.join(home, '.config'), 'tierce');
}

export const systemClock: Shell['clock'] = {
  now: () => nearestMoment(Date.now()),
  isBelievable: () => isBelievable(Date.now()),
  offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
};

/**
 * @returns the system's language as a tag (`fr-FR`), or nothing when it gives none: a bare Linux (`C`, `POSIX`) has no language, which
 * Node would report as English
 */
export function systemLocale(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return Intl.DateTimeFormat().resolvedOptions().locale;
  const said = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const language = said.split(/[.@]/, 1)[0] ?? '';
  return language === 'C' || language === 'POSIX' ? '' : language.replace('_', '-');
}

export const newId = (): string => randomUUID();

/** @returns the name of the session's user, the best guess for an accompanist's name at the first start */
export function systemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // no such user on this system (a container); the user is asked for the name anyway
  }
}

const LARGEST_LOG_BYTES = 1024 * 1024;

/** @returns a log that keeps two files at most; a log that cannot be written never stops the work */
export function openLog(folder: string, now: () => string): (line: string) => void {
  const file = path.join(folder, 'tierce.log');
  let writing: Promise<unknown> = mkdir(folder, { recursive: true }).catch(() => undefined);
  return (line) => {
    writing = writing
      .then(() => rotate(file))
      .then(() => appendFile(file, `${now()} ${line.replaceAll(/\s+/g, ' ')}\n`))
      .catch(() => undefined);
  };
}

/** Sets aside whatever has that name, even if it is not a file: opening a pipe would block. */
async function rotate(file: string): Promise<void> {
  const isInTheWay = await stat(file).then(
    (found) => !found.isFile() || found.size > LARGEST_LOG_BYTES,
    () => false,
  );
  if (isInTheWay) await rename(file, `${file}.1`);
}
