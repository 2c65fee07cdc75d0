// A8: a holder is called dead only if this very system says so. The tests that read Linux's own data run only there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runningProcess, startFromUptime } from '../../../../main/locks/running-process.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const NEVER_GIVEN = 2 ** 22 + 7; // above the largest number of a process on Linux

/** A process that does nothing, with the name that it is started by. @returns its process id */
async function processCalled(name: string): Promise<{ readonly pid: number; readonly kill: () => Promise<void> }> {
  const program = join(await temporaryFolder(), name);
  await symlink('/bin/sleep', program);
  const child = spawn(program, ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const kill = async (): Promise<void> => {
    const isGone = child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit');
    child.kill('SIGKILL');
    await isGone;
  };
  onTestFinished(kill);
  return { pid: child.pid ?? 0, kill };
}

describe('this process', () => {
  it('A8 is told apart from every other instance in it, and is always the same process', () => {
    const [one, another] = [runningProcess(), runningProcess()];

    expect(one.self).toEqual(another.self);
    expect(one.self).toMatchObject({ pid: process.pid });
    expect(one.instance).not.toBe(another.instance);
  });

  it.runIf(process.platform === 'linux')(
    'A8 names the start of the computer, and the space in which numbers of processes are given',
    () => {
      expect(runningProcess().self.start).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} pid:\[\d+\]$/);
    },
  );
});

describe('the start of a computer that only tells how long it has been up', () => {
  const START_MS = Date.parse('2026-04-14T08:00:00.000Z');
  const after = (seconds: number) => startFromUptime(START_MS + seconds * 1000, seconds);

  it('A8 has the same name however long that is, and however fine the two clocks are', () => {
    expect([after(0), after(3), after(7 * 86_400), startFromUptime(START_MS + 4900, 0)]).toEqual(Array(4).fill(String(START_MS / 10_000)));
  });

  it('A8 has another name after a new start, and when in doubt', () => {
    expect([startFromUptime(START_MS + 60_000, 0), startFromUptime(START_MS + 5000, 0)]).toEqual([
      String(START_MS / 10_000 + 6),
      String(START_MS / 10_000 + 1),
    ]);
  });
});

describe('another process', () => {
  it.each([{ machine: 'ailleurs' }, { start: 'un autre jour' }])('A8 of %j is never called gone: this system cannot tell', (elsewhere) => {
    const { self, isSurelyGone } = runningProcess();

    expect(isSurelyGone({ ...self, pid: NEVER_GIVEN })).toBe(true);
    expect(isSurelyGone({ ...self, pid: NEVER_GIVEN, ...elsewhere })).toBe(false);
  });

  it.each([0, 2 ** 40])('A8 is asked about when the system tells nothing of its number (%d)', (pid) => {
    const { self, isSurelyGone } = runningProcess();

    expect(isSurelyGone({ ...self, pid, born: '1' })).toBe(false);
  });

  it.runIf(process.platform === 'linux').each(['sleep', 'a b) c', '(x) y ('])(
    'A8 called %j lives until it ends, and its number in other hands is gone',
    async (name) => {
      const { self, isSurelyGone } = runningProcess();
      const { pid, kill } = await processCalled(name);
      const born = /^\d+ \([^]*\) \S(?: -?\d+){18} (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '';
      const other = { ...self, pid, born };

      const during = [isSurelyGone(other), isSurelyGone({ ...other, born: null }), isSurelyGone({ ...other, born: `${born}0` })];
      await kill();

      expect([during, isSurelyGone(other)]).toEqual([[false, false, true], true]);
    },
  );
});
