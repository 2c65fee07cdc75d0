// Finds the field of a place on a screen, while the screen arrives and what hides the field opens.
import { notebookStore } from './notebook.ts';
import type { ScreenName } from './screens.ts';

/** Within so many pictures of its screen, what hides a field has opened. */
const PICTURES_TO_WAIT = 30;

/**
 * Looks at each picture of the window.
 * @param isSought whether somebody still looks for it
 * @param onEnd is told the field; `null` if there is none, or nobody looks for it any more
 */
export function findField(
  { screen, place }: { readonly screen: ScreenName; readonly place: string },
  isSought: () => boolean,
  onEnd: (field: HTMLElement | null) => void,
): void {
  const look = (picturesLeft: number): void => {
    const field = isSought() ? fieldAt(place) : null;
    if (field !== null || picturesLeft === 0 || !isSought()) onEnd(field);
    else requestAnimationFrame(() => look(isDrawn(screen) ? picturesLeft - 1 : picturesLeft));
  };
  look(PICTURES_TO_WAIT);
}

/** The code of the screen, or the notes on it, may still be on their way. */
function isDrawn(screen: ScreenName): boolean {
  const { state, readAt } = notebookStore.get();
  if (screen === 'notebook' && state === 'open' && readAt === null) return false;
  return document.querySelector(`main[data-screen="${screen}"] h1`) !== null;
}

function fieldAt(place: string): HTMLElement | null {
  const found = [...document.querySelectorAll<HTMLElement>('[data-place]')].find(({ dataset }) => dataset['place'] === place);
  return found?.querySelector<HTMLElement>('input, textarea') ?? found ?? null;
}
