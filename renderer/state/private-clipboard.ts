// Text copied from a private place leaves the clipboard again: main sees to it, or this page as far as a page can.
import { call } from './bridge.ts';

/** As long as main waits, in milliseconds. */
const CLEAR_AFTER_MS = 60_000;
/** Where copied text is private: the notebook and its dialogs, and every recovery key. */
const PRIVATE = '.private-scope, .recovery-sheet';

/** Whether the clipboard may still hold private text: nothing else was copied here, and the window has not been left since. */
let isOurs = false;

/** To be called once. */
export function watchCopies(): void {
  for (const kind of ['copy', 'cut'] as const) document.addEventListener(kind, () => void copied());
  window.addEventListener('blur', () => {
    isOurs = false; // elsewhere something else may be copied: it must not be overwritten
  });
  window.tierce.on('vaultLocked', () => void clear());
}

async function copied(): Promise<void> {
  isOurs = false;
  const { activeElement: active } = document;
  const at = window.getSelection()?.anchorNode?.parentElement ?? active;
  const text = selectedText(active);
  if (text === '' || (active?.closest(PRIVATE) ?? at?.closest(PRIVATE) ?? null) === null) return;
  const reply = await call('clipboard.copied', { print: await printOf(text) });
  if (!reply.ok || reply.value.isWatched) return;
  isOurs = true;
  setTimeout(() => void clear(), CLEAR_AFTER_MS);
}

function selectedText(active: Element | null): string {
  if (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement)
    return active.value.slice(active.selectionStart ?? 0, active.selectionEnd ?? 0);
  return window.getSelection()?.toString() ?? '';
}

/** A page may write to the clipboard while it has the focus, but not look into it. */
async function clear(): Promise<void> {
  if (!isOurs || !document.hasFocus()) return;
  isOurs = false;
  await navigator.clipboard.writeText('').catch(() => undefined); // where even that is forbidden: docs/security.md says so
}

async function printOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.replaceAll('\r\n', '\n')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
