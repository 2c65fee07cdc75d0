// The registry of screens: the navigation, the palette and the tests take their lists from here.
import type { IconName } from '../kit/Icon.tsx';
import type { LibraryScreen, ScreenName } from './route.ts';

/** Place in the navigation: its drawing, the digit of its shortcut, whether it begins a group of its own, and whether it is private. */
export type NavigationPlace = {
  readonly icon: IconName;
  readonly digit: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly beginsGroup?: boolean;
  readonly isPrivate?: boolean;
};
/** Screens of the accompaniment as a whole: only they can stand in the navigation. */
export type ProjectScreen = Exclude<ScreenName, LibraryScreen | 'session'>;

export type ScreenEntry = {
  readonly name: ScreenName;
  /** Shows an open accompaniment, or one of its sessions. */
  readonly shows: 'library' | 'project' | 'session';
  /** The entry of the navigation that is marked while the screen is shown. */
  readonly under: ScreenName;
};
/** A screen with a place in the navigation. */
export type NavigationEntry = ScreenEntry & { readonly name: ProjectScreen; readonly place: NavigationPlace };

/** In the order of the work. Digits: 1 overview, 2 frame and phases, 3 sessions, 4 collective, 5 days, 6 documents, 7 notebook, 8 file. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { name: 'overview', shows: 'project', under: 'overview', place: { icon: 'compass', digit: 1 } },
  { name: 'frame', shows: 'project', under: 'frame', place: { icon: 'phases', digit: 2 } },
  { name: 'sessions', shows: 'project', under: 'sessions', place: { icon: 'calendar', digit: 3 } },
  { name: 'collective', shows: 'project', under: 'collective', place: { icon: 'users', digit: 4 } },
  { name: 'time', shows: 'project', under: 'time', place: { icon: 'clock', digit: 5, beginsGroup: true } },
  { name: 'documents', shows: 'project', under: 'documents', place: { icon: 'document', digit: 6 } },
  { name: 'notebook', shows: 'project', under: 'notebook', place: { icon: 'lock', digit: 7, beginsGroup: true, isPrivate: true } },
  { name: 'file', shows: 'project', under: 'file', place: { icon: 'archive', digit: 8, beginsGroup: true } },
];

export const SCREENS: readonly ScreenEntry[] = [
  { name: 'welcome', shows: 'library', under: 'welcome' },
  { name: 'home', shows: 'library', under: 'home' },
  { name: 'new', shows: 'library', under: 'home' },
  { name: 'attempt', shows: 'library', under: 'home' },
  ...NAVIGATION,
  { name: 'session', shows: 'session', under: 'sessions' },
];

/** @returns the entry of a screen. */
export function screenEntry(name: ScreenName): ScreenEntry | undefined {
  return SCREENS.find((entry) => entry.name === name);
}
