// The browser shell as its user has it: its own program, started by an ordinary user, in a window of the installed browser.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { chromium, expect } from '@playwright/test';
import type { Page } from '@playwright/test';

import { BROWSER, OTHER, OWNER, runAs, searchAs, startAs } from './other-users.ts';
import type { Search } from './other-users.ts';
import { waitUntilReady } from './test-app.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Where programs of ordinary users write temporary files, on the disk of the application, which is copied there. */
const TEMPORARY = '/tmp';

/** A copy of the application that every user may read, and a home folder for the owner of the window. */
export type Stage = {
  readonly folder: string;
  readonly home: string;
  /** On the clock of the disk, in milliseconds. */
  readonly madeAt: number;
};

export function makeOwnersStage(): Stage {
  const folder = mkdtempSync(path.join(TEMPORARY, 'tierce-users-'));
  chmodSync(folder, 0o755);
  for (const part of ['out/main', 'out/renderer', 'resources', 'node_modules', 'package.json']) copyInto(folder, part);
  copyFileSync(path.join(ROOT, 'tests/shells/search-for-words.mjs'), path.join(folder, 'search.mjs'));
  mkdirSync(path.join(folder, 'seen'));
  chmodSync(path.join(folder, 'seen'), 0o777);
  mkdirSync(path.join(folder, 'bin'));
  writeFileSync(path.join(folder, 'bin/chromium'), standIn(folder), { mode: 0o755 });
  const home = path.join(folder, 'seen/home');
  runAs(OWNER, ['mkdir', '-m', '700', home]);
  return { folder, home, madeAt: statSync(folder).ctimeMs };
}

/** By hard links if the disk allows it: there are many files. */
function copyInto(folder: string, part: string): void {
  mkdirSync(path.dirname(path.join(folder, part)), { recursive: true });
  try {
    execFileSync('cp', ['-al', path.join(ROOT, part), path.join(folder, part)], { stdio: 'ignore' });
  } catch {
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true, force: true });
  }
}

/** Wraps the installed browser: keeps the page with the code so that it can be searched, and lets the test control the window. */
function standIn(folder: string): string {
  return `#!/bin/sh
for word in "$@"; do
  case "$word" in --app=file://*) cat "\${word#--app=file://}" >> ${folder}/seen/handed-over.html ;; esac
done
exec ${BROWSER} --remote-debugging-port=0 "$@"
`;
}

export function removeStage({ folder }: Stage): void {
  runAs('root', ['rm', '-rf', folder]);
}

/** The window of the program, as a journey sees it. */
export class OwnWindowApp {
  readonly #stage: Stage;
  #page: Page | null = null;
  readonly #ports = new Set<string>();
  /** By which the browser of this start is controlled. */
  #port = '';
  #ended: Promise<unknown> = Promise.resolve();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('There is no window.');
    return this.#page;
  }

  get #runs(): string {
    return path.join(this.#stage.home, '.config/tierce/browser');
  }

  /** Starts the program, as `npm start` does. @returns the first page of its window */
  async start(): Promise<Page> {
    const { folder, home } = this.#stage;
    const environment = {
      HOME: home,
      PATH: `${folder}/bin:/usr/bin:/bin`,
      DISPLAY: process.env['DISPLAY'] ?? '',
      LANG: 'fr_FR.UTF-8',
      TZ: 'Europe/Paris',
    };
    const program = startAs(OWNER, environment, [process.execPath, path.join(folder, 'out/main/browser.js')]);
    this.#ended = new Promise((resolve) => void program.once('exit', resolve));
    await expect.poll(() => this.#newPort(), { timeout: 30_000 }).not.toBe('');
    this.#port = this.#newPort();
    this.#ports.add(this.#port);
    return this.#connect();
  }

  /** Waits until the application can be used. */
  async ready(): Promise<void> {
    await expect.poll(() => this.#address(), { timeout: 30_000 }).toMatch(/^http:\/\/127\.0\.0\.1/);
    // A page that goes on to another address in another process may be lost to whoever had it before; so it is taken anew.
    await waitUntilReady(await this.#connect());
  }

  async #connect(): Promise<Page> {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${this.#port}`);
    await expect.poll(() => browser.contexts().flatMap((context) => context.pages()).length, { timeout: 30_000 }).toBe(1);
    const [page] = browser.contexts().flatMap((context) => context.pages());
    if (page === undefined) throw new Error('The browser shows no page.');
    this.#page = page;
    return page;
  }

  /** @returns the address of the window's page, as the browser tells it; empty while it has none */
  async #address(): Promise<string> {
    const reply = await fetch(`http://127.0.0.1:${this.#port}/json/list`);
    const targets = (await reply.json()) as readonly { readonly type: string; readonly url: string }[];
    return targets.find(({ type }) => type === 'page')?.url ?? '';
  }

  /**
   * The address for controlling the browser of this start, empty as long as it has not given one; only its owner may read it. A killed
   * run has left its own.
   */
  #newPort(): string {
    try {
      const said = runAs(OWNER, ['sh', '-c', `cat '${this.#runs}'/*/profile/DevToolsActivePort`]).split('\n');
      return said.find((line) => /^\d+$/.test(line) && !this.#ports.has(line)) ?? '';
    } catch {
      return '';
    }
  }

  /** Closes the window, and waits until the program has ended. */
  async close(): Promise<void> {
    await this.page.close();
    await this.#ended;
  }

  /** Ends everything at once, as a power cut would. */
  async kill(): Promise<void> {
    try {
      runAs('root', ['pkill', '-KILL', '-u', OWNER]);
    } catch {
      // nothing of it runs any more
    }
    await this.#ended;
  }

  /** What runs have left behind: their folders. */
  runs(): readonly string[] {
    return existsInOwners(this.#runs)
      ? runAs(OWNER, ['ls', '-A', this.#runs])
          .split('\n')
          .filter((name) => name !== '')
      : [];
  }

  /** The session files that browsers restore after a crash, with what was typed into their pages; a private window has none. */
  sessionFiles(): readonly string[] {
    return runAs(OWNER, ['find', this.#runs, '-path', '*Sessions*', '-type', 'f'])
      .split('\n')
      .filter((name) => name !== '');
  }

  /** Searches for words in everything that the owner's programs have written, also outside their home folder. */
  searchAll(words: readonly string[]): Search {
    const strangers = readdirSync(TEMPORARY).filter((name) => !/^(tierce|playwright)-/.test(name)); // those belong to the tests
    return searchAs('root', path.join(this.#stage.folder, 'search.mjs'), words, [
      this.#stage.home,
      `--since=${this.#stage.madeAt}`,
      ...strangers.map((name) => path.join(TEMPORARY, name)),
    ]);
  }

  /** Searches for words in what another user may read of the processes and of the home folder. */
  searchAsOther(words: readonly string[]): Search {
    return searchAs(OTHER, path.join(this.#stage.folder, 'search.mjs'), words, ['--processes', this.#stage.home]);
  }

  /** The codes that were handed over so far. */
  codes(): readonly string[] {
    const file = path.join(this.#stage.folder, 'seen/handed-over.html');
    return existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(/#([\w-]{43})"/g)].map(([, code]) => code ?? '') : [];
  }
}

function existsInOwners(folder: string): boolean {
  try {
    runAs(OWNER, ['test', '-d', folder]);
    return true;
  } catch {
    return false;
  }
}
