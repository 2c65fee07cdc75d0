// `npm run mutation -- FOLDER`: makes every edit that Stryker knows in the files of a folder, counts those that a test notices; see
// docs/mutation/.
// A large folder is measured in parts, and after 40 minutes no new one is started: the same command continues where this one ended.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { FOLDERS } from '../tests/mutants/mutated-folders.ts';
import { mutationPage } from './mutation-page.ts';

/** Total size of the files in one part: some six hundred mutants. */
const PART_BYTES = 45_000;
const LAST_BEGUN_MS = 40 * 60_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder = ''] = process.argv.slice(2);

if (FOLDERS[folder] === undefined) {
  console.error(`Say which folder: ${Object.keys(FOLDERS).join(', ')}.`);
  process.exit(2);
}

const name = folder.replaceAll('/', '-');
process.env['TIERCE_MUTATED'] = folder;
const files = filesOf(folder);
const parts = partsOf(files);
let results: readonly MutantResult[] = [];
for (const [index, part] of parts.entries()) {
  if (performance.now() > LAST_BEGUN_MS) {
    console.log(`${index} of ${parts.length} parts of ${folder} are measured: call this again for the others.`);
    process.exit(1);
  }
  results = await measured(part); // includes the results of earlier parts, and of files that are gone
}

mkdirSync(path.join(root, 'docs/mutation'), { recursive: true });
const ofPresent = results.filter(({ fileName }) => files.includes(path.relative(root, fileName)));
const { page, score } = mutationPage(folder, ofPresent);
writeFileSync(path.join(root, `docs/mutation/${name}.md`), page);
console.log(`${folder}: ${score.toFixed(1)} % of ${ofPresent.length} mutants noticed.`);

function measured(part: readonly string[]): Promise<readonly MutantResult[]> {
  return new Stryker({
    mutate: [...part],
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutants/vitest.mutation.config.ts' },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: `out/mutation/${name}.json`,
    tempDirName: 'out/stryker',
    ignorePatterns: ['out', 'tests/architecture/fixtures'],
    tsconfigFile: 'none.json', // it calls an API that TypeScript 7 lacks
    concurrency: 2,
    timeoutMS: 15_000,
    reporters: ['progress-append-only'],
  }).runMutationTest();
}

function filesOf(folderName: string): readonly string[] {
  return readdirSync(path.join(root, folderName), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folderName, file))
    .toSorted();
}

function partsOf(all: readonly string[]): readonly (readonly string[])[] {
  const made: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of all) {
    const { size } = statSync(path.join(root, file));
    if (bytes + size > PART_BYTES) {
      made.push([]);
      bytes = 0;
    }
    made.at(-1)?.push(file);
    bytes += size;
  }
  return made;
}
