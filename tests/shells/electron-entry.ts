// The Electron shell as the journeys start it: with folders of the test and its clock.
import './electron-22.ts';
import path from 'node:path';

import { app } from 'electron';

import { hostElectron } from '../../main/electron/host.ts';
import { sayReady } from './say-ready.ts';
import { clockFrom } from './test-clock.ts';
import { readWorld } from './test-world.ts';

const world = readWorld();
const entry = path.join(__dirname, 'entry.js');

/**
 * Playwright attaches to the process while it starts, and misses a page that opens meanwhile: it calls this when it is ready.
 * Its own loader does the same, but cannot be put before a packaged runtime.
 */
function waitForPlaywright(): void {
  const ready = app.whenReady();
  const held = new Promise<void>((resolve) => Object.assign(globalThis, { __playwright_run: resolve }));
  Object.assign(app, { whenReady: () => held.then(() => ready) });
}

if (process.env['TIERCE_TEST_DRIVEN'] === '1') waitForPlaywright();
if (process.env['TIERCE_TEST_SAYS_READY'] === '1') sayReady();
app.setPath('documents', world.documents);
hostElectron({
  folders: { data: world.data, resources: path.join(world.root, 'resources'), scripts: __dirname },
  window: path.join(__dirname, '../renderer'),
  preload: path.join(__dirname, '../preload/electron.cjs'),
  clock: clockFrom(world.now, world.moved),
  // Started by its own name the entry is among the arguments; a packaged runtime passes only itself.
  skippedArguments: process.argv.includes(entry) ? process.argv.indexOf(entry) + 1 : 1,
});
