// One run of the browser shell: opens a window in an installed browser, or prints the address; ends when its page has gone.
import { readCommandLine } from '../command-line.ts';
import { realFileSystem } from '../files/file-system.ts';
import { runningProcess } from '../locks/running-process.ts';
import type { Shell } from '../shell.ts';
import { newId, systemClock } from '../system.ts';
import { type Brand, type Browser, findBrowsers, type Surroundings } from './find-browser.ts';
import { type Host, hostBrowserShell } from './host.ts';
import { openOwnWindow, type OwnWindow } from './own-window.ts';
import { watchPresence } from './presence.ts';
import { removeEnded } from './run-folder.ts';

export type RunOptions = {
  /** As the system gave them: the program and its script come first. */
  readonly argv: readonly string[];
  readonly workingFolder: string;
  readonly folders: Shell['folders'];
  /** The built window. */
  readonly window: string;
  readonly surroundings: Surroundings;
  /** Whether policies forbid a browser private windows. */
  readonly forbids: (brand: Brand) => Promise<boolean>;
  /** Prints a line for the person who started it in a terminal. */
  readonly say: (line: string) => void;
  /** Registers what to do on each line typed there. */
  readonly onEnter: (act: () => void) => void;
  readonly exit: (code: number) => void;
};

/** @returns how to end it from outside: everything is written first */
export async function runBrowserShell(options: RunOptions): Promise<{ readonly end: () => Promise<void> }> {
  const { argv, folders, say } = options;
  const { file } = readCommandLine(argv, 2, options.workingFolder);
  const runs = { files: realFileSystem, data: folders.data, running: runningProcess(), newId };
  let window: OwnWindow | null = null;
  const leave = once(async () => {
    presence.stop();
    await host.close();
    const isGone = (await window?.close()) ?? true;
    if (!isGone) say('The folder of the browser window could not be removed. The next start tries again.');
    options.exit(0);
  });
  const end = once(async () => {
    const finished = await host.finish();
    if (!finished.ok)
      say(
        `Not everything could be written to its file (${finished.failure.code}). It is safe on this computer and comes back the next time the file is opened.`,
      );
    await leave();
  });
  const presence = watchPresence(() => void end());
  const host = await hostBrowserShell({
    folders,
    window: options.window,
    clock: systemClock,
    quit: () => void leave(),
    onPresence: (isPresent) => {
      if (isPresent) void window?.arrived();
      presence.tell(isPresent);
    },
  });
  if (file !== null) await host.openPath(file);
  await removeEnded(runs);
  const choice = argv.includes('--serve') ? null : await chooseBrowser(options);
  const onEnded = (hasStarted: boolean): void => (hasStarted ? presence.windowEnded() : serve(host, options));
  window =
    choice === null
      ? null
      : await openOwnWindow({ host, runs, ...choice, environment: options.surroundings.environment, onEnded }).catch(() => null);
  if (window === null) serve(host, options);
  return { end };
}

type Choice = { readonly browser: Browser; readonly isPrivate: boolean };

/**
 * The first browser that keeps nothing; if policies forbid that in all of them, the first one, and the window says so before anything is
 * typed.
 */
async function chooseBrowser({ surroundings, forbids }: RunOptions): Promise<Choice | null> {
  const found = findBrowsers(surroundings);
  for (const browser of found) if (!(await forbids(browser.brand))) return { browser, isPrivate: true };
  const [first] = found;
  return first === undefined ? null : { browser: first, isPrivate: false };
}

function serve(host: Host, { say, onEnter }: RunOptions): void {
  const show = (): void => say(`Tierce: ${host.newAddress()}`);
  show();
  say('This address works once, within a minute, on this computer alone. Enter gives another one; Ctrl+C leaves.');
  onEnter(show);
}

/** @returns the act, carried out at the first call only */
function once(act: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | null = null;
  return () => (doing ??= act());
}
