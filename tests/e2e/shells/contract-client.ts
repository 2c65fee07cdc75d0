// Talks to main as the window does, for what a test needs before or besides the screens.
import type { Page } from '@playwright/test';

import type { Args, Channel, Value } from '@contract/channels.ts';
import type { Result } from '@domain/result.ts';

/** Calls a channel through the page's own bridge. */
export async function call<C extends Channel>(page: Page, channel: C, args: Args<C>): Promise<Result<Value<C>>> {
  const message: { readonly name: string; readonly given: unknown } = { name: channel, given: args };
  const answer: unknown = await page.evaluate(
    ({ name, given }) =>
      (globalThis as unknown as { tierce: { call: (name: string, given: unknown) => Promise<unknown> } }).tierce.call(name, given),
    message,
  );
  return answer as Result<Value<C>>;
}

/** Calls a channel that must not refuse. */
export async function callOk<C extends Channel>(page: Page, channel: C, args: Args<C>): Promise<Value<C>> {
  const result = await call(page, channel, args);
  if (!result.ok) throw new Error(`${channel} was refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}
