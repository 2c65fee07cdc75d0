// The open project in the window: sends commands to main one after the other, and applies the changes that come back.
import type { Applied, DocumentView, OpenProject } from '@contract/project.ts';
import type { Command } from '@domain/commands/command.ts';
import { applyChanges, type Change, type Document, emptyDocument } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { isPrivateStep } from '@domain/presentation/withhold.ts';
import type { Result } from '@domain/result.ts';
import { call, NO_REPLY } from './bridge.ts';
import { closeDialog, openDialog } from './dialog.ts';
import { say, sayFailure, sayPrivately } from './messages.ts';
import { goTo } from './navigation.ts';
import type { Route } from './route.ts';
import { onlyOnce } from './once.ts';
import { withSafety } from './saving.ts';
import { texts } from './texts.ts';
import { commitDrafts, countUnsent, forgetDrafts, openDocument, settleDrafts } from './typing.ts';
import { NO_UNDO, windowStore } from './window-state.ts';

/** Makes a project that was just opened the one that the window shows. */
export function adopt(opened: OpenProject): void {
  const { saveState, undo, ...project } = opened;
  const { typing } = windowStore.get();
  const before = openDocument();
  if (before !== null && before !== project.documentId) {
    forgetDrafts(); // what was refused there has no field here
    if (typing > 0) say('bad', texts().saving.typedLost(typing));
  }
  windowStore.set({ project, saveState, undo, attempt: null });
  closeDialog('trouble');
}

/** Tells the user what opening had to repair. */
export function sayRecovery({
  recovery,
  hasOtherNames = false,
}: Pick<OpenProject, 'recovery'> & Partial<Pick<OpenProject, 'hasOtherNames'>>): void {
  const { saving } = texts();
  if (hasOtherNames) say('bad', saving.otherNames);
  if (recovery.recovered > 0) say('good', saving.recovered(recovery.recovered));
  if (recovery.setAside !== 0) say('bad', recovery.setAside === 'sealed' ? saving.setAsideSealed : saving.setAside(recovery.setAside));
}

/** Opens a project and goes to `first`; says why if it does not open. @returns whether it is open */
export async function enter(reply: Promise<Result<OpenProject>>, first: Route = { screen: 'overview' }): Promise<boolean> {
  windowStore.set({ isOpening: true });
  const result = await reply;
  windowStore.set({ isOpening: false });
  if (!result.ok) {
    await meetRefusal(result.failure);
    return false;
  }
  await show(result.value, first);
  return true;
}

/** Shows the screen about a file that could not be opened, if something can be done about it; otherwise only says why. */
export async function meetRefusal(failure: Failure): Promise<void> {
  const attempt = failure.code === 'cancelled' ? null : await call('attempt.read', {});
  if (attempt === null || !attempt.ok || attempt.value === null || attempt.value.failure.code !== failure.code) {
    sayFailure(failure);
    return;
  }
  windowStore.set({ attempt: attempt.value });
  goTo({ screen: 'attempt' });
}

/** Shows a file that was handed over to the window, once everything typed in the previous file has been sent to main. */
export async function takeOver(opened: OpenProject): Promise<void> {
  commitDrafts();
  await inTurn(async () => {
    const before = windowStore.get().project;
    if (before === null || before.documentId === opened.documentId) return;
    await call('project.close', { documentId: before.documentId, evenUnsaved: true });
  });
  await show(opened, { screen: 'overview' });
}

/** Shows an opened project, when its turn comes: commands that were queued earlier belong to the previous project. */
async function show(opened: OpenProject, first: Route): Promise<void> {
  await inTurn(async () => adopt(opened));
  sayRecovery(opened);
  goTo(first);
}

/** Runs a command in main; @returns the changes it made, or `null` when it was refused (which has been said). */
export async function run(command: Command): Promise<readonly Change[] | null> {
  if (openDocument() === null) return null;
  const reply = await attempt(command);
  if (!reply.ok) sayFailure(reply.failure);
  return reply.ok ? reply.value.changes : null;
}

/** Sends any message that changes the document, queued with the commands. @returns the reply; the caller reports a refusal. */
export function exchange<A extends Applied>(ask: (base: Base) => Promise<Result<A>>): Promise<Result<A>> {
  const documentId = openDocument();
  return inTurn(async () => (await send(documentId, ask)) ?? { ok: false, failure: { code: 'document-unknown' } });
}

/** Runs a command whose refusal the caller shows at its own place. What creates a record is sent once until it is answered. */
export function attempt(command: Command): Promise<Result<Applied>> {
  const ask = () => exchange((base) => call('project.run', { ...base, command }));
  return isCreating(command) ? onlyOnce(JSON.stringify([openDocument(), command]), ask) : ask();
}

/** Commands that say what is to be, so that the second of two equal ones changes nothing. */
const REPEATABLE: readonly Command['name'][] = ['record.update', 'record.remove', 'record.move', 'envelope.allocate'];

function isCreating({ name }: Command): boolean {
  return !REPEATABLE.includes(name);
}

/** Takes the last step back, or makes it again, and says which it was. */
export function turn(channel: 'project.undo' | 'project.redo'): Promise<void> {
  return turnStep(channel, openDocument());
}

/** What is said of a step once it is made. */
type Said = { readonly tone: 'good' | 'accent'; readonly text: string };

/**
 * Sends a message that changes the document, says what it did and offers to undo that step alone: the offer goes as soon as another step
 * has landed. @returns whether it was done; a refusal has been said
 */
export async function stepWithUndo(ask: (base: Base) => Promise<Result<Applied>>, { tone, text }: Said): Promise<boolean> {
  const documentId = openDocument();
  const reply = await exchange(ask);
  if (!reply.ok || documentId === null) {
    if (!reply.ok) sayFailure(reply.failure);
    return false;
  }
  const { revision, label } = reply.value;
  if (label.command === '') {
    say(tone, text); // nothing differed: no step was made, and the last one is another
    return true;
  }
  const undo = () => void turnStep('project.undo', documentId, revision);
  const tell = isPrivateStep(label) ? sayPrivately : say;
  tell(tone, text, { label: texts().shell.undo, run: undo, ofStep: { documentId, revision } });
  return true;
}

async function turnStep(channel: 'project.undo' | 'project.redo', documentId: string | null, step?: number): Promise<void> {
  commitDrafts();
  const reply = await inTurn(() => send(documentId, (base) => call(channel, step === undefined ? base : { ...base, step })));
  if (reply === null) return;
  if (!reply.ok) {
    sayFailure(reply.failure);
    return;
  }
  const { shell, stepName } = texts();
  const name = stepName(reply.value.label);
  const tell = isPrivateStep(reply.value.label) ? sayPrivately : say;
  tell('accent', channel === 'project.undo' ? shell.undone(name) : shell.redone(name));
}

/** What the user has already decided about closing. */
type Leaving = { readonly evenUnsaved?: true; readonly tracesAnswered?: true; readonly withoutTyped?: true };

/**
 * Saves and closes the project, then shows Home. If something typed was refused, or the file cannot be written, says so and lets the user
 * choose.
 */
export async function leave(decided: Leaving = {}): Promise<void> {
  await settleDrafts();
  const { project, typing } = windowStore.get();
  const { saving } = texts();
  if (typing > 0 && !decided.withoutTyped) {
    say('bad', saving.typedRefused(typing), { label: saving.closeAnyway, run: () => void leave({ ...decided, withoutTyped: true }) });
    return;
  }
  if (!decided.tracesAnswered && project?.isRemovable === true && project.readOnly === null) {
    openDialog({ kind: 'leaving', why: 'offered' });
    return;
  }
  forgetDrafts();
  if (await inTurn(() => close(decided))) showHome();
}

/** Shows Home, after the file has been closed. */
export function showHome(): void {
  windowStore.set({ project: null, saveState: null, undo: NO_UNDO });
  closeDialog('trouble', 'leaving', 'history');
  goTo({ screen: 'home' });
}

async function close(decided: Leaving): Promise<boolean> {
  const { project } = windowStore.get();
  if (project === null) return true;
  const evenUnsaved = decided.evenUnsaved === true;
  const reply = await call('project.close', { documentId: project.documentId, evenUnsaved });
  if (reply.ok || reply.failure.code === 'document-unknown') return true;
  const { saving } = texts();
  // When asked to close even unsaved, main refuses only if changes would be lost.
  const isSafeHere = windowStore.get().saveState?.isSafeHere === true && !evenUnsaved;
  const choice = isSafeHere
    ? { label: saving.closeAnyway, run: () => void leave({ ...decided, tracesAnswered: true, evenUnsaved: true }) }
    : { label: saving.tryAgain, run: () => void leave({ ...decided, tracesAnswered: true }) };
  say('bad', withSafety({ failure: reply.failure, isSafeHere }), choice);
  return false;
}

type Base = { readonly documentId: string; readonly commandId: string; readonly baseRevision: number };

/**
 * Sends a message to the project that was open when the command was given, based on the revision that the window holds. If that is stale,
 * the project is read again first. After a lost reply, the same message is sent again, and main does not act on it twice.
 */
async function send<A extends Applied>(documentId: string | null, ask: (base: Base) => Promise<Result<A>>): Promise<Result<A> | null> {
  if (documentId === null) return null;
  if (documentId !== openDocument()) return { ok: false, failure: { code: 'document-unknown' } };
  const commandId = crypto.randomUUID();
  const first = await sendOnce(ask, commandId);
  if (first === null || first.ok) return first;
  const isStale = first.failure.code === 'stale';
  if (isStale) await readAgain();
  const second = isStale || isLost(first) ? await sendOnce(ask, commandId) : first;
  if (second !== null && !second.ok && (second.failure.code === 'bug' || second.failure.code === 'stale')) await readAgain();
  return second;
}

function isLost(reply: Result<Applied>): boolean {
  return !reply.ok && reply.failure.code === 'bug' && reply.failure.id === NO_REPLY;
}

async function sendOnce<A extends Applied>(ask: (base: Base) => Promise<Result<A>>, commandId: string): Promise<Result<A> | null> {
  const { project } = windowStore.get();
  if (project === null) return null;
  const reply = await ask({ documentId: project.documentId, commandId, baseRevision: project.revision });
  if (reply.ok) applyReply(reply.value);
  return reply;
}

function applyReply({ revision, changes, undo, saveState }: Applied): void {
  const { project } = windowStore.get();
  if (project === null) return;
  windowStore.set({ project: { ...project, revision, document: applyToView(project.document, changes) }, undo, saveState });
}

/** Reads the open file again, as main has it now. */
export async function readAgain(): Promise<void> {
  const { project } = windowStore.get();
  if (project === null) return;
  const reply = await call('project.read', { documentId: project.documentId });
  if (reply.ok) adopt(reply.value);
  else if (reply.failure.code === 'document-unknown') showHome(); // main has had to close it
}

/** @returns the window's copy with the changes applied; sealed records never reach the window. */
export function applyToView(view: DocumentView, changes: readonly Change[]): DocumentView {
  const document: Document = { ...view, vault: emptyDocument(view.kind).vault };
  const { kind, accompaniment, desk } = applyChanges(document, changes);
  return { kind, accompaniment, desk };
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** Resolves once main has answered everything that was sent so far. */
export async function answered(): Promise<void> {
  await lastTurn;
}

/** Lets one exchange with main finish before the next begins, so that each starts from the right revision. */
export function inTurn<T>(exchange: () => Promise<T>): Promise<T> {
  countUnsent(1);
  const own = lastTurn.then(exchange).finally(() => countUnsent(-1));
  lastTurn = own.catch(() => undefined); // the caller of this exchange gets the failure
  return own;
}
