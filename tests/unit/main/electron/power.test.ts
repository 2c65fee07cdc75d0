// E11: system events that suggest an abandoned computer lock the notebook.
import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { lockWhenLeft } from '../../../../main/electron/power.ts';

it.each(['suspend', 'lock-screen', 'user-did-resign-active'])('E11 locks at %s', (event) => {
  const monitor = new EventEmitter();
  const lock = vi.fn();
  lockWhenLeft(monitor as never, lock);

  monitor.emit(event);

  expect(lock).toHaveBeenCalledOnce();
});

it('E11 locks at nothing else that the system tells', () => {
  const monitor = new EventEmitter();
  const lock = vi.fn();
  lockWhenLeft(monitor as never, lock);

  for (const event of ['resume', 'unlock-screen', 'on-ac', 'on-battery', 'user-did-become-active']) monitor.emit(event);

  expect(lock).not.toHaveBeenCalled();
});
