// The only way to the main process, over the channels of the contract; a lost reply becomes a failure.
import type { Args, Bridge, Channel, Value } from '@contract/channels.ts';
import type { Result } from '@domain/result.ts';
import { shownReply, withoutPrivate } from '@domain/presentation/withhold.ts';
import { windowStore } from './window-state.ts';

declare global {
  // eslint-disable-next-line typescript/consistent-type-definitions -- only an interface can add to the window's type
  interface Window {
    readonly tierce: Bridge;
  }
}

/** Used in the place of an id from the log when main did not answer at all. */
export const NO_REPLY = 'no-reply';

/** Calls main; if main is no longer there, the window says so. @returns the answer of main, or a failure if there was none */
export async function call<C extends Channel>(channel: C, args: Args<C>): Promise<Result<Value<C>>> {
  try {
    const reply = await window.tierce.call(channel, args);
    return channel === ENDING || !windowStore.get().isPresenting ? reply : shownReply(channel, reply);
  } catch (error) {
    if (channel !== 'app.start' && isGone(error)) windowStore.set({ phase: 'unreachable' });
    return { ok: false, failure: { code: 'bug', id: NO_REPLY } };
  }
}

/** The reply with which presentation mode ends. */
const ENDING: Channel = 'presentation.leave';

/** @returns what main sent unasked, as presentation mode shows it: it may have been on its way when the mode began */
export function shownNow<T>(data: T): T {
  return windowStore.get().isPresenting ? withoutPrivate(data) : data;
}

function isGone(error: unknown): boolean {
  return error instanceof TypeError; // fetch found nobody at the address
}
