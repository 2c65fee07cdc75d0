// English words of what never leaves the hands of the accompanist: the desk, the notebook and the personal file.
import type { TableTexts } from '../../table-texts.ts';
import { mission } from './mission.ts';

export const speakingTimes = {
  one: 'speaking time',
  many: 'Speaking times',
  fields: {
    sessionId: 'Session',
    organisationId: 'Organisation',
    minutes: 'Length',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'speakingTimes'>;

export const trustMarks = {
  one: 'trust mark',
  many: 'Marks of trust',
  fields: {
    organisationId: 'Organisation',
    on: 'Date',
    level: 'Trust, from 1 to 5',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'trustMarks'>;

export const privateNotes = {
  one: 'confidential note',
  many: 'Confidential notes',
  fields: {
    box: 'Sealed content',
  },
  choices: {},
} satisfies TableTexts<'privateNotes'>;

export const privateConflicts = {
  one: 'confidential tension',
  many: 'Confidential tensions',
  fields: {
    box: 'Sealed content',
  },
  choices: {},
} satisfies TableTexts<'privateConflicts'>;

export const profile = {
  one: 'profile',
  many: 'Profile',
  fields: {
    name: 'Name',
    function: 'Function',
    organisation: 'Organisation',
    letterhead: 'Contact details at the head',
    logo: 'Logo',
    email: 'E-mail',
    minutesPerDay: 'Minutes in a day',
    scheme: 'Method',
  },
  choices: {
    scheme: mission.choices.scheme,
  },
} satisfies TableTexts<'profile'>;
