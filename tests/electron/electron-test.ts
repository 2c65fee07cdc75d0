// The test of what only a real Electron can show.
import { expect, test as journey } from '../e2e/journey.ts';
import { type ElectronTestApp, startElectronApp } from '../e2e/shells/electron-app.ts';
import { makeFolders, removeFolders, waitUntilReady } from '../e2e/shells/test-app.ts';
import { startIntruder } from './intruder-server.ts';
import type { Intruder } from './intruder-server.ts';

export { expect };

type Fixtures = {
  /** An application of the test's own. */
  readonly app: ElectronTestApp;
  /** Shared by all tests of a worker, with its window reloaded: for refused actions, which leave nothing behind. */
  readonly standing: ElectronTestApp;
  readonly intruder: Intruder;
};

export const test = journey.extend<Fixtures, { readonly started: ElectronTestApp }>({
  app: async ({ tierce }, use) => {
    if (!('electron' in tierce)) throw new Error('These tests run on Electron only.');
    await use(tierce as ElectronTestApp);
  },
  started: [
    async ({ host }, use) => {
      if (!('folder' in host)) throw new Error('These tests run on Electron only.');
      const folders = makeFolders();
      const app = await startElectronApp(host, folders, { now: '2026-03-16T08:00:00.000Z', dialogs: 'answered' });
      await use(app);
      await app.close();
      removeFolders(folders);
    },
    { scope: 'worker' },
  ],
  standing: async ({ started }, use) => {
    await started.page.reload();
    await waitUntilReady(started.page);
    await use(started);
  },
  intruder: async ({}, use) => {
    const intruder = await startIntruder();
    await use(intruder);
    await intruder.close();
  },
});
