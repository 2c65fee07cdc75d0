// Starts the browser shell: opens an application window in an installed browser, or prints the address when there is none to open.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { readCommandLine } from '../command-line.ts';
import { dataFolder, systemClock } from '../system.ts';
import { browserArguments, findBrowser, here } from './find-browser.ts';
import { hostBrowserShell } from './host.ts';
import type { Host } from './host.ts';
import { watchPresence } from './presence.ts';

const scripts = fileURLToPath(new URL('.', import.meta.url));
const data = dataFolder(process.env, process.platform);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  const { file } = readCommandLine(process.argv, 2, process.cwd());
  const presence = watchPresence(() => void end());
  const host = await hostBrowserShell({
    folders: { data, documents: path.join(homedir(), 'Documents'), resources: path.join(scripts, '../../resources'), scripts },
    window: path.join(scripts, '../renderer'),
    clock: systemClock,
    quit: () => void close(host),
    onPresence: presence.tell,
  });
  if (file !== null) await host.openPath(file);
  const browser = process.argv.includes('--serve') ? null : findBrowser(here);
  if (browser === null) serve(host);
  else openWindow(browser, host);

  let isEnding = false;
  async function end(): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    presence.stop();
    const finished = await host.finish();
    if (!finished.ok) say(`Not everything could be written to its file (${finished.failure.code}). It is safe on this computer and comes back the next time the file is opened.`);
    await close(host);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
}

async function close(host: Host): Promise<void> {
  await host.close();
  process.exit(0);
}

function openWindow(browser: string, host: Host): void {
  const window = spawn(browser, browserArguments(host.newAddress(), path.join(data, 'browser')), { stdio: 'ignore' });
  window.on('error', () => serve(host));
}

function serve(host: Host): void {
  const show = (): void => say(`Tierce: ${host.newAddress()}`);
  show();
  say('This address works once, within a minute, on this computer alone. Enter gives another one; Ctrl+C leaves.');
  process.stdin.on('data', show);
  process.stdin.on('error', () => undefined);
}

await start();
