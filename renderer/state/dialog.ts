// The dialogs that stand above the whole window: one at a time.
import { useWindow, type WindowDialog, windowStore } from './window-state.ts';

type Kind = WindowDialog['kind'];
type DialogOf<K extends Kind> = Extract<WindowDialog, { readonly kind: K }>;

/** Opens a dialog in the place of the one before. */
export function openDialog(dialog: WindowDialog): void {
  windowStore.set({ dialog });
}

/** Closes the dialog if it is one of these; another one stays. */
export function closeDialog(...kinds: readonly Kind[]): void {
  if (kinds.some((kind) => windowStore.get().dialog?.kind === kind)) windowStore.set({ dialog: null });
}

/** Opens the palette, or closes it; where another dialog waits for its answer, nothing happens. */
export function togglePalette(): void {
  const { dialog } = windowStore.get();
  if (dialog === null) openDialog({ kind: 'palette' });
  else closeDialog('palette');
}

/** @returns the open dialog if it is of this kind */
export function useDialog<K extends Kind>(kind: K): DialogOf<K> | null {
  return useWindow(({ dialog }) => (dialog?.kind === kind ? (dialog as DialogOf<K>) : null)); // its kind was just compared
}
