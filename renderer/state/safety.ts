// What the user can do so that nothing is lost: backups, a file that was changed elsewhere, cannot be written, or does not open.
import type { GoneFile } from '@contract/attempt.ts';
import type { Args } from '@contract/channels.ts';
import type { ConflictAnswer } from '@contract/conflict.ts';
import type { OpenProject } from '@contract/project.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { ok, type Result } from '@domain/result.ts';
import { call } from './bridge.ts';
import { openDialog } from './dialog.ts';
import { say, sayFailure } from './messages.ts';
import { goTo } from './navigation.ts';
import { adopt, enter, inTurn, readAgain, showHome, stepWithUndo } from './project.ts';
import { texts } from './texts.ts';
import { commitDrafts, openDocument } from './typing.ts';
import { windowStore } from './window-state.ts';

/** Shows a backup instead of the file, which stays open behind it. */
export async function lookAtBackup(backupId: string): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  commitDrafts();
  await enter(inTurn(() => call('backups.open', { documentId, backupId })));
}

/** The same for a backup under a key that the file does not know. @returns a failure such as passphrase-wrong, to be shown at the field */
export async function lookAtSealedBackup(backupId: string, passphrase: string): Promise<Result<unknown>> {
  const documentId = openDocument();
  if (documentId === null) return ok(null);
  commitDrafts();
  const reply = await inTurn(() => call('backups.open', { documentId, backupId, secret: { kind: 'passphrase', passphrase } }));
  if (reply.ok) await enter(Promise.resolve(reply));
  return reply;
}

/** Goes back from a backup to the file. */
export async function backToFile(): Promise<void> {
  const { project } = windowStore.get();
  if (project === null || project.readOnly?.why !== 'backup') return;
  const { documentId, readOnly } = project;
  await call('project.close', { documentId, evenUnsaved: true });
  const reply = await call('project.read', { documentId: readOnly.of });
  if (!reply.ok) {
    sayFailure(reply.failure);
    return;
  }
  adopt(reply.value);
  goTo({ screen: 'file' });
}

/** Brings the content of a backup back; offers to take that back at once. */
export function restoreBackup(backupId: string): Promise<boolean> {
  commitDrafts();
  return stepWithUndo((base) => call('backups.restore', { ...base, backupId }), { tone: 'good', text: texts().backups.done });
}

/** Saves a backup where the user chooses, and reports where that is. */
export async function saveBackup(backupId: string): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  const reply = await call('backups.save', { documentId, backupId });
  if (reply.ok) say('good', texts().leaving.exported(reply.value.name, reply.value.folderName));
  else sayFailure(reply.failure);
}

/** The same for a backup under a key that the file does not know. @returns a failure such as passphrase-wrong, to be shown at the field */
export async function saveSealedBackup(backupId: string, passphrase: string): Promise<Result<unknown>> {
  const documentId = openDocument();
  if (documentId === null) return ok(null);
  const reply = await call('backups.save', { documentId, backupId, secret: { kind: 'passphrase', passphrase } });
  if (reply.ok) say('good', texts().leaving.exported(reply.value.name, reply.value.folderName));
  return reply.ok || reply.failure.code !== 'cancelled' ? reply : ok(null);
}

/** Removes a backup that was kept until the user dismisses it. @returns whether it is removed */
export async function dismissBackup(backupId: string): Promise<boolean> {
  const documentId = openDocument();
  if (documentId === null) return false;
  const reply = await inTurn(() => call('backups.dismiss', { documentId, backupId }));
  if (reply.ok) say('good', texts().backups.dismissed);
  else sayFailure(reply.failure);
  return reply.ok;
}

/**
 * Carries out what the user decided about a file that another person or program has changed. @returns whether that was done
 * @param secret of the file, if it got another key meanwhile
 */
export async function answerConflict(answer: ConflictAnswer, secret: VaultSecret | null): Promise<boolean> {
  const { conflict } = texts();
  const done = await replaceOpen((documentId) => call('conflict.answer', { documentId, answer, ...(secret === null ? {} : { secret }) }));
  if (done === null) return false;
  say('good', answer === 'both' ? conflict.doneBoth(done.fileName) : answer === 'theirs' ? conflict.doneTheirs : conflict.doneMine);
  return true;
}

/** Saves the open project to another file, and continues there. */
export async function saveElsewhere(): Promise<boolean> {
  const done = await replaceOpen((documentId) => call('project.saveElsewhere', { documentId }));
  if (done === null) return false;
  say('good', texts().trouble.continued(done.fileName));
  return true;
}

/** Removes the write protection of the file that is shown, and opens it for changes. */
export async function allowChanges(): Promise<void> {
  const documentId = openDocument();
  if (documentId !== null) await enter(inTurn(() => call('project.allowChanges', { documentId })));
}

/** Tries to write the file now. @returns whether it is written */
export async function retrySaving(): Promise<boolean> {
  const documentId = openDocument();
  const reply = documentId === null ? null : await call('project.save', { documentId });
  if (reply === null) return false;
  if (!reply.ok) sayFailure(reply.failure);
  else windowStore.set({ saveState: reply.value });
  return reply.ok && reply.value.failure === null;
}

/** Asks main to put another content or another file behind the open document, and shows the result; `null` if that was refused. */
async function replaceOpen(ask: (documentId: string) => Promise<Result<OpenProject>>): Promise<OpenProject | null> {
  const documentId = openDocument();
  if (documentId === null) return null;
  commitDrafts();
  const reply = await inTurn(() => ask(documentId));
  if (!reply.ok) {
    sayFailure(reply.failure);
    await readAgain(); // whatever main did before it refused, the window shows what main holds
    return null;
  }
  adopt(reply.value);
  return reply.value;
}

/** Shows what can be done about a file that is no longer in the library. */
export function openGone(goneId: string): Promise<boolean> {
  return enter(call('gone.open', { goneId }));
}

/** Removes what this computer keeps of a file that is no longer in the library. @returns whether that was done */
export async function forgetGone({ goneId, fileName }: GoneFile): Promise<boolean> {
  const reply = await call('gone.forget', { goneId });
  if (reply.ok) say('good', texts().home.goneForgotten(fileName));
  else sayFailure(reply.failure);
  return reply.ok;
}

/** Opens the file of the attempt in another way. */
export function openAttempt(how: Args<'attempt.open'>['how']): Promise<boolean> {
  const attemptId = windowStore.get().attempt?.attemptId ?? '';
  return enter(call('attempt.open', { attemptId, how }));
}

/** Opens a protected file. @returns the failure if the secret is wrong, to be shown at the field; otherwise `null` */
export async function unlockAttempt(secret: VaultSecret) {
  const attemptId = windowStore.get().attempt?.attemptId ?? '';
  const reply = await call('attempt.unlock', { attemptId, secret });
  if (!reply.ok && reply.failure.code === 'passphrase-wrong') return reply.failure;
  await enter(Promise.resolve(reply));
  return null;
}

/**
 * Opens a file that is not as this computer remembers it.
 * @param secret of the protection that it had
 * @returns the failure if the secret is wrong, to be shown at the field; otherwise `null`
 */
export async function acceptAttempt(secret: VaultSecret | null) {
  const { attempt, isOpening } = windowStore.get();
  if (isOpening) return null; // pressed twice: checking a secret takes time
  windowStore.set({ isOpening: true });
  const reply = await call('attempt.accept', { attemptId: attempt?.attemptId ?? '', secret });
  windowStore.set({ isOpening: false });
  if (!reply.ok && reply.failure.code === 'passphrase-wrong') return reply.failure;
  await enter(Promise.resolve(reply));
  return null;
}

/**
 * Recovers a damaged file into a new one, opens that, and says what is missing.
 * @param from.secret of a protected file
 * @returns the failure if the secret is wrong, to be shown at the field, or if the file has a holder, to ask the user; otherwise `null`
 */
export async function recoverAttempt(from: Omit<Args<'attempt.recover'>, 'attemptId'>) {
  const attemptId = windowStore.get().attempt?.attemptId ?? '';
  windowStore.set({ isOpening: true });
  const reply = await call('attempt.recover', { attemptId, ...from });
  windowStore.set({ isOpening: false });
  if (!reply.ok) {
    const { code } = reply.failure;
    if (code === 'passphrase-wrong' || (code === 'file-locked' && from.isTakingOver !== true)) return reply.failure;
    sayFailure(reply.failure);
    return null;
  }
  const { project, lost, kept } = reply.value;
  await enter(Promise.resolve({ ok: true, value: project }));
  openDialog({ kind: 'recovered', lost, kept });
  return null;
}

/** Closes the file and removes every trace of it from this computer. */
export async function leaveNothing(): Promise<void> {
  const documentId = openDocument();
  if (documentId === null) return;
  commitDrafts();
  const reply = await inTurn(() => call('traces.leave', { documentId }));
  if (!reply.ok) {
    sayFailure(reply.failure);
    return;
  }
  showHome();
  say('good', texts().leaving.done);
}
