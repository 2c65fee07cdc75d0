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
const LONGEST_RUN_MS = 12 * 60_000;

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

export async function runVitest(args = []) {
  const file = freshReport('vitest');
  await runNode([path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], { timeoutMs: LONGEST_RUN_MS });
  return readVitest(file, root);
}

const playwright = (project, args, env) =>
  runNode([path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', `--project=${project}`, '--pass-with-no-tests', ...args], { env, timeoutMs: LONGEST_RUN_MS });

/** @returns every test of the project as skipped, by name */
async function listSkipped(project, why) {
  const file = freshReport(`playwright-${project}`);
  await runNode([path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', `--project=${project}`, '--pass-with-no-tests', '--list', '--reporter=json'], { quiet: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  return readPlaywright(file).map((result) => ({ ...result, state: 'skipped', why }));
}

async function runPlaywright(project, args, env) {
  const file = freshReport(`playwright-${project}`);
  await playwright(project, ['--reporter=list,json', ...args], { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return readPlaywright(file);
}

/** The journeys in the browser shell, driven in a Chromium. */
export async function runBrowserJourneys(args = []) {
  const chromium = testChromium('light');
  if (!chromium) return listSkipped('browser', 'no Chromium, Chrome or Edge on this machine');
  return runPlaywright('browser', args, {});
}

/** The same journeys, and the security tests, on a real Electron. */
export async function runElectronJourneys(args = []) {
  if (!testRuntime()) return listSkipped('electron', 'no Electron runtime here; node .ci/electron-runtime.mjs brings one');
  return withDisplay(
    (env) => runPlaywright('electron', args, env),
    (why) => listSkipped('electron', why),
  );
}
