// `npm run mutants`: makes the edits of each named mutant in a copy of the tree and checks that a test turns red; the table goes to
// docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { edited } from '../tests/mutants/apply-edit.ts';
import type { Mutant } from '../tests/mutants/mutant.ts';
import { MUTANTS } from '../tests/mutants/mutants.ts';
import { writePageTable } from './page-table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const COPIED = ['.ci', 'domain', 'main', 'preload', 'renderer', 'resources', 'tests', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

const copy = mkdtempSync(path.join(tmpdir(), 'tierce-mutants-'));
for (const name of COPIED) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));

const results = MUTANTS.map((mutant) => ({ mutant, verdict: verdictOn(mutant) }));
rmSync(copy, { recursive: true, force: true });
writeTable();
const survivors = results.filter(({ verdict }) => !verdict.isRed);
console.log(`${results.length - survivors.length} mutants turned a test red, ${survivors.length} did not.`);
if (survivors.length > 0) process.exitCode = 1;

function verdictOn(mutant: Mutant): { readonly isRed: boolean; readonly why: string } {
  const originals = new Map<string, string>();
  try {
    for (const edit of [mutant, ...(mutant.and ?? [])]) {
      const place = path.join(copy, edit.file);
      const text = readFileSync(place, 'utf8');
      const after = edited(text, edit);
      if (after === null) return told(mutant, false, 'the edit no longer fits the code: mend the mutant');
      if (!originals.has(place)) originals.set(place, text);
      writeFileSync(place, after);
    }
    const report = path.join(copy, 'report.json');
    rmSync(report, { force: true });
    spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${report}`, '--bail=1', ...mutant.tests],
      { cwd: copy, encoding: 'utf8', timeout: 400_000 },
    );
    return told(mutant, ...firstRed(report));
  } finally {
    for (const [place, text] of originals) writeFileSync(place, text);
  }
}

function firstRed(report: string): readonly [boolean, string] {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly title: string }[] }[];
    };
    const red = testResults.flatMap((suite) => suite.assertionResults).find((test) => test.status === 'failed');
    return red === undefined ? [false, 'no test turned red'] : [true, red.title];
  } catch {
    return [false, 'the tests did not run'];
  }
}

function told(mutant: Mutant, isRed: boolean, why: string): { readonly isRed: boolean; readonly why: string } {
  console.log(`${isRed ? 'red     ' : 'SURVIVED'} ${mutant.promise.padEnd(4)} ${mutant.name}: ${why}`);
  return { isRed, why };
}

function writeTable(): void {
  const rows = results.map(
    ({ mutant, verdict }) =>
      `| ${mutant.promise} | ${mutant.name} | ${verdict.isRed ? verdict.why.replaceAll('|', '\\|') : `**survived**: ${verdict.why}`} |`,
  );
  writePageTable(path.join(root, 'docs/reliability.md'), {
    name: 'mutants',
    heading: '| promise | the edit | the first test that turned red |',
    rows,
  });
}
