// Reads the files of a library in workers, so that neither a thousand files nor a hostile one can block main.
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { type CalledWorker, calledWorker, WorkerFailed } from '../workers/called-worker.ts';
import type { EntryRequest } from './entry-worker.ts';
import type { EntryReader, Reading } from './read-entry.ts';

/** More would only wait for the disk. */
const MOST_WORKERS = 4;
/** The largest legal file needs part of this, as text and as records. In megabytes. */
const MEMORY_MB = 2_048;

type EntryWorker = CalledWorker<EntryRequest, Reading>;

/**
 * @param scripts the folder of the built worker
 * @param log receives bugs, without any content of a file
 */
export function readingApart(scripts: string, log: (line: string) => void): EntryReader {
  const script = join(scripts, 'entry-worker.js');
  const begin = (): EntryWorker => calledWorker(script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  return sharedOut(Array.from({ length: Math.min(Math.max(cpus().length, 1), MOST_WORKERS) }, begin), log);
}

/** Gives each worker one file at a time; the other files wait in the order of the requests. */
export function sharedOut(workers: readonly EntryWorker[], log: (line: string) => void): EntryReader {
  const idle = [...workers];
  const waiting: ((worker: EntryWorker) => void)[] = [];
  const taken = (): Promise<EntryWorker> => {
    const worker = idle.pop();
    return worker === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(worker);
  };
  const letGo = (worker: EntryWorker): void => {
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
        return {
          state: 'unreadable',
          failure: { code: 'file-damaged', name: basename(path), where: error.bug.slice(0, 40) },
          fileId: null,
        };
      } finally {
        letGo(worker);
      }
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
