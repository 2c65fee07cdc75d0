// Runs another program and waits for it.
import { spawn } from 'node:child_process';

import { root } from './root.mjs';

/**
 * Runs a program in the repository's folder.
 * @param options quiet: capture its output instead of showing it; env: added to the environment; cwd; stdin; timeoutMs: the longest it may
 * take
 * @returns {Promise<{code: number, said: string}>} its exit code and, when quiet, its output
 */
export function run(program, args, { quiet = false, env = {}, cwd = root, stdin = 'ignore', timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const output = quiet ? 'pipe' : 'inherit';
    const isGroup = timeoutMs > 0 && process.platform !== 'win32';
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: [stdin, output, output], detached: isGroup });
    const release = limit(child, isGroup, timeoutMs);
    let said = '';
    child.stdout?.on('data', (part) => (said += part));
    child.stderr?.on('data', (part) => (said += part));
    child.on('error', (error) => {
      release();
      resolve({ code: 127, said: `${said}${error.message}` });
    });
    child.on('close', (code) => {
      release();
      resolve({ code: code ?? 1, said });
    });
  });
}

/** A runner that hangs is ended together with its workers, which would go on without it; Ctrl+C reaches them too. */
function limit(child, isGroup, timeoutMs) {
  if (timeoutMs === 0) return () => undefined;
  const end = (signal) => {
    try {
      process.kill(isGroup ? -child.pid : child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // it has ended by itself
    }
  };
  const timer = setTimeout(() => {
    console.error(`Ended after ${Math.round(timeoutMs / 60_000)} minutes: something in it never comes to an end.`);
    end('SIGKILL');
  }, timeoutMs);
  const interrupt = () => {
    end('SIGTERM');
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt);
  return () => {
    clearTimeout(timer);
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
  };
}

/** Runs a Node program. */
export const runNode = (args, options) => run(process.execPath, args, options);
