// The bridge of the Electron window: the page can reach the contract, and nothing else.
import { contextBridge, ipcRenderer } from 'electron';

import { CHANNEL_NAMES } from '@contract/channels.ts';
import { EVENT_NAMES } from '@contract/events.ts';
import type { Args, Bridge, Channel, Value } from '@contract/channels.ts';
import type { EventName, Events } from '@contract/events.ts';
import type { Result } from '@domain/result.ts';

const channels: readonly string[] = CHANNEL_NAMES;
const events: readonly string[] = EVENT_NAMES;

async function call<C extends Channel>(channel: C, args: Args<C>): Promise<Result<Value<C>>> {
  if (!channels.includes(channel)) return { ok: false, failure: { code: 'channel-unknown' } };
  return ipcRenderer.invoke(channel, args) as Promise<Result<Value<C>>>;
}

function on<E extends EventName>(event: E, listener: (data: Events[E]) => void): () => void {
  if (!events.includes(event)) return () => undefined;
  // Electron's event object contains the sender and its ports, so only the data is passed on.
  const hear = (_: unknown, data: Events[E]): void => listener(data);
  ipcRenderer.on(event, hear);
  return () => void ipcRenderer.off(event, hear);
}

contextBridge.exposeInMainWorld('tierce', { call, on } satisfies Bridge);
