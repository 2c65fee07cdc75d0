// The start of the window: asks main for the initial state, then listens to the events of main.
import { watchPresses } from './after-press.ts';
import type { Settings } from '@contract/settings.ts';
import type { Start } from '@contract/start.ts';
import { firstLocale } from '@domain/text/locale.ts';
import { refuseStrayDrops } from './attachments.ts';
import { applyAppearance } from './appearance.ts';
import { begunForms } from './begun-forms.ts';
import { call, shownNow } from './bridge.ts';
import { openDialog } from './dialog.ts';
import { commitDrafts, settleDrafts } from './typing.ts';
import { dismiss, say, sayFailure } from './messages.ts';
import { followAddress, goTo } from './navigation.ts';
import { followVault } from './notebook.ts';
import { watchCopies } from './private-clipboard.ts';
import { adopt, inTurn, meetRefusal, sayRecovery, takeOver } from './project.ts';
import { withSafety } from './saving.ts';
import { bringTexts, texts } from './texts.ts';
import { beginToday, followToday } from './today.ts';
import { isFirstStart, windowStore } from './window-state.ts';

/** To be called once; the page is marked `ready` when the first screen can be used. */
export async function startUp(): Promise<void> {
  const likely = firstLocale(navigator.language);
  const isLikelyHere = bringTexts(likely); // meanwhile main is asked: it alone knows the language that the user chose
  const reply = await call('app.start', {});
  await isLikelyHere;
  const chosen: Settings = reply.ok ? reply.value.settings : { ...windowStore.get().settings, locale: likely };
  const settings = (await bringTexts(chosen.locale)).ok ? chosen : { ...chosen, locale: likely };
  applyAppearance(settings);
  if (!reply.ok) {
    windowStore.set({ phase: 'unreachable', settings });
    return;
  }
  listen();
  show({ ...reply.value, settings });
}

function show(start: Start): void {
  beginToday(start.today);
  windowStore.set({ phase: 'ready', start, settings: start.settings, profile: start.profile, isPresenting: start.isPresenting });
  if (start.opened?.ok) {
    adopt(start.opened.value);
    sayRecovery(start.opened.value);
  }
  if (isFirstStart(windowStore.get())) goTo({ screen: 'welcome' });
  else goTo({ screen: start.opened?.ok ? 'overview' : 'home' });
  if (start.profileFailure !== null) sayFailure(start.profileFailure);
  if (start.opened !== null && !start.opened.ok) void meetRefusal(start.opened.failure);
}

/** The message that the file cannot be written; `null` if none was shown since it was last written. */
let troubleId: number | null = null;

function endTrouble(): void {
  const ended = troubleId;
  troubleId = null;
  if (ended !== null) dismiss(ended);
}

function listen(): void {
  followAddress();
  followToday();
  followVault();
  watchCopies();
  windowStore.subscribe(() => {
    if (windowStore.get().project === null) endTrouble(); // the file was closed
  });
  refuseStrayDrops();
  window.tierce.on('closing', () => void settleBeforeClosing());
  window.tierce.on('saveState', ({ documentId, saveState, fileName }) => {
    const { project, saveState: before } = windowStore.get();
    if (project?.documentId !== documentId) return;
    windowStore.set({ saveState });
    if (project.fileName !== fileName) {
      windowStore.set({ project: { ...project, fileName } });
      say('good', texts().saving.renamed(fileName));
    }
    if (saveState.where === 'file') endTrouble();
    const isNews = before?.where !== 'failing' || (before.isSafeHere && !saveState.isSafeHere);
    if (saveState.where === 'failing' && isNews)
      troubleId = say('bad', withSafety(saveState), { label: texts().trouble.what, run: () => openDialog({ kind: 'trouble' }) });
  });
  window.tierce.on('opened', (given) => {
    const result = shownNow(given);
    if (result.ok) {
      void takeOver(result.value);
      return;
    }
    commitDrafts();
    void meetRefusal(result.failure);
  });
  watchPresses();
  window.addEventListener('beforeunload', keepFromClosing);
  window.addEventListener('pagehide', commitDrafts);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') commitDrafts();
  });
}

/** Main asks the user about what is left. */
async function settleBeforeClosing(): Promise<void> {
  const unsent = await leftUnsent();
  await inTurn(() => call('app.settled', { unsent })); // its turn comes after everything that was being typed
}

/** Where the window is one of a browser, the browser asks, in its own words; ours are for those who stay. */
function keepFromClosing(event: Event): void {
  commitDrafts();
  if (windowStore.get().unsent + begunForms() === 0) return;
  event.preventDefault();
  void leftUnsent().then((count) => count > 0 && say('bad', texts().saving.typedUnsent(count)));
}

/** @returns how much the window holds that cannot be sent: refused texts, forms that were begun */
async function leftUnsent(): Promise<number> {
  await settleDrafts();
  return windowStore.get().typing + begunForms();
}
