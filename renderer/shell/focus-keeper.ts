// The focus never falls to the page: when what has it goes away, the place around it takes it, so that the next Tab goes on from there.

/** A press, a dialog that closes and a screen that arrives move the focus by themselves within this many pictures. */
export const PICTURES_TO_WAIT = 2;

/** @returns a function that stops watching */
export function keepFocus(): () => void {
  let around: readonly HTMLElement[] = [];
  const onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement) around = placesAround(target);
  };
  const look = afterPictures(PICTURES_TO_WAIT, () => {
    const [last] = around;
    if (last !== undefined && hasFallen() && !isUsable(last)) giveFocusBack(around);
  });
  const observer = new MutationObserver(() => {
    if (hasFallen()) look();
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
  document.addEventListener('focusin', onFocusIn);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
  };
}

/** @returns an element and the places around it, from the inside out */
export function placesAround(element: HTMLElement): readonly HTMLElement[] {
  const parent = element.parentElement;
  return parent === null || parent === document.body ? [element] : [element, ...placesAround(parent)];
}

/** Gives the focus to the first of these places, or, where that has gone, to the nearest one around it that is still there. */
export function giveFocusBack([first, ...around]: readonly HTMLElement[]): void {
  if (first !== undefined && isUsable(first)) {
    first.focus({ preventScroll: true });
    return;
  }
  const place = around.find(isUsable) ?? document.getElementById('main'); // a menu stands beside the page
  if (place !== null) focusPlace(place);
}

function hasFallen(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && element.getClientRects().length > 0 && !element.matches(':disabled, [aria-hidden="true"]');
}

/** Never a button: a key that is pressed once more must not act on something else. */
function focusPlace(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
}

/** @returns a function that runs `act` once after so many pictures, however often it is called until then */
export function afterPictures(count: number, act: () => void): () => void {
  let isWaiting = false;
  const wait = (left: number): void => {
    if (left > 0) {
      requestAnimationFrame(() => wait(left - 1));
      return;
    }
    isWaiting = false;
    act();
  };
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    wait(count);
  };
}
