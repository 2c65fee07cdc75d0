// What happens when the window or the application itself dies: it comes back, and what was said safe is there again.
import type { App, BrowserWindow } from 'electron';

import { bugWithoutData } from '../bug.ts';

/** More than this in a minute is no accident: coming back would only go round in circles. */
const MOST_CRASHES = 3;
const MINUTE_MS = 60_000;

/** @returns what to do after a crash of the window: draw its page again, or stop and say so. @param pastMs when it crashed before, this time included */
export function afterWindowCrash(pastMs: readonly number[]): 'reload' | 'give up' {
  const last = pastMs.at(-1) ?? 0;
  return pastMs.filter((at) => last - at < MINUTE_MS).length > MOST_CRASHES ? 'give up' : 'reload';
}

/** @returns what to do after a bug that nothing caught: start anew, unless it came right after the start. @param uptimeMs since the start */
export function afterBug(uptimeMs: number): 'relaunch' | 'exit' {
  return uptimeMs > MINUTE_MS ? 'relaunch' : 'exit';
}

export type CrashOptions = {
  readonly log: (line: string) => void;
  readonly nowMs: () => number;
  /** Draws the page again; it finds the open file as main holds it. */
  readonly reload: () => Promise<void>;
  /** Says that the window does not come back. */
  readonly giveUp: () => Promise<void>;
};

/** Draws the page again when its process is gone. */
export function watchWindow(window: BrowserWindow, { log, nowMs, reload, giveUp }: CrashOptions): void {
  const past: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    past.push(nowMs());
    log(`window gone (${reason})`);
    void (afterWindowCrash(past) === 'reload' ? reload() : giveUp());
  });
}

/** Everything that was said safe is in the journal: starting anew loses nothing, going on in an unknown state might. */
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
