// What was typed and main does not know of yet: which field holds it, and how many such things there are.
import { sayFailure } from './messages.ts';
import { windowStore } from './window-state.ts';

const waiting = new Map<symbol, () => void>();

/** Commits everything that is being typed, at once. */
export function commitDrafts(): void {
  for (const commit of waiting.values()) commit();
}

/** Counts one more (or one less) thing that main does not know of yet. */
export function countUnsent(step: 1 | -1): void {
  windowStore.set({ unsent: Math.max(0, windowStore.get().unsent + step) });
}

/** Remembers that the field `key` holds something that main does not know of; `commit` sends it. */
export function wait(key: symbol, commit: () => void): void {
  const isNew = !waiting.has(key);
  waiting.set(key, commit);
  if (isNew) countWaiting(1);
}

/** Forgets the field `key`: it holds nothing more, or main has what it holds. */
export function stopWaiting(key: symbol): void {
  if (waiting.delete(key)) countWaiting(-1);
}

function countWaiting(step: 1 | -1): void {
  windowStore.set({ typing: waiting.size });
  countUnsent(step);
}

/** @returns the id of the open document that the window shows; `null` while it shows none. */
export function openDocument(): string | null {
  return windowStore.get().project?.documentId ?? null;
}

/** @returns whether what was typed in `documentId` may be sent; if another file has taken its place, the user is told. */
export function isForOpenProject(documentId: string | null): boolean {
  const isOpen = documentId === openDocument();
  if (!isOpen) sayFailure({ code: 'document-unknown' });
  return isOpen;
}
