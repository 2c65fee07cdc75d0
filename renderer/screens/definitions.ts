// The registry of screens, in the order of the work: routes, addresses, navigation, shortcuts, palette and tests derive from it.
import type { ComponentType } from 'react';
import type { Catalogue } from '@domain/text/fr.ts';
import { THE_FRAME, WITHOUT_STRUCTURE } from '@domain/tables/place.ts';
import { screens } from './screen-definition.ts';

type Screen = Promise<ComponentType>;

/** Parts are also loaded in this order when the window is idle. */
export const DEFINITIONS = screens({
  welcome: { load: 'with the window', help: 'start', needsFile: false },
  home: { load: 'with the window', help: 'home', needsFile: false },
  overview: {
    load: async (): Screen => (await import('./overview/OverviewScreen.tsx')).OverviewScreen,
    help: 'overview',
    needsFile: true,
    navigation: { title: 'overview', icon: 'compass', digit: 1 },
  },
  new: { load: async (): Screen => (await import('./new/NewScreen.tsx')).NewScreen, help: 'new', needsFile: false },
  /** Frame and phases; opens the one that the route names, if any. */
  frame: {
    load: async (): Screen => (await import('./frame/FrameScreen.tsx')).FrameScreen,
    help: 'frame',
    needsFile: true,
    parameter: {
      key: 'phaseId',
      of: 'phases',
      isRequired: false,
      isShownAnew: false,
      besides: { [THE_FRAME]: ({ frame }: Catalogue) => frame.missionCard },
    },
    navigation: { title: 'frame', icon: 'phases', digit: 2 },
  },
  sessions: {
    load: async (): Screen => (await import('./sessions/SessionsScreen.tsx')).SessionsScreen,
    help: 'sessions',
    needsFile: true,
    navigation: { title: 'sessions', icon: 'calendar', digit: 3 },
  },
  session: {
    load: async (): Screen => (await import('./session/SessionScreen.tsx')).SessionScreen,
    help: 'session',
    needsFile: true,
    parameter: { key: 'sessionId', of: 'sessions', isRequired: true, isShownAnew: true },
    under: 'sessions',
  },
  /** The collective; opens the record of the structure that the route names, if any. */
  collective: {
    load: async (): Screen => (await import('./collective/CollectiveScreen.tsx')).CollectiveScreen,
    help: 'collective',
    needsFile: true,
    parameter: {
      key: 'organisationId',
      of: 'organisations',
      isRequired: false,
      isShownAnew: false,
      besides: { [WITHOUT_STRUCTURE]: ({ collective }: Catalogue) => collective.withoutHome },
    },
    navigation: { title: 'collective', icon: 'users', digit: 4 },
  },
  /** Time; ready for an entry of the session that the route names, if any. */
  time: {
    load: async (): Screen => (await import('./time/TimeScreen.tsx')).TimeScreen,
    help: 'time',
    needsFile: true,
    parameter: { key: 'sessionId', of: 'sessions', isRequired: false, isShownAnew: true },
    navigation: { title: 'time', icon: 'clock', digit: 5, beginsGroup: true },
  },
  /** Documents; ready for those of the session that the route names, if any. */
  documents: {
    load: async (): Screen => (await import('./documents/DocumentsScreen.tsx')).DocumentsScreen,
    help: 'documents',
    needsFile: true,
    parameter: { key: 'sessionId', of: 'sessions', isRequired: false, isShownAnew: true },
    navigation: { title: 'documents', icon: 'document', digit: 6 },
  },
  notebook: {
    load: async (): Screen => (await import('./notebook/NotebookScreen.tsx')).NotebookScreen,
    help: 'notebook',
    needsFile: true,
    navigation: { title: 'notebook', icon: 'lock', digit: 7, beginsGroup: true, isPrivate: true },
  },
  file: {
    load: async (): Screen => (await import('./file/FileScreen.tsx')).FileScreen,
    help: 'file',
    needsFile: true,
    navigation: { title: 'file', icon: 'archive', digit: 8, beginsGroup: true },
  },
  /** What can be done about a file that did not open. */
  attempt: {
    load: async (): Screen => (await import('./attempt/AttemptScreen.tsx')).AttemptScreen,
    help: 'attempt',
    needsFile: false,
    isPassing: true,
  },
});
