// Processes as locks see them, without starting any.
import type { RunningProcess } from '../../main/locks/running-process.ts';

let started = 0;

/** A process on this computer. `areOthersGone`: whether every other one has ended, as after a crash. */
export function processNamed({
  areOthersGone = true,
  machine = 'portable-de-sonia',
}: { readonly areOthersGone?: boolean; readonly machine?: string } = {}): RunningProcess {
  started += 1;
  const self = { machine, start: 'start-1', pid: 1000 + started, born: String(started) };
  return { self, instance: `instance-${started}`, isSurelyGone: (other) => areOthersGone && other.machine === machine };
}
