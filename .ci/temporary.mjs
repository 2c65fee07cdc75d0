// Where the tests keep their folders: in memory if the machine has room for them there, since they flush far more than anybody at work.
import { existsSync, readFileSync, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
/** Profiles of Chromium, stages of Electron and the folders of the tests take some hundreds of megabytes. */
const ROOM_BYTES = 2 * 1024 ** 3;

/** @returns whether programs may run from there: the stage of Electron has one */
function mayRunPrograms() {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const [, , , options = ''] = mounts.findLast(([, folder]) => folder === MEMORY) ?? [];
  return options !== '' && !options.split(',').includes('noexec');
}

/** @returns what a runner of tests finds in its environment; a folder that is wished for by TMPDIR stays */
export function temporaryEnvironment() {
  if (process.platform !== 'linux' || process.env.TMPDIR !== undefined || !existsSync(MEMORY)) return {};
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM_BYTES && mayRunPrograms() ? { TMPDIR: MEMORY } : {};
}
