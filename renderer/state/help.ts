// Opens the help beside the screen and closes it: the focus goes into it, and back to where it was.
import { giveFocusBack, placesAround } from './focus-places.ts';
import { definitionOf } from './screens.ts';
import { commitDrafts } from './typing.ts';
import { type HelpView, windowStore } from './window-state.ts';

/** Where the focus was before it went into the help, from the inside out. */
let before: readonly HTMLElement[] = [];

/** Shows the part of the guide about the current screen. */
export function showGuide(): void {
  showPart(screenPart());
}

/** Shows a part of the guide, with what was sought in it. */
export function showPart(part: string, sought = ''): void {
  show({ kind: 'guide', part, sought, isListed: false });
}

/** Lists the parts of the guide that hold these words, all of them without any. */
export function listParts(sought: string): void {
  show({ kind: 'guide', part: screenPart(), sought, isListed: true });
}

/** Shows the sheet of shortcuts. */
export function showShortcuts(): void {
  show({ kind: 'shortcuts' });
}

/** From the screen into its part of the guide; from the help back to the screen, beside which the help stays. */
export function goToHelpOrBack(): void {
  if (isInHelp(document.activeElement)) giveFocusBack(before);
  else showGuide();
}

/** Closes the help; if the focus is in it, it goes back to where it was. */
export function closeHelp(): void {
  const isHeld = isInHelp(document.activeElement);
  windowStore.set({ help: null });
  if (isHeld) giveFocusBack(before);
}

/** A line that was left for the help only is kept once the focus goes elsewhere than back to it. */
export function leaveHelp(to: EventTarget | null): void {
  if (to instanceof Element && !isInHelp(to) && to !== before[0]) commitDrafts();
}

/** @returns whether a place is in the help: what is left for it is not left for good */
export function isInHelp(place: EventTarget | null): boolean {
  return place instanceof Element && place.closest('.help') !== null;
}

/** @returns the anchor of the part about the current screen */
export function screenPart(): string {
  return definitionOf(windowStore.get().route.screen).help;
}

function show(help: HelpView): void {
  const { activeElement } = document;
  if (!isInHelp(activeElement))
    before = activeElement instanceof HTMLElement && activeElement !== document.body ? placesAround(activeElement) : [];
  windowStore.set({ help });
}
