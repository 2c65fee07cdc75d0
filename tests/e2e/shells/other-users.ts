// Programs run as ordinary users of this computer, and the search for words in whatever a user may read.
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Created by `.ci/run`: the owner of the window, and somebody else. */
export const OWNER = 'tierce-owner';
export const OTHER = 'tierce-other';
export type User = typeof OWNER | typeof OTHER;

/** The installed browser, with its sandbox. */
export const BROWSER = '/usr/bin/chromium';

type Words = readonly [program: string, ...args: string[]];

function as(user: User | 'root', words: Words): Words {
  const isRoot = process.getuid?.() === 0;
  if (user === 'root') return isRoot ? words : ['sudo', '-n', ...words];
  return isRoot ? ['runuser', '-u', user, '--', ...words] : ['sudo', '-n', '-u', user, '--', ...words];
}

/** @returns the output of a program that ends by itself */
export function runAs(user: User | 'root', words: Words, input = ''): string {
  const [program, ...args] = as(user, words);
  return execFileSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 });
}

/** Starts a program and leaves it running. @param environment its whole environment */
export function startAs(user: User, environment: Readonly<Record<string, string>>, words: Words): ChildProcess {
  const [program, ...args] = as(user, ['env', '-i', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`), ...words]);
  return spawn(program, args, { stdio: 'ignore' });
}

/** @returns what this computer lacks for tests with several users, or `null` */
export function lackingForUsers(): string | null {
  if (process.platform !== 'linux') return 'made for Linux';
  if (!existsSync(BROWSER)) return 'no Chromium of Debian here; .ci/run brings it';
  if (!process.env['DISPLAY']) return 'no display here; .ci/run brings one';
  try {
    for (const user of [OWNER, OTHER, 'root'] as const) runAs(user, ['true']);
    return null;
  } catch {
    return 'no two users to run programs as; .ci/run makes them';
  }
}

/** `looked`: how many files could be read; `found`: which word is in which of them. */
export type Search = { readonly looked: number; readonly found: readonly string[] };

/** @param program `search-for-words.mjs`, where the user may read it; @param places folders, or `--processes` */
export function searchAs(user: User | 'root', program: string, words: readonly string[], places: readonly string[]): Search {
  return JSON.parse(runAs(user, [process.execPath, program, ...places], JSON.stringify(words))) as Search;
}
