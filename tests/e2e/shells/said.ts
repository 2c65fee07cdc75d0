// What the window has said: each message is kept from the moment it is announced, since most go away by themselves and a busy machine looks late.
import type { Page } from '@playwright/test';

/** The words of messages, where a screen reader hears of them. */
const WORDS = '[aria-live] .message-words';

/** Elements keep their words when they have left the page. */
type Listening = { tierceHeard?: Set<Element> };

/** Listens from now on, and in the pages that this one may load later; what is being said already is heard too. */
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

/** Runs in the page, where nothing of this file is: it names no function inside, which some compilers would mark with a helper of theirs. */
function listen(words: string): void {
  const world = globalThis as Listening;
  if (world.tierceHeard !== undefined) return;
  const heard = new Set(document.querySelectorAll(words));
  world.tierceHeard = heard;
  new MutationObserver(() => {
    for (const element of document.querySelectorAll(words)) heard.add(element);
  }).observe(document, { childList: true, subtree: true });
}
