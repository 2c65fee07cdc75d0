// Reads what the application was started with: a file to open, or the smoke test.
import path from 'node:path';

export type Started = { readonly file: string | null; readonly isSmokeTest: boolean };

/**
 * Reads the arguments of a start.
 * @param argv as the system gave them
 * @param skip how many of them name the program itself: 1 when packaged, 2 when run from the sources
 * @param workingFolder what a relative path is relative to
 */
export function readCommandLine(argv: readonly string[], skip: number, workingFolder: string): Started {
  const given = argv.slice(skip);
  // Switches are for Chromium. The rest are files; the last one wins, as when several are dropped on the icon.
  const file = given.findLast((argument) => !argument.startsWith('-') && argument !== '');
  return { file: file === undefined ? null : path.resolve(workingFolder, file), isSmokeTest: given.includes('--smoke-test') };
}

/**
 * Reads what a second start hands to the first through the lock: it comes from another process, so it is checked like any untrusted data.
 */
export function readHandover(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('file' in data)) return null;
  const { file } = data;
  return typeof file === 'string' && path.isAbsolute(file) && !file.includes('\0') ? file : null;
}
