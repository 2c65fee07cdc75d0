// Identifies this process, and tells whether another one on this computer still runs: so that a lock's holder can be recognised as dead.
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';

/** A process as a lock names it. `start`: when the computer started, `born`: when the process did, since process ids are reused. */
export type ProcessName = { readonly machine: string; readonly start: string; readonly pid: number; readonly born: string | null };

export type RunningProcess = {
  readonly self: ProcessName;
  /** Differs for another instance of the application in the same process. */
  readonly instance: string;
  /** @returns whether a process of this computer, since its last start, is certainly gone */
  readonly isSurelyGone: (other: ProcessName) => boolean;
};

/** @returns this process. What the system does not reveal is left unknown, so that the user decides in case of doubt. */
export function runningProcess(): RunningProcess {
  const self: ProcessName = { machine: hostname(), start: startOfComputer(), pid: process.pid, born: birthOf(process.pid) };
  return { self, instance: randomUUID(), isSurelyGone: (other) => isSurelyGone(self, other) };
}

function isSurelyGone(self: ProcessName, other: ProcessName): boolean {
  if (other.machine !== self.machine || other.start !== self.start) return false;
  if (!isAlive(other.pid)) return true;
  const born = birthOf(other.pid);
  return born !== null && other.born !== null && born !== other.born; // its id belongs to another process by now
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH'); // EPERM: it exists, and belongs to somebody else
  }
}

/** Seconds by which two readings of the same start may differ where the system only reports its uptime. */
const START_GRAIN = 10;

/** On Linux the random boot id, with the pid namespace: two containers on one computer do not see each other's processes. */
function startOfComputer(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return startFromClock(); // Windows and macOS
  }
}

/** If the system reveals nothing, a name that no other process has: then no holder is ever known to be gone. */
function startFromClock(): string {
  try {
    return startFromUptime(Date.now(), uptime());
  } catch {
    return `unknown ${randomUUID()}`;
  }
}

/**
 * @param upSeconds since the start
 * @returns a name of the start, which differs if the two clocks leave a doubt: then the user is asked
 */
export function startFromUptime(nowMs: number, upSeconds: number): string {
  return String(Math.round((nowMs / 1000 - upSeconds) / START_GRAIN));
}

/** @returns the start time of a process, in the system's own unit; `null` if the system does not say */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null; // field 22; the name before it may contain spaces and brackets
  } catch {
    return null;
  }
}
