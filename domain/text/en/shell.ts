// English texts of the frame around the screens: bar, navigation, messages, palette, crash.
import type { Catalogue } from '../fr.ts';
import { englishCount } from '../plural.ts';

export const shell: Catalogue['shell'] = {
  appName: 'Tierce',
  skipToContent: 'Skip to content',
  accompaniments: 'Accompaniments',
  whereAmI: 'Where you are',
  searchOrAct: 'Search or act',
  undo: 'Undo',
  undoNamed: (label) => `Undo: ${label}`,
  nothingToUndo: 'Nothing to undo',
  redo: 'Redo',
  redoNamed: (label) => `Redo: ${label}`,
  nothingToRedo: 'Nothing to redo',
  undone: (label) => `Undone: ${label}`,
  redone: (label) => `Redone: ${label}`,
  toDark: 'Switch to the dark theme',
  toLight: 'Switch to the light theme',
  toEnglish: 'Display in English',
  toFrench: 'Afficher en français',
  close: 'Close',
  dismiss: 'Dismiss this message',
  messages: 'Messages',
  cancel: 'Cancel',
  ok: 'OK',
  add: 'Add',
  edit: 'Edit',
  remove: 'Remove',
  done: 'Done',
  optional: 'optional',
  more: 'More actions',
  tryAgain: 'Try again',
  loading: 'Opening…',
  untitled: 'Untitled',
  none: 'No choice',
  exampleLabel: 'Fictional example',
  dateFormatHint: 'day, month, year',
  timeFormatHint: 'hours, minutes',
  openCalendar: 'Open the calendar',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  clearDate: 'Clear the date',
  dateImpossible: 'This date does not exist, or lies outside 1990 to 2100.',
  suggestions: 'Suggestions',
  showSuggestions: 'Show suggestions',
};

export const saving: Catalogue['saving'] = {
  typing: 'Typing…',
  sending: 'Saving…',
  journal: 'Safe on this computer',
  file: (clock) => `Saved at ${clock}`,
  failed: 'The file could not be written',
  unchanged: 'Up to date',
  journalDetail: 'Your changes are written on this computer. The file follows within seconds.',
  fileDetail: 'Everything is written in the file.',
  failedDetail: 'Your changes stay safe on this computer and will be written to the file as soon as possible.',
};

export const navigation: Catalogue['navigation'] = {
  label: 'Parts of the accompaniment',
  frame: 'Frame and phases',
  sessions: 'Sessions',
  time: 'Days and time',
  closeFile: 'Close the accompaniment',
};

export const palette: Catalogue['palette'] = {
  title: 'Search or act',
  placeholder: 'A screen, a session, an organisation, an action…',
  screens: 'Screens',
  actions: 'Actions',
  records: 'In this accompaniment',
  empty: 'Nothing has this name.',
  hint: 'Arrows to choose, Enter to go there, Escape to come back.',
  results: (count) => englishCount(count, 'result', 'results'),
  sessionOf: (date) => `Session of ${date}`,
  organisation: 'Organisation',
  person: 'Person',
  decision: 'Decision',
  action: 'Action',
  phase: 'Phase',
};

export const crash: Catalogue['crash'] = {
  title: 'This screen has stopped',
  explanation: 'An error in Tierce interrupted the display. What the indicator called saved still is.',
  reference: (id) => `Reference in the log: ${id}`,
  restart: 'Resume',
  unreachable: 'The window has lost touch with Tierce. Close it, then open Tierce again: your saved changes are safe.',
  noFile: 'No accompaniment is open.',
};
