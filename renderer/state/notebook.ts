// The confidential notebook in the window: its content while it is open. Nothing of that is left once it is locked.
import type { Value } from '@contract/channels.ts';
import type {
  BrokenNote,
  PrivateConflictText,
  PrivateNoteText,
  SealedDraft,
  SealedRef,
  VaultSecret,
  VaultStatus,
} from '@contract/vault.ts';
import type { Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import { call } from './bridge.ts';
import type { UnnotedKey } from '@contract/presentation.ts';
import { sayFailurePrivately as sayFailure, sayPrivately as say } from './messages.ts';
import { exchange, inTurn, stepWithUndo } from './project.ts';
import { createStore, useSelected } from './store.ts';
import { failureSentence, texts } from './texts.ts';
import { commitDrafts, openDocument } from './typing.ts';
import { windowStore } from './window-state.ts';
import { by, lastFirst } from '@domain/ordering.ts';

export type Notebook = {
  /** Id of the open document that all of this belongs to. */
  readonly documentId: string | null;
  readonly state: 'unknown' | VaultStatus['state'];
  /** When it locks itself if nobody uses it until then, in milliseconds by this window's clock. */
  readonly closesAtMs: number | null;
  readonly notes: readonly PrivateNoteText[];
  readonly conflicts: readonly PrivateConflictText[];
  /** What stands in the tables of the notebook without being sound. */
  readonly broken: readonly BrokenNote[];
  /** Revision of the document at which the notes were read; `null` while none are held. */
  readonly readAt: number | null;
  /** A recovery key that was just made and that the user has not noted yet. */
  readonly recoveryKey: string | null;
  /** The recovery key that opened the notebook, until the user sets a new passphrase with it or puts that off. */
  readonly openedBy: string | null;
  /** The note that was chosen elsewhere, to be scrolled into sight once. */
  readonly wantedId: string | null;
};
/** A note or a tension as the window writes it; the id of a new one is `null`. */
export type NoteDraft = Omit<Extract<SealedDraft, { table: 'privateNotes' }>, 'table'>;
export type ConflictDraft = Omit<Extract<SealedDraft, { table: 'privateConflicts' }>, 'table'>;

const CLOSED = {
  closesAtMs: null,
  notes: [],
  conflicts: [],
  broken: [],
  readAt: null,
  recoveryKey: null,
  openedBy: null,
  wantedId: null,
} as const;
const UNKNOWN: Notebook = { documentId: null, state: 'unknown', ...CLOSED };
/** Main is told at most this often that the notebook is in use. In milliseconds. */
const STAY_EVERY_MS = 15_000;

export const notebookStore = createStore<Notebook>(UNKNOWN);
let lastStayMs = 0;
/** How many times a vault was locked: notes that were requested before a lock and arrive after it are not kept. */
let locks = 0;

/** Reads a part of the notebook. */
export function useNotebook<T>(select: (notebook: Notebook) => T): T {
  return useSelected(notebookStore, select);
}

/** Drops everything as soon as main has locked the vault or another file is open. */
export function followVault(): void {
  window.tierce.on('vaultLocked', ({ documentId }) => {
    locks += 1;
    if (documentId === notebookStore.get().documentId) notebookStore.set({ state: 'locked', ...CLOSED });
  });
  windowStore.subscribe(() => {
    if (notebookStore.get().documentId !== openDocument() && notebookStore.get().documentId !== null) notebookStore.set(UNKNOWN);
  });
}

/** Asks main for the state of the vault. */
export async function readStatus(): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  const reply = await call('vault.status', { documentId });
  if (reply.ok) take(documentId, reply.value);
}

function take(documentId: string, { state, locksInMs }: VaultStatus): void {
  if (documentId !== openDocument() || windowStore.get().isPresenting) return;
  notebookStore.set({ documentId, state, ...(state === 'open' ? { closesAtMs: Date.now() + (locksInMs ?? 0) } : CLOSED) });
}

/** Drops everything: presentation mode begins. @returns a recovery key that nobody has noted yet, for main to keep */
export function forgetNotebook(): UnnotedKey | null {
  const { documentId, recoveryKey } = notebookStore.get();
  locks += 1; // notes that were requested before arrive too late
  notebookStore.set(UNKNOWN);
  return documentId === null || recoveryKey === null ? null : { documentId, recoveryKey };
}

/** Takes the state of the notebook, and a recovery key that nobody has noted yet: presentation mode has ended. */
export function resumeNotebook(documentId: string, vault: VaultStatus, unnoted: UnnotedKey | null): void {
  take(documentId, vault);
  if (vault.state === 'open' && unnoted?.documentId === documentId) notebookStore.set({ recoveryKey: unnoted.recoveryKey });
}

/** Tells main that somebody is using the notebook. */
export async function stay(): Promise<void> {
  const { documentId, state } = notebookStore.get();
  if (documentId === null || state !== 'open' || Date.now() - lastStayMs < STAY_EVERY_MS) return;
  lastStayMs = Date.now();
  const reply = await call('vault.stay', { documentId });
  if (reply.ok) take(documentId, reply.value);
}

/** Reads the notes; only an open vault gives them. */
export async function readNotes(): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  const locksBefore = locks;
  const reply = await inTurn(() => call('vault.notes', { documentId }));
  if (!reply.ok || locks !== locksBefore) {
    await readStatus();
    return;
  }
  const { notes, conflicts, broken, revision, vault } = reply.value;
  take(documentId, vault);
  if (notebookStore.get().documentId === documentId && notebookStore.get().state === 'open')
    notebookStore.set({ notes, conflicts, broken, readAt: revision });
}

/**
 * Reads the notes for a search from anywhere, if the vault is open. It does not ask main for more time: an open notebook that nobody uses
 * must lock itself, however long the user searches the rest of the accompaniment.
 */
export async function readForSearch(): Promise<void> {
  if (notebookStore.get().state === 'unknown') await readStatus();
  const { state, readAt } = notebookStore.get();
  if (state === 'open' && (readAt === null || readAt < (windowStore.get().project?.revision ?? 0))) await readNotes();
}

/** To be called after a search: the window holds the notes only as long as somebody may look at them. */
export function dropAfterSearch(): void {
  const { route, dialog } = windowStore.get();
  if (route.screen !== 'notebook' && dialog?.kind !== 'palette') dropNotes();
}

/** Has the screen of the notebook scroll to a note. */
export function wantNote(noteId: string): void {
  notebookStore.set({ wantedId: noteId });
}

/** To be called once the wanted note is in sight. */
export function noteShown(): void {
  notebookStore.set({ wantedId: null });
}

/** Drops the notes when the user leaves their screen; they are read again on return. */
export function dropNotes(): void {
  notebookStore.set({ notes: [], conflicts: [], broken: [], readAt: null });
}

/** Makes the vault. @returns the failure if that was refused */
export async function createVault(passphrase: string): Promise<Result<unknown>> {
  return withSheet(await exchange((base) => call('vault.create', { ...base, passphrase })));
}

/**
 * How a vault is opened. mending: its own public key is put back, in the place of somebody else's; accepting: the user says that keys other
 * than those that this computer knows are the owner's.
 */
export type Opening = 'as it is' | 'mending' | 'accepting';

/** Opens the vault with the key in the system's store. Refused as `unlockVault` is. */
export async function unlockHere(): Promise<Result<unknown>> {
  return taken(await exchange((base) => call('vault.unlockHere', base)));
}

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

/** Opens the vault with the printed recovery key. Refused as passphrase-wrong, vault-key-foreign, vault-key-changed. */
export async function recoverVault(recoveryKey: string, how: Opening = 'as it is'): Promise<Result<unknown>> {
  const reply = await unlockVault({ kind: 'recovery', recoveryKey }, how);
  if (reply.ok && notebookStore.get().state === 'open') notebookStore.set({ openedBy: recoveryKey });
  return reply;
}

/** Forgets the recovery key that opened the notebook: a new passphrase was set, or put off. */
export function forgetOpening(): void {
  notebookStore.set({ openedBy: null });
}

/**
 * Replaces the passphrase. `isNewKey`: also the key; then there is a new recovery key to note. Refused as passphrase-wrong,
 * passphrase-too-short.
 */
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

/** Forgets the recovery key, which the user has noted. */
export function recoveryKeyNoted(): void {
  notebookStore.set({ recoveryKey: null });
}

/** Sends what was typed, then locks the notebook at once. */
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

/** Warns the user if only the file has the keys that were just made. */
function kept(reply: Result<Value<'vault.create'>>): Result<unknown> {
  if (reply.ok && reply.value.unkept !== null) say('bad', texts().backups.keysUnkept(failureSentence(reply.value.unkept)));
  return reply;
}

function withSheet(reply: Result<Value<'vault.create'>>): Result<unknown> {
  kept(taken(reply));
  if (!reply.ok) return reply;
  const { recoveryKey } = reply.value;
  if (notebookStore.get().state === 'open' && recoveryKey !== '') notebookStore.set({ recoveryKey });
  else say('bad', texts().notebook.sheetMissed); // locked meanwhile: the key is not shown, and the previous one may open nothing any more
  return reply;
}

/**
 * Writes a note. An edit that comes too late, because the vault was locked meanwhile, is sealed as a new note: what was typed is not lost.
 * @returns the id of the note, or `null` if it was refused (the user has been told)
 */
export async function writeNote(note: NoteDraft): Promise<string | null> {
  const reply = await sendNote(note);
  if (reply.ok) return reply.value.recordId;
  if (reply.failure.code === 'vault-locked' && note.id !== null && note.text !== '') return writeNote({ ...note, id: null });
  sayFailure(reply.failure);
  return null;
}

function sendNote({ id, date, sessionId, organisationId, personId, conflictId, text }: NoteDraft): Promise<Result<Value<'vault.write'>>> {
  const note = { id, date, sessionId, organisationId, personId, conflictId, text };
  return exchange(async (base) => {
    const reply = await call('vault.write', { ...base, record: { table: 'privateNotes', ...note } });
    if (reply.ok) place(base, reply.value, note);
    return reply;
  });
}

/**
 * Shows a note that was written, without reading all notes again. This comes before the document gets its new revision, so that the notes
 * do not look out of date in between.
 */
function place(
  base: { readonly documentId: string; readonly baseRevision: number },
  { recordId, revision, vault }: Value<'vault.write'>,
  note: NoteDraft,
): void {
  take(base.documentId, vault);
  const { notes, readAt, state } = notebookStore.get();
  if (state !== 'open' || readAt === null || readAt < base.baseRevision) return;
  const before = notes.find((one) => one.id === recordId);
  const after = {
    ...note,
    id: recordId,
    writtenAt: before === undefined ? now() : before.writtenAt,
    isDropped: before?.isDropped ?? false,
  };
  notebookStore.set({
    notes: before === undefined ? [after, ...notes] : notes.map((one) => (one === before ? after : one)),
    readAt: revision,
  });
}

/** Stands in for main's own stamp, which comes with the next reading: it puts the note in its place among those of its day. */
function now(): Instant {
  return new Date().toISOString() as Instant; // an ISO instant in UTC
}

/** Writes a tension. @returns its id, or `null` if it was refused (the user has been told) */
export async function writeConflict({ id, name, openedOn, settledOn }: ConflictDraft): Promise<string | null> {
  const record = { table: 'privateConflicts', id, name, openedOn, settledOn } as const;
  const reply = await exchange((base) => call('vault.write', { ...base, record }));
  if (reply.ok) await readNotes();
  else sayFailure(reply.failure);
  return reply.ok ? reply.value.recordId : null;
}

/** Claims what was dropped in as the user's own. */
export async function own({ table, id }: SealedRef): Promise<void> {
  const reply = await exchange((base) => call('vault.own', { ...base, record: { table, id } }));
  if (reply.ok) await readNotes();
  else sayFailure(reply.failure);
}

/** Removes a note or a tension and offers to undo that. */
export async function removeSealed({ table, id }: SealedRef): Promise<void> {
  const text = table === 'privateNotes' ? texts().notebook.removed : texts().notebook.conflictRemoved;
  await stepWithUndo((base) => call('vault.remove', { ...base, record: { table, id } }), { tone: 'accent', text });
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
