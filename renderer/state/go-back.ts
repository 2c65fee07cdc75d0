// Leads back to a text that was refused after its field had gone: what hides the field opens, and the field takes the focus.
import { useEffect } from 'react';
import { openDialog } from './dialog.ts';
import { findField } from './find-field.ts';
import { say, sayPrivately } from './messages.ts';
import { isPrivateScreen } from './screens.ts';
import { goTo } from './navigation.ts';
import { notebookStore } from './notebook.ts';
import { texts } from './texts.ts';
import { leftAt } from './typing.ts';
import { type Left, useWindow, windowStore } from './window-state.ts';

/** Says that a text waits in its field, and leads back to it. */
export function sayLeft(left: Left): void {
  offer(left, texts().shell.leftTyped(left.label));
}

/** Says that a text waits which has no field any more, and leads back to it. */
export function sayWaiting(left: Left): void {
  offer(left, texts().shell.leftWaits(left.label));
}

function offer(left: Left, words: string): void {
  const tell = isPrivateScreen(left.route.screen) ? sayPrivately : say;
  tell('bad', words, { label: texts().shell.goThere, run: () => goBackTo(left) });
}

function goBackTo(left: Left): void {
  const { route, place } = left;
  goTo(route);
  windowStore.set({ wantedPlace: place });
  const isWanted = (): boolean => windowStore.get().wantedPlace === place;
  findField(
    { screen: route.screen, place },
    () => isWanted() && isOnScreen(left),
    (field) => {
      if (isWanted()) windowStore.set({ wantedPlace: null });
      if (field === null) showLeft(left);
      else field.focus();
    },
  );
}

/** Where no field is left, the window shows the text itself; nothing is shown of one that was sent or given up meanwhile. */
function showLeft(left: Left): void {
  if (leftAt(left.place) === null) return;
  if (isOnScreen(left) && !isSealed(left)) openDialog({ kind: 'left', left });
  else sayLeft(left);
}

function isOnScreen({ route }: Left): boolean {
  return windowStore.get().route.screen === route.screen;
}

/** @returns whether a text is private and the notebook is not open: then it is shown to nobody */
export function isSealed({ route }: Left): boolean {
  return route.screen === 'notebook' && notebookStore.get().state !== 'open';
}

/**
 * Opens what hides a field when the user goes back to what was typed in it.
 * @param hides whether the field of this place is hidden now
 * @param open is told the place, once each time that somebody goes back
 */
export function useWanted(hides: (place: string) => boolean, open: (place: string) => void): void {
  const wanted = useWindow(({ wantedPlace }) => (wantedPlace !== null && hides(wantedPlace) ? wantedPlace : null));
  useEffect(() => {
    if (wanted !== null) open(wanted);
    // eslint-disable-next-line react/exhaustive-deps -- once for each time that somebody goes back
  }, [wanted]);
}

/** @returns the id of the record in whose field the user goes back to a text; `null` while nobody does */
export function useWantedRecord(): string | null {
  return useWindow(({ wantedPlace }) => wantedPlace?.split('/')[1] ?? null);
}
