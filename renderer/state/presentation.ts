// Presentation mode in the window: it forgets at once what main withholds from then on, and reads it again afterwards.
import type { AfterPresentation } from '@contract/presentation.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { namesPrivateTable, withoutPrivate } from '@domain/presentation/withhold.ts';
import type { Result } from '@domain/result.ts';
import { call } from './bridge.ts';
import { closeDialog, openDialog } from './dialog.ts';
import { dismiss, hidePrivateMessages, say, sayFailure, showHeldMessages } from './messages.ts';
import { goTo } from './navigation.ts';
import { forgetNotebook, resumeNotebook } from './notebook.ts';
import { adopt, answered, inTurn, leave } from './project.ts';
import { addressOf, type Route } from './route.ts';
import { definitionOf, isPrivateScreen, NAVIGATION } from './screens.ts';
import { texts } from './texts.ts';
import { commitDrafts, settleDrafts } from './typing.ts';
import { type WindowDialog, windowStore } from './window-state.ts';

/** The private screen that was left for the mode, to come back to; `null` if it was another. */
let privateRoute: Route | null = null;
/** Until main has answered. */
let entering: Promise<unknown> | null = null;
/** The message that the mode was left. */
let leftId: number | null = null;

/** Enters the mode, or asks to leave it. */
export function togglePresentation(): void {
  const { phase, isPresenting, isEntering } = windowStore.get();
  if (phase !== 'ready' || isEntering) return;
  if (isPresenting) void leavePresentation();
  else void enterPresentation();
}

/**
 * In this order: what is being typed is on its way to main; nothing private is left in the window, so that the next picture shows none; main
 * withholds; a picture has been drawn, so that the window may be captured; what was typed is sealed, and the notebook locks.
 */
export async function enterPresentation(): Promise<void> {
  const { phase, isPresenting } = windowStore.get();
  if (phase !== 'ready' || isPresenting) return;
  const sealing = settleDrafts();
  const unnoted = forgetNotebook();
  forgetPrivate();
  const begun = call('presentation.enter', { unnoted });
  entering = begun;
  const entered = await begun;
  entering = null;
  windowStore.set({ isEntering: false });
  if (!entered.ok) sayFailure(entered.failure); // the window stays in the mode: it shows nothing private either way
  afterPicture(() => void call('presentation.cleared', {}));
  await sealing;
  await answered();
  await call('presentation.sealed', {});
}

/**
 * Ends the mode. If a notebook was open when it began, main wants its passphrase: a dialog asks for it.
 * @returns the failure, to be shown at the field
 */
export async function leavePresentation(secret: VaultSecret | null = null): Promise<Result<unknown>> {
  await entering;
  commitDrafts();
  const reply = await inTurn(() => call('presentation.leave', { secret }));
  if (reply.ok) resume(reply.value);
  else if (reply.failure.code === 'presentation-held') openDialog({ kind: 'leave-presentation' });
  else if (secret === null) sayFailure(reply.failure);
  return reply;
}

/** The way out without passphrase or recovery key: once the file is closed, nothing of its notebook can be seen. */
export async function closeAndLeave(): Promise<void> {
  closeDialog('leave-presentation');
  await leave();
  if (windowStore.get().project === null) await leavePresentation();
}

function forgetPrivate(): void {
  const { project, undo, start, profile, visited, dialog, help, route } = windowStore.get();
  hidePrivateMessages();
  if (leftId !== null) dismiss(leftId);
  privateRoute = isPrivateScreen(route.screen) ? route : null;
  const shown: Route = privateRoute === null ? route : { screen: 'overview' };
  windowStore.set({
    isPresenting: true,
    isEntering: true,
    ...withoutPrivate({ project, undo, profile }),
    start: start === null ? null : { ...withoutPrivate(start), opened: null },
    visited: visited === null ? null : { ...visited, routes: visited.routes.filter(({ screen }) => !isPrivateScreen(screen)) },
    dialog: isToClose(dialog) ? null : withoutPrivate(dialog),
    help: help?.kind === 'guide' && isPrivatePart(help.part) ? null : help,
    wantedPlace: null,
    route: shown,
  });
  if (privateRoute !== null) window.history.replaceState(addressOf(shown), '');
}

/** What was sought in the palette may be a private word. */
function isToClose(dialog: WindowDialog | null): boolean {
  switch (dialog?.kind) {
    case 'palette':
    case 'profile':
      return true;
    case 'left':
      return isPrivateScreen(dialog.left.route.screen);
    case 'history':
      return namesPrivateTable(dialog.table);
    default:
      return false;
  }
}

function isPrivatePart(part: string): boolean {
  return NAVIGATION.some(({ name }) => isPrivateScreen(name) && definitionOf(name).help === part);
}

function resume({ project, profile, vault, unnoted }: AfterPresentation): void {
  const { start } = windowStore.get();
  const back = privateRoute;
  privateRoute = null;
  windowStore.set({ isPresenting: false, profile, start: start === null ? null : { ...start, profile } });
  closeDialog('leave-presentation');
  if (project !== null) adopt(project);
  if (project !== null && vault !== null) resumeNotebook(project.documentId, vault, unnoted);
  if (unnoted !== null) goTo({ screen: 'notebook' });
  else if (back !== null && project !== null && vault?.state === 'open') goTo(back);
  leftId = say('accent', texts().presentation.left);
  showHeldMessages();
}

/** Once a picture with what was just changed has been drawn. */
function afterPicture(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
