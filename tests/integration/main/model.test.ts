// A2 A3 A10: random work, failing disks, other programs and people, clocks, crashes and power cuts against a model of what was reported.
import fc from 'fast-check';
import { it, vi } from 'vitest';
import { anySequence, hold } from '../../model/sequence.ts';
import { inSlices } from '../../model/slices.ts';
import { noteTried } from '../../support/note-tried.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const SLICE = 400;
const SEQUENCES = Number(process.env['TIERCE_SEQUENCES'] ?? SLICE);
/** One seed for all, so that nobody's change fails by chance; TIERCE_SEED tries another. At full size each slice has a new one. */
const SEED = Number(process.env['TIERCE_SEED'] ?? (SEQUENCES > SLICE ? Date.now() % 1_000_000_000 : 20_261_114));

/** A failure reports its seed, and the shortest sequence that fails: plain data that `model-cases.test.ts` can keep. */
function holdAll(seed: number, numRuns: number): Promise<void> {
  return fc.assert(fc.asyncProperty(anySequence, hold), { seed, numRuns });
}

it(
  'A2 A3 A10 whatever was told safe is found, whatever happens',
  async () => {
    noteTried(SEQUENCES);
    if (SEQUENCES <= SLICE) await holdAll(SEED, SEQUENCES);
    else await inSlices(Math.ceil(SEQUENCES / SLICE), SEED, (seed) => holdAll(seed, SLICE));
  },
  600_000 + SEQUENCES * 500,
);
