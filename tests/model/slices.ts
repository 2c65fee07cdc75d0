// Very many sequences in slices, each under a seed of its own: a run that was stopped goes on with those that are missing.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const PROGRESS = 'out/torture-model.json';
type Progress = { readonly firstSeed: number; readonly finished: readonly number[] };

/**
 * Runs what is not finished yet. Seeds are new once all are finished, so that no two runs try the same.
 * @param seed of the first slice of a new run
 * @param run throws where something does not hold: its slice is tried again by the next run
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
    return null; // none, or half of one: all slices are tried anew
  }
}
