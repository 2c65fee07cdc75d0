// Hosts the application in Electron: one instance, one window, every door closed before the page loads.
import path from 'node:path';

import { app, dialog, powerMonitor, protocol, session } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';

import { catalogueOf } from '@domain/text/catalogue.ts';

import { createApplication } from '../application.ts';
import type { Application } from '../application.ts';
import { readCommandLine, readHandover } from '../command-line.ts';
import { register } from '../contract/register.ts';
import { workerRenderer } from '../documents/renderer.ts';
import type { Shell } from '../shell.ts';
import { openLog } from '../system.ts';
import { watchTraffic } from '../window/traffic.ts';
import { createClosing } from './closing.ts';
import { keepPagesInPlace } from './contents-rules.ts';
import { electronShell } from './electron-shell.ts';
import { setMenu } from './menu.ts';
import { lockWhenLeft } from './power.ts';
import { SCHEME } from './requests.ts';
import { isTrustedSender } from './senders.ts';
import { closeRoads, serveWindow } from './session-rules.ts';
import { loadPage, openWindow } from './window.ts';
import { zoomByKeyboard } from './zoom.ts';

export type ElectronHostOptions = {
  readonly folders: Omit<Shell['folders'], 'documents'>;
  /** The built window, and the bridge that it gets. */
  readonly window: string;
  readonly preload: string;
  readonly clock: Shell['clock'];
  /** How many arguments name the program itself. */
  readonly skippedArguments: number;
};

type Parts = { window: BrowserWindow | null; application: Application | null; waiting: string | null; settle: () => Promise<void> };

/** Starts the application, unless another instance runs already: that one is handed the file, and this one leaves. */
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
  // macOS hands files over by an event, which may come before everything else.
  app.on('open-file', (event, given) => {
    event.preventDefault();
    receive(parts, given);
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => begin(options, parts, isSmokeTest));
}

/** A second lock on the network: no name resolves, whatever part of Chromium may ask. */
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
  setMenu(process.platform);
  closeRoads(session.defaultSession, !app.isPackaged);
  serveWindow(session.defaultSession, options.window);
  const shell = electronShell({ folders, log, clock: options.clock, window: () => parts.window, quit: () => leave(parts) });
  const renderer = workerRenderer(folders, log);
  const application = await createApplication({ shell, renderer });
  parts.application = application;
  lockWhenLeft(powerMonitor, application.lockVaults);
  if (parts.waiting !== null) await application.openPath(parts.waiting);
  const traffic = watchTraffic(application.dispatch);
  register(traffic.dispatch, (event) => isOwn(parts, event));
  const window = openWindow({ preload: options.preload, theme: application.settings().theme, isShown: !isSmokeTest });
  parts.window = window;
  zoomByKeyboard(window.webContents);
  // What is being typed belongs to the file that is open: it is sent before that file can be let go.
  parts.settle = async () => {
    await traffic.settle(() => {
      shell.send('closing', {});
      return !window.webContents.isCrashed();
    });
  };
  guardClosing(window, parts.settle, application);
  await loadPage(window);
  if (isSmokeTest) passSmokeTest(parts);
}

/** Read at once: the frame may be gone by the time anything has been awaited. */
function isOwn({ window }: Parts, event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  const isOwnWindow = window !== null && !window.isDestroyed() && event.sender === window.webContents;
  return isTrustedSender({ frameUrl: frame?.url ?? null, isMainFrame: frame !== null && isOwnWindow && frame === window.webContents.mainFrame, isOwnWindow });
}

function guardClosing(window: BrowserWindow, settle: () => Promise<void>, application: Application): void {
  let isLeaving = false;
  const close = createClosing(
    {
      settle,
      write: async () => (await application.finish(false)).ok,
      mayLeaveUnwritten: () => askToLeave(window, application),
      letGo: async () => void (await application.finish(true)),
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

async function askToLeave(window: BrowserWindow, application: Application): Promise<boolean> {
  const texts = catalogueOf(application.settings().locale).closing;
  const { response } = await dialog.showMessageBox(window, { type: 'warning', message: texts.failed, detail: application.isSafeHere() ? texts.safe : texts.unsafe, buttons: [texts.stay, texts.leave], defaultId: 0, cancelId: 0, noLink: true });
  return response === 1;
}

/** Everything is written by now: the window goes without asking again. */
function leave({ window }: Parts): void {
  if (window !== null && !window.isDestroyed()) window.destroy();
  app.quit();
}

/** The shipped application cannot be driven by tests; it can say that its page came up. */
function passSmokeTest(parts: Parts): void {
  process.stdout.write('OK\n');
  leave(parts);
}
