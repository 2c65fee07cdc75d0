// `npm run torture`: the proofs of durability at full size, into docs/reliability.md. It takes an hour or two.
// The sequences of the model continue where a run was stopped (out/torture-model.json).
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringTestRuntime } from './electron-runtime.mjs';
import { writePageTable } from './page-table.ts';
import { conclude } from './reports.mjs';
import { runJourneys, runVitest } from './runners.mjs';
import { ensureElectronTestBuild } from './test-builds.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAMES = [
  'model',
  'model-cases',
  'failure-points',
  'power-cut',
  'kill',
  'killed-seals',
  'killed-migration',
  'going-back',
  'real-disks',
  'two-processes',
  'damaged-files',
  'replace-file',
];
const PROOFS = NAMES.map((name) => `tests/integration/main/${name}.test.ts`);
const LONGEST_MS = 180 * 60_000;

Object.assign(process.env, { TIERCE_DAMAGED: '50000', TIERCE_KILLS: '500', TIERCE_POINTS: 'all', TIERCE_SEQUENCES: '20000' });
type Result = { readonly name: string; readonly state: 'passed' | 'failed' | 'skipped'; readonly why: string; readonly tried?: number };
const results: Result[] = await runVitest(['--project', 'integration', ...PROOFS], { timeoutMs: LONGEST_MS });

process.env['TIERCE_KILLS'] = '50';
const lacking = await bringTestRuntime();
if (lacking !== null) console.log(`No Electron runtime: ${lacking}.`);
if (await ensureElectronTestBuild())
  results.push(...(await runJourneys(['electron'], ['tests/electron/lifecycle.spec.ts', '--grep', 'killed'])));

writePageTable(path.join(root, 'docs/reliability.md'), {
  name: 'torture',
  heading: '| the proof | held |',
  rows: [...proofs()].map(([proof, held]) => `| ${proof} | ${held} |`),
});
process.exitCode = conclude(results, false);

/**
 * Proofs with the same sentence, such as those for each failing call, are counted together, with the number of cases that each covered.
 */
function proofs(): ReadonlyMap<string, string> {
  const counts = new Map<string, { passed: number; all: number; why: string }>();
  for (const { name, state, why, tried = 1 } of results) {
    const proof = name
      .replace(/^.* › /, '')
      .replace(/call \d+ \([^)]*\)/, 'each call')
      .replace(/with E[A-Z]+/, 'with each code')
      .replaceAll('|', '\\|');
    const count = counts.get(proof) ?? { passed: 0, all: 0, why: '' };
    counts.set(proof, {
      passed: count.passed + (state === 'passed' ? tried : 0),
      all: count.all + tried,
      why: state === 'skipped' ? `skipped: ${why || 'its tool is missing'}` : count.why,
    });
  }
  return new Map([...counts].map(([proof, { passed, all, why }]) => [proof, why === '' ? `${passed} of ${all}` : why]));
}
