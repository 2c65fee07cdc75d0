// The window of one run: a private window of an installed browser, in a folder that is removed with it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';

import { browserArguments } from './browser-arguments.ts';
import type { Browser } from './find-browser.ts';
import { handOverPage } from './hand-over-page.ts';
import type { Host } from './host.ts';
import { handOver, makeRunFolder, removePage, removeRunFolder } from './run-folder.ts';
import type { RunFolder, Runs } from './run-folder.ts';
import { CODE_LIFE_MS, PATIENT_CODE_LIFE_MS } from './sessions.ts';

export type WindowOptions = {
  readonly host: Pick<Host, 'newAddress' | 'locale'>;
  readonly runs: Runs;
  readonly browser: Browser;
  /** Whether the browser may open private windows. */
  readonly isPrivate: boolean;
  /** The browser's environment variables, besides those set here. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The browser has exited, or could not be started. */
  readonly onEnded: (hasStarted: boolean) => void;
};

export type OwnWindow = {
  /** The page has loaded, so its code is used up. */
  readonly arrived: () => Promise<void>;
  /** Ends the browser and removes everything that it wrote. @returns whether nothing is left */
  readonly close: () => Promise<boolean>;
};

/** How long a browser may take to exit, in milliseconds. */
const PATIENCE_MS = 5000;

/** Opens the window; throws if the folder of the run cannot be made. */
export async function openOwnWindow({ host, runs, browser, isPrivate, environment, onEnded }: WindowOptions): Promise<OwnWindow> {
  const folder = await makeRunFolder(runs);
  const address = host.newAddress(isPrivate ? CODE_LIFE_MS : PATIENT_CODE_LIFE_MS);
  await handOver(runs, folder, handOverPage({ address, locale: host.locale(), isPrivate }));
  const program = start(browser, folder, environment);
  program.once('error', () => onEnded(false));
  program.once('exit', () => onEnded(true));
  return {
    arrived: () => removePage(runs, folder),
    async close() {
      await ended(program);
      return removeRunFolder(runs, folder);
    },
  };
}

function start({ executable, brand }: Browser, folder: RunFolder, environment: WindowOptions['environment']): ChildProcess {
  // On Linux the crash handler and the caches follow these, whatever the arguments say.
  const env = { ...environment, BREAKPAD_DUMP_LOCATION: folder.crashes, XDG_CACHE_HOME: folder.cache };
  return spawn(executable, browserArguments(brand, pathToFileURL(folder.page).href, folder), { stdio: 'ignore', env });
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null || program.pid === undefined) return;
  await new Promise<void>((resolve) => {
    const kill = setTimeout(() => program.kill('SIGKILL'), PATIENCE_MS);
    program.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    program.kill();
  });
}
