// Tests of what every shell gets from the system.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { dataFolder, openLog, systemLocale } from '../../../main/system.ts';

describe('dataFolder', () => {
  it('follows the custom of each system', () => {
    expect(dataFolder({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe('/x/tierce');
    expect(dataFolder({}, 'linux')).toMatch(/\/\.config\/tierce$/);
    expect(dataFolder({}, 'darwin')).toMatch(/Library\/Application Support\/Tierce$/);
    expect(dataFolder({ APPDATA: '/r' }, 'win32')).toBe('/r/Tierce');
  });

  it('K5 takes no place that is relative to wherever one happens to work', () => {
    expect(dataFolder({ XDG_CONFIG_HOME: 'x' }, 'linux')).toMatch(/^\/.*\/\.config\/tierce$/);
    expect(dataFolder({ APPDATA: '' }, 'win32')).toMatch(/^\/.*Roaming\/Tierce$/);
  });
});

describe('systemLocale', () => {
  it('reads what Linux says, in its order', () => {
    expect(systemLocale({ LANG: 'fr_FR.UTF-8' }, 'linux')).toBe('fr-FR');
    expect(systemLocale({ LC_ALL: 'en_GB', LANG: 'fr_FR.UTF-8' }, 'linux')).toBe('en-GB');
    expect(systemLocale({ LC_ALL: '', LC_MESSAGES: 'fr_CA@euro', LANG: 'en_US' }, 'linux')).toBe('fr-CA');
  });

  it.each(['C', 'C.UTF-8', 'POSIX', ''])('takes %j for no language at all', (LANG) => {
    expect(systemLocale({ LANG }, 'linux')).toBe('');
  });
});

describe('openLog', () => {
  it('writes one line for each entry, and begins again beside a large file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'log-'));
    await writeFile(path.join(folder, 'tierce.log'), 'x'.repeat(1024 * 1024 + 1));
    const log = openLog(folder, () => '2026-03-16T08:00:00.000Z');

    log('bug 12345678\nin project.run');

    await expect
      .poll(() => readFile(path.join(folder, 'tierce.log'), 'utf8').catch(() => ''))
      .toBe('2026-03-16T08:00:00.000Z bug 12345678 in project.run\n');
    expect((await readdir(folder)).toSorted()).toEqual(['tierce.log', 'tierce.log.1']);
    await rm(folder, { recursive: true });
  });

  it.skipIf(process.platform === 'win32')('K5 puts a pipe aside that has its name, which would be waited for', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'log-'));
    execFileSync('mkfifo', [path.join(folder, 'tierce.log')]);
    openLog(folder, () => 'now')('bug');

    await expect.poll(async () => (await stat(path.join(folder, 'tierce.log'))).isFile()).toBe(true);
    await rm(folder, { recursive: true });
  });

  it('never stops the work when it cannot write', async () => {
    const log = openLog('/dev/null/none', () => '');
    log('lost');
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('K5 stops nothing where its folder cannot be made', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'log-'));
    await writeFile(path.join(folder, 'data'), 'in its place');
    const refused: unknown[] = [];
    const note = (reason: unknown): void => void refused.push(reason);
    process.on('unhandledRejection', note);

    openLog(path.join(folder, 'data'), () => '2026-03-16T08:00:00.000Z')('bug 1');
    await expect.poll(() => readFile(path.join(folder, 'data'), 'utf8')).toBe('in its place');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);

    expect(refused).toEqual([]);
  });
});
