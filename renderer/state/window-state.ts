// What the window knows: settings, the open project, messages, the current screen. There are no rules of the trade here.
import type { Attempt, Recovered } from '@contract/attempt.ts';
import type { OpenProject, SaveState, UndoState } from '@contract/project.ts';
import type { Locale, Profile, Settings } from '@contract/settings.ts';
import type { Start } from '@contract/start.ts';
import type { TableName } from '@domain/tables/tables.ts';
import type { Minutes } from '@domain/units.ts';
import { needsProject, type Route } from './route.ts';
import type { Visited } from './visited.ts';
import { createStore, useSelected } from './store.ts';

/** One step of an open file. */
export type StepOf = { readonly documentId: string; readonly revision: number };

/** `ofStep`: it is offered only while this is the last step. */
export type MessageAction = { readonly label: string; readonly run: () => void; readonly ofStep?: StepOf };

export type Message = {
  readonly id: number;
  readonly tone: 'good' | 'bad' | 'accent';
  readonly text: string;
  readonly action: MessageAction | null;
  /** It speaks of something private: it is not shown in presentation mode. */
  readonly isPrivate: boolean;
};

/** The open file as the window holds it. */
export type Project = Pick<
  OpenProject,
  'documentId' | 'fileName' | 'folderName' | 'isExample' | 'isRemovable' | 'readOnly' | 'handedOverFrom' | 'revision' | 'document'
>;

/**
 * The dialogs of the window, one at a time. time: an entry from Home, for an accompaniment or (`null`) for one still to be chosen; recovered:
 * what a recovery brought back; trouble: the file cannot be written; leaving: closing without a trace, asked for or offered since the file
 * is on a stick; history: of one record; left: a refused text whose field has gone;
 * leave-presentation: the passphrase with which the mode ends.
 */
export type WindowDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'time'; readonly entryId: string | null }
  | ({ readonly kind: 'recovered' } & Pick<Recovered, 'lost' | 'kept'>)
  | { readonly kind: 'trouble' }
  | { readonly kind: 'profile' }
  | { readonly kind: 'leaving'; readonly why: 'asked' | 'offered' }
  | { readonly kind: 'history'; readonly table: TableName; readonly id: string }
  | { readonly kind: 'left'; readonly left: Left }
  | { readonly kind: 'giving'; readonly what: GivenAway }
  | { readonly kind: 'leave-presentation' };

/** What leaves by a dialog: everything for other programs, a copy for somebody else, something attached. */
export type GivenAway = { readonly kind: 'json' | 'csv' | 'copy' } | { readonly kind: 'attachment'; readonly attachmentId: string };

/** Where a text was typed that was refused. `label`: by which the user knows its field. */
export type Left = { readonly route: Route; readonly place: string; readonly label: string };

/**
 * What stands beside the screen: a part of the guide, or the list of its parts; or the sheet of shortcuts. `sought`: what was looked for in
 * the guide, to be marked.
 */
export type HelpView =
  | { readonly kind: 'guide'; readonly part: string; readonly sought: string; readonly isListed: boolean }
  | { readonly kind: 'shortcuts' };

export type WindowState = {
  readonly phase: 'starting' | 'ready' | 'unreachable';
  readonly start: Start | null;
  readonly settings: Settings;
  readonly profile: Profile | null;
  readonly project: Project | null;
  readonly saveState: SaveState | null;
  readonly undo: UndoState;
  /** How many texts are being typed and commands being sent: while there are any, nothing is called saved. */
  readonly unsent: number;
  /** How many of them are still in their field: being typed, or refused. */
  readonly typing: number;
  readonly route: Route;
  /** The place of a refused text that the user goes back to, until its field has the focus. */
  readonly wantedPlace: string | null;
  /** The last places visited in an accompaniment; `null` before the first. */
  readonly visited: Visited | null;
  readonly messages: readonly Message[];
  /** The dialog above the window; `null` while there is none. */
  readonly dialog: WindowDialog | null;
  /** The help beside the screen; `null` while it is closed. */
  readonly help: HelpView | null;
  /** A file that could not be opened as it was asked; `null` when there is none. */
  readonly attempt: Attempt | null;
  /** The session that was just created: its title and its details are still to be given. */
  readonly newSessionId: string | null;
  /** How long a session was before its hours were changed, while its recorded time had that length; `null` if none was changed. */
  readonly countedLength: { readonly sessionId: string; readonly minutes: Minutes } | null;
  /** Whether a file is being opened. */
  readonly isOpening: boolean;
  /** Presentation mode: the window holds nothing of the desk or the notebook. */
  readonly isPresenting: boolean;
  /** The mode has just been entered, and main has not answered yet: asked for once more by then it was asked for twice. */
  readonly isEntering: boolean;
};

export const NO_UNDO: UndoState = { undo: null, redo: null };

export const windowStore = createStore<WindowState>({
  phase: 'starting',
  start: null,
  settings: { locale: 'fr', theme: 'system', hidesFirstSteps: false, locksAfter: 10 },
  profile: null,
  project: null,
  saveState: null,
  undo: NO_UNDO,
  unsent: 0,
  typing: 0,
  route: { screen: 'home' },
  wantedPlace: null,
  visited: null,
  messages: [],
  dialog: null,
  help: null,
  attempt: null,
  newSessionId: null,
  countedLength: null,
  isOpening: false,
  isPresenting: false,
  isEntering: false,
});

/** @returns whether nobody has said yet who is working. If the personal file cannot be read, somebody has, and nobody is asked again. */
export function isFirstStart({ profile, start }: WindowState): boolean {
  return profile === null && (start?.profileFailure ?? null) === null;
}

/** Reads a part of what the window knows. */
export function useWindow<T>(select: (state: WindowState) => T): T {
  return useSelected(windowStore, select);
}

/** @returns whether the screen shows a file in which nothing can be changed. */
export function useReadOnly(): boolean {
  return useWindow((state) => state.project !== null && state.project.readOnly !== null && needsProject(state.route.screen));
}

/** @returns the language of the interface. */
export function useLocale(): Locale {
  return useWindow((state) => state.settings.locale);
}
