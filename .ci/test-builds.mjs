// The builds that only the tests use: the browser shell and the Electron shell, each behind the tests' own entry.
import { ensureBuild } from './build.mjs';

/** The browser shell as the journeys start it. */
export const ensureBrowserTestBuild = () =>
  ensureBuild({ configuration: 'tests/shells/browser.vite.config.ts', folder: 'out/tests/browser', alsoFrom: ['tests/shells'] });

/** The compatibility build: the same sources, lowered for the oldest Electron that the tests drive. */
export const ensureElectronTestBuild = () =>
  ensureBuild({ configuration: 'tests/shells/electron.vite.config.ts', folder: 'out/tests/electron', alsoFrom: ['tests/shells'] });
