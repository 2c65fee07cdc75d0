// `npm start [-- FILE]`: sets everything up, then opens the application in Electron, else in the browser shell.
import { spawn } from 'node:child_process';
import path from 'node:path';

import { ensureBuild } from './build.mjs';
import { obtainRuntime } from './electron-runtime.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './root.mjs';

const EARLY_DEATH_MS = 5000;

/** File names are relative to the user's folder, not to the repository. */
function givenFiles() {
  const from = process.env.INIT_CWD ?? process.cwd();
  return process.argv.slice(2).map((argument) => (argument.startsWith('-') ? argument : path.resolve(from, argument)));
}

function open(program, args) {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    // The child exits cleanly, and this process waits for it. The child takes a second Ctrl+C for the first, which the terminal has
    // already sent it.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', () => resolve({ code: 1, diedEarly: true }));
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 1,
        diedEarly: signal !== null && signal !== 'SIGINT' && signal !== 'SIGTERM' && Date.now() - startedAt < EARLY_DEATH_MS,
      }),
    );
  });
}

function openInBrowserShell(files, args) {
  return open(process.execPath, [path.join(root, 'out/main/browser.js'), ...args, ...files]);
}

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const isRoot = () => process.getuid?.() === 0;

async function start() {
  requireNode();
  await ensurePackages();
  if (!(await ensureBuild())) return 1;
  const files = givenFiles();
  if (!hasDisplay()) {
    console.log('No display here: Tierce is served on this computer alone. Open the address below in a browser; Ctrl+C leaves.');
    return (await openInBrowserShell(files, ['--serve'])).code;
  }
  const { executable, reason } = isRoot()
    ? { executable: null, reason: 'Electron keeps its sandbox, which the superuser cannot have' }
    : await obtainRuntime();
  if (executable) {
    const { code, diedEarly } = await open(executable, [root, ...files]);
    if (!diedEarly) return code;
  }
  console.log(`Opening in the browser shell: ${reason ?? 'Electron could not start on this computer'}.`);
  // Browsers keep their sandbox too, so root gets the address instead.
  return (await openInBrowserShell(files, isRoot() ? ['--serve'] : [])).code;
}

process.exitCode = await start();
