// Vitest for machine-made mutations: one folder at a time, with the tests that run in the runner's own process.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

import { aliases } from '../../.ci/aliases.mjs';
import { FOLDERS } from './mutated-folders.ts';

const { tests, isReadAnew = false } = FOLDERS[process.env['TIERCE_MUTATED'] ?? ''] ?? { tests: [] };

/**
 * In the listed order, quick ones first: by default vitest begins with the longest, and the first test that notices a mutant ends its
 * run.
 */
class InListedOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => tests.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
    return Promise.resolve(files.toSorted((a, b) => placeOf(a) - placeOf(b)));
  }
}

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: tests.map((name) => `tests/${name}.test.ts`),
    // A test that waits in vain fails by its own limit, well before the runner gives up on the mutant, which would cost a new process
    // each time.
    testTimeout: 12_000,
    hookTimeout: 12_000,
    env: { TZ: 'Europe/Paris' },
    setupFiles: 'tests/support/cheap-keys.ts',
    isolate: isReadAnew,
    sequence: { sequencer: InListedOrder },
  },
});
