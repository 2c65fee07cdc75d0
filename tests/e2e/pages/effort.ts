// What a task costs the user: the keys and presses that reach the page.
import type { Page } from '@playwright/test';

export type Effort = { readonly keys: number; readonly presses: number };
type Counting = { keys: number; presses: number };

/** From now on, in this page. @returns a function that tells what has been spent */
export async function countEffort(page: Page): Promise<() => Promise<Effort>> {
  await page.evaluate(() => {
    const counting: Counting = { keys: 0, presses: 0 };
    window.addEventListener('keydown', () => (counting.keys += 1), true);
    window.addEventListener('pointerdown', () => (counting.presses += 1), true);
    Object.assign(window, { counting });
  });
  return () => page.evaluate(() => ({ ...(window as unknown as { counting: Counting }).counting }));
}
