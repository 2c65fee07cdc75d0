// The path of Tab through a page: where it stops, in which order, and whether the focus is visible.
import type { Page } from '@playwright/test';

export type Stop = { readonly name: string; readonly isMarked: boolean; readonly isAfterLast: boolean };
export type Road = { readonly stops: readonly Stop[]; readonly missed: readonly string[] };

const LONGEST_ROAD = 400;

/** Follows Tab from the top of the page until it leaves it. */
export async function roadOfTab(page: Page): Promise<Road> {
  await page.evaluate(() => {
    // Tab starts from where the focus was last: here, from the top of the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    document.querySelectorAll('[data-visited]').forEach((element) => element.removeAttribute('data-visited'));
  });
  const stops: Stop[] = [];
  for (let count = 0; count < LONGEST_ROAD; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(visit);
    if (stop === null) break;
    stops.push(stop);
  }
  return { stops, missed: await page.evaluate(unvisited) };
}

/** Runs in the page. @returns the current stop, `null` if the focus is nowhere or was here already. */
function visit(): Stop | null {
  const element = document.activeElement;
  if (element === null || element === document.body || element.hasAttribute('data-visited')) return null;
  const visited = [...document.querySelectorAll('[data-visited]')];
  const last = visited.toSorted((a, b) => Number(a.getAttribute('data-visited')) - Number(b.getAttribute('data-visited'))).at(-1);
  element.setAttribute('data-visited', String(visited.length));
  const drawn = [
    element,
    element.closest('.field-box'),
    element.closest('.checkbox')?.querySelector('.checkbox-box'),
    element.closest('.choice-card'),
  ];
  const isMarked = drawn.some((one) => {
    if (one === null || one === undefined) return false;
    return [getComputedStyle(one), getComputedStyle(one, '::after')].some(
      (style) => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
    );
  });
  const isAfterLast = last === undefined || (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return { name: element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 60), isMarked, isAfterLast };
}

/** Runs in the page. @returns the controls that Tab did not reach; for a group navigated with arrow keys, one is enough. */
function unvisited(): readonly string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select')];
  return controls
    .filter((control) => !control.hasAttribute('data-visited') && !control.hasAttribute('disabled') && control.tabIndex >= 0)
    .filter(
      (control) =>
        control.closest(
          '[role="radiogroup"], [role="tablist"], [role="toolbar"], [aria-hidden="true"], [hidden], [data-react-aria-top-layer]',
        ) === null,
    )
    .filter(
      (control) =>
        control.getClientRects().length > 0 &&
        getComputedStyle(control).visibility !== 'hidden' &&
        control.getAttribute('type') !== 'hidden',
    )
    .map((control) => `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 60)}`);
}
