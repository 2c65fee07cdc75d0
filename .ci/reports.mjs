// Reads the JSON reports of the test runners into one list of named results.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * @returns results of a vitest report: `{name, state, why, tried}` each, `tried` being the number of cases that the test reports; a file
 * that could not even load is one failure
 */
export function readVitest(file, root) {
  if (!existsSync(file)) return [{ name: 'vitest', state: 'failed', why: 'wrote no report' }];
  const suites = readJson(file).testResults;
  return suites.flatMap((suite) => {
    const where = path.relative(root, suite.name);
    const tests = suite.assertionResults.map((test) => ({
      name: `${where} › ${test.fullName}`,
      state: test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped',
      why: (test.failureMessages ?? []).join('\n').split('\n')[0] ?? '',
      tried: test.meta?.tried ?? 1,
    }));
    const didNotLoad = suite.status === 'failed' && !tests.some(({ state }) => state === 'failed');
    return didNotLoad ? [...tests, { name: where, state: 'failed', why: (suite.message ?? '').split('\n')[0] }] : tests;
  });
}

const STATES = { expected: 'passed', unexpected: 'failed', flaky: 'failed', skipped: 'skipped' };

/** @returns results of a Playwright report; a test that passed only on a retry has failed */
export function readPlaywright(file) {
  if (!existsSync(file)) return [{ name: 'playwright', state: 'failed', why: 'wrote no report' }];
  const report = readJson(file);
  const of = (suite, names) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({
        name: [test.projectName, ...names, spec.title].join(' › '),
        state: STATES[test.status] ?? 'failed',
        tried: Number(test.annotations?.find(({ type }) => type === 'tried')?.description ?? 1),
        why:
          test.results?.at(-1)?.error?.message?.split('\n')[0] ?? test.annotations?.find(({ type }) => type === 'skip')?.description ?? '',
      })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => of(inner, [...names, inner.title])),
  ];
  const results = report.suites.flatMap((suite) => of(suite, [suite.title]));
  const outside = report.errors.map((error) => ({ name: 'playwright', state: 'failed', why: (error.message ?? '').split('\n')[0] }));
  return [...results, ...outside];
}

/**
 * Prints the failed and skipped tests, then the one line that ends every run.
 * @param skipsFail a skipped test counts as failed (where every tool is meant to be present)
 * @returns exit code
 */
export function conclude(results, skipsFail) {
  const counted = results.map((result) =>
    skipsFail && result.state === 'skipped'
      ? { ...result, state: 'failed', why: `skipped, which counts as a failure here: ${result.why}` }
      : result,
  );
  const of = (state) => counted.filter((result) => result.state === state);
  const list = (title, some) => {
    if (some.length > 0) console.log(`\n${title}`);
    for (const { name, why } of some) console.log(`  ${name}${why ? ` (${why})` : ''}`);
  };
  list('Skipped:', of('skipped'));
  list('Failed:', of('failed'));
  const failed = of('failed').length;
  console.log(`\n${of('passed').length} passed, ${failed} failed, ${of('skipped').length} skipped`);
  return failed === 0 && counted.length > 0 ? 0 : 1;
}
