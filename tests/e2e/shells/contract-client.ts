// Speaks to main as the window does, for what a test needs before or beside the screens.
import type { Page } from '@playwright/test';

import type { Args, Bridge, Channel, Value } from '@contract/channels.ts';
import type { Result } from '@domain/result.ts';

/** Calls a channel through the page's own bridge. */
export function call<C extends Channel>(page: Page, channel: C, args: Args<C>): Promise<Result<Value<C>>> {
  return page.evaluate(({ name, given }) => (globalThis as unknown as { tierce: Bridge }).tierce.call(name as Channel, given as never), { name: channel, given: args as unknown }) as Promise<Result<Value<C>>>;
}

/** Calls a channel that must not refuse. */
export async function callOk<C extends Channel>(page: Page, channel: C, args: Args<C>): Promise<Value<C>> {
  const result = await call(page, channel, args);
  if (!result.ok) throw new Error(`${channel} was refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}
