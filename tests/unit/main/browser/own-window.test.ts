// Tests of the window of one run, with small programs as the browser: it ends when told, and nothing that it wrote is left.
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, expect, it, vi } from 'vitest';

import { openOwnWindow } from '../../../../main/browser/own-window.ts';
import { CODE_LIFE_MS, PATIENT_CODE_LIFE_MS } from '../../../../main/browser/sessions.ts';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { processNamed } from '../../../support/running.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

afterEach(() => void vi.useRealTimers());

/** A window whose browser is a shell script that does this, once it has recorded its process id. */
async function window(act: string, isPrivate = true) {
  const folder = await temporaryFolder();
  const executable = path.join(folder, 'chromium');
  const note = `echo $$ > ${folder}/noted.tmp; mv ${folder}/noted.tmp ${folder}/noted`;
  await writeFile(executable, `#!/bin/sh\n${act.replace('NOTE', () => note)}\n`);
  await chmod(executable, 0o755);
  const data = path.join(folder, 'data');
  await mkdir(data);
  const ends: boolean[] = [];
  const lives: (number | undefined)[] = [];
  const newAddress = (lifeMs?: number): string => `http://127.0.0.1:1/#${String(lives.push(lifeMs))}`;
  const own = await openOwnWindow({
    host: { newAddress, locale: () => 'fr' },
    runs: { files: realFileSystem, data, running: processNamed(), newId: () => 'run' },
    browser: { executable: act === '' ? path.join(folder, 'absent') : executable, brand: 'chromium' },
    isPrivate,
    environment: { PATH: process.env['PATH'] },
    onEnded: (hasStarted) => void ends.push(hasStarted),
  });
  const noted = () => vi.waitFor(async () => Number(await readFile(path.join(folder, 'noted'), 'utf8')));
  const left = () => readdir(path.join(data, 'browser'));
  return { own, ends, lives, noted, left, page: path.join(data, 'browser/run/tierce.html') };
}
/** Runs until it is told to end; for at most twenty seconds if nobody does. */
const LIVING = 'NOTE; for turn in $(seq 400); do sleep 0.05; done';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('K2 ends its browser before it removes what that wrote', async () => {
  const { own, ends, noted, left } = await window(LIVING);
  const pid = await noted();
  expect(isRunning(pid)).toBe(true);

  expect(await own.close()).toBe(true);

  expect([isRunning(pid), await left(), ends]).toEqual([false, [], [true]]);
});

it('K2 waits for a browser that has something to do yet, and kills it when it never comes to an end', async () => {
  const { own, noted, left } = await window(`trap '' TERM; ${LIVING}`);
  const pid = await noted();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const closing = own.close();

  vi.advanceTimersByTime(4_999);
  expect(isRunning(pid)).toBe(true);
  vi.advanceTimersByTime(1);

  expect(await closing).toBe(true);
  expect([isRunning(pid), await left()]).toEqual([false, []]);
});

const ENDS = [
  ['by itself', 'exit 3'],
  ['by a crash', 'kill -9 $$'],
] as const;
it.each(ENDS)('K2 says that its browser has ended %s, and then waits for nothing', async (_, end) => {
  const { own, ends, left } = await window(end);
  await vi.waitFor(() => expect(ends).toEqual([true]));

  expect(await own.close()).toBe(true);
  expect(await left()).toEqual([]);
});

it('K2 says that its browser could not be started, and leaves nothing of it', async () => {
  const { own, ends, left } = await window('');
  await vi.waitFor(() => expect(ends).toEqual([false]));

  expect(await own.close()).toBe(true);
  expect(await left()).toEqual([]);
});

it('K2 can be closed at once, before the system has said that its browser cannot be started', async () => {
  const { own, ends, left } = await window('');
  expect(await own.close()).toBe(true);
  expect([ends, await left()]).toEqual([[false], []]);
});

it('K2 is not held up by what its browser says', async () => {
  const { own, ends } = await window('yes | head -c 5000000; yes | head -c 5000000 >&2');

  await vi.waitFor(() => expect(ends).toEqual([true]), 3_000);
  await own.close();
});

const LIVES = [
  [true, CODE_LIFE_MS],
  [false, PATIENT_CODE_LIFE_MS],
] as const;
it.each(LIVES)('K2 asks for a code that lives as long as somebody has to read (private: %s)', async (isPrivate, lifeMs) => {
  const { own, lives, noted, page } = await window(LIVING, isPrivate);
  await noted();

  expect(lives).toEqual([lifeMs]);
  expect((await readFile(page, 'utf8')).includes('http-equiv="refresh"')).toBe(isPrivate);
  await own.arrived();
  await expect(stat(page)).rejects.toThrow('ENOENT');
  await own.close();
});
