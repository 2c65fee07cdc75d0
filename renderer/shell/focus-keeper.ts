// The focus never falls to the page: when what has it goes away, the place around it takes it, so that the next Tab goes on from there.
import { afterPictures, giveFocusBack, isUsable, PICTURES_TO_WAIT, placesAround } from '../state/focus-places.ts';

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

function hasFallen(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
