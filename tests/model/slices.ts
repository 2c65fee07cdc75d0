// Very many sequences in slices, each with a seed of its own: a run that was stopped continues with the missing ones.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const PROGRESS = 'out/torture-model.json';
type Progress = { readonly firstSeed: number; readonly finished: readonly number[] };

/**
 * Runs what is not finished yet. Once all are finished the seeds are new, so that no two runs try the same.
 * @param seed of the first slice of a new run
 * @param run throws if something does not hold: the next run then tries its slice again
 */
export async function inSlices(count: number, seed: number, run: (seed: number) => Promise<void>): Promise<void> {
  let progress = (await readProgress()) ?? { firstSeed: seed, finished: [] };
  const seeds = Array.from({ length: count }, (_, index) => progress.firstSeed + index);
  for (const each of seeds.filter((one) => !progress.finished.includes(one))) {
    await run(each);
    progress = { ...progress, finished: [...progress.finished, each] };
    await mkdir(dirname(PROGRESS), { recursive: true });
    await writeFile(PROGRESS, `${JSON.stringify(progress)}\n`);
  }
  await rm(PROGRESS, { force: true });
}

async function readProgress(): Promise<Progress | null> {
  try {
    return JSON.parse(await readFile(PROGRESS, 'utf8')) as Progress;
  } catch {
    return null; // none, or only half of one: all slices are tried again
  }
}
