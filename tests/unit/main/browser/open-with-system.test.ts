// Tests of giving a document to the system's application for it, with programs of our own as the openers.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { openWithSystem } from '../../../../main/browser/open-with-system.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
});
afterEach(() => void vi.unstubAllEnvs());

/** An opener that records what it is given. */
async function opener(name: string, end: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), `#!/bin/sh\nprintf '%s|' "$@" > ${folder}/noted\n${end}\n`);
  await chmod(path.join(folder, name), 0o755);
}
const noted = () => readFile(path.join(folder, 'noted'), 'utf8');
const on = (platform: NodeJS.Platform): void => void vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
afterEach(() => void vi.restoreAllMocks());

it.each<[NodeJS.Platform, string, string]>([
  ['linux', 'xdg-open', '/tmp/un rapport.pdf|'],
  ['freebsd', 'xdg-open', '/tmp/un rapport.pdf|'],
  ['darwin', 'open', '/tmp/un rapport.pdf|'],
  ['win32', 'rundll32.exe', 'url.dll,FileProtocolHandler|/tmp/un rapport.pdf|'],
])('K2 H6 gives the document to the opener of %s, without a shell in between', async (platform, name, words) => {
  await opener(name, 'exit 0');
  on(platform);

  expect(await openWithSystem('/tmp/un rapport.pdf')).toBe(true);
  expect(await noted()).toBe(words);
});

it('K2 says that the system did not take it', async () => {
  await opener('xdg-open', 'exit 3');
  on('linux');
  expect(await openWithSystem('/tmp/x.pdf')).toBe(false);
});

it('K2 believes the opener of Windows, whose exit code says nothing', async () => {
  await opener('rundll32.exe', 'exit 3');
  on('win32');
  expect(await openWithSystem('/tmp/x.pdf')).toBe(true);
});

it('K2 is not held up by an opener that says much', async () => {
  await opener('xdg-open', 'yes | head -c 5000000; exit 3');
  on('linux');
  expect(await openWithSystem('/tmp/x.pdf'), 'it has come to its end').toBe(false);
});

it('K2 leaves the application for a document open when Tierce ends: it is in a group of its own', async () => {
  await opener('xdg-open', `ps -o pgid= -p $$ | tr -d ' ' > ${folder}/noted; printf '%s' "$$" >> ${folder}/noted`);
  on('linux');
  await openWithSystem('/tmp/x.pdf');

  const [group, own] = (await noted()).split('\n');
  expect(group).toBe(own);
});

it('K2 says so where there is no opener', async () => {
  vi.stubEnv('PATH', folder);
  on('linux');
  expect(await openWithSystem('/tmp/x.pdf')).toBe(false);
});

it('K2 does not wait for an application that stays open', async () => {
  await opener('xdg-open', 'exec sleep 8');
  on('linux');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opening = openWithSystem('/tmp/x.pdf');

  vi.advanceTimersByTime(3000);

  expect(await opening).toBe(true);
  vi.useRealTimers();
});
