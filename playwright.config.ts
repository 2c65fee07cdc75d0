// Playwright: journeys in the browser shell, and on a real Electron those in which the shells differ.
import { defineConfig } from '@playwright/test';

import type { ShellName } from './tests/e2e/journey.ts';

/** What was done, for the tests that fail; pictures and copies of every page would double the work of those that pass (`--trace on` gives them). */
const KEPT_TRACE = { mode: 'retain-on-failure', screenshots: false, snapshots: false } as const;

export default defineConfig<object, { shell: ShellName }>({
  outputDir: 'out/journeys',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  retries: 0,
  // A journey waits about as long as it works: three keep two cores busy.
  workers: 3,
  reporter: [['list']],
  use: { locale: 'fr-FR', timezoneId: 'Europe/Paris', actionTimeout: 10_000, trace: KEPT_TRACE, screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'browser',
      testDir: 'tests/e2e',
      testMatch: ['both-shells/*.spec.ts', 'journeys/*.spec.ts', 'screens/*.spec.ts', 'browser/*.spec.ts'],
      use: { shell: 'browser' },
    },
    { name: 'electron', testDir: 'tests', testMatch: ['e2e/both-shells/*.spec.ts', 'electron/*.spec.ts'], use: { shell: 'electron' } },
    // What does not know its shell, on Electron too: `npm run test:electron`.
    { name: 'electron-journeys', testDir: 'tests/e2e', testMatch: ['journeys/*.spec.ts'], use: { shell: 'electron' } },
  ],
});
