// Tests of asking whether private windows are forbidden, in the way of each system.
import * as promises from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Brand } from '../../../../main/browser/find-browser.ts';
import { forbidsPrivateWindows, runProgram } from '../../../../main/browser/private-windows.ts';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

type Answers = Readonly<Record<string, string>>;

/** A system whose programs answer questions as told, and that records what it was asked. */
function system(platform: NodeJS.Platform, answers: Answers = {}, environment: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const run = (program: string, args: readonly string[]): Promise<string> => {
    const question = [program, ...args].join(' ');
    asked.push(question);
    return Promise.resolve(answers[question] ?? '');
  };
  return { asked, asking: { platform, environment, files: realFileSystem, run } };
}

/** A Linux whose policy folder has these files. */
async function linux(folder: string, policies: Answers) {
  const etc = await temporaryFolder();
  await promises.mkdir(join(etc, folder), { recursive: true });
  for (const [name, text] of Object.entries(policies)) await promises.writeFile(join(etc, folder, name), text);
  const moved = (path: unknown) => join(etc, String(path));
  const files = {
    ...realFileSystem,
    readdir: ((path: string) => promises.readdir(moved(path))) as typeof promises.readdir,
    stat: ((path: string) => promises.stat(moved(path))) as typeof promises.stat,
    readFile: ((path: string) => promises.readFile(moved(path))) as typeof promises.readFile,
  };
  return { ...system('linux').asking, files };
}

describe('forbidsPrivateWindows on Linux', () => {
  it.each<[string, Brand, string, string, boolean]>([
    ['Chromium forbids', 'chromium', '/etc/chromium/policies/managed', '{"IncognitoModeAvailability": 1}', true],
    ['Ubuntu’s Chromium forbids', 'chromium', '/etc/chromium-browser/policies/managed', '{"IncognitoModeAvailability":1}', true],
    ['Chrome forbids', 'chrome', '/etc/opt/chrome/policies/managed', '{"HomepageLocation":"x","IncognitoModeAvailability" : 1 }', true],
    ['Edge forbids', 'edge', '/etc/opt/edge/policies/managed', '{"InPrivateModeAvailability":1}', true],
    ['the older word forbids', 'chrome', '/etc/opt/chrome/policies/managed', '{"IncognitoEnabled": false}', true],
    ['the older word forbids, written tightly', 'chrome', '/etc/opt/chrome/policies/managed', '{"IncognitoEnabled":false}', true],
    ['the older word forbids, written widely', 'chrome', '/etc/opt/chrome/policies/managed', '{"IncognitoEnabled"  :  false}', true],
    ['the older word allows', 'chrome', '/etc/opt/chrome/policies/managed', '{"IncognitoEnabled": true}', false],
    [
      'with comments, as browsers take it',
      'chrome',
      '/etc/opt/chrome/policies/managed',
      '// Poste partagé\n{"IncognitoModeAvailability": 1,}',
      true,
    ],
    ['allowed', 'chromium', '/etc/chromium/policies/managed', '{"IncognitoModeAvailability": 0}', false],
    ['forced', 'chromium', '/etc/chromium/policies/managed', '{"IncognitoModeAvailability": 2}', false],
    ['a value that begins with 1', 'chromium', '/etc/chromium/policies/managed', '{"IncognitoModeAvailability": 10}', false],
    ['a policy of another browser', 'chromium', '/etc/opt/chrome/policies/managed', '{"IncognitoModeAvailability": 1}', false],
    ['no JSON at all', 'chromium', '/etc/chromium/policies/managed', '\0\xff', false],
  ])('K2 %s', async (_, brand, folder, text, expected) => {
    expect(await forbidsPrivateWindows(brand, await linux(folder, { 'poste.json': text }))).toBe(expected);
  });

  it('K2 reads every policy, and nothing that is none', async () => {
    const asking = await linux('/etc/chromium/policies/managed', {
      'a.json': '{}',
      'b.json': '{"IncognitoModeAvailability":1}',
      'c.json': '{}',
    });
    expect(await forbidsPrivateWindows('chromium', asking)).toBe(true);
    expect(
      await forbidsPrivateWindows(
        'chromium',
        await linux('/etc/chromium/policies/managed', { 'a.json.bak': '{"IncognitoModeAvailability":1}' }),
      ),
    ).toBe(false);
  });

  it('K2 believes that nothing is forbidden where there are no policies', async () => {
    expect(await forbidsPrivateWindows('edge', await linux('/etc/nothing', {}))).toBe(false);
  });
});

describe('forbidsPrivateWindows on Windows', () => {
  const QUESTION = 'D:\\Windows\\System32\\reg.exe query HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge /v InPrivateModeAvailability';
  const answer = (value: string) =>
    `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\r\n    InPrivateModeAvailability    REG_DWORD    ${value}\r\n\r\n`;

  it.each([
    ['0x1', true],
    ['0x0', false],
    ['0x2', false],
    ['0x10', false],
  ])('K2 takes %s for %s', async (value, expected) => {
    const { asking } = system('win32', { [QUESTION]: answer(value) }, { SystemRoot: 'D:\\Windows' });
    expect(await forbidsPrivateWindows('edge', asking)).toBe(expected);
  });

  it.each(['', '\n', '\r\n', '   \r\n'])('K2 reads an answer whatever ends it (%j)', async (end) => {
    const line = `    InPrivateModeAvailability    REG_DWORD    0x1${end}`;
    const { asking } = system('win32', { [QUESTION]: line }, { SystemRoot: 'D:\\Windows' });
    expect(await forbidsPrivateWindows('edge', asking)).toBe(true);
  });

  it('K2 asks for the computer and for the user, each browser by its own key', async () => {
    const { asked, asking } = system('win32');
    expect(await forbidsPrivateWindows('chrome', asking)).toBe(false);
    await forbidsPrivateWindows('chromium', asking);
    expect(asked).toEqual(
      ['HKLM', 'HKCU', 'HKLM', 'HKCU'].map(
        (root, index) =>
          `C:\\Windows\\System32\\reg.exe query ${root}\\SOFTWARE\\Policies\\${index < 2 ? 'Google\\Chrome' : 'Chromium'} /v IncognitoModeAvailability`,
      ),
    );
  });
});

describe('forbidsPrivateWindows on a Mac', () => {
  it('K2 asks for the computer and for the user', async () => {
    const { asked, asking } = system(
      'darwin',
      { '/usr/bin/defaults read /Library/Managed Preferences/anne/com.google.Chrome IncognitoModeAvailability': '1\n' },
      { USER: 'anne' },
    );
    expect(await forbidsPrivateWindows('chrome', asking)).toBe(true);
    expect(asked).toHaveLength(2);
    expect(await forbidsPrivateWindows('edge', asking)).toBe(false);
    expect(asked.at(-1)).toBe('/usr/bin/defaults read /Library/Managed Preferences/anne/com.microsoft.Edge InPrivateModeAvailability');
  });

  const ANSWERS = [
    ['1', true],
    ['1\n', true],
    ['1 \n\n', true],
    ['0\n', false],
    ['2\n', false],
    ['21\n', false],
    ['-1\n', false],
  ] as const;
  it.each(ANSWERS)('K2 takes %j for %s', async (value, expected) => {
    const question = '/usr/bin/defaults read /Library/Managed Preferences/org.chromium.Chromium IncognitoModeAvailability';
    const { asking } = system('darwin', { [question]: value });
    expect(await forbidsPrivateWindows('chromium', asking)).toBe(expected);
  });

  it('K2 asks for the computer alone where the user has no name', async () => {
    const { asked, asking } = system('darwin', {
      '/usr/bin/defaults read /Library/Managed Preferences/org.chromium.Chromium IncognitoModeAvailability': '10\n',
    });
    expect(await forbidsPrivateWindows('chromium', asking)).toBe(false);
    expect(asked).toEqual(['/usr/bin/defaults read /Library/Managed Preferences/org.chromium.Chromium IncognitoModeAvailability']);
  });
});

describe('runProgram', () => {
  it('K2 gives what a program says, and nothing for one that fails or is not there', async () => {
    expect(await runProgram(process.execPath, ['-e', 'process.stdout.write("1")'])).toBe('1');
    expect(await runProgram(process.execPath, ['-e', 'process.stdout.write("1"); process.exitCode = 1'])).toBe('');
    expect(await runProgram('/nowhere/reg.exe', [])).toBe('');
  });
});
