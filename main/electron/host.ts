// Hosts the application in Electron: one instance, one window, every way out closed before the page loads.
import path from 'node:path';

import { app, dialog, protocol, session } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';

import type { OuterTexts } from '@domain/text/outer-texts.ts';

import type { Application } from '../application.ts';
import { readCommandLine, readHandover } from '../command-line.ts';
import { register } from '../contract/register.ts';
import type { Shell } from '../shell.ts';
import { openLog } from '../system.ts';
import { watchTraffic } from '../window/traffic.ts';
import { createClosing } from './closing.ts';
import { watchBugs, watchWindow } from './crashes.ts';
import { keepPagesInPlace } from './contents-rules.ts';
import { electronShell } from './electron-shell.ts';
import { setMenu } from './menu.ts';
import { SCHEME } from './requests.ts';
import { isTrustedSender } from './senders.ts';
import { closeRoads, serveWindow, untilPageIsBusy } from './session-rules.ts';
import { loadPage, openWindow, showWindow } from './window.ts';
import { zoomByKeyboard } from './zoom.ts';

export type ElectronHostOptions = {
  readonly folders: Omit<Shell['folders'], 'documents'>;
  /** The built window, and its bridge. */
  readonly window: string;
  readonly preload: string;
  readonly clock: Shell['clock'];
  /** How many arguments name the program itself. */
  readonly skippedArguments: number;
};

type Parts = { window: BrowserWindow | null; application: Application | null; waiting: string | null; settle: () => Promise<unknown> };

/** Starts the application, unless another instance is already running: then that one gets the file, and this one exits. */
export function hostElectron(options: ElectronHostOptions): void {
  const { file, isSmokeTest } = readCommandLine(process.argv, options.skippedArguments, process.cwd());
  app.setName('Tierce');
  app.setPath('userData', path.join(options.folders.data, 'window'));
  app.enableSandbox();
  refuseNames();
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  if (!app.requestSingleInstanceLock({ file })) {
    app.quit();
    return;
  }
  const parts: Parts = { window: null, application: null, waiting: file, settle: () => Promise.resolve() };
  keepPagesInPlace(app);
  app.on('second-instance', (_event, _argv, _folder, handed) => receive(parts, readHandover(handed)));
  // macOS passes files in an event, which may come before everything else.
  app.on('open-file', (event, given) => {
    event.preventDefault();
    receive(parts, given);
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => begin(options, parts, isSmokeTest));
}

/** A second barrier to the network: no name resolves, whichever part of Chromium asks. */
function refuseNames(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess,MediaRouter,Translate');
}

function receive(parts: Parts, file: string | null): void {
  const { window, application } = parts;
  if (window !== null && !window.isDestroyed()) {
    if (window.isMinimized()) window.restore();
    window.focus();
  }
  if (file === null) return;
  if (application === null) parts.waiting = file;
  else void parts.settle().then(() => application.openPath(file));
}

async function begin(options: ElectronHostOptions, parts: Parts, isSmokeTest: boolean): Promise<void> {
  const folders = { ...options.folders, documents: app.getPath('documents') };
  const log = openLog(folders.data, () => options.clock.now());
  watchBugs(app, { log, uptimeMs: () => process.uptime() * 1000 });
  setMenu(process.platform);
  closeRoads(session.defaultSession, !app.isPackaged);
  serveWindow(session.defaultSession, options.window);
  const window = openWindow(options.preload);
  parts.window = window;
  // The page starts in a process of its own, and needs this one only to fetch its scripts: the rest is loaded here while it runs them.
  const page = loadPage(window);
  const shell = electronShell({ folders, log, clock: options.clock, window: () => parts.window, quit: () => leave(parts) });
  const application = Promise.race([untilPageIsBusy(session.defaultSession), page]).then(() => bringApplication(shell, parts));
  zoomByKeyboard(window.webContents);
  const traffic = watchTraffic(async (channel, args) => (await application).dispatch(channel, args));
  register(traffic.dispatch, (event) => isOwn(parts, event));
  // What is being typed belongs to the open file: it is sent before that file can be closed.
  const settle = (): Promise<number> =>
    traffic.settle(() => {
      shell.send('closing', {});
      return !window.webContents.isCrashed();
    });
  guardClosing(window, settle, application);
  watchWindow(window, {
    log,
    nowMs: () => performance.now(),
    reload: () => loadPage(window),
    giveUp: async () => giveUp(await application),
  });
  if (!isSmokeTest)
    showWindow(
      window,
      application.then(({ settings }) => settings().theme),
    );
  await application;
  parts.settle = settle;
  await page;
  if (isSmokeTest) passSmokeTest(parts);
}

/** Loads the bundle that contains the application; when it returns, a file that was handed over is open. */
async function bringApplication(shell: Shell, parts: Parts): Promise<Application> {
  const { createElectronApplication } = await import('./electron-application.ts');
  const application = await createElectronApplication(shell);
  parts.application = application;
  if (parts.waiting !== null) await application.openPath(parts.waiting);
  return application;
}

/** Read immediately: the frame may be gone after any await. */
function isOwn({ window }: Parts, event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  const isOwnWindow = window !== null && !window.isDestroyed() && event.sender === window.webContents;
  return isTrustedSender({
    frameUrl: frame?.url ?? null,
    isMainFrame: frame !== null && isOwnWindow && frame === window.webContents.mainFrame,
    isOwnWindow,
  });
}

function guardClosing(window: BrowserWindow, settle: () => Promise<number>, application: Promise<Application>): void {
  let isLeaving = false;
  const finish = async (evenUnsaved: boolean): Promise<boolean> => (await (await application).finish(evenUnsaved)).ok;
  const close = createClosing(
    {
      settle,
      write: () => finish(false),
      mayLeaveUnsent: async (count) => {
        const texts = await closingTexts(await application);
        return askToLeave(window, texts, { message: texts.unsent(count), detail: texts.unsentDetail });
      },
      mayLeaveUnwritten: async () => {
        const texts = await closingTexts(await application);
        return askToLeave(window, texts, { message: texts.failed, detail: (await application).isSafeHere() ? texts.safe : texts.unsafe });
      },
      letGo: async () => void (await finish(true)),
    },
    () => {
      isLeaving = true;
      window.destroy();
    },
  );
  window.on('close', (event) => {
    if (isLeaving) return;
    event.preventDefault();
    void close();
  });
}

type ClosingTexts = OuterTexts['closing'];

async function closingTexts(application: Application): Promise<ClosingTexts> {
  const { outerTextsOf } = await import('@domain/text/outer-texts.ts'); // not needed at the start of the window
  return outerTextsOf(application.settings().locale).closing;
}

type Question = { readonly message: string; readonly detail: string };

/** Staying is what Escape and Enter do. */
async function askToLeave(window: BrowserWindow, { stay, leave: go }: ClosingTexts, question: Question): Promise<boolean> {
  const buttons = { buttons: [stay, go], defaultId: 0, cancelId: 0, noLink: true };
  const { response } = await dialog.showMessageBox(window, { type: 'warning', ...question, ...buttons });
  return response === 1;
}

/** The page keeps dying: everything reported as safe is safe, and the user decides when to restart. */
async function giveUp(application: Application): Promise<void> {
  const { catalogueOf } = await import('@domain/text/catalogue.ts');
  const { title, unreachable } = catalogueOf(application.settings().locale).crash;
  dialog.showErrorBox(title, unreachable);
}

/** Everything is written by now: the window closes without asking again. */
function leave({ window }: Parts): void {
  if (window !== null && !window.isDestroyed()) window.destroy();
  app.quit();
}

/** The packaged application cannot be driven by tests, but it can report that its page came up. */
function passSmokeTest(parts: Parts): void {
  process.stdout.write('OK\n');
  leave(parts);
}
