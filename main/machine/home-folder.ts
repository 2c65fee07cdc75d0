// The folder of the user, which a system may not name: one without an entry for this user, and without the word for it.
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * @param ask the system
 * @returns that folder; the root of the disk where none is named: what cannot be written there is told as such,
 * and nothing lands where somebody happens to work
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
