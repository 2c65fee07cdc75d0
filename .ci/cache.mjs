// The folder outside the repository that caches downloads.
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

function base() {
  if (process.env.TIERCE_CACHE) return process.env.TIERCE_CACHE;
  if (process.platform === 'win32')
    return path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'tierce', 'cache');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'tierce');
  // Root's downloads must be readable for the ordinary user that the tests run Electron as, which root's home is not.
  if (process.getuid?.() === 0) return '/var/cache/tierce';
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'tierce');
}

/** @returns a folder of the cache, created if necessary */
export function cacheFolder(...parts) {
  const folder = path.join(base(), ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}
