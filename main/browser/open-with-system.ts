// Opens a document with the system's default application, without a shell in between.
import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  // `start` would need cmd.exe and its quoting; this does the same without a shell.
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
};
const LINUX_OPENER = ['xdg-open'] as const;

/** An opener that has not failed by then is showing the document. In milliseconds. */
const PATIENCE_MS = 3000;

/** @returns whether the system accepted the document */
export function openWithSystem(file: string): Promise<boolean> {
  const [program, ...args] = OPENERS[process.platform] ?? LINUX_OPENER;
  return new Promise((resolve) => {
    const opener = spawn(program, [...args, file], { stdio: 'ignore', detached: true });
    const patience = setTimeout(() => resolve(true), PATIENCE_MS);
    opener.on('error', () => settle(false));
    opener.on('exit', (code) => settle(code === 0 || process.platform === 'win32'));
    opener.unref();
    function settle(isOpen: boolean): void {
      clearTimeout(patience);
      resolve(isOpen);
    }
  });
}
