// Keyboard shortcuts of the whole window.
import { goToHelpOrBack, showShortcuts } from '../state/help.ts';
import { saveNow } from '../state/acts.ts';
import { togglePalette } from '../state/dialog.ts';
import { isTyping, type Shortcut, shortcutOf } from '../state/keys.ts';
import { goTo } from '../state/navigation.ts';
import { togglePresentation } from '../state/presentation.ts';
import { turn } from '../state/project.ts';
import { NAVIGATION, navigationIn } from '../state/screens.ts';
import { isFirstStart, windowStore } from '../state/window-state.ts';

/** @returns a function that stops listening */
export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    const act = shortcut === null ? null : actOf(shortcut, event);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/** A key that is held down goes on undoing, one step after the other; everything else happens once. */
function actOf(shortcut: Shortcut, { target, repeat }: KeyboardEvent): (() => void) | null {
  const { project, unsent } = windowStore.get();
  if ('act' in shortcut && shortcut.act === 'present') return repeat ? nothing : togglePresentation; // wherever one is: it must not wait
  if ('act' in shortcut && shortcut.act === 'help') return repeat ? nothing : goToHelpOrBack; // over a dialog as well
  if ('act' in shortcut && shortcut.act === 'shortcuts') return repeat ? nothing : showShortcuts;
  if (isOfText(shortcut) && isTyping(target)) return null; // a field undoes its own typing
  if (isCovered() && !('act' in shortcut && shortcut.act === 'save')) return nothing; // nothing moves behind a dialog
  if ('digit' in shortcut) return project === null ? null : screenOf(shortcut.digit);
  if (shortcut.act === 'palette') return isFirstStart(windowStore.get()) ? null : repeat ? nothing : togglePalette;
  if (project === null) return null;
  if (shortcut.act === 'save') return repeat ? nothing : () => void saveNow();
  return repeat && unsent > 0 ? nothing : () => void turn(shortcut.act === 'undo' ? 'project.undo' : 'project.redo');
}

function isOfText(shortcut: Shortcut): boolean {
  return 'act' in shortcut && (shortcut.act === 'undo' || shortcut.act === 'redo');
}

/** Any dialog but the palette, which its own shortcut closes. */
function isCovered(): boolean {
  return document.querySelectorAll('.veil-form').length > 0;
}

function nothing(): void {
  // The key is ours all the same: the browser must not save its page or search in it.
}

function screenOf(digit: number): (() => void) | null {
  const entry = NAVIGATION.find(({ place }) => place.digit === digit);
  if (entry === undefined) return null;
  const isShown = navigationIn(windowStore.get().isPresenting).includes(entry);
  return isShown ? () => goTo({ screen: entry.name }) : nothing;
}
