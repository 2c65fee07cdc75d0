// Where the focus can go: a place, the places around it, and when they have settled.

/** A press, a dialog that closes and a screen that arrives move the focus by themselves within this many pictures. */
export const PICTURES_TO_WAIT = 2;

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

/** @returns whether the focus can go there */
export function isUsable(element: HTMLElement): boolean {
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
