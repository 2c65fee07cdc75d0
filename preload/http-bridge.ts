// The bridge of the browser shell: the same contract as Electron's, over the loopback server.
import { CHANNEL_NAMES } from '@contract/channels.ts';
import { EVENT_NAMES } from '@contract/events.ts';
import type { Args, Bridge, Channel, Value } from '@contract/channels.ts';
import type { EventName, Events } from '@contract/events.ts';
import type { ChooserReply, ChooserRequest } from '@contract/chooser.ts';
import type { Result } from '@domain/result.ts';

import { openChooser } from './http-chooser.ts';

type Streamed = { readonly event: EventName; readonly data: never } | { readonly chooser: ChooserRequest };

const RETRY_MS = 1000;
const channels: readonly string[] = CHANNEL_NAMES;
const events: readonly string[] = EVENT_NAMES;
const listeners = new Map<string, Set<(data: never) => void>>();

/** Exchanges the code in the address for a bearer, which then exists only in this page's memory. */
async function exchange(): Promise<string> {
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  const response = await send('/tierce/exchange', { code });
  const { bearer } = (await response.json()) as { bearer: string };
  return bearer;
}

const bearer = exchange();
// Callers get the refusal; without a caller it must not be an unhandled rejection.
bearer.catch(() => undefined);

async function send(road: string, message: unknown, token?: string): Promise<Response> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(road, {
    method: 'POST',
    headers,
    body: JSON.stringify(message),
    credentials: 'omit',
    cache: 'no-store',
  });
  // The window takes a TypeError to mean that nothing answers any more, which is the right message for a refused page too.
  if (!response.ok) throw new TypeError(`refused: ${String(response.status)}`);
  return response;
}

async function ask<T>(road: string, message: unknown): Promise<T> {
  const response = await send(road, message, await bearer);
  return (await response.json()) as T;
}

async function call<C extends Channel>(channel: C, args: Args<C>): Promise<Result<Value<C>>> {
  if (!channels.includes(channel)) return { ok: false, failure: { code: 'channel-unknown' } };
  return ask<Result<Value<C>>>('/tierce/call', { channel, args });
}

function on<E extends EventName>(event: E, listener: (data: Events[E]) => void): () => void {
  if (!events.includes(event)) return () => undefined;
  const set = listeners.get(event) ?? new Set();
  listeners.set(event, set.add(listener));
  return () => void set.delete(listener);
}

function hear(line: string): void {
  const message = JSON.parse(line) as Streamed;
  if ('chooser' in message) openChooser(message.chooser, (message) => ask<ChooserReply>('/tierce/chooser', message));
  else for (const listener of listeners.get(message.event) ?? []) listener(message.data);
}

/** Listens until the server ends the stream; the open stream also shows the server that its page is there. */
async function listen(token: string): Promise<void> {
  const { body } = await send('/tierce/events', {}, token);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(hear);
  }
}

async function keepListening(): Promise<void> {
  const token = await bearer;
  for (;;) {
    await listen(token).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Reloading would lose the bearer, and with it the session: the keys for it are disabled. */
function keepFromReloading(event: KeyboardEvent): void {
  const isReload = event.code === 'F5' || (event.code === 'KeyR' && (event.ctrlKey || event.metaKey));
  if (isReload) event.preventDefault();
}

addEventListener('keydown', keepFromReloading, { capture: true });
keepListening().catch(() => undefined);
Object.defineProperty(globalThis, 'tierce', { value: Object.freeze({ call, on } satisfies Bridge), writable: false, configurable: false });
