// The test of what only a real Electron can show.
import { expect, test as journey } from '../e2e/journey.ts';
import type { ElectronTestApp } from '../e2e/shells/electron-app.ts';
import { startIntruder } from './intruder-server.ts';
import type { Intruder } from './intruder-server.ts';

export { expect };

export const test = journey.extend<{ app: ElectronTestApp; intruder: Intruder }>({
  app: async ({ tierce }, use) => {
    if (!('electron' in tierce)) throw new Error('These tests run on Electron only.');
    await use(tierce as ElectronTestApp);
  },
  intruder: async ({}, use) => {
    const intruder = await startIntruder();
    await use(intruder);
    await intruder.close();
  },
});

