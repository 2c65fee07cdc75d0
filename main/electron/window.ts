// Makes the one window.
import { BrowserWindow, nativeTheme } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';

import type { Settings } from '@contract/settings.ts';

import { ORIGIN } from './requests.ts';

/** The minimum that a page needs. Even Electron's safe defaults are spelled out, so that a changed default cannot open anything. */
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

/** The background of each theme, so that the window does not flash before its page is drawn. */
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

/**
 * Shows the window once its page is drawn, on its theme's background; if the theme cannot be read the window is shown anyway, and its page
 * says why.
 */
export function showWindow(window: BrowserWindow, theme: Promise<Settings['theme']>): void {
  const isPapered = theme.then((source) => {
    nativeTheme.themeSource = source;
    window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);
  });
  window.once('ready-to-show', () => void isPapered.finally(() => window.show()));
}

/** Loads the page; separate from making the window, so that all listeners are in place before the page sends anything. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${ORIGIN}/`);
}
