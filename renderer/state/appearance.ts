// Language and theme: applied to the page, kept by main.
import type { Settings } from '@contract/channels.ts';
import { call } from './bridge.ts';
import { sayFailure } from './messages.ts';
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

/** Changes language or theme at once, and has it kept. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const settings = { ...windowStore.get().settings, ...change };
  windowStore.set({ settings });
  applyAppearance(settings);
  const reply = await call('settings.save', { settings });
  if (!reply.ok) sayFailure(reply.failure);
}
