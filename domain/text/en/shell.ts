// English texts of the frame around the screens: bar, navigation, messages, palette, crash.
import { formatCount } from '../../format/numbers.ts';
import type { Catalogue } from '../fr.ts';
import { englishCount } from '../plural.ts';

export const shell: Catalogue['shell'] = {
  columnActions: 'Actions',
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
  escapeKept: (label: string, undo: string) => `Kept: ${label}. Escape keeps what you type; ${undo} undoes it.`,
  leftTyped: (label: string) => `What you typed was refused and is not saved (${label}). You will find it in its field.`,
  lineRefused: (line) => `Refused, and not saved: “${line}”.`,
  goThere: 'Go back to it',
  sortBy: (column) => `Sort by ${column}`,
  leftNowhere: 'The field in which you typed it is not there any more. This is what you typed: copy it to put it elsewhere.',
  leftWaits: (label) => `What you typed is still waiting, and is not saved (${label}).`,
  keepForNow: 'Keep it for now',
  capsLock: 'Caps Lock is on.',
  pasteTooLong: (length, room) =>
    `Nothing was pasted: this text has ${englishCount(length, 'character', 'characters')}, ${room === 0 ? 'and this field is full. Remove some text first.' : `and there is room for only ${formatCount(room, 'en')}. Shorten it first.`}`,
  saveNow: 'Write the file now',
  close: 'Close',
  dismiss: 'Dismiss this message',
  messages: 'Messages',
  cancel: 'Cancel',
  giveUpTitle: 'Discard what you entered?',
  giveUpText: 'What you entered here is not saved yet.',
  giveUp: 'Discard',
  goOnTyping: 'Go on typing',
  ok: 'OK',
  add: 'Add',
  remove: 'Remove',
  done: 'Done',
  optional: 'optional',
  more: 'More actions',
  tryAgain: 'Try again',
  loading: 'Opening…',
  untitled: 'Untitled',
  none: 'No choice',
  nobody: 'Nobody yet',
  missing: {
    text: 'Write a few words.',
    date: 'Give the day.',
    clock: 'Give the time.',
    choice: 'Choose from the list.',
    minutes: 'Write a number of days, for instance 6 or 7.5.',
    whole: 'Write a whole number, such as 14.',
  },
  exampleLabel: 'Fictional example',
  clearDate: 'Clear the date',
  openCalendar: 'Choose from the calendar',
  datePlaceholder: 'dd/mm/yyyy',
  clockPlaceholder: 'e.g. 9:30',
};

export const saving: Catalogue['saving'] = {
  typing: 'Typing…',
  sending: 'Saving…',
  journal: 'Safe on this computer',
  file: (clock) => `Saved at ${clock}`,
  failed: 'The file could not be written',
  unchanged: 'Up to date',
  recovered: (count) => `Recovered after a sudden stop: ${englishCount(count, 'change', 'changes')}.`,
  setAsideSealed: 'The journal of this file is under another protection, and cannot be read here. It is kept aside, whole.',
  setAside: (count) =>
    `${englishCount(count, 'change was', 'changes were')} not recovered, since the file had changed elsewhere. You find them under File, Backups: your version is kept there.`,
  renamed: (fileName) => `The file is now called “${fileName}”: Tierce goes on with it.`,
  otherNames:
    'This file has several names on its disk (hard links): your changes go under this one alone, the others keep the old content.',
  typedLost: (count) =>
    `What you had typed in ${englishCount(count, 'field', 'fields')} had been refused: it is not saved. Everything else is.`,
  typedUnsent: (count) =>
    count === 1
      ? 'Something you entered is not saved: it is not finished, or was refused. Closing the window now would lose it.'
      : `${count} things you entered are not saved: they are not finished, or were refused. Closing the window now would lose them.`,
  typedRefused: (count) =>
    count === 1
      ? 'What you typed in one field was refused and is not saved. Correct that field, or close anyway and lose it: everything else is saved.'
      : `What you typed in ${count} fields was refused and is not saved. Correct those fields, or close anyway and lose it: everything else is saved.`,
  closeAnyway: 'Close anyway',
  journalDetail: 'Your changes are written on this computer. The file follows within seconds.',
  fileDetail: 'Everything is written in the file.',
  failedDetail: 'Your changes stay safe on this computer and will be written to the file as soon as possible.',
  failedHeld: 'Your changes stay safe on this computer.',
  failedUnsafe:
    'The journal on this computer could not be written either: closing now would lose your last changes. Make room on the disk, then try again.',
  tryAgain: 'Try again',
};

export const navigation: Catalogue['navigation'] = {
  label: 'Parts of the accompaniment',
  overview: 'Overview',
  frame: 'Frame and phases',
  sessions: 'Sessions',
  collective: 'Collective',
  time: 'Days and time',
  documents: 'Documents',
  notebook: 'Confidential notebook',
  file: 'File',
  closeFile: 'Close the accompaniment',
};

export const palette: Catalogue['palette'] = {
  title: 'Search or act',
  placeholder: 'A screen, a word of the minutes, an organisation, a decision…',
  screens: 'Screens',
  actions: 'What you can do',
  empty: 'Nothing answers to these words.',
  notebook: {
    closed: 'The confidential notebook is searched only while it is open.',
    reading: 'The notes of the open notebook are on their way…',
    searched: 'The confidential notebook, being open, was searched too.',
  },
  privateFound: (count) => (count > 1 ? `Confidential notebook, for you alone · ${count}` : 'Confidential notebook, for you alone'),
  hint: 'Arrows to choose, Enter to go there, Escape to come back.',
  results: (count) => englishCount(count, 'result', 'results'),
  places: 'Last places',
  found: (kind, count) => (count > 1 ? `${kind} · ${count}` : kind),
  done: {
    overview: ['what is late', 'dashboard'],
    frame: ['order and need', 'steps, gates and criteria', 'deliverables', 'review and closing'],
    sessions: ['meetings', 'attendance', 'calendar'],
    collective: ['organisations and people', 'contact details', 'map of the circles', 'mandates', 'commitments'],
    time: ['add an amendment', 'envelope and funder', 'hours spent', 'share out the days'],
    documents: ['session report', 'minutes', 'decision record', 'statement of days', 'print a PDF', 'Excel workbook'],
    notebook: ['private notes'],
    file: ['backups', 'history', 'attachments', 'passphrase', 'export'],
  },
};

export const crash: Catalogue['crash'] = {
  title: 'This screen has stopped',
  explanation: 'An error in Tierce interrupted the display. What the indicator called saved still is.',
  reference: (id) => `Reference in the log: ${id}`,
  restart: 'Resume',
  unreachable: 'The window has lost touch with Tierce. Close it, then open Tierce again: your saved changes are safe.',
  notKept: 'What you have just typed is not saved. Copy it before you close the window.',
};
