// What a journey can do with the application, whatever shell hosts it.
import { existsSync, mkdtempSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from '@playwright/test';

/** Folders of one test, removed with it. */
export type TestFolders = { readonly base: string; readonly data: string; readonly documents: string; readonly library: string };

export type StartOptions = {
  /** The instant at which the application thinks it starts. */
  readonly now: string;
  /** A file given on the command line. */
  readonly file?: string;
  /** `answered`: dialogs return the test's answers; `own`: the shell shows its own. */
  readonly dialogs: 'answered' | 'own';
  /** What the test does with the page before it loads; Electron's window loads by itself. */
  readonly beforeLoad?: (page: Page) => Promise<unknown>;
};

export type TestApp = {
  /** The window; a restart brings another one. */
  readonly page: Page;
  readonly folders: TestFolders;
  /**
   * Queues answers to the next file dialogs, in order: an absolute path, or `null` to cancel. A dialog without an answer is cancelled.
   */
  readonly answerDialogs: (...answers: readonly (string | null)[]) => Promise<void>;
  /** Closes as a user does: typed text is committed and everything is written. */
  readonly close: () => Promise<void>;
  /** Kills every process at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts again with the same folders, after `close` or `kill`. */
  readonly start: (options?: Partial<StartOptions>) => Promise<void>;
  /** Errors in the page's console and uncaught ones, in order. */
  readonly troubles: readonly string[];
  /** Every message of the window since it appeared, including those no longer on screen. */
  readonly said: () => Promise<readonly string[]>;
};

export function makeFolders(): TestFolders {
  const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'tierce-test-')));
  const documents = path.join(base, 'Documents');
  mkdirSync(documents);
  return { base, data: path.join(base, 'data'), documents, library: path.join(documents, 'Tierce') };
}

export function removeFolders({ base }: TestFolders): void {
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}

/** The environment that describes their world to the tests' entry points. */
export function environmentOf({ base, data, documents }: TestFolders, { now }: StartOptions): Record<string, string> {
  return {
    TIERCE_TEST_ROOT: path.resolve(import.meta.dirname, '../../..'),
    TIERCE_TEST_DATA: data,
    TIERCE_TEST_DOCUMENTS: documents,
    TIERCE_TEST_NOW: now,
    TIERCE_TEST_MOVED: movedFile(base),
    TZ: 'Europe/Paris',
    LANG: 'fr_FR.UTF-8',
    LC_ALL: 'fr_FR.UTF-8',
    LANGUAGE: 'fr',
  };
}

/**
 * Records what goes wrong in a page, so that a journey that looks right cannot hide it.
 * @param isEnding whether the program behind the page is being ended, which the page is right to notice
 */
export function watchTroubles(page: Page, troubles: string[], isEnding: () => boolean = () => false): void {
  const keep = (text: string): void => {
    if (!isEnding()) troubles.push(text);
  };
  page.on('console', (message) => message.type() === 'error' && keep(`${message.text()} ${message.location().url}`.trim()));
  page.on('pageerror', (error) => keep(String(error)));
}

function movedFile(base: string): string {
  return path.join(base, 'moved');
}

/** Moves the clock of the running application forward; whatever it then has due, it does within seconds. */
export function passMinutes({ base }: TestFolders, minutes: number): void {
  const file = movedFile(base);
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  writeFileSync(file, String(before + minutes * 60_000));
}

/** Waits until the window says that it can be used. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.locator('[data-app-state="ready"]').waitFor({ state: 'attached', timeout: 20_000 });
}
