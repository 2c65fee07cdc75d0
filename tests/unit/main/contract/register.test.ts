// K1: Electron's messages reach the dispatch only from the window's own page, each by its channel.
import { beforeEach, expect, it, vi } from 'vitest';

import { CHANNEL_NAMES } from '../../../../preload/contract/channels.ts';
import { register } from '../../../../main/contract/register.ts';

type Handler = (event: { readonly sender: string }, args: unknown) => unknown;
const handlers = vi.hoisted(() => new Map<string, unknown>());
vi.mock('electron', () => ({ ipcMain: { handle: (channel: string, handler: unknown) => void handlers.set(channel, handler) } }));

beforeEach(() => handlers.clear());

const heard: (readonly [unknown, unknown])[] = [];
const ask = (channel: string, sender: string, args: unknown): unknown => (handlers.get(channel) as Handler)({ sender }, args);

it('K1 opens every channel of the contract, and hands a message of the own page on as it came', async () => {
  register(
    (channel, args) => {
      heard.push([channel, args]);
      return Promise.resolve({ ok: true, value: channel });
    },
    (event) => (event as unknown as { readonly sender: string }).sender === 'own',
  );

  expect([...handlers.keys()]).toEqual([...CHANNEL_NAMES]);
  expect(await ask('library.list', 'own', { a: 1 })).toEqual({ ok: true, value: 'library.list' });
  expect(await ask('project.run', 'other', { b: 2 })).toEqual({ ok: false, failure: { code: 'sender-refused' } });
  expect(heard).toEqual([['library.list', { a: 1 }]]);
});
