// Runs each test runner with its JSON report, and gives its results in one form.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { testChromium } from './chromium.mjs';
import { withDisplay } from './display.mjs';
import { testRuntime } from './electron-runtime.mjs';
import { readPlaywright, readVitest } from './reports.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { typecheck } from './typecheck.mjs';

/** A test that loops for ever must fail the run, not hang it. */
const LONGEST_RUN_MS = 30 * 60_000;

const reports = path.join(root, 'out/reports');

/** @returns where a runner writes its report, emptied first: an old report must not speak for a run that never was */
function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

export async function runTypecheck() {
  const rooms = (await typecheck()).filter(({ passed }) => !passed);
  for (const { room, said } of rooms) console.error(`${room}:\n${said}`);
  return [{ name: 'typecheck', state: rooms.length === 0 ? 'passed' : 'failed', why: rooms.map(({ room }) => room).join(', ') }];
}

export async function runLint() {
  const { code } = await runNode([path.join(root, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings']);
  return [{ name: 'lint', state: code === 0 ? 'passed' : 'failed', why: '' }];
}

export async function runVitest(args = [], { timeoutMs = LONGEST_RUN_MS } = {}) {
  const file = freshReport('vitest');
  await runNode([path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], { timeoutMs });
  return readVitest(file, root);
}

/** Runs Playwright on some of its projects, with its JSON report. @returns the results */
async function playwright(projects, args, { env = {}, quiet = false, timeoutMs = 0 } = {}) {
  const file = freshReport(`playwright-${projects.join('-')}`);
  const chosen = projects.map((project) => `--project=${project}`);
  await runNode([path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...chosen, '--pass-with-no-tests', ...args], { quiet, timeoutMs, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  return readPlaywright(file);
}

/** @returns every test of the shell as skipped, by name */
async function listSkipped(shell, why) {
  return (await playwright([shell], ['--list', '--reporter=json'], { quiet: true })).map((result) => ({ ...result, state: 'skipped', why }));
}

/** What each shell needs on this machine. @returns why its journeys cannot run, or null */
const LACKING = {
  browser: () => (testChromium('light') ? null : 'no Chromium, Chrome or Edge on this machine'),
  electron: () => (testRuntime() ? null : 'no Electron runtime here; node .ci/electron-runtime.mjs brings one'),
};

/**
 * The journeys, in the browser shell and on a real Electron, and the tests of what only one of them has.
 * In one run: apart, each would leave cores idle at its end.
 * @param {('browser' | 'electron')[]} shells
 */
export async function runJourneys(shells, args = []) {
  const lacking = shells.filter((shell) => LACKING[shell]() !== null);
  const skipped = (await Promise.all(lacking.map((shell) => listSkipped(shell, LACKING[shell]())))).flat();
  const run = async (chosen, env) => (chosen.length === 0 ? [] : playwright(chosen, ['--reporter=list,json', ...args], { env, timeoutMs: LONGEST_RUN_MS }));
  const able = shells.filter((shell) => !lacking.includes(shell));
  if (!able.includes('electron')) return [...skipped, ...(await run(able, {}))];
  const results = await withDisplay(
    (env) => run(able, env),
    async (why) => [...(await listSkipped('electron', why)), ...(await run(able.filter((shell) => shell !== 'electron'), {}))],
  );
  return [...skipped, ...results];
}
