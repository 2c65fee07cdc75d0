// The registry of screens: the navigation, the palette and the tests take their lists from here.
import type { IconName } from '../kit/Icon.tsx';
import type { ScreenName } from './route.ts';

export type ScreenEntry = {
  readonly name: ScreenName;
  /** Shows an open accompaniment, or one of its sessions. */
  readonly shows: 'library' | 'project' | 'session';
  /** Place in the navigation: its drawing and the digit of its shortcut; `null` when another entry stands for it. */
  readonly navigation: { readonly icon: IconName; readonly digit: 1 | 2 | 3 } | null;
  /** The entry of the navigation that is marked while the screen is shown. */
  readonly under: ScreenName;
};

export const SCREENS: readonly ScreenEntry[] = [
  { name: 'welcome', shows: 'library', navigation: null, under: 'welcome' },
  { name: 'home', shows: 'library', navigation: null, under: 'home' },
  { name: 'new', shows: 'library', navigation: null, under: 'home' },
  { name: 'frame', shows: 'project', navigation: { icon: 'phases', digit: 1 }, under: 'frame' },
  { name: 'sessions', shows: 'project', navigation: { icon: 'calendar', digit: 2 }, under: 'sessions' },
  { name: 'time', shows: 'project', navigation: { icon: 'clock', digit: 3 }, under: 'time' },
  { name: 'session', shows: 'session', navigation: null, under: 'sessions' },
  { name: 'report', shows: 'session', navigation: null, under: 'sessions' },
];

/** @returns the entry of a screen. */
export function screenEntry(name: ScreenName): ScreenEntry | undefined {
  return SCREENS.find((entry) => entry.name === name);
}
