// Language and theme: applied to the page, kept by main.
import type { Settings } from '@contract/settings.ts';
import { call } from './bridge.ts';
import { sayFailure } from './messages.ts';
import { bringTexts } from './texts.ts';
import { windowStore } from './window-state.ts';

/** Puts language and theme on the page. */
export function applyAppearance(settings: Settings): void {
  const root = document.documentElement;
  root.lang = settings.locale;
  root.dataset['theme'] = shownTheme(settings);
}

/** @returns the theme that is really shown, the system's own where the user has not chosen. */
export function shownTheme(settings: Settings): 'light' | 'dark' {
  if (settings.theme !== 'system') return settings.theme;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** What main keeps, while changes of it are on their way. */
let kept: Settings | null = null;
let underWay = 0;

/** Changes the theme at once, and has it kept. */
export function changeTheme(theme: Settings['theme']): Promise<void> {
  return changeSettings({ theme });
}

/** Changes the language once its texts are here, and has it kept; while they cannot be had the window goes on in the one that it speaks. */
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
