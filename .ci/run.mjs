// Runs another program and waits for it.
import { spawn } from 'node:child_process';

import { root } from './root.mjs';

/**
 * Runs a program in the repository's folder.
 * @param options quiet: keep what it says instead of showing it; env: added to the environment; cwd; stdin
 * @returns {Promise<{code: number, said: string}>} its exit code and, when quiet, what it said
 */
export function run(program, args, { quiet = false, env = {}, cwd = root, stdin = 'ignore' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: [stdin, quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
    let said = '';
    child.stdout?.on('data', (part) => (said += part));
    child.stderr?.on('data', (part) => (said += part));
    child.on('error', (error) => resolve({ code: 127, said: `${said}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Runs a Node program. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** @returns whether a program of that name answers on this machine */
export async function hasProgram(name, probe = ['--version']) {
  return (await run(name, probe, { quiet: true })).code !== 127;
}
