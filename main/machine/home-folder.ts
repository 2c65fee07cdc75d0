// The user's home folder, which a system may not know: one without an entry for this user and without the environment variable.
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * @param ask the system
 * @returns that folder; the root of the disk if the system gives none: writing there fails and is reported,
 * and nothing ends up in the current folder by chance
 */
export function homeFolder(ask: () => string = homedir): string {
  const named = namedBy(ask);
  return path.isAbsolute(named) ? named : path.parse(process.execPath).root;
}

function namedBy(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
