// The test of a journey: the application started with folders of its own, in the shell of the running project.
import { rmSync } from 'node:fs';

import { expect, test as base } from '@playwright/test';
import type { Browser } from '@playwright/test';

import { testChromium } from '../../.ci/chromium.mjs';
import { startBrowserApp } from './shells/browser-app.ts';
import { makeStage, startElectronApp } from './shells/electron-app.ts';
import type { Stage } from './shells/electron-app.ts';
import { makeFolders, removeFolders } from './shells/test-app.ts';
import type { TestApp, TestFolders } from './shells/test-app.ts';

export type ShellName = 'browser' | 'electron';

type Options = {
  /** The instant at which the application thinks it starts. */
  readonly now: string;
  readonly dialogs: 'answered' | 'own';
  /** Whether errors in the page's console fail the test; only tests of errors turn it off. */
  readonly isSilent: boolean;
};
type Fixtures = Options & { readonly folders: TestFolders; readonly tierce: TestApp };
type WorkerFixtures = {
  readonly shell: ShellName;
  /** Journeys use the light one; tests of the browser itself use the one that its user has. */
  readonly chromium: 'light' | 'installed';
  readonly host: Browser | Stage;
};

export { expect };

export const test = base.extend<Fixtures, WorkerFixtures>({
  shell: ['browser', { option: true, scope: 'worker' }],
  chromium: ['light', { option: true, scope: 'worker' }],
  now: ['2026-03-16T08:00:00.000Z', { option: true }],
  dialogs: ['answered', { option: true }],
  isSilent: [true, { option: true }],

  host: [
    async ({ shell, chromium, playwright }, use) => {
      if (shell === 'electron') {
        const stage = makeStage();
        await use(stage);
        rmSync(stage.folder, { recursive: true, force: true });
        return;
      }
      const found = testChromium(chromium);
      if (found === null) throw new Error('No Chromium on this machine.');
      const { executablePath, args, env } = found;
      const browser = await playwright.chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  folders: async ({}, use) => {
    const folders = makeFolders();
    await use(folders);
    removeFolders(folders);
  },

  tierce: async ({ host, folders, now, dialogs, isSilent, locale, timezoneId, colorScheme, viewport, reducedMotion }, use) => {
    const context = { locale, timezoneId, colorScheme, viewport, reducedMotion };
    const tierce =
      'folder' in host
        ? await startElectronApp(host, folders, { now, dialogs })
        : await startBrowserApp(host, folders, { now, dialogs }, context);
    await use(tierce);
    await tierce.close();
    if (isSilent) expect(tierce.troubles, 'errors in the console of the page').toEqual([]);
  },
});
