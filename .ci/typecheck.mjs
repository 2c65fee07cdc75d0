// Type-checks every room against what that room may see, several rooms at a time.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import { root } from './root.mjs';

const rooms = ['domain', 'preload/contract', 'preload', 'main', 'renderer', 'tests'];
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

function check(room) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [compiler, '-p', path.join(room, 'tsconfig.json'), '--pretty', 'false'], { cwd: root });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.on('close', (code) => resolve({ room, passed: code === 0, said }));
  });
}

/** Type-checks all rooms. @returns the output for each room */
export async function typecheck() {
  const waiting = rooms.filter((room) => existsSync(path.join(root, room, 'tsconfig.json')));
  const results = [];
  const worker = async () => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) results.push(await check(room));
  };
  await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, worker));
  return results;
}

if (process.argv[1] === import.meta.filename) {
  const results = await typecheck();
  for (const { room, passed, said } of results) if (!passed) console.error(`${room}:\n${said}`);
  if (results.some(({ passed }) => !passed)) process.exitCode = 1;
  else console.log(`Types hold in ${results.map(({ room }) => room).join(', ')}.`);
}
