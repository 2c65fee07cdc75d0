// Provides a display to programs that need one: the machine's, else an Xvfb started for the duration of the run.
import { spawn } from 'node:child_process';

/** An Xvfb that has printed nothing by then will not start. In milliseconds. */
const START_MS = 10_000;

/** Starts an Xvfb that chooses a free number itself. @returns its display and how to end it, or null */
function startXvfb() {
  return new Promise((resolve) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const giveUp = setTimeout(() => server.kill(), START_MS);
    let said = '';
    server.on('error', () => resolve(null));
    server.on('close', () => resolve(null));
    server.stdio[3].on('data', (part) => {
      said += part;
      if (!said.includes('\n')) return;
      clearTimeout(giveUp);
      resolve({ display: `:${said.trim()}`, end: () => server.kill() });
    });
  });
}

/**
 * Runs something that draws windows.
 * @param work receives the environment variables to add
 * @param without called with the reason when there is no display
 */
export async function withDisplay(work, without) {
  if (process.platform !== 'linux' || process.env.DISPLAY) return work({});
  const server = await startXvfb();
  if (!server) return without('no display and no Xvfb here; on Debian: apt-get install xvfb');
  try {
    return await work({ DISPLAY: server.display });
  } finally {
    server.end();
  }
}
