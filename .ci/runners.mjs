// Runs each test runner with its JSON report, and returns the results in one form.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { testChromium } from './chromium.mjs';
import { withDisplay } from './display.mjs';
import { testRuntime } from './electron-runtime.mjs';
import { lint } from './lint.mjs';
import { readPlaywright, readVitest } from './reports.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { temporaryEnvironment } from './temporary.mjs';
import { typecheck } from './typecheck.mjs';

/** A test that loops for ever must fail the run, not hang it. */
const LONGEST_RUN_MS = 30 * 60_000;

const reports = path.join(root, 'out/reports');

/** @returns where a runner writes its report, emptied first: an old report must not pass for one of a run that never happened */
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
  return [{ name: 'lint', state: (await lint()) ? 'passed' : 'failed', why: '' }];
}

export async function runVitest(args = [], { timeoutMs = LONGEST_RUN_MS } = {}) {
  const file = freshReport('vitest');
  await runNode(
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ],
    { timeoutMs, env: temporaryEnvironment() },
  );
  return readVitest(file, root);
}

/** Runs Playwright on some of its projects, with its JSON report. @returns the results */
async function playwright(projects, args, { env = {}, quiet = false, timeoutMs = 0 } = {}) {
  const file = freshReport(`playwright-${projects.join('-')}`);
  const chosen = projects.map((project) => `--project=${project}`);
  await runNode([path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...chosen, '--pass-with-no-tests', ...args], {
    quiet,
    timeoutMs,
    env: { ...temporaryEnvironment(), ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return readPlaywright(file);
}

/** @returns every test of the project as skipped, by name */
async function listSkipped(project, why) {
  return (await playwright([project], ['--list', '--reporter=json'], { quiet: true })).map((result) => ({
    ...result,
    state: 'skipped',
    why,
  }));
}

const isOnElectron = (project) => project.startsWith('electron');

/** What a project needs on this machine. @returns why its journeys cannot run, or null */
function lackingFor(project) {
  if (isOnElectron(project)) return testRuntime() ? null : 'no Electron runtime here; node .ci/electron-runtime.mjs brings one';
  return testChromium('light') ? null : 'no Chromium, Chrome or Edge on this machine';
}

/**
 * The journeys of some projects of Playwright, in one run: separate runs would each leave cores idle at their end.
 * @param {('browser' | 'electron' | 'electron-journeys')[]} projects
 */
export async function runJourneys(projects, args = []) {
  const lacking = projects.filter((project) => lackingFor(project) !== null);
  const skipped = (await Promise.all(lacking.map((project) => listSkipped(project, lackingFor(project))))).flat();
  const run = async (chosen, env) =>
    chosen.length === 0 ? [] : playwright(chosen, ['--reporter=list,json', ...args], { env, timeoutMs: LONGEST_RUN_MS });
  const able = projects.filter((project) => !lacking.includes(project));
  const onElectron = able.filter(isOnElectron);
  if (onElectron.length === 0) return [...skipped, ...(await run(able, {}))];
  const results = await withDisplay(
    (env) => run(able, env),
    async (why) => {
      const hidden = await Promise.all(onElectron.map((project) => listSkipped(project, why)));
      return [
        ...hidden.flat(),
        ...(await run(
          able.filter((project) => !isOnElectron(project)),
          {},
        )),
      ];
    },
  );
  return [...skipped, ...results];
}
