// Who this process is, and whether another one of this computer still runs: what a lock needs to tell a holder that is surely dead.
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';

/** A process as a lock names it. `start` is the start of the computer, `born` that of the process: a number of a process is used again. */
export type ProcessName = { readonly machine: string; readonly start: string; readonly pid: number; readonly born: string | null };

export type RunningProcess = {
  readonly self: ProcessName;
  /** Another instance of the application in this very process never has the same one. */
  readonly instance: string;
  /** @returns whether a process of this computer, since its last start, is certainly gone */
  readonly isSurelyGone: (other: ProcessName) => boolean;
};

/** @returns this process. What the system does not tell is left unknown, so that a doubt is asked about and never decided. */
export function runningProcess(): RunningProcess {
  const self: ProcessName = { machine: hostname(), start: startOfComputer(), pid: process.pid, born: birthOf(process.pid) };
  return { self, instance: randomUUID(), isSurelyGone: (other) => isSurelyGone(self, other) };
}

function isSurelyGone(self: ProcessName, other: ProcessName): boolean {
  if (other.machine !== self.machine || other.start !== self.start) return false;
  if (!isAlive(other.pid)) return true;
  const born = birthOf(other.pid);
  return born !== null && other.born !== null && born !== other.born; // its number belongs to another process by now
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH'); // EPERM: it is there, and somebody else's
  }
}

/** Seconds by which two readings of the same start may differ where the system only tells how long it has been up. */
const START_GRAIN = 10;

/** On Linux a random name of the start, with the space in which numbers of processes are given: two containers on one computer do not see each other's. */
function startOfComputer(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return startFromClock(); // Windows and macOS
  }
}

/** Where nothing is told, it is a start that no other process names: of no holder it is then known that it has gone. */
function startFromClock(): string {
  try {
    return startFromUptime(Date.now(), uptime());
  } catch {
    return `unknown ${randomUUID()}`;
  }
}

/**
 * @param upSeconds since the start
 * @returns a name of the start, which differs where the two clocks leave a doubt: then one is asked
 */
export function startFromUptime(nowMs: number, upSeconds: number): string {
  return String(Math.round((nowMs / 1000 - upSeconds) / START_GRAIN));
}

/** @returns the moment at which a process was started, in the system's own measure; `null` where it does not tell */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null; // field 22; the name before it may hold spaces and brackets
  } catch {
    return null;
  }
}
