// Installs the npm packages if they are missing or older than the lock file.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './root.mjs';
import { run, runNode } from './run.mjs';

const lockFile = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules/.package-lock.json');
const stamp = path.join(root, 'node_modules/.tierce-lock');

function areCurrent(lock) {
  if (!existsSync(installed)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true;
  return !existsSync(stamp) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** Runs `npm ci` if needed; ends the process with a message if it fails. */
export async function ensurePackages() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (!areCurrent(lock)) {
    console.log('Bringing the packages (npm ci): about a minute, once.');
    // Nothing we use needs an install script; the log level `error` hides engine warnings of packages used only for their types.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const { code } = npm?.endsWith('.js')
      ? await runNode([npm, ...args])
      : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
    if (code !== 0) {
      console.error(
        'The packages could not be brought. Check the network or the proxy (npm config get proxy), then run the same command again.',
      );
      process.exit(1);
    }
  }
  writeFileSync(stamp, lock);
}
