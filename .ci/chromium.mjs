// Finds a Chromium for the tests: an installed one first, else the one of the npm package @sparticuz/chromium.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { cacheFolder } from './cache.mjs';
import { root } from './root.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const programFiles = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean);

function candidates() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const tails = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return tails.flatMap((tail) => programFiles.map((folder) => path.join(folder, tail)));
  }
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** @returns an installed Chromium, Chrome or Edge, or null */
export function installedChromium() {
  const wished = process.env.TIERCE_CHROMIUM;
  if (wished === 'packaged') return null;
  if (wished) return wished;
  return candidates().find((file) => existsSync(file)) ?? null;
}

/** Unpacks the packaged Chromium and its NSS libraries once. @returns its executable and library folder, or null if it does not run */
export function packagedChromium() {
  const bin = path.join(root, 'node_modules/@sparticuz/chromium/bin');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(bin)) return null;
  const { version } = JSON.parse(readFileSync(path.join(bin, '../package.json'), 'utf8'));
  const folder = path.join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(folder)) unpack(bin, folder);
  return { executablePath: path.join(folder, 'chromium'), libraries: path.join(folder, 'lib') };
}

function unpack(bin, folder) {
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(path.join(draft, 'chromium'), brotliDecompressSync(readFileSync(path.join(bin, 'chromium.br'))));
  chmodSync(path.join(draft, 'chromium'), 0o755);
  for (const archive of ['al2023', 'swiftshader', 'fonts']) {
    const input = brotliDecompressSync(readFileSync(path.join(bin, `${archive}.tar.br`)));
    execFileSync('tar', ['-x', '-C', draft], { input });
  }
  writeFileSync(path.join(draft, 'fonts.conf'), fontConfiguration(folder));
  renameSync(draft, folder);
}

/** Without a single font on the machine Chromium lays out no text at all, so the packaged one is always provided. */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/**
 * The Chromium that the tests drive: an installed one as its user has it, or the light one of the package, which draws no window of its
 * own and takes half the work. Each replaces the other where that is missing; TIERCE_CHROMIUM sets one for all.
 * @param {'installed' | 'light'} wish
 * @returns executable, environment and arguments to launch it with, or null when there is none
 */
export function testChromium(wish = 'installed') {
  return wish === 'light' && !process.env.TIERCE_CHROMIUM
    ? (packagedForTests() ?? installedForTests())
    : (installedForTests() ?? packagedForTests());
}

function installedForTests() {
  const installed = installedChromium();
  // Root cannot use the sandbox, and the tests may run as root in a container; the product never passes this.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return installed ? { name: installed, executablePath: installed, env: {}, args } : null;
}

function packagedForTests() {
  const packaged = packagedChromium();
  if (!packaged) return null;
  const libraryPath = [packaged.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = { LD_LIBRARY_PATH: libraryPath, FONTCONFIG_FILE: path.join(path.dirname(packaged.executablePath), 'fonts.conf') };
  return {
    name: '@sparticuz/chromium',
    executablePath: packaged.executablePath,
    env,
    args: ['--no-sandbox', '--headless=shell', '--no-zygote'],
  };
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(testChromium(), null, 2));
