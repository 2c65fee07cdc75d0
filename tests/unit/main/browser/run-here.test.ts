// Tests of a run in its environment: where it keeps its data, what it prints in a terminal, and which signals end it.
import { EventEmitter } from 'node:events';
import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import path from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

import { runHere } from '../../../../main/browser/run-here.ts';
import { enterBy } from '../../../support/entered-page.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const EXAMPLE = 'resources/examples/offre-commune.tierce';

/** A program that was started like this: its scripts in a build folder, its own terminal and its own signals. */
async function started(argv: readonly string[], programs = '', file = '') {
  const folder = await temporaryFolder();
  const [config, scripts] = [path.join(folder, 'config'), path.join(folder, 'out/main')];
  for (const place of [config, scripts, path.join(folder, 'out/renderer')]) await mkdir(place, { recursive: true });
  await writeFile(path.join(folder, 'out/renderer/index.html'), '<title>The built window</title>');
  await symlink(path.resolve('resources'), path.join(folder, 'resources'));
  if (file !== '') await copyFile(file, path.join(folder, 'mission.tierce'));
  const said: string[] = [];
  const exits: number[] = [];
  const signals = new EventEmitter();
  const stdin = new EventEmitter();
  await runHere(
    {
      argv: ['node', 'browser.js', ...argv],
      env: { XDG_CONFIG_HOME: config, PATH: programs },
      platform: 'linux',
      cwd: () => config,
      stdin,
      stdout: { write: (text) => said.push(text) },
      on: (signal, act) => signals.on(signal, act),
      exit: (code) => void exits.push(code),
    },
    scripts,
  );
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    signals.emit(signal);
    await vi.waitFor(() => expect(exits).toEqual([0]));
  };
  onTestFinished(() => end('SIGTERM'));
  return { config, said, stdin, end, address: () => said[0]?.split(' ')[1] ?? '' };
}

it('K2 says its address on a line of its own, and another at each Enter', async () => {
  const { said, stdin, address } = await started(['--serve']);
  expect(said).toEqual([expect.stringMatching(/^Tierce: http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}\n$/), expect.stringMatching(/Enter.*\n$/)]);

  stdin.emit('data');
  expect(said[2]).toMatch(/^Tierce: http/);
  expect(said[2]).not.toBe(said[0]);

  stdin.emit('error', new Error('the terminal is gone'));
  expect(await (await fetch(new URL(address()).origin)).text(), 'it goes on, with the built window').toContain('The built window');
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('K2 ends when it is told to by %s', async (signal) => {
  const { end, address } = await started(['--serve']);

  await end(signal);
  await expect(fetch(new URL(address()).origin)).rejects.toThrow('fetch failed');
});

it('K2 has the resources of the application, and proposes the documents of its user', async () => {
  const { address } = await started(['--serve']);
  const { call } = await enterBy(address());

  expect(await call('app.start')).toMatchObject({ ok: true, value: { proposedFolder: path.join(os.homedir(), 'Documents/Tierce') } });
  expect(await call('project.example')).toMatchObject({ ok: true });
});

it('K2 opens an installed browser on a folder within the data of this user', async () => {
  const bin = await temporaryFolder();
  const noted = path.join(bin, 'noted');
  await writeFile(path.join(bin, 'chromium'), `#!/bin/sh\nprintf '%s\\n' "$@" > ${noted}.tmp\n/bin/mv ${noted}.tmp ${noted}\n`);
  await chmod(path.join(bin, 'chromium'), 0o755);
  const { config, said } = await started([], bin);

  const words = await vi.waitFor(() => readFile(noted, 'utf8'));
  expect(words).toContain(`--user-data-dir=${config}/tierce/browser/`);
  expect(said).toEqual([]);
});

it('K2 opens the file that it was started with, named as in the folder where it was started', async () => {
  const { address } = await started(['--serve', '../mission.tierce'], '', EXAMPLE);
  const { call } = await enterBy(address());

  expect(await call('app.start')).toMatchObject({ value: { opened: { ok: true, value: { fileName: 'mission.tierce' } } } });
});
