// Reads the files of a library in workers: a thousand of them, or a hostile one, never keep main from answering.
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { type CalledWorker, calledWorker, WorkerFailed } from '../workers/called-worker.ts';
import type { EntryRequest } from './entry-worker.ts';
import type { EntryReader, Reading } from './read-entry.ts';

/** More would wait for the disk. */
const MOST_WORKERS = 4;
/** The largest legal file takes a part of it, as text and as records. In megabytes. */
const MEMORY_MB = 2_048;

/**
 * @param scripts where the built worker lies
 * @param log told of a bug without anything of a file
 */
export function readingApart(scripts: string, log: (line: string) => void): EntryReader {
  const begin = (): CalledWorker<EntryRequest, Reading> => calledWorker(join(scripts, 'entry-worker.js'), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  const idle = Array.from({ length: Math.min(Math.max(cpus().length, 1), MOST_WORKERS) }, begin);
  const all = [...idle];
  const waiting: ((worker: CalledWorker<EntryRequest, Reading>) => void)[] = [];
  const taken = (): Promise<CalledWorker<EntryRequest, Reading>> => {
    const worker = idle.pop();
    return worker === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(worker);
  };
  const letGo = (worker: CalledWorker<EntryRequest, Reading>): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };
  return {
    read: async (path, today) => {
      const worker = await taken();
      try {
        return await worker.call({ path, today });
      } catch (error) {
        if (!(error instanceof WorkerFailed)) throw error;
        log(`bug library: ${error.bug}`);
        return { state: 'unreadable', failure: { code: 'file-damaged', name: basename(path), where: error.bug.slice(0, 40) }, fileId: null };
      } finally {
        letGo(worker);
      }
    },
    stop: async () => {
      await Promise.all(all.map((worker) => worker.stop()));
    },
  };
}
