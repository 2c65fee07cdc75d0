// Third-party tools that some tests use to read documents; a test whose tool is missing is skipped by name.
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
