// The confidential notebook in the window: what is open, for as long as it is open. Nothing of it outlives the lock.
import type { Value } from '@contract/channels.ts';
import type { BrokenNote, PrivateNoteText, VaultSecret, VaultStatus } from '@contract/vault.ts';
import type { Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import { call } from './bridge.ts';
import { say, sayFailure } from './messages.ts';
import { exchange, inTurn, stepWithUndo } from './project.ts';
import { createStore, useSelected } from './store.ts';
import { failureSentence, texts } from './texts.ts';
import { commitDrafts, openDocument } from './waiting.ts';
import { windowStore } from './window-state.ts';
import { by, lastFirst } from '@domain/ordering.ts';

export type Notebook = {
  /** The opening that all of this belongs to. */
  readonly documentId: string | null;
  readonly state: 'unknown' | VaultStatus['state'];
  /** When it locks itself without another act, by this window's clock. */
  readonly closesAtMs: number | null;
  readonly notes: readonly PrivateNoteText[];
  /** Entries in the table of notes that are not notes. */
  readonly broken: readonly BrokenNote[];
  /** Revision of the document at which the notes were read; `null` while there are none to show. */
  readonly readAt: number | null;
  /** A recovery key that has just been made and not been noted yet. */
  readonly recoveryKey: string | null;
  /** The recovery key that has opened the notebook, until a new passphrase is set with it or put off. */
  readonly openedBy: string | null;
  /** The note that was chosen elsewhere and is to be brought into sight, once. */
  readonly wantedId: string | null;
};
/** A note as the window writes it; a new one has no id. */
export type NoteDraft = Omit<PrivateNoteText, 'id' | 'writtenAt' | 'isDropped'> & { readonly id: string | null };

const CLOSED = { closesAtMs: null, notes: [], broken: [], readAt: null, recoveryKey: null, openedBy: null, wantedId: null } as const;
const UNKNOWN: Notebook = { documentId: null, state: 'unknown', ...CLOSED };
/** Acts in the notebook are reported to main at most this often. In milliseconds. */
const STAY_EVERY_MS = 15_000;

export const notebookStore = createStore<Notebook>(UNKNOWN);
let lastStayMs = 0;
/** How often a vault was locked: notes that were asked for before a lock and arrive after it are not kept. */
let locks = 0;

/** Reads a part of the notebook. */
export function useNotebook<T>(select: (notebook: Notebook) => T): T {
  return useSelected(notebookStore, select);
}

/** Drops everything as soon as main has locked the vault, or another file is open. */
export function followVault(): void {
  window.tierce.on('vaultLocked', ({ documentId }) => {
    locks += 1;
    if (documentId === notebookStore.get().documentId) notebookStore.set({ state: 'locked', ...CLOSED });
  });
  windowStore.subscribe(() => {
    if (notebookStore.get().documentId !== openDocument() && notebookStore.get().documentId !== null) notebookStore.set(UNKNOWN);
  });
}

/** Asks main how the vault is. */
export async function readStatus(): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  const reply = await call('vault.status', { documentId });
  if (reply.ok) take(documentId, reply.value);
}

function take(documentId: string, { state, locksInMs }: VaultStatus): void {
  if (documentId !== openDocument()) return;
  notebookStore.set({ documentId, state, ...(state === 'open' ? { closesAtMs: Date.now() + (locksInMs ?? 0) } : CLOSED) });
}

/** Tells main that somebody acts in the notebook. */
export async function stay(): Promise<void> {
  const { documentId, state } = notebookStore.get();
  if (documentId === null || state !== 'open' || Date.now() - lastStayMs < STAY_EVERY_MS) return;
  lastStayMs = Date.now();
  const reply = await call('vault.stay', { documentId });
  if (reply.ok) take(documentId, reply.value);
}

/** Reads the notes, which only an open vault gives. */
export async function readNotes(): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  const locksBefore = locks;
  const reply = await inTurn(() => call('vault.notes', { documentId }));
  if (!reply.ok || locks !== locksBefore) {
    await readStatus();
    return;
  }
  const { notes, broken, revision, vault } = reply.value;
  take(documentId, vault);
  if (notebookStore.get().documentId === documentId && notebookStore.get().state === 'open')
    notebookStore.set({ notes, broken, readAt: revision });
}

/**
 * Reads the notes for a search from anywhere, if the vault is open. It asks main for no more time: an open notebook in which nobody acts
 * must lock itself, however long one searches the rest of the accompaniment.
 */
export async function readForSearch(): Promise<void> {
  if (notebookStore.get().state === 'unknown') await readStatus();
  const { state, readAt } = notebookStore.get();
  if (state === 'open' && (readAt === null || readAt < (windowStore.get().project?.revision ?? 0))) await readNotes();
}

/** The search is over: the window holds the notes no longer than they are looked at. */
export function dropAfterSearch(): void {
  const { route, dialog } = windowStore.get();
  if (route.screen !== 'notebook' && dialog?.kind !== 'palette') dropNotes();
}

/** Brings a note into sight on the screen of the notebook. */
export function wantNote(noteId: string): void {
  notebookStore.set({ wantedId: noteId });
}

/** The wanted note is in sight. */
export function noteShown(): void {
  notebookStore.set({ wantedId: null });
}

/** Drops the notes of a screen that is left; they are read again when one comes back. */
export function dropNotes(): void {
  notebookStore.set({ notes: [], broken: [], readAt: null });
}

/** Makes the vault. @returns why not, or `null`. */
export async function createVault(passphrase: string): Promise<Result<unknown>> {
  return withSheet(await exchange((base) => call('vault.create', { ...base, passphrase })));
}

/** How a vault is opened. mending: its own public key is put back in the place of another's; accepting: other keys than this computer knows are its owner's. */
export type Opening = 'as it is' | 'mending' | 'accepting';

/** Opens the vault. Refused as passphrase-wrong, vault-key-foreign, vault-key-changed. */
export async function unlockVault(secret: VaultSecret, how: Opening = 'as it is'): Promise<Result<unknown>> {
  return taken(
    await exchange((base) =>
      how === 'mending'
        ? call('vault.mend', { ...base, secret })
        : call('vault.unlock', { ...base, secret, isKeyAccepted: how === 'accepting' }),
    ),
  );
}

/** Opens the vault with the printed key. Refused as passphrase-wrong, vault-key-foreign, vault-key-changed. */
export async function recoverVault(recoveryKey: string, how: Opening = 'as it is'): Promise<Result<unknown>> {
  const reply = await unlockVault({ kind: 'recovery', recoveryKey }, how);
  if (reply.ok && notebookStore.get().state === 'open') notebookStore.set({ openedBy: recoveryKey });
  return reply;
}

/** The new passphrase is put off: the window forgets the key that opened the notebook. */
export function forgetOpening(): void {
  notebookStore.set({ openedBy: null });
}

/** Replaces the passphrase, and the key if wished: then there is a new recovery key to note. Refused as passphrase-wrong, passphrase-too-short. */
export async function changePassphrase(secret: VaultSecret, passphrase: string, isNewKey = false): Promise<Result<unknown>> {
  const changed = await exchange((base) => call('vault.change', { ...base, secret, passphrase, isNewKey }));
  const reply = isNewKey ? withSheet(changed) : kept(taken(changed));
  if (reply.ok) {
    forgetOpening();
    say('good', texts().notebook.changed);
  }
  return reply;
}

/** Makes a new recovery key. Refused as passphrase-wrong. */
export async function renewRecoveryKey(passphrase: string): Promise<Result<unknown>> {
  return withSheet(await exchange((base) => call('vault.renew', { ...base, secret: { kind: 'passphrase', passphrase } })));
}

/** The recovery key has been noted: the window forgets it. */
export function recoveryKeyNoted(): void {
  notebookStore.set({ recoveryKey: null });
}

/** Locks at once, after what was typed has been sent. */
export async function lockNow(): Promise<void> {
  commitDrafts();
  const documentId = openDocument();
  if (documentId === null) return;
  const reply = await inTurn(() => call('vault.lock', { documentId }));
  if (reply.ok) take(documentId, reply.value);
  else sayFailure(reply.failure);
}

function taken<A extends { readonly vault: VaultStatus }>(reply: Result<A>): Result<A> {
  const documentId = openDocument();
  if (reply.ok && documentId !== null) take(documentId, reply.value.vault);
  return reply;
}

/** Says so while the file alone has the keys that were just made. */
function kept(reply: Result<Value<'vault.create'>>): Result<unknown> {
  if (reply.ok && reply.value.unkept !== null) say('bad', texts().backups.keysUnkept(failureSentence(reply.value.unkept)));
  return reply;
}

function withSheet(reply: Result<Value<'vault.create'>>): Result<unknown> {
  kept(taken(reply));
  if (!reply.ok) return reply;
  const { recoveryKey } = reply.value;
  if (notebookStore.get().state === 'open' && recoveryKey !== '') notebookStore.set({ recoveryKey });
  else say('bad', texts().notebook.sheetMissed); // it was locked meanwhile: what opens it is not shown, and the sheet of before may open nothing any more
  return reply;
}

/**
 * Writes a note. An edit that comes too late, since the vault was locked meanwhile, is sealed as a note of its own: what was typed is never lost.
 * @returns its id, or `null` when it was refused (which has been said)
 */
export async function writeNote(note: NoteDraft): Promise<string | null> {
  const reply = await sendNote(note);
  if (reply.ok) return reply.value.noteId;
  if (reply.failure.code === 'vault-locked' && note.id !== null && note.text !== '') return writeNote({ ...note, id: null });
  sayFailure(reply.failure);
  return null;
}

function sendNote({ id, date, sessionId, text }: NoteDraft): Promise<Result<Value<'vault.write'>>> {
  const note = { id, date, sessionId, text };
  return exchange(async (base) => {
    const reply = await call('vault.write', { ...base, note });
    if (reply.ok) place(base, reply.value, note);
    return reply;
  });
}

/** Shows what was written without reading all of it again. It comes before the document's own revision, so that nothing looks out of date in between. */
function place(
  base: { readonly documentId: string; readonly baseRevision: number },
  { noteId, revision, vault }: Value<'vault.write'>,
  { date, sessionId, text }: NoteDraft,
): void {
  take(base.documentId, vault);
  const { notes, readAt, state } = notebookStore.get();
  if (state !== 'open' || readAt === null || readAt < base.baseRevision) return;
  const before = notes.find((one) => one.id === noteId);
  const after = {
    id: noteId,
    date,
    sessionId,
    text,
    writtenAt: before === undefined ? now() : before.writtenAt,
    isDropped: before?.isDropped ?? false,
  };
  notebookStore.set({
    notes: before === undefined ? [after, ...notes] : notes.map((one) => (one === before ? after : one)),
    readAt: revision,
  });
}

/** Main's own stamp comes with the next reading; until then the order of the day is right by this one. */
function now(): Instant {
  return new Date().toISOString() as Instant; // an ISO instant in UTC
}

/** Calls a note that was dropped in one's own. */
export async function ownNote(noteId: string): Promise<void> {
  const reply = await exchange((base) => call('vault.own', { ...base, noteId }));
  if (reply.ok) await readNotes();
  else sayFailure(reply.failure);
}

/** Removes a note and offers to take the removal back. */
export async function removeNote(noteId: string): Promise<void> {
  await stepWithUndo((base) => call('vault.remove', { ...base, noteId }), { tone: 'accent', text: texts().notebook.removed });
}

/** @returns the notes, newest first. */
export function newestFirst(notes: readonly PrivateNoteText[]): readonly PrivateNoteText[] {
  return notes.toSorted(
    lastFirst(
      by(
        ({ date }) => date,
        ({ writtenAt }) => writtenAt ?? '',
        ({ id }) => id,
      ),
    ),
  );
}
