// Makes the one window.
import { BrowserWindow, nativeTheme } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';

import type { Settings } from '@contract/settings.ts';

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

/** @returns the window, still hidden */
export function openWindow(preload: string): BrowserWindow {
  return new BrowserWindow({
    title: 'Tierce',
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload },
  });
}

/** Shows the window once its page is drawn, on the paper of its theme; one whose theme cannot be had is shown all the same, and its page says why. */
export function showWindow(window: BrowserWindow, theme: Promise<Settings['theme']>): void {
  const isPapered = theme.then((source) => {
    nativeTheme.themeSource = source;
    window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);
  });
  window.once('ready-to-show', () => void isPapered.finally(() => window.show()));
}

/** Loads the page; apart from making the window, so that everything listens before the page speaks. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${ORIGIN}/`);
}
