// Builds the application, and does nothing while its sources are unchanged.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './root.mjs';
import { runNode } from './run.mjs';

const rooms = ['domain', 'main', 'preload', 'renderer', 'resources'];
const configuration = ['package-lock.json', 'electron.vite.config.ts', 'tsconfig.json', '.ci/aliases.mjs'];
/** The window shows the guide. */
const guides = ['docs/guide.fr.md', 'docs/guide.en.md'];

function filesUnder(folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

/** @returns a digest of everything that goes into the build */
export function sourcesDigest(alsoFrom) {
  const digest = createHash('sha256');
  for (const file of [...rooms, ...alsoFrom].flatMap(filesUnder).concat(configuration, guides)) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return digest.digest('hex');
}

/**
 * Builds if the sources have changed since the last build.
 * @param build configuration: which vite configuration; folder: where it writes; alsoFrom: further source folders
 * @returns whether there is a build
 */
export async function ensureBuild({
  configuration: file = 'electron.vite.config.ts',
  folder = 'out',
  stampName = '.built',
  alsoFrom = [],
} = {}) {
  const stamp = path.join(root, folder, stampName);
  const digest = sourcesDigest(alsoFrom);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true;
  rmSync(stamp, { force: true });
  console.log('Building the application…');
  const { code } = await runNode(
    [path.join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--config', file, '--logLevel', 'warn'],
    { env: { NODE_ENV: 'production' } },
  );
  if (code !== 0) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

if (process.argv[1] === import.meta.filename && !(await ensureBuild())) process.exitCode = 1;
