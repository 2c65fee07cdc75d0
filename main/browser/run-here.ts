// Gives a run of the browser shell its environment: folders, browsers, terminal and signals of this computer.
import { existsSync } from 'node:fs';
import path from 'node:path';

import { realFileSystem } from '../files/file-system.ts';
import { homeFolder } from '../machine/home-folder.ts';
import { dataFolder } from '../system.ts';
import { forbidsPrivateWindows, runProgram } from './private-windows.ts';
import { runBrowserShell } from './run.ts';

/** The part of a process that a run needs. */
export type System = {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly cwd: () => string;
  readonly stdin: { readonly on: (event: 'data' | 'error', act: () => void) => unknown };
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly on: (signal: NodeJS.Signals, act: () => void) => unknown;
  readonly exit: (code: number) => void;
};

/** Signals that ask a program to end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** @param scripts the folder of the built programs; the window and `resources/` are found from it */
export async function runHere(system: System, scripts: string): Promise<void> {
  const { argv, env, platform, stdin, stdout } = system;
  const surroundings = { platform, environment: env, exists: existsSync };
  const { end } = await runBrowserShell({
    argv,
    workingFolder: system.cwd(),
    folders: {
      data: dataFolder(env, platform),
      documents: path.join(homeFolder(), 'Documents'),
      resources: path.join(scripts, '../../resources'),
      scripts,
    },
    window: path.join(scripts, '../renderer'),
    surroundings,
    forbids: (brand) => forbidsPrivateWindows(brand, { ...surroundings, files: realFileSystem, run: runProgram }),
    say: (line) => void stdout.write(`${line}\n`),
    onEnter: (act) => {
      stdin.on('data', act);
      stdin.on('error', () => undefined); // a closed terminal sends nothing more
    },
    exit: (code) => system.exit(code),
  });
  for (const signal of SIGNALS) system.on(signal, () => void end());
}
