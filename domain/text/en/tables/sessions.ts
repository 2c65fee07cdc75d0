// English words of what happens in a session: what its records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const sessions = {
  one: 'session',
  many: 'Sessions',
  fields: {
    date: 'Date',
    startsAt: 'Start',
    endsAt: 'End',
    mode: 'Mode',
    place: 'Place',
    link: 'Link',
    phaseId: 'Phase',
    status: 'State',
    title: 'Title',
    purpose: 'Purpose',
    account: 'Minutes',
    nextOn: 'Next date',
    nextAt: 'Next time',
    givenTo: 'Given to',
    remarksBy: 'Remarks by',
    enteredAt: 'Entered at',
    number: 'Number',
    level: 'Who may read it',
  },
  choices: {
    mode: { onsite: 'On site', remote: 'Remote', hybrid: 'On site and remote', phone: 'By phone' },
    status: { planned: 'planned', held: 'held', cancelled: 'cancelled' },
    level: readers,
  },
  late: {
    unsaid: {
      why: (date: string) => `planned on ${date}, not yet said to be held`,
      first: (title: string, days: string) => `“${title}” was planned ${days} ago: say whether it was held.`,
    },
  },
} satisfies TableTexts<'sessions'>;

export const agendaItems = {
  one: 'agenda item',
  many: 'Agenda items',
  fields: {
    sessionId: 'Session',
    order: 'Place among its siblings',
    title: 'Title',
    minutes: 'Length',
  },
  choices: {},
} satisfies TableTexts<'agendaItems'>;

const presence = { none: 'not expected', present: 'present', excused: 'excused', absent: 'absent' };

export const attendances = {
  one: 'attendance',
  many: 'Attendance',
  fields: {
    sessionId: 'Session',
    personId: 'Person',
    morning: 'Morning',
    afternoon: 'Afternoon',
    note: 'Note',
  },
  choices: {
    morning: presence,
    afternoon: presence,
  },
} satisfies TableTexts<'attendances'>;

export const decisions = {
  one: 'decision',
  many: 'Decisions',
  fields: {
    sessionId: 'Session',
    order: 'Place among its siblings',
    title: 'Title',
    adoption: 'Adoption',
    number: 'Number',
  },
  choices: {},
} satisfies TableTexts<'decisions'>;

export const actions = {
  one: 'action',
  many: 'Actions',
  fields: {
    sessionId: 'Session',
    order: 'Place among its siblings',
    title: 'Title',
    personId: 'Person',
    organisationId: 'Organisation',
    dueOn: 'Due on',
    doneOn: 'Done on',
    status: 'State',
  },
  choices: {
    status: { open: 'to do', done: 'done', dropped: 'dropped' },
  },
  late: {
    due: {
      why: (date: string) => `was due on ${date}`,
      first: (title: string, days: string) => `“${title}” was to be done ${days} ago: send a reminder, or change its date.`,
    },
  },
} satisfies TableTexts<'actions'>;

export const disagreements = {
  one: 'disagreement',
  many: 'Disagreements',
  fields: {
    sessionId: 'Session',
    order: 'Place among its siblings',
    title: 'Title',
    agreed: 'Agreed',
    reviewOn: 'To be reviewed on',
    level: 'Who may read it',
  },
  choices: { level: readers },
} satisfies TableTexts<'disagreements'>;

export const positions = {
  one: 'position',
  many: 'Positions in disagreements',
  fields: {
    disagreementId: 'Disagreement',
    order: 'Place among its siblings',
    organisationId: 'Organisation',
    statement: 'Position',
  },
  choices: {},
} satisfies TableTexts<'positions'>;
