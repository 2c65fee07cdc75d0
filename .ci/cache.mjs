// The folder outside the repository where what was brought once is kept.
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

function base() {
  if (process.env.TIERCE_CACHE) return process.env.TIERCE_CACHE;
  if (process.platform === 'win32')
    return path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'tierce', 'cache');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'tierce');
  // What root brings must be readable by the ordinary user as whom the tests run Electron, which root's home is not.
  if (process.getuid?.() === 0) return '/var/cache/tierce';
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'tierce');
}

/** @returns a folder of the cache, made when absent */
export function cacheFolder(...parts) {
  const folder = path.join(base(), ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}
