// Where the tests keep their folders: in memory if the machine has room, since they flush far more than any user would.
import { existsSync, readFileSync, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
/** Chromium profiles, Electron stages and the folders of the tests take some hundreds of megabytes. */
const ROOM_BYTES = 2 * 1024 ** 3;

/** @returns whether programs may run from there: an Electron stage contains one */
function mayRunPrograms() {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const [, , , options = ''] = mounts.findLast(([, folder]) => folder === MEMORY) ?? [];
  return options !== '' && !options.split(',').includes('noexec');
}

/** @returns the environment for a test runner; a folder set with TMPDIR stays */
export function temporaryEnvironment() {
  if (process.platform !== 'linux' || process.env.TMPDIR !== undefined || !existsSync(MEMORY)) return {};
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM_BYTES && mayRunPrograms() ? { TMPDIR: MEMORY } : {};
}
