// Makes the one window.
import { BrowserWindow, nativeTheme } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';

import type { Settings } from '@contract/channels.ts';

import { ORIGIN } from './requests.ts';

/** The least that a page needs. What is Electron's safe default is written all the same: a change of default must not open a door. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableDialogs: true,
  spellcheck: false,
} as const satisfies BrowserWindowConstructorOptions['webPreferences'];

/** Paper of each theme, so that the window does not flash before its page is drawn. */
const PAPER = { light: '#faf8f4', dark: '#14181a' } as const;

export type WindowOptions = { readonly preload: string; readonly theme: Settings['theme']; readonly isShown: boolean };

/** @returns the window, shown once its page is drawn */
export function openWindow({ preload, theme, isShown }: WindowOptions): BrowserWindow {
  nativeTheme.themeSource = theme;
  const window = new BrowserWindow({
    title: 'Tierce',
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: { ...WEB_PREFERENCES, preload },
  });
  if (isShown) window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads the page; apart from making the window, so that everything listens before the page speaks. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${ORIGIN}/`);
}
