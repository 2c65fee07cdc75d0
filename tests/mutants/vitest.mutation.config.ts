// Vitest for machine-made mutations: one folder at a time, with the tests that run in this very process.
import { defineConfig } from 'vitest/config';

import { aliases } from '../../.ci/aliases.mjs';
import { FOLDERS } from './mutated-folders.ts';

const { tests } = FOLDERS[process.env['TIERCE_MUTATED'] ?? ''] ?? { tests: [] };

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: tests.map((name) => `tests/${name}.test.ts`),
    testTimeout: 20_000,
    hookTimeout: 20_000,
    env: { TZ: 'Europe/Paris' },
    setupFiles: 'tests/mutants/cheap-keys.ts',
    isolate: false,
  },
});
