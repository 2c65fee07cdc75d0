// The folder of one run of the browser shell: profile, crash dumps, the page that hands over the code. Nothing of it outlives the run.
import path from 'node:path';

import { z } from 'zod';

import type { FileSystem } from '../files/file-system.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { ProcessName, RunningProcess } from '../locks/running-process.ts';
import { readRegularFile } from '../machine/regular-file.ts';

export type RunFolder = {
  /** The browser's profile. */
  readonly profile: string;
  readonly cache: string;
  readonly crashes: string;
  /** The page that leads to the application: it contains the code, and only this user can read it. */
  readonly page: string;
};

export type Runs = {
  readonly files: FileSystem;
  /** The application's own data. */
  readonly data: string;
  readonly running: RunningProcess;
  readonly newId: () => string;
};

/** The owner's file, beside the folder and written before it: so a start at the same moment never takes the run for one that has ended. */
const OWNER_ENDING = '.json';
const LARGEST_OWNER_BYTES = 4096;
const OWNER_SCHEMA: z.ZodType<ProcessName> = z.strictObject({
  machine: z.string(),
  start: z.string(),
  pid: z.int().positive(),
  born: z.string().nullable(),
});

/** Only this user has access. */
const OWN_FOLDER = 0o700;

const runsOf = (data: string): string => path.join(data, 'browser');

/** Makes the folder of this run, after removing what earlier runs have left. */
export async function makeRunFolder(runs: Runs): Promise<RunFolder> {
  const { files, data, running, newId } = runs;
  await removeEnded(runs);
  const folder = path.join(runsOf(data), newId());
  const inside = (name: string): string => path.join(folder, name);
  const made: RunFolder = { profile: inside('profile'), cache: inside('cache'), crashes: inside('crashes'), page: inside('tierce.html') };
  await files.mkdir(runsOf(data), { recursive: true, mode: OWN_FOLDER });
  await write(runs, `${folder}${OWNER_ENDING}`, JSON.stringify(running.self));
  for (const one of [folder, made.profile, made.cache, made.crashes]) await files.mkdir(one, { mode: OWN_FOLDER });
  return made;
}

/** Removes the page: the code in it has been used, or has expired. */
export async function removePage({ files }: Pick<Runs, 'files'>, { page }: RunFolder): Promise<void> {
  await remove(files, page);
}

/** Puts the page with the code into the folder; a new file belongs to its owner alone. */
export async function handOver(runs: Runs, folder: RunFolder, html: string): Promise<void> {
  await write(runs, folder.page, html);
}

/** Removes what earlier runs have left, including a profile from before runs had folders. Anything that a run still uses is left alone. */
export async function removeEnded({ files, data, running }: Pick<Runs, 'files' | 'data' | 'running'>): Promise<void> {
  const names = await files.readdir(runsOf(data)).catch(() => []);
  const isUsed = new Map<string, boolean>();
  for (const name of names.filter((one) => one.endsWith(OWNER_ENDING))) {
    const owner = await ownerIn(files, path.join(runsOf(data), name));
    isUsed.set(stemOf(name), owner !== null && mayStillRun(owner, running));
  }
  for (const name of names.filter((one) => isUsed.get(stemOf(one)) !== true)) await remove(files, path.join(runsOf(data), name));
}

/**
 * With a lock the user is asked in case of doubt; a run's folder contains nothing to lose: whatever ran before this computer was started
 * has ended.
 */
function mayStillRun(owner: ProcessName, { self, isSurelyGone }: RunningProcess): boolean {
  if (owner.machine === self.machine && owner.start !== self.start) return false;
  return !isSurelyGone(owner);
}

const stemOf = (name: string): string => (name.endsWith(OWNER_ENDING) ? name.slice(0, -OWNER_ENDING.length) : name);

/** Removes the folder of this run, once its browser has ended. @returns whether nothing is left */
export async function removeRunFolder({ files }: Pick<Runs, 'files'>, { profile }: RunFolder): Promise<boolean> {
  const folder = path.dirname(profile);
  return (await remove(files, folder)) && remove(files, `${folder}${OWNER_ENDING}`); // the owner's file goes last
}

async function ownerIn(files: FileSystem, file: string): Promise<ProcessName | null> {
  const read = await readRegularFile(files, file, LARGEST_OWNER_BYTES).catch(() => null);
  if (!Buffer.isBuffer(read)) return null;
  try {
    return OWNER_SCHEMA.parse(JSON.parse(read.toString('utf8')));
  } catch {
    return null;
  }
}

/** A browser's helper processes write for a moment after it has ended, and Windows keeps open files locked. */
const TRIES = 10;
const BETWEEN_MS = 200;

async function remove(files: FileSystem, entry: string): Promise<boolean> {
  return files.rm(entry, { recursive: true, force: true, maxRetries: TRIES, retryDelay: BETWEEN_MS }).then(
    () => true,
    () => false,
  );
}

async function write({ files, newId }: Runs, file: string, text: string): Promise<void> {
  const written = await replaceFile(files, { path: file, parts: [Buffer.from(text)], nonce: newId() });
  if (!written.ok) throw new Error(`the folder of this run cannot be written: ${written.failure.code}`);
}
