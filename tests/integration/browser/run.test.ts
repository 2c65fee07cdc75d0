// K2: a run of the browser shell from start to end, with a stand-in for the browser that records how it was started.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

import type { Brand } from '../../../main/browser/find-browser.ts';
import { runBrowserShell } from '../../../main/browser/run.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { errno, temporaryFolder } from '../../support/worlds.ts';

const EXAMPLE = 'resources/examples/offre-commune.tierce';

type Started = {
  readonly argv?: readonly string[];
  readonly browsers?: readonly string[];
  readonly forbidden?: readonly Brand[];
  readonly isBroken?: boolean;
};

/** A computer with these browsers, each a program that records its arguments and its environment, and runs until it is told to end. */
async function computer({ argv = [], browsers = ['chromium'], forbidden = [], isBroken = false }: Started = {}) {
  const folder = await temporaryFolder();
  const bin = path.join(folder, 'bin');
  for (const place of [bin, path.join(folder, 'window'), path.join(folder, 'Documents')]) await mkdir(place);
  await writeFile(path.join(folder, 'window/index.html'), '<!doctype html><script type="module"></script>');
  for (const name of browsers) {
    const program = path.join(bin, name);
    await writeFile(
      program,
      `#!/bin/sh\nprintf '%s\\n' "$0" "$@" "BREAKPAD=$BREAKPAD_DUMP_LOCATION" "CACHE=$XDG_CACHE_HOME" "OWN=$OWN" > ${folder}/noted.tmp; mv ${folder}/noted.tmp ${folder}/noted\ntrap 'exit 0' TERM\nwhile :; do sleep 0.05; done\n`,
    );
    await chmod(program, isBroken ? 0o644 : 0o755);
  }
  const data = path.join(folder, 'data');
  const said: string[] = [];
  const exits: number[] = [];
  let enter = (): void => undefined;
  const run = await runBrowserShell({
    argv: ['node', 'start.js', ...argv],
    workingFolder: folder,
    folders: { data, documents: path.join(folder, 'Documents'), resources: path.resolve('resources'), scripts: folder },
    window: path.join(folder, 'window'),
    surroundings: {
      platform: 'linux',
      environment: { PATH: `${bin}:/usr/bin:/bin`, OWN: 'kept' },
      exists: (file) => file.startsWith(bin) && existsSync(file),
    },
    forbids: (brand) => Promise.resolve(forbidden.includes(brand)),
    say: (line) => void said.push(line),
    onEnter: (act) => void (enter = act),
    exit: (code) => void exits.push(code),
  });
  onTestFinished(() => run.end());
  const noted = async () => (await readFile(path.join(folder, 'noted'), 'utf8')).trim().split('\n');
  const runs = async () => (await readdir(path.join(data, 'browser')).catch(() => [])).filter((name) => !name.endsWith('.json'));
  const page = async () => path.join(data, 'browser', (await runs())[0] ?? '', 'tierce.html');
  return { folder, data, said, exits, end: run.end, enter: () => enter(), noted, runs, page };
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
const addressIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}/.exec(text)?.[0] ?? '';

/** Enters as the page does. @returns its bearer and the address without the code */
async function enterBy(address: string): Promise<{ readonly origin: string; readonly bearer: string; readonly status: number }> {
  const { origin, hash } = new URL(address);
  const response = await fetch(`${origin}/tierce/exchange`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ code: hash.slice(1) }),
  });
  const { bearer = '' } = response.ok ? ((await response.json()) as { bearer: string }) : {};
  return { origin, bearer, status: response.status };
}
type Entered = { readonly origin: string; readonly bearer: string };
const post = ({ origin, bearer }: Entered, road: string, message: object, signal: AbortSignal | null = null) => {
  const headers = { origin, 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
  return fetch(`${origin}/tierce/${road}`, { method: 'POST', headers, body: JSON.stringify(message), signal });
};
const listen = (entered: Entered, signal?: AbortSignal) => post(entered, 'events', {}, signal);

/** Reports that nothing is being typed any more, when the page is told that the program is ending. */
async function settleWhenAsked(entered: Entered, stream: Response): Promise<void> {
  for await (const part of stream.body ?? [])
    if (Buffer.from(part).includes('"closing"')) await post(entered, 'call', { channel: 'app.settled', args: { unsent: 0 } });
}

it('K2 opens a private window on a page that leads to the application, and no argument holds the code', async () => {
  const { noted, page, data, said } = await computer();
  await vi.waitFor(noted);
  const address = addressIn(await readFile(await page(), 'utf8'));
  const words = await noted();
  const run = path.dirname(await page());

  expect(address).not.toBe('');
  expect(words).toEqual(
    expect.arrayContaining([
      `--app=file://${run}/tierce.html`,
      '--incognito',
      `--user-data-dir=${run}/profile`,
      `BREAKPAD=${run}/crashes`,
      `CACHE=${run}/cache`,
      'OWN=kept',
    ]),
  );
  expect(words.join(' ')).not.toContain(new URL(address).hash.slice(1));
  expect(path.dirname(run)).toBe(path.join(data, 'browser'));
  expect(await readFile(await page(), 'utf8'), 'it goes on by itself').toContain('http-equiv="refresh"');
  expect(said).toEqual([]);
  expect((await enterBy(address)).status).toBe(200);
});

it('K2 takes the page away once the code is used, and all of the folder at the end', async () => {
  const { noted, page, end, exits, runs, said } = await computer();
  await vi.waitFor(noted);
  const file = await page();
  const session = await enterBy(addressIn(await readFile(file, 'utf8')));
  expect(await isThere(file)).toBe(true);

  const settled = settleWhenAsked(session, await listen(session)).catch(() => undefined); // the stream ends with the program
  await vi.waitFor(async () => expect(await isThere(file)).toBe(false));
  expect(await runs()).toHaveLength(1);

  await Promise.all([end(), end()]);

  expect(exits).toEqual([0]);
  expect(await runs()).toEqual([]);
  expect(said).toEqual([]);
  await settled;
  await expect(listen(session)).rejects.toThrow();
});

it('K2 passes over a browser that may not open private windows', async () => {
  const { noted } = await computer({ browsers: ['chromium', 'google-chrome', 'microsoft-edge'], forbidden: ['chromium', 'chrome'] });
  await vi.waitFor(noted);
  const [program = '', ...words] = await noted();

  expect(path.basename(program)).toBe('microsoft-edge');
  expect(words).toContain('--inprivate');
});

it('K2 says so first where none may, in the first of them, and leaves time to read it', async () => {
  const { noted, page } = await computer({ browsers: ['chromium', 'google-chrome'], forbidden: ['chromium', 'chrome'] });
  await vi.waitFor(noted);
  const [program = ''] = await noted();
  const html = await readFile(await page(), 'utf8');

  expect(path.basename(program)).toBe('chromium');
  expect(html).toMatch(/<a href="http/);
  expect(html).not.toContain('http-equiv="refresh"');
});

it.each([
  ['where there is no browser', { browsers: [] }],
  ['when asked to', { argv: ['--serve'] }],
  ['where the browser cannot be started', { isBroken: true }],
] as const)('K2 says the address %s, and another at each Enter', async (_, started) => {
  const { said, enter, end, exits, runs } = await computer(started);
  await vi.waitFor(() => expect(said).toHaveLength(2));
  expect(said[0]).toMatch(/^Tierce: http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
  expect(said[1]).toContain('once, within a minute');

  enter();

  expect(addressIn(said[2] ?? '')).not.toBe(addressIn(said[0] ?? ''));
  expect((await enterBy(addressIn(said[0] ?? ''))).status).toBe(401);
  expect((await enterBy(addressIn(said[2] ?? ''))).status).toBe(200);
  await end();
  expect([exits, await runs()]).toEqual([[0], []]);
  expect(said, 'and nothing else').toHaveLength(3);
});

it('K2 ends by itself ten seconds after its page has gone, whoever showed it', async () => {
  const { said, exits, end } = await computer({ argv: ['--serve'] });
  const entered = await enterBy(addressIn(said[0] ?? ''));
  const leaving = new AbortController();
  const stream = await listen(entered, leaving.signal);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());

  leaving.abort();
  await expect(stream.text()).rejects.toThrow('aborted');
  await vi.waitFor(
    () => {
      vi.advanceTimersByTime(1_000);
      expect(exits).toEqual([0]);
    },
    { timeout: 20_000, interval: 10 },
  );

  await end();
  expect(exits, 'once').toEqual([0]);
});

it('K2 ends when its page says so', async () => {
  const { said, exits } = await computer({ argv: ['--serve'] });
  const entered = await enterBy(addressIn(said[0] ?? ''));

  await post(entered, 'call', { channel: 'app.quit', args: {} }).catch(() => undefined); // the answer may be lost with the program
  await vi.waitFor(() => expect(exits).toEqual([0]));
});

it('K2 says that the folder of its window could not be removed', async () => {
  const { noted, said, end, exits } = await computer();
  await vi.waitFor(noted);
  const { rm } = realFileSystem;
  const removing = vi.spyOn(realFileSystem, 'rm');
  const isOfWindow = (entry: unknown): boolean => String(entry).includes('/browser/');
  removing.mockImplementation((entry, options) => (isOfWindow(entry) ? Promise.reject(errno('EBUSY')) : rm(entry, options)));
  onTestFinished(() => {
    removing.mockRestore();
  });

  await end();

  expect(said).toEqual(['The folder of the browser window could not be removed. The next start tries again.']);
  expect(exits).toEqual([0]);
});

it('A2 K2 says at its end what could not be written to its file, and that it is safe', async () => {
  const folder = await temporaryFolder();
  const place = path.join(folder, 'stick');
  await mkdir(place);
  const file = path.join(place, 'mission.tierce');
  await writeFile(file, await readFile(EXAMPLE));
  const { said, end, exits } = await computer({ argv: ['--serve', file] });
  const entered = await enterBy(addressIn(said[0] ?? ''));
  const called = async (channel: string, args: object): Promise<unknown> => (await post(entered, 'call', { channel, args })).json();
  type Opened = { readonly value: { readonly opened: { readonly value: { readonly documentId: string; readonly revision: number } } } };
  const { documentId, revision } = ((await called('app.start', {})) as Opened).value.opened.value;
  const command = { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Autre chose.' } } };
  expect(await called('project.run', { documentId, commandId: 'command-01', baseRevision: revision, command })).toMatchObject({ ok: true });
  await rename(place, path.join(folder, 'taken out'));

  await end();

  expect(said).toHaveLength(3);
  expect(said[2]).toMatch(/^Not everything could be written to its file \([a-z-]+\)\. It is safe on this computer/);
  expect(exits).toEqual([0]);
});

it('K2 says the address where no folder can be made for the window', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'data'), '');
  const said: string[] = [];
  const run = await runBrowserShell({
    argv: ['node', 'start.js'],
    workingFolder: folder,
    folders: { data: path.join(folder, 'data'), documents: folder, resources: path.resolve('resources'), scripts: folder },
    window: folder,
    surroundings: { platform: 'linux', environment: { PATH: '/usr/bin' }, exists: (file) => file === '/usr/bin/chromium' },
    forbids: () => Promise.resolve(false),
    say: (line) => void said.push(line),
    onEnter: () => undefined,
    exit: () => undefined,
  });
  onTestFinished(() => run.end());

  expect(said[0]).toMatch(/^Tierce: http/);
});

it('K2 opens the file that it was started with, and writes it before it ends', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'mission.tierce');
  await writeFile(file, await readFile(EXAMPLE));
  const { said, end } = await computer({ argv: ['--serve', file] });
  const { origin, bearer } = await enterBy(addressIn(said[0] ?? ''));
  const reply = await fetch(`${origin}/tierce/call`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ channel: 'app.start', args: {} }),
  });
  const { value } = (await reply.json()) as {
    readonly value: { readonly opened: { readonly ok: boolean; readonly value: { readonly fileName: string } } };
  };

  expect(value.opened).toMatchObject({ ok: true, value: { fileName: 'mission.tierce' } });
  expect((await readdir(folder)).length, 'its lock beside it').toBe(2);
  await end();
  expect(await readdir(folder)).toEqual(['mission.tierce']);
});

it('K2 removes what a run that was killed has left, also when it only serves', async () => {
  const first = await computer();
  await vi.waitFor(first.noted);
  const left = path.join(first.data, 'browser/left');
  await mkdir(left);
  const { said } = await computer({ argv: ['--serve'] });
  expect(said).toHaveLength(2);
  const again = await runBrowserShell({
    argv: ['node', 'start.js', '--serve'],
    workingFolder: first.folder,
    folders: { data: first.data, documents: first.folder, resources: path.resolve('resources'), scripts: first.folder },
    window: first.folder,
    surroundings: { platform: 'linux', environment: {}, exists: () => false },
    forbids: () => Promise.resolve(false),
    say: () => undefined,
    onEnter: () => undefined,
    exit: () => undefined,
  });
  onTestFinished(() => again.end());

  expect(await isThere(left)).toBe(false);
  expect(await first.runs(), 'the one that runs is left alone').toHaveLength(1);
});
