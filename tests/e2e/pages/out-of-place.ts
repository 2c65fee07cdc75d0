// Which texts lie outside the box that holds them. Runs in the page.

/**
 * A text that is cut with an ellipsis, that scrolls in its box or that floats above the page is in its place.
 * @returns what is out of place, in words of the structure; empty if nothing is
 */
export function outOfPlace(): readonly string[] {
  const TOLERANCE = 2; // px: overhanging strokes
  /** One letter with dozens of accents: where no font has them, they stand side by side and cannot be parted. */
  const UNBREAKABLE = /\p{Mark}{8}/u;
  const main = document.querySelector('main');
  if (main === null) return ['no screen'];
  const found: string[] = [];
  if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page is wider than the window');
  if (main.scrollWidth > main.clientWidth + 1) found.push(`the screen is ${main.scrollWidth - main.clientWidth} px too wide`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width === 0 || (node.textContent ?? '').trim() === '' || UNBREAKABLE.test(node.textContent ?? '')) continue;
    for (let around = node.parentElement; around !== null && around !== document.body; around = around.parentElement) {
      const { overflowX, position, display } = getComputedStyle(around);
      if (overflowX !== 'visible' || position === 'absolute' || position === 'fixed') break;
      if (display === 'inline' || display === 'contents') continue;
      const box = around.getBoundingClientRect();
      if (text.left >= box.left - TOLERANCE && text.right <= box.right + TOLERANCE) continue;
      const by = Math.round(Math.max(box.left - text.left, text.right - box.right));
      found.push(`${by} px outside ${around.tagName.toLowerCase()}.${around.className}: ${(node.textContent ?? '').slice(0, 40)}`);
      break;
    }
  }
  return found;
}

/** @returns the parts of the screen that hold more than their width shows, and are pushed sideways to see it; empty if none is */
export function pushedSideways(): readonly string[] {
  return [...document.querySelectorAll('main, main *')]
    .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.className}: ${one.scrollWidth - one.clientWidth} px`);
}
