// A sequence of operations on one world, and what must be true at its end.
import fc from 'fast-check';
import { KEYS } from './key-operations.ts';
import { cutPower, MACHINE } from './machine-operations.ts';
import type { Operation } from './operation.ts';
import { OTHERS } from './others-operations.ts';
import { areAsideInTheClear, wordsOn } from './screens.ts';
import { WORK } from './work-operations.ts';
import { type DiskKind, World } from './world.ts';

/** One operation with its varying values, as plain data: `{ do: 'pass', ms: 1500 }`. */
export type Act = { readonly do: string } & Readonly<Record<string, unknown>>;
export type Ending = 'close' | 'kill' | 'cut';
export type Sequence = { readonly disk: DiskKind; readonly acts: readonly Act[]; readonly ending: Ending };

const OPERATIONS: readonly Operation[] = [...WORK, ...KEYS, ...MACHINE, ...OTHERS];
const MOST_ACTS = 25;
/** No two actions happen in the same millisecond. */
const BETWEEN_ACTS_MS = 40;

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  ...OPERATIONS.map(({ name, weight, arbitrary }) => ({ weight, arbitrary: arbitrary.map((how) => ({ do: name, ...how })) })),
);
/** Each sequence uses only some of the operations: with all of them, few would come often enough to meet. */
const anyActs: fc.Arbitrary<readonly Act[]> = fc
  .tuple(fc.subarray(OPERATIONS.map(({ name }) => name)), fc.array(anyAct, { maxLength: 3 * MOST_ACTS, size: 'max' }))
  .map(([known, acts]) => acts.filter((act) => known.includes(act.do)).slice(0, MOST_ACTS));
/** One in twenty runs on a real disk, where the power cannot be cut. */
export const anySequence: fc.Arbitrary<Sequence> = fc.record({
  disk: fc.oneof({ weight: 19, arbitrary: fc.constant<DiskKind>('memory') }, { weight: 1, arbitrary: fc.constant<DiskKind>('real') }),
  acts: anyActs,
  ending: fc.constantFrom<Ending>('kill', 'cut', 'close'),
});

/** Runs a sequence. Throws at the first broken promise. */
export async function hold({ disk, acts, ending }: Sequence): Promise<void> {
  const world = await World.begin(disk);
  try {
    for (const { do: name, ...how } of acts) {
      const operation = OPERATIONS.find((one) => one.name === name);
      if (operation === undefined) throw new Error(`There is no operation ${name}`);
      await world.clock.advance(BETWEEN_ACTS_MS);
      await operation.run(world, how);
      judge(world);
    }
    await finish(world, ending);
    await lookForAll(world);
  } finally {
    await world.end();
  }
}

/** At the end everything works again, and every message has its answer. */
async function finish(world: World, ending: Ending): Promise<void> {
  world.noteIllness();
  world.moody.healAll();
  for (const window of world.windows) await world.clock.until(Promise.all([window.underWay, window.looking]));
  if (ending === 'cut') cutPower(world, world.newNumber());
  for (const window of world.windows) {
    if (ending === 'close' && !(await window.close(false)).ok) await window.close(true);
    world.kill(window);
  }
  judge(world);
}

async function lookForAll(world: World): Promise<void> {
  const found = new Set<string>();
  let isAllRead = true;
  for (const computer of world.computers) for (const word of await wordsOn(world, computer)) found.add(word);
  for (const computer of world.computers) {
    isAllRead &&= (await areAsideInTheClear(world, computer)) || !world.wasSealedAside;
  }
  judge(world);
  const missing = world.claims.missing(found);
  if (missing.length > 0 && isAllRead)
    throw new Error(`told safe, and not found: ${missing.join(', ')}; found ${[...found].toSorted().join(', ')}`);
}

function judge({ faults }: World): void {
  if (faults.length > 0) throw new Error(faults.join('; '));
}
