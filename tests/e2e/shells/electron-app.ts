// The application in a real Electron, as an ordinary user with its whole sandbox.
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

import { testRuntime } from '../../../.ci/electron-runtime.mjs';
import { heardIn, listenTo } from './said.ts';
import { environmentOf, waitUntilReady, watchTroubles } from './test-app.ts';
import type { StartOptions, TestApp, TestFolders } from './test-app.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Electron keeps its sandbox, which does not work as root: if started as root, the tests become this user. */
const ORDINARY_USER = { name: 'nobody', id: 65_534 };
const isRoot = process.getuid?.() === 0;

/** A copy of the build that an ordinary user can read, wherever the repository is; made once per worker. */
export type Stage = { readonly folder: string; readonly executable: string; readonly entry: string; readonly isKept: boolean };

export function makeStage(): Stage {
  const runtime = testRuntime();
  if (runtime === null) throw new Error('No Electron runtime here: node .ci/electron-runtime.mjs brings one.');
  const folder = mkdtempSync(path.join(tmpdir(), 'tierce-stage-'));
  chmodSync(folder, 0o755);
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(path.join(ROOT, 'out/tests/electron', part), path.join(folder, part), { recursive: true });
  if (existsSync(path.join(ROOT, 'resources'))) cpSync(path.join(ROOT, 'resources'), path.join(folder, 'resources'), { recursive: true });
  return {
    folder,
    executable: isRoot ? asOrdinaryUser(folder, runtime.executable) : runtime.executable,
    entry: path.join(folder, 'main/entry.js'),
    isKept: runtime.isKept,
  };
}

/** Playwright puts its own arguments first, so switching the user must be a program without arguments. */
function asOrdinaryUser(folder: string, executable: string): string {
  const program = path.join(folder, 'electron');
  writeFileSync(program, `#!/bin/sh\nexec runuser -u ${ORDINARY_USER.name} -- '${executable}' "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

/** Gives a file or a folder of the test to the user that runs the application. */
export function giveToUser(...paths: readonly string[]): void {
  if (isRoot) for (const one of paths) chownSync(one, ORDINARY_USER.id, ORDINARY_USER.id);
}

export type Start = { readonly executable: string; readonly args: readonly string[]; readonly env: Record<string, string> };

/** @returns how one instance is started */
export function startOf(stage: Stage, folders: TestFolders, options: StartOptions): Start {
  const env = {
    ...process.env,
    ...environmentOf(folders, options),
    TIERCE_TEST_ROOT: stage.folder,
    TIERCE_TEST_ENTRY: stage.entry,
    HOME: folders.base,
    XDG_CONFIG_HOME: path.join(folders.base, 'config'),
  };
  const args = [...(stage.isKept ? [] : [stage.entry]), ...(options.file === undefined ? [] : [options.file])];
  return { executable: stage.executable, args, env: withoutUndefined(env) };
}

/**
 * The previous instance may still be releasing its lock when its process has ended: then the next one exits at once, and is started
 * again.
 */
async function launchAfterAnother(stage: Stage, folders: TestFolders, options: StartOptions): Promise<ElectronApplication> {
  return launch(stage, folders, options).catch(async (error: unknown) => {
    if (!String(error).includes('Process failed to launch')) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return launch(stage, folders, options);
  });
}

function launch(stage: Stage, folders: TestFolders, options: StartOptions): Promise<ElectronApplication> {
  const { executable, args, env } = startOf(stage, folders, options);
  // Playwright removes the sandbox unless told otherwise.
  return _electron.launch({
    executablePath: executable,
    args: [...args],
    env: { ...env, TIERCE_TEST_DRIVEN: '1' },
    timeout: 30_000,
    cwd: folders.base,
    chromiumSandbox: true,
  });
}

function withoutUndefined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export type ElectronTestApp = TestApp & { readonly electron: () => ElectronApplication };

export async function startElectronApp(stage: Stage, folders: TestFolders, first: StartOptions): Promise<ElectronTestApp> {
  giveToUser(folders.base, folders.documents);
  const troubles: string[] = [];
  let running: ElectronApplication | null = null;
  let page: Page | null = null;

  const shown = (): Page => {
    if (page === null) throw new Error('The application is not running.');
    return page;
  };

  const electron = (): ElectronApplication => {
    if (running === null) throw new Error('The application is not running.');
    return running;
  };

  async function start(options: Partial<StartOptions> = {}): Promise<void> {
    running = await launchAfterAnother(stage, folders, { ...first, ...options });
    await stubDialogs(running);
    page = await running.firstWindow();
    watchTroubles(page, troubles);
    await waitUntilReady(page);
    await listenTo(page);
  }

  /** Quits as the user does, and waits for the process: the window closes only once everything is written. */
  async function close(): Promise<void> {
    const app = running;
    running = null;
    if (app === null) return;
    const exit = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => undefined);
    await exit;
  }

  async function kill(): Promise<void> {
    const app = running;
    running = null;
    if (app === null) return;
    const exit = new Promise((resolve) => app.process().once('exit', resolve));
    const pids = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics().map(({ pid }) => pid));
    // The main process first, so that nothing learns that it is about to end.
    for (const pid of pids) killIfThere(pid);
    await exit;
  }

  await start();
  return {
    get page() {
      return shown();
    },
    folders,
    troubles,
    said: () => heardIn(shown()),
    electron,
    answerDialogs: (...answers) =>
      electron().evaluate((_, given) => void Object.assign(globalThis, { tierceAnswers: [...given] }), answers),
    close,
    kill,
    start,
  };
}

/** What the stubbed dialogs hold in main: answers of the test, and the questions that were asked. */
export type DialogWorld = { tierceAnswers?: (string | null)[]; tierceAsked?: string[]; tierceStays?: boolean };

/**
 * Native dialogs cannot be automated: they return what the test has queued, and the application's own code around them runs. A question at
 * closing is answered by closing, unless the test says that its user stays.
 */
async function stubDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const world = globalThis as unknown as DialogWorld;
    Object.assign(dialog, {
      showMessageBox(_window: unknown, { message }: { readonly message: string }) {
        (world.tierceAsked ??= []).push(message);
        return Promise.resolve({ response: world.tierceStays === true ? 0 : 1 });
      },
      showOpenDialog() {
        const answer = world.tierceAnswers?.shift() ?? null;
        return Promise.resolve({ canceled: answer === null, filePaths: answer === null ? [] : [answer] });
      },
      showSaveDialog() {
        const answer = world.tierceAnswers?.shift() ?? null;
        return Promise.resolve({ canceled: answer === null, filePath: answer ?? '' });
      },
    });
  });
}

/** The helpers of a process may end with it, before their own turn comes. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
