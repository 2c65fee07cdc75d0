// Tests of the one line that ends every run, and of the reports that it sums up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { conclude, readPlaywright, readVitest } from '../../../.ci/reports.mjs';

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function report(content: object): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const statesOf = (results: readonly { state: string }[]) => results.map(({ state }) => state);

describe('readVitest', () => {
  it('reads every test with its state', () => {
    const assertionResults = ['passed', 'failed', 'skipped', 'pending', 'todo'].map((status) => ({
      status,
      fullName: status,
      failureMessages: [],
    }));

    expect(
      statesOf(readVitest(report({ testResults: [{ name: `${folder}/a.test.ts`, status: 'failed', assertionResults }] }), folder)),
    ).toEqual(['passed', 'failed', 'skipped', 'skipped', 'skipped']);
  });

  it('counts a file that could not load as a failure', () => {
    const results = readVitest(
      report({ testResults: [{ name: `${folder}/a.test.ts`, status: 'failed', message: 'Cannot find module', assertionResults: [] }] }),
      folder,
    );

    expect(results).toEqual([{ name: 'a.test.ts', state: 'failed', why: 'Cannot find module' }]);
  });

  it('counts a report that was never written as a failure', () => {
    expect(statesOf(readVitest(path.join(folder, 'absent.json'), folder))).toEqual(['failed']);
    expect(statesOf(readPlaywright(path.join(folder, 'absent.json')))).toEqual(['failed']);
  });
});

describe('readPlaywright', () => {
  it('reads nested suites, and takes a test that passed at the second try for failed', () => {
    const spec = (status: string) => ({ title: status, tests: [{ projectName: 'browser', status, results: [] }] });
    const content = {
      errors: [],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('expected')],
          suites: [{ title: 'in dark', specs: ['unexpected', 'flaky', 'skipped'].map(spec) }],
        },
      ],
    };

    const results = readPlaywright(report(content));

    expect(statesOf(results)).toEqual(['passed', 'failed', 'failed', 'skipped']);
    expect(results[1]?.name).toBe('browser › a.spec.ts › in dark › unexpected');
  });

  it('counts what went wrong outside of any test', () => {
    expect(readPlaywright(report({ errors: [{ message: 'no tests' }], suites: [] }))).toEqual([
      { name: 'playwright', state: 'failed', why: 'no tests' },
    ]);
  });
});

describe('conclude', () => {
  const passed = { name: 'a', state: 'passed', why: '' };
  const skipped = { name: 'b', state: 'skipped', why: 'no qpdf here' };
  const failed = { name: 'c', state: 'failed', why: 'x' };

  it('ends on the one line, and names what was skipped', () => {
    expect(conclude([passed, passed, skipped], false)).toBe(0);

    expect(said.at(-1)?.trim()).toBe('2 passed, 0 failed, 1 skipped');
    expect(said.join('\n')).toContain('b (no qpdf here)');
  });

  it('fails for a failure, and for no result at all', () => {
    expect(conclude([passed, failed], false)).toBe(1);
    expect(conclude([], false)).toBe(1);
  });

  it('takes a skip for a failure where every tool is meant to be there', () => {
    expect(conclude([passed, skipped], true)).toBe(1);

    expect(said.at(-1)?.trim()).toBe('1 passed, 1 failed, 0 skipped');
  });
});
