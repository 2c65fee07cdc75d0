// Language, theme and what is no longer shown: applied to the page here, saved by main.
import type { Settings } from '@contract/settings.ts';
import { call } from './bridge.ts';
import { sayFailure } from './messages.ts';
import { bringTexts } from './texts.ts';
import { windowStore } from './window-state.ts';

/** Applies language and theme to the page. */
export function applyAppearance(settings: Settings): void {
  const root = document.documentElement;
  root.lang = settings.locale;
  root.dataset['theme'] = shownTheme(settings);
}

/** @returns the theme that is really shown: the system's own if the user has not chosen one. */
export function shownTheme(settings: Settings): 'light' | 'dark' {
  if (settings.theme !== 'system') return settings.theme;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The settings as main has saved them, `null` before the first change; `underWay` counts the changes that main has not answered yet. */
let kept: Settings | null = null;
let underWay = 0;

/** Changes the theme at once, and has main save it. */
export function changeTheme(theme: Settings['theme']): Promise<void> {
  return changeSettings({ theme });
}

/** Closes the first steps on Home for good. */
export function hideFirstSteps(): Promise<void> {
  return changeSettings({ hidesFirstSteps: true });
}

/** Changes after how many minutes without an act in it a notebook locks itself; at once for one that is open. */
export function changeLockDelay(locksAfter: Settings['locksAfter']): Promise<void> {
  return changeSettings({ locksAfter });
}

/** Changes the language once its texts are loaded, and has main save it. If they cannot be loaded, the window keeps its language. */
export async function changeLanguage(locale: Settings['locale']): Promise<void> {
  const brought = await bringTexts(locale);
  if (brought.ok) await changeSettings({ locale });
  else sayFailure(brought.failure);
}

/** Shows a change at once, and saves it. Once nothing is pending, the window shows what main has saved. */
async function changeSettings(change: Partial<Settings>): Promise<void> {
  kept ??= windowStore.get().settings;
  underWay += 1;
  const settings = { ...windowStore.get().settings, ...change };
  show(settings);
  const reply = await call('settings.save', { settings });
  underWay -= 1;
  if (reply.ok) kept = reply.value;
  else sayFailure(reply.failure);
  if (underWay === 0) show(kept);
}

function show(settings: Settings): void {
  windowStore.set({ settings });
  applyAppearance(settings);
}
