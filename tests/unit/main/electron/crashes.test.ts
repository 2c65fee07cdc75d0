// K5: the window or the application dies: it comes back, but not in an endless loop.
import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { afterBug, afterWindowCrash, watchWindow } from '../../../../main/electron/crashes.ts';

it('K5 draws the window again after a crash, and gives up when it crashes again and again', () => {
  expect(afterWindowCrash([0])).toBe('reload');
  expect(afterWindowCrash([0, 1000, 2000])).toBe('reload');
  expect(afterWindowCrash([0, 1000, 2000, 3000])).toBe('give up');
  expect(afterWindowCrash([0, 1000, 2000, 100_000])).toBe('reload');
});

it('K5 starts the application anew after a bug that nothing caught, but not right after its start', () => {
  expect([afterBug(3_000), afterBug(3_600_000)]).toEqual(['exit', 'relaunch']);
});

it('K5 hears the page go, logs no more than why, and leaves a page alone that was closed on purpose', () => {
  const contents = new EventEmitter();
  const reload = vi.fn(() => Promise.resolve());
  const giveUp = vi.fn(() => Promise.resolve());
  const logged: string[] = [];
  watchWindow({ webContents: contents } as never, { log: (line) => logged.push(line), nowMs: () => 0, reload, giveUp });

  contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  for (let time = 0; time < 4; time += 1) contents.emit('render-process-gone', {}, { reason: 'oom' });

  expect([reload.mock.calls.length, giveUp.mock.calls.length, logged]).toEqual([
    3,
    1,
    Array.from({ length: 4 }, () => 'window gone (oom)'),
  ]);
});
