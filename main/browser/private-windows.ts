// Whether an administrator of this computer forbids private windows in a browser: then it writes what is typed into its profile.
import { execFile } from 'node:child_process';
import path from 'node:path';

import type { FileSystem } from '../files/file-system.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import type { Brand } from './find-browser.ts';

export type Asking = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
  /** @returns the output of a system program, empty if it fails */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
};

/** The documented folders of each browser's policies. Ubuntu's Chromium has kept its older folder. */
const LINUX_FOLDERS: Readonly<Record<Brand, readonly string[]>> = {
  chromium: ['/etc/chromium/policies/managed', '/etc/chromium-browser/policies/managed'],
  chrome: ['/etc/opt/chrome/policies/managed'],
  edge: ['/etc/opt/edge/policies/managed'],
};
const WINDOWS_KEYS: Readonly<Record<Brand, string>> = { chromium: 'Chromium', chrome: 'Google\\Chrome', edge: 'Microsoft\\Edge' };
const MAC_DOMAINS: Readonly<Record<Brand, string>> = {
  chromium: 'org.chromium.Chromium',
  chrome: 'com.google.Chrome',
  edge: 'com.microsoft.Edge',
};
const VALUES: Readonly<Record<Brand, string>> = {
  chromium: 'IncognitoModeAvailability',
  chrome: 'IncognitoModeAvailability',
  edge: 'InPrivateModeAvailability',
};

/** 1 forbids, 0 allows, 2 forces; the older name is a boolean. A policy file may contain comments, so it is not parsed as JSON. */
const IN_FILE = /"(?:IncognitoModeAvailability|InPrivateModeAvailability)"\s*:\s*1\b|"IncognitoEnabled"\s*:\s*false\b/;
const IN_REGISTRY = /REG_DWORD\s+0x1\s*$/m;
const IN_DEFAULTS = /^1\s*$/;

const LARGEST_POLICY_BYTES = 1024 * 1024;

/** @returns whether a policy forbids them; false if none can be read */
export async function forbidsPrivateWindows(brand: Brand, asking: Asking): Promise<boolean> {
  if (asking.platform === 'win32') return saysSo(registryQuestions(brand, asking), IN_REGISTRY, asking);
  if (asking.platform === 'darwin') return saysSo(defaultsQuestions(brand, asking), IN_DEFAULTS, asking);
  const texts = await Promise.all(LINUX_FOLDERS[brand].map((folder) => policiesIn(folder, asking.files)));
  return texts.flat().some((text) => IN_FILE.test(text));
}

type Question = readonly [program: string, ...args: string[]];

async function saysSo(questions: readonly Question[], forbidden: RegExp, { run }: Asking): Promise<boolean> {
  const answers = await Promise.all(questions.map(([program, ...args]) => run(program, args)));
  return answers.some((answer) => forbidden.test(answer));
}

function registryQuestions(brand: Brand, { environment }: Asking): readonly Question[] {
  const program = path.win32.join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  return ['HKLM', 'HKCU'].map((root) => [program, 'query', `${root}\\SOFTWARE\\Policies\\${WINDOWS_KEYS[brand]}`, '/v', VALUES[brand]]);
}

function defaultsQuestions(brand: Brand, { environment }: Asking): readonly Question[] {
  const folders = ['/Library/Managed Preferences', ...(environment['USER'] ? [`/Library/Managed Preferences/${environment['USER']}`] : [])];
  return folders.map((folder) => ['/usr/bin/defaults', 'read', `${folder}/${MAC_DOMAINS[brand]}`, VALUES[brand]]);
}

async function policiesIn(folder: string, files: FileSystem): Promise<readonly string[]> {
  const names = await files.readdir(folder).catch(() => []);
  return Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => textOf(path.join(folder, name), files)));
}

async function textOf(file: string, files: FileSystem): Promise<string> {
  const read = await readRegularFile(files, file, LARGEST_POLICY_BYTES).catch(() => null);
  return Buffer.isBuffer(read) ? read.toString('utf8') : '';
}

/** The system answers within this time, or is not waited for. In milliseconds. */
const PATIENCE_MS = 3000;

/** Runs a program of this computer. */
export function runProgram(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: PATIENCE_MS, windowsHide: true }, (error, said) => resolve(error === null ? said : ''));
  });
}
