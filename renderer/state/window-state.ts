// What the window knows: settings, the open project, messages, where it is. No rule of the trade lives here.
import type { Attempt, Recovered } from '@contract/attempt.ts';
import type { OpenProject, SaveState, UndoState } from '@contract/project.ts';
import type { Locale, Profile, Settings } from '@contract/settings.ts';
import type { Start } from '@contract/start.ts';
import type { TableName } from '@domain/tables/tables.ts';
import { needsProject, type Route } from './route.ts';
import type { Visited } from './visited.ts';
import { createStore, useSelected } from './store.ts';

export type Message = {
  readonly id: number;
  readonly tone: 'good' | 'bad' | 'accent';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
};

/** The open file as the window holds it. */
export type Project = Pick<
  OpenProject,
  'documentId' | 'fileName' | 'folderName' | 'isExample' | 'isRemovable' | 'readOnly' | 'revision' | 'document'
>;

export type WindowState = {
  readonly phase: 'starting' | 'ready' | 'unreachable';
  readonly start: Start | null;
  readonly settings: Settings;
  readonly profile: Profile | null;
  readonly project: Project | null;
  readonly saveState: SaveState | null;
  readonly undo: UndoState;
  /** Texts being typed and commands on their way: while there are any, nothing is called saved. */
  readonly unsent: number;
  /** Those of them that stay in their field: being typed, or refused. */
  readonly typing: number;
  readonly route: Route;
  /** The last places in an accompaniment; `null` before the first. */
  readonly visited: Visited | null;
  readonly messages: readonly Message[];
  readonly isPaletteOpen: boolean;
  /** The entry of time on Home: of an accompaniment, or (`null`) of one still to be chosen; `nowhere` while it is not shown. */
  readonly timeFor: { readonly entryId: string | null } | 'nowhere';
  /** A file that could not be opened as it was asked; `null` when there is none. */
  readonly attempt: Attempt | null;
  /** What came of a recovery, until it has been read. */
  readonly recovered: Pick<Recovered, 'lost' | 'kept'> | null;
  /** The answers to a file that cannot be written are shown. */
  readonly isTroubleOpen: boolean;
  /** Closing without a trace is being asked about: asked for by the user, or offered since the file is on a stick. */
  readonly leaving: 'asked' | 'offered' | null;
  /** The record whose history is shown. */
  readonly historyOf: { readonly table: TableName; readonly id: string } | null;
  /** The session that was just created: its title and its details are still to be given. */
  readonly newSessionId: string | null;
  /** A file is on its way. */
  readonly isOpening: boolean;
};

export const NO_UNDO: UndoState = { undo: null, redo: null };

export const windowStore = createStore<WindowState>({
  phase: 'starting',
  start: null,
  settings: { locale: 'fr', theme: 'system' },
  profile: null,
  project: null,
  saveState: null,
  undo: NO_UNDO,
  unsent: 0,
  typing: 0,
  route: { screen: 'home' },
  visited: null,
  messages: [],
  isPaletteOpen: false,
  timeFor: 'nowhere',
  attempt: null,
  recovered: null,
  isTroubleOpen: false,
  leaving: null,
  historyOf: null,
  newSessionId: null,
  isOpening: false,
});

/** @returns whether nobody has said yet who is working. Where the personal file cannot be read somebody has, and nobody is asked again. */
export function isFirstStart({ profile, start }: WindowState): boolean {
  return profile === null && (start?.profileFailure ?? null) === null;
}

/** Reads a part of what the window knows. */
export function useWindow<T>(select: (state: WindowState) => T): T {
  return useSelected(windowStore, select);
}

/** @returns whether the open file is shown without letting anything be changed. */
export function useReadOnly(): boolean {
  return useWindow((state) => state.project !== null && state.project.readOnly !== null && needsProject(state.route.screen));
}

/** @returns the language of the interface. */
export function useLocale(): Locale {
  return useWindow((state) => state.settings.locale);
}
