// Tables that never leave the accompanist's hands: the desk, the sealed vault, and the personal file.
import { box, choice, date, minutesBetween, name, picture, reference, text, whole } from './field.ts';
import { WHOLE_DAY } from '../units.ts';
import { table } from './table.ts';

export const speakingTimes = table({
  kind: 'accompaniment',
  class: 'desk',
  edits: 'free',
  title: 'note',
  day: null,
  place: { under: 'sessionId' },
  late: [],
  fields: {
    sessionId: reference('sessions', 'remove-too'),
    organisationId: reference('organisations', 'remove-too'),
    minutes: minutesBetween(0, WHOLE_DAY),
    note: text(300),
  },
});

export const trustMarks = table({
  kind: 'accompaniment',
  class: 'desk',
  edits: 'free',
  title: 'note',
  day: 'on',
  place: { under: 'organisationId' },
  late: [],
  fields: { organisationId: reference('organisations', 'remove-too'), on: date(), level: whole(1, 5), note: text(300) },
});

/** Longest text of one private note, in characters: about 20 pages, which fit into a box even if every character takes six bytes in it. */
export const LONGEST_PRIVATE_NOTE = 40_000;

/** Private notes: nothing about them, not even their date, is readable without the key of the vault. */
export const privateNotes = table({
  kind: 'accompaniment',
  class: 'vault',
  edits: 'acts',
  title: 'id',
  day: null,
  place: { on: 'notebook' },
  late: [],
  fields: { box: box() },
});

/** What a note is about as long as nothing was chosen: ids of records of the file, and of a tension. */
export const NO_LINKS = { sessionId: null, organisationId: null, personId: null, conflictId: null } as const;

/** Longest name of a tension, in characters. */
export const LONGEST_CONFLICT_NAME = 200;

/** Tensions that the accompanist follows: sealed like the notes, and nothing about them is readable without the key either. */
export const privateConflicts = table({
  kind: 'accompaniment',
  class: 'vault',
  edits: 'acts',
  title: 'id',
  day: null,
  place: { on: 'notebook' },
  late: [],
  since: 11,
  fields: { box: box() },
});

/** The accompanist, in their personal file. */
export const profile = table({
  kind: 'person',
  class: 'desk',
  edits: 'single',
  title: 'name',
  day: null,
  place: { on: 'home' },
  late: [],
  ups: [{ to: 10, adds: { letterhead: '', logo: '' } }],
  fields: {
    name: name(200),
    function: text(200),
    organisation: text(200),
    letterhead: text(300),
    logo: picture(),
    email: text(254),
    minutesPerDay: whole(1, WHOLE_DAY),
    scheme: choice('dla', 'coorace', 'blank'),
  },
});
