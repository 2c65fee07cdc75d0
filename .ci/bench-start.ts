// L8: from command to first usable screen, and memory, compared with a blank window of the same Electron, alternately in one run.
import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';

import { giveToUser, makeStage, startOf, type Start } from '../tests/e2e/shells/electron-app.ts';
import { makeFolders, removeFolders } from '../tests/e2e/shells/test-app.ts';
import { withDisplay } from './display.mjs';
import { ensureElectronTestBuild } from './test-builds.mjs';
import { testRuntime } from './electron-runtime.mjs';
import { root } from './root.mjs';

export type StartMeasure = { readonly ms: number; readonly megabytes: number };
export type StartComparison = { readonly ours: StartMeasure; readonly blank: StartMeasure };

const ROUNDS = 7;
/** The first start of each warms up the disk and does not count. */
const WARMING = 1;

/** @returns the medians; or why there are none: no runtime, no display, no build */
export async function compareStarts(): Promise<StartComparison | string> {
  if (testRuntime() === null) return 'no Electron runtime here; node .ci/electron-runtime.mjs brings one';
  if (!(await ensureElectronTestBuild())) return 'the build of the Electron shell failed';
  const compared: unknown = await withDisplay(
    (display: Readonly<Record<string, string>>) => measure(display),
    (why: string) => Promise.resolve(why),
  );
  return compared as StartComparison | string; // the result of one of the two callbacks
}

async function measure(display: Readonly<Record<string, string>>): Promise<StartComparison> {
  const stage = makeStage();
  const blankEntry = path.join(stage.folder, 'main/blank.cjs');
  copyFileSync(path.join(root, 'tests/shells/blank.cjs'), blankEntry);
  const times = { ours: [] as StartMeasure[], blank: [] as StartMeasure[] };
  for (let round = 0; round < ROUNDS + WARMING; round += 1) {
    for (const what of ['ours', 'blank'] as const) {
      const folders = makeFolders();
      giveToUser(folders.base, folders.documents);
      const start = startOf(what === 'ours' ? stage : { ...stage, entry: blankEntry }, folders, {
        now: '2026-06-15T08:00:00.000Z',
        dialogs: 'own',
      });
      const measured = await untilReady({ ...start, env: { ...start.env, ...display, TIERCE_TEST_SAYS_READY: '1' } }, folders.base);
      if (round >= WARMING) times[what].push(measured);
      removeFolders(folders);
    }
  }
  return { ours: middleOf(times.ours), blank: middleOf(times.blank) };
}

function untilReady({ executable, args, env }: Start, cwd: string): Promise<StartMeasure> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(executable, [...args], { env, cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    let measured: StartMeasure | null = null;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (said: string) => {
      const kilobytes = /READY (\d+)/.exec(said)?.[1];
      if (kilobytes !== undefined) measured = { ms: performance.now() - from, megabytes: Number(kilobytes) / 1000 };
    });
    child.on('error', reject);
    child.on('close', () => (measured === null ? reject(new Error('It ended without saying that it was ready')) : resolve(measured)));
  });
}

function middleOf(measures: readonly StartMeasure[]): StartMeasure {
  const middle = (of: (measure: StartMeasure) => number): number =>
    measures.map(of).toSorted((a, b) => a - b)[Math.floor(measures.length / 2)] ?? 0;
  return { ms: middle(({ ms }) => ms), megabytes: middle(({ megabytes }) => megabytes) };
}
