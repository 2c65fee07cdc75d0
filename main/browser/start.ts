// Starts the browser shell: opens an application window in an installed browser, or prints the address when there is none to open.
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { readCommandLine } from '../command-line.ts';
import { realFileSystem } from '../files/file-system.ts';
import { runningProcess } from '../locks/running-process.ts';
import { dataFolder, newId, systemClock } from '../system.ts';
import { findBrowsers, here } from './find-browser.ts';
import type { Browser } from './find-browser.ts';
import { hostBrowserShell } from './host.ts';
import type { Host } from './host.ts';
import { openOwnWindow } from './own-window.ts';
import type { OwnWindow } from './own-window.ts';
import { watchPresence } from './presence.ts';
import { forbidsPrivateWindows, runProgram } from './private-windows.ts';
import { removeEnded } from './run-folder.ts';

const scripts = fileURLToPath(new URL('.', import.meta.url));
const data = dataFolder(process.env, process.platform);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const runs = { files: realFileSystem, data, running: runningProcess(), newId };

async function start(): Promise<void> {
  const { file } = readCommandLine(process.argv, 2, process.cwd());
  let window: OwnWindow | null = null;
  const leave = once(async () => {
    presence.stop();
    await host.close();
    const isGone = (await window?.close()) ?? true;
    if (!isGone) say('The folder of the browser window could not be removed. The next start tries again.');
    process.exit(0);
  });
  const end = once(async () => {
    const finished = await host.finish();
    if (!finished.ok) say(`Not everything could be written to its file (${finished.failure.code}). It is safe on this computer and comes back the next time the file is opened.`);
    await leave();
  });
  const presence = watchPresence(() => void end());
  const host = await hostBrowserShell({
    folders: { data, documents: path.join(homedir(), 'Documents'), resources: path.join(scripts, '../../resources'), scripts },
    window: path.join(scripts, '../renderer'),
    clock: systemClock,
    quit: () => void leave(),
    onPresence: (isPresent) => {
      if (isPresent) void window?.arrived();
      presence.tell(isPresent);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  if (file !== null) await host.openPath(file);
  await removeEnded(runs);
  const choice = process.argv.includes('--serve') ? null : await chooseBrowser();
  window = choice === null ? null : await open(choice);
  if (window === null) serve(host);

  async function open({ browser, isPrivate }: Choice): Promise<OwnWindow | null> {
    const onEnded = (hasStarted: boolean): void => (hasStarted ? presence.windowEnded() : serve(host));
    return openOwnWindow({ host, runs, browser, isPrivate, onEnded }).catch(() => null);
  }

}

type Choice = { readonly browser: Browser; readonly isPrivate: boolean };

/** The first browser that keeps nothing; where policies forbid that in each of them, the first of all, and the window says so before anything is typed. */
async function chooseBrowser(): Promise<Choice | null> {
  const found = findBrowsers(here);
  const [first] = found;
  for (const browser of found) {
    if (!(await forbidsPrivateWindows(browser.brand, { ...here, files: realFileSystem, run: runProgram }))) return { browser, isPrivate: true };
  }
  return first === undefined ? null : { browser: first, isPrivate: false };
}

/** @returns the act, done at the first call alone */
function once(act: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | null = null;
  return () => (doing ??= act());
}

function serve(host: Host): void {
  const show = (): void => say(`Tierce: ${host.newAddress()}`);
  show();
  say('This address works once, within a minute, on this computer alone. Enter gives another one; Ctrl+C leaves.');
  process.stdin.on('data', show);
  process.stdin.on('error', () => undefined);
}

await start();
