// The program of the browser shell: gives a run its world, and the signals of the system to it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { realFileSystem } from '../files/file-system.ts';
import { homeFolder } from '../machine/home-folder.ts';
import { dataFolder } from '../system.ts';
import { here } from './find-browser.ts';
import { forbidsPrivateWindows, runProgram } from './private-windows.ts';
import { runBrowserShell } from './run.ts';

const scripts = fileURLToPath(new URL('.', import.meta.url));
const folders = {
  data: dataFolder(process.env, process.platform),
  documents: path.join(homeFolder(), 'Documents'),
  resources: path.join(scripts, '../../resources'),
  scripts,
};

const { end } = await runBrowserShell({
  argv: process.argv,
  workingFolder: process.cwd(),
  folders,
  window: path.join(scripts, '../renderer'),
  surroundings: here,
  forbids: (brand) => forbidsPrivateWindows(brand, { ...here, files: realFileSystem, run: runProgram }),
  say: (line) => void process.stdout.write(`${line}\n`),
  onEnter: (act) => {
    process.stdin.on('data', act);
    process.stdin.on('error', () => undefined);
  },
  exit: (code) => process.exit(code),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
