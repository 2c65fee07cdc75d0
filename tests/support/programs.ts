// Tools of other makers that some tests read documents with; a test whose tool is missing is skipped by name.
import { execFileSync } from 'node:child_process';

/** @returns whether a program can be started here. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
