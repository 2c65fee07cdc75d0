// What the window has said: each message is kept when it is announced, since most disappear before a busy computer looks.
import type { Page } from '@playwright/test';

/** The texts of messages, in the elements that a screen reader announces. */
const WORDS = '[aria-live] .message-words';

/** Elements keep their text after they have left the page. */
type Listening = { tierceHeard?: Set<Element> };

/** Listens from now on, also in the pages that this one may load later; messages already showing are included. */
export async function listenTo(page: Page): Promise<void> {
  await page.addInitScript(listen, WORDS);
  await page.evaluate(listen, WORDS);
}

/** @returns everything that the page has said, in order */
export function heardIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { tierceHeard } = globalThis as Listening;
    if (tierceHeard === undefined) throw new Error('Nobody has listened to this page.');
    return [...tierceHeard].map(({ textContent }) => textContent);
  });
}

/**
 * Runs in the page, where nothing of this file exists: it has no named inner functions, since some compilers would add a helper of theirs
 * to them.
 */
function listen(words: string): void {
  const world = globalThis as Listening;
  if (world.tierceHeard !== undefined) return;
  const heard = new Set(document.querySelectorAll(words));
  world.tierceHeard = heard;
  new MutationObserver(() => {
    for (const element of document.querySelectorAll(words)) heard.add(element);
  }).observe(document, { childList: true, subtree: true });
}
