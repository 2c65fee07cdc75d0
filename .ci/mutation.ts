// `npm run mutation -- FOLDER`: makes every edit that Stryker knows in the files of one folder and counts which a test notices, into docs/mutation/.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { FOLDERS } from '../tests/mutants/mutated-folders.ts';
import { mutationPage } from './mutation-page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder = ''] = process.argv.slice(2);

if (FOLDERS[folder] === undefined) {
  console.error(`Say which folder: ${Object.keys(FOLDERS).join(', ')}.`);
  process.exit(2);
}

const name = folder.replaceAll('/', '-');
process.env['TIERCE_MUTATED'] = folder;
const results = await new Stryker({
  mutate: [`${folder}/**/*.ts`],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutants/vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `out/mutation/${name}.json`,
  tempDirName: 'out/stryker',
  ignorePatterns: ['out', 'docs', 'tests/architecture/fixtures'],
  tsconfigFile: 'none.json', // it calls an API that TypeScript 7 has not
  concurrency: 2,
  timeoutMS: 15_000,
  reporters: ['progress-append-only'],
}).runMutationTest();

mkdirSync(path.join(root, 'docs/mutation'), { recursive: true });
const { page, score } = mutationPage(folder, results);
writeFileSync(path.join(root, `docs/mutation/${name}.md`), page);
console.log(`${folder}: ${score.toFixed(1)} % of ${results.length} mutants noticed.`);
