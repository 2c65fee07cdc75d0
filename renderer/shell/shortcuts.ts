// Keyboard shortcuts of the whole window.
import { saveNow } from '../state/acts.ts';
import { goTo } from '../state/navigation.ts';
import { turn } from '../state/project.ts';
import { NAVIGATION } from '../state/screens.ts';
import { isFirstStart, windowStore } from '../state/window-state.ts';

/**
 * Digits go by the physical key, since they need Shift on a French keyboard; letters go by what is printed on the key,
 * since Z is elsewhere on a French keyboard. @returns a function that stops listening.
 */
export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actOf(event);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function actOf(event: KeyboardEvent): (() => void) | null {
  const { project } = windowStore.get();
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  const letter = letterOf(event);
  if (isCommand && letter === 'k') return isFirstStart(windowStore.get()) ? null : togglePalette;
  if (project === null) return null;
  if (isCommand && letter === 's') return () => void saveNow();
  if (isCommand && letter === 'z' && !isTyping(event.target)) return () => void turn(event.shiftKey ? 'project.redo' : 'project.undo');
  if (isCommand && letter === 'y' && !isTyping(event.target)) return () => void turn('project.redo');
  if (event.altKey && !event.ctrlKey) return screenOf(event.code);
  return null;
}

function screenOf(code: string): (() => void) | null {
  const entry = NAVIGATION.find(({ place }) => place.digit !== undefined && code === `Digit${place.digit}`);
  return entry === undefined ? null : () => goTo({ screen: entry.name });
}

function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}

function togglePalette(): void {
  windowStore.set({ isPaletteOpen: !windowStore.get().isPaletteOpen });
}

/** A field takes back its own typing first. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea'))
  );
}
