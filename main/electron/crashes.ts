// What happens when the window or the application itself dies: it comes back, with everything that was reported as safe.
import type { App, BrowserWindow } from 'electron';

import { bugWithoutData } from '../bug.ts';

/** More than this in a minute is not an accident: coming back would only go round in circles. */
const MOST_CRASHES = 3;
const MINUTE_MS = 60_000;

/**
 * @returns what to do after a crash of the window: reload its page, or give up and say so.
 * @param pastMs when it crashed, this time included
 */
export function afterWindowCrash(pastMs: readonly number[]): 'reload' | 'give up' {
  const last = pastMs.at(-1) ?? 0;
  return pastMs.filter((at) => last - at < MINUTE_MS).length > MOST_CRASHES ? 'give up' : 'reload';
}

/** @returns what to do after an uncaught bug: restart, unless it happened right after the start. @param uptimeMs since the start */
export function afterBug(uptimeMs: number): 'relaunch' | 'exit' {
  return uptimeMs > MINUTE_MS ? 'relaunch' : 'exit';
}

export type CrashOptions = {
  readonly log: (line: string) => void;
  readonly nowMs: () => number;
  /** Reloads the page; it finds the open file as main has it. */
  readonly reload: () => Promise<void>;
  /** Says that the window is not coming back. */
  readonly giveUp: () => Promise<void>;
};

/** Reloads the page when its process is gone. */
export function watchWindow(window: BrowserWindow, { log, nowMs, reload, giveUp }: CrashOptions): void {
  const past: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    past.push(nowMs());
    log(`window gone (${reason})`);
    void (afterWindowCrash(past) === 'reload' ? reload() : giveUp());
  });
}

/** Everything that was reported as safe is in the journal: a restart loses nothing, going on in an unknown state might. */
export function watchBugs(
  app: Pick<App, 'relaunch' | 'exit'>,
  { log, uptimeMs }: { readonly log: (line: string) => void; readonly uptimeMs: () => number },
): void {
  const end = (error: unknown): void => {
    log(`bug in main: ${bugWithoutData(error)}`);
    if (afterBug(uptimeMs()) === 'relaunch') app.relaunch();
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
