// The browser shell as the journeys start it: with folders of the test, its clock and its answers to dialogs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { hostBrowserShell } from '../../main/browser/host.ts';
import type { Host } from '../../main/browser/host.ts';
import { watchPresence } from '../../main/browser/presence.ts';
import type { Dialogs } from '../../main/shell.ts';
import { clockFrom } from './test-clock.ts';
import { readWorld } from './test-world.ts';

/** Takes the next answer of the queue; if there is none, the dialog is cancelled. */
function queuedDialogs(file: string): Dialogs {
  const next = (): Promise<string | null> => {
    const answers = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as (string | null)[]) : [];
    const answer = answers.shift() ?? null;
    writeFileSync(file, JSON.stringify(answers));
    return Promise.resolve(answer);
  };
  return { chooseFile: next, chooseFolder: next, saveFile: next };
}

const world = readWorld();

async function leave(host: Host): Promise<void> {
  await host.close();
  process.exit(0);
}

const presence = watchPresence(() => void leave(host));
const host = await hostBrowserShell({
  folders: {
    data: world.data,
    documents: world.documents,
    resources: path.join(world.root, 'resources'),
    scripts: fileURLToPath(new URL('.', import.meta.url)),
  },
  window: path.join(world.root, 'out/renderer'),
  clock: clockFrom(world.now, world.moved),
  ...(world.answers === null ? {} : { dialogs: queuedDialogs(world.answers) }),
  quit: () => void leave(host),
  onPresence: presence.tell,
});
const [file] = process.argv.slice(2);
if (file !== undefined) await host.openPath(file);
process.on('SIGTERM', () => void host.finish().then(() => leave(host)));
// Every line requests a fresh address, as Enter does in a terminal.
process.stdin.on('data', () => process.stdout.write(`${host.newAddress()}\n`));
process.stdin.on('end', () => void host.finish().then(() => leave(host)));
process.stdout.write(`${host.newAddress()}\n`);
