// The application in the browser shell: its server in a process of its own, its page in Chromium.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

import { heardIn, listenTo } from './said.ts';
import { environmentOf, waitUntilReady, watchTroubles } from './test-app.ts';
import type { StartOptions, TestApp, TestFolders } from './test-app.ts';

const ENTRY = path.resolve(import.meta.dirname, '../../../out/tests/browser/entry.js');

export type BrowserApp = TestApp & {
  /** @returns another address of the same program, as Enter in its terminal prints it */
  readonly newAddress: () => Promise<string>;
};

/** @param context what Playwright would give its own page: language, time zone, size */
export async function startBrowserApp(
  browser: Browser,
  folders: TestFolders,
  first: StartOptions,
  context: BrowserContextOptions,
): Promise<BrowserApp> {
  const answers = path.join(folders.base, 'answers.json');
  const troubles: string[] = [];
  let server: ChildProcess | null = null;
  let page: Page | null = null;
  let queued: (string | null)[] = [];
  let isEnding = false;

  async function start(options: Partial<StartOptions> = {}): Promise<void> {
    const chosen = { ...first, ...options };
    isEnding = false;
    const env = {
      ...process.env,
      ...environmentOf(folders, chosen),
      ...(chosen.dialogs === 'answered' ? { TIERCE_TEST_ANSWERS: answers } : {}),
    };
    server = spawn(process.execPath, [ENTRY, ...(chosen.file === undefined ? [] : [chosen.file])], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const address = await nextLine(server);
    page = await (await browser.newContext(context)).newPage();
    watchTroubles(page, troubles, () => isEnding);
    await listenTo(page);
    await chosen.beforeLoad?.(page);
    await page.goto(address);
    await waitUntilReady(page);
  }

  async function ended(end: (running: ChildProcess) => void): Promise<void> {
    const running = server;
    if (running !== null && running.exitCode === null && running.signalCode === null) {
      const exit = new Promise((resolve) => running.once('exit', resolve));
      isEnding = true;
      end(running);
      await exit;
    }
    server = null;
    await page?.context().close();
  }

  const shown = (): Page => {
    if (page === null) throw new Error('The application is not running.');
    return page;
  };

  await start();
  return {
    get page() {
      return shown();
    },
    folders,
    troubles,
    said: () => heardIn(shown()),
    answerDialogs: (...more) => {
      queued = [...more];
      writeFileSync(answers, JSON.stringify(queued));
      return Promise.resolve();
    },
    close: () => ended((running) => void running.kill('SIGTERM')),
    kill: () => ended((running) => void running.kill('SIGKILL')),
    start,
    newAddress: () => {
      if (server === null) throw new Error('The application is not running.');
      const address = nextLine(server);
      server.stdin?.write('\n');
      return address;
    },
  };
}

function nextLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (!said.includes('\n')) return;
      server.stdout?.off('data', hear);
      resolve(said.split('\n', 1)[0] ?? '');
    };
    server.stdout?.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The server ended with ${String(code)} before it gave its address.`)));
  });
}
