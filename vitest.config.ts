// Vitest: projects from the quickest to the slowest.
import { defineConfig } from 'vitest/config';

import { aliases } from './.ci/aliases.mjs';

const project = (name: string, include: string[], testTimeout: number, own: object = {}) => ({
  resolve: { alias: aliases },
  test: { name, include, testTimeout, hookTimeout: testTimeout, environment: 'node' as const, ...own },
});
/** One worker reads the modules once: for each of nearly two hundred small files anew it would take longer than the tests. */
const quick = { isolate: false, setupFiles: 'tests/support/cheap-keys.ts' };

export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/unit/{ci,domain,main}/**/*.test.ts'], 30_000, quick),
      // What the window knows is kept in its modules: each test begins with none.
      project('window', ['tests/unit/renderer/**/*.test.{ts,tsx}'], 30_000),
      project('architecture', ['tests/architecture/**/*.test.ts'], 30_000),
      project('integration', ['tests/integration/**/*.test.{ts,tsx}'], 60_000),
    ],
    // Alone, vitest leaves one core idle: on two cores that is half of them.
    maxWorkers: '100%',
    // The time zone of the machine must never decide what a test says.
    env: { TZ: 'Europe/Paris' },
    passWithNoTests: true,
  },
});
