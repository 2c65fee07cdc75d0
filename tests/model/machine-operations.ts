// What happens to the computers, their disks and their clocks.
import fc from 'fast-check';
import type { Illness } from '../support/moody-disk.ts';
import { type Operation, operation } from './operation.ts';
import { openEntry, openPath } from './screens.ts';
import { ModelWindow } from './model-window.ts';
import type { Computer, Place, World } from './world.ts';

const place = fc.constantFrom<Place>('journals', 'library', 'data');
/** More windows on one file would only take more time. */
const MOST_WINDOWS = 3;

const pass = operation<{ readonly ms: number }>({
  name: 'pass',
  weight: 8,
  arbitrary: fc.record({ ms: fc.constantFrom(1500, 3, 20, 400, 6000, 30_000, 16 * 60_000) }),
  run: async (world, { ms }) => {
    await world.clock.advance(ms);
    await world.note();
  },
});

const jump = operation<{ readonly hours: number }>({
  name: 'jump',
  weight: 4,
  arbitrary: fc.record({ hours: fc.constantFrom(-2, 2, -26, 26, 24 * 40, -24 * 400, 24 * 366 * 3) }),
  run: async ({ clock }, { hours }) => clock.jump(hours),
});

const fall = operation<{ readonly place: Place; readonly illness: Illness; readonly after: number; readonly times: number }>({
  name: 'fall',
  weight: 7,
  arbitrary: fc.record({
    place,
    illness: fc.constantFrom<Illness>('full', 'read-only', 'broken', 'unflushed'),
    after: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 12 }) }),
    times: fc.constantFrom(999_999, 1, 2),
  }),
  run: async (world, { place, ...spell }) => world.moody.fall(world.folderOf(place), spell),
});
const heal = operation<{ readonly place: Place }>({
  name: 'heal',
  weight: 6,
  arbitrary: fc.record({ place }),
  run: async (world, { place }) => world.moody.heal(world.folderOf(place)),
});

const slow = operation<{ readonly place: Place; readonly ms: number }>({
  name: 'slow',
  weight: 4,
  arbitrary: fc.record({ place: fc.constantFrom<Place>('library', 'journals', 'data'), ms: fc.constantFrom(0, 3, 900, 3000) }),
  run: async (world, { place, ms }) => world.moody.slow(world.folderOf(place), ms),
});

const kill = operation<{ readonly who: number; readonly isOpenedAgain: boolean }>({
  name: 'kill',
  weight: 3,
  arbitrary: fc.record({ who: fc.nat({ max: 2 }), isOpenedAgain: fc.boolean() }),
  run: async (world, { who, isOpenedAgain }) => {
    const window = world.windows[who % Math.max(1, world.windows.length)];
    if (window === undefined) return;
    world.kill(window);
    if (isOpenedAgain) await openOn(world, window.computer, 0);
  },
});

/** @param seed decides what remains of what was not flushed */
export function cutPower(world: World, seed: number): void {
  for (const window of world.windows) world.kill(window);
  for (const computer of world.computers) computer.start += 1;
  const random = chances(seed);
  world.memory?.cut(random);
}

const cut = operation<{ readonly seed: number; readonly isOpenedAgain: boolean }>({
  name: 'cut',
  weight: 3,
  arbitrary: fc.record({ seed: fc.nat({ max: 999 }), isOpenedAgain: fc.boolean() }),
  run: async (world, { seed, isOpenedAgain }) => {
    cutPower(world, seed);
    if (isOpenedAgain) await openOn(world, world.computers[0], 0);
  },
});

const close = operation<{ readonly who: number; readonly evenUnsaved: boolean }>({
  name: 'close',
  weight: 3,
  arbitrary: fc.record({ who: fc.nat({ max: 2 }), evenUnsaved: fc.boolean() }),
  run: async (world, { who, evenUnsaved }) => {
    const window = world.windows[who % Math.max(1, world.windows.length)];
    if (window !== undefined && (await window.close(evenUnsaved)).ok) world.kill(window);
  },
});

const open = operation<{ readonly isElsewhere: boolean; readonly which: number }>({
  name: 'open',
  weight: 6,
  arbitrary: fc.record({ isElsewhere: fc.boolean(), which: fc.nat({ max: 1 }) }),
  run: async (world, { isElsewhere, which }) => {
    if (world.windows.every(({ documentId }) => documentId === null)) await openOn(world, world.computers[isElsewhere ? 1 : 0], which);
  },
});

/** The previous window goes on working with the file. */
export const takeOver = operation<{ readonly isElsewhere: boolean }>({
  name: 'takeOver',
  weight: 3,
  arbitrary: fc.record({ isElsewhere: fc.boolean() }),
  run: async (world, { isElsewhere }) => {
    if (world.windows.length >= MOST_WINDOWS) return;
    const window = await ModelWindow.start(world, world.computers[isElsewhere ? 1 : 0]);
    const opened = await openPath(window, world.path);
    if (isElsewhere) world.haveOthersWritten = true;
    else world.wasTakenOver = true;
    if (opened.ok) await window.adopt(opened.value);
    else world.kill(window);
  },
});

/** Opens an accompaniment of the list, if one of them opens. */
export async function openOn(world: World, computer: Computer, which: number): Promise<void> {
  const window = await ModelWindow.start(world, computer);
  if (computer !== world.computers[0]) world.haveOthersWritten = true;
  const listed = await window.ask('library.list', {});
  const entries = listed.ok ? listed.value.entries : [];
  const entry = entries[which % Math.max(1, entries.length)];
  const opened = entry === undefined ? null : await openEntry(window, entry.entryId);
  if (opened?.ok === true) await window.adopt(opened.value);
  else world.kill(window);
}

/** The same numbers for the same seed. @source mulberry32, public domain */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const MACHINE: readonly Operation[] = [pass, jump, fall, heal, slow, kill, cut, close, open, takeOver];
