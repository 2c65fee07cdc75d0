// English words of the mission and its method: what their records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';
import { levels, readers } from '../levels.ts';

export const mission = {
  one: 'mission frame',
  many: 'Mission',
  fields: {
    title: 'Title',
    scheme: 'Method',
    territory: 'Territory',
    startsOn: 'Planned start',
    endsOn: 'Planned end',
    commissioner: 'Commissioner',
    officerId: 'Officer',
    need: 'Need',
    order: 'Order',
    expectedResults: 'Expected results',
    kickOffOn: 'Three-party kick-off',
    isExample: 'Example',
    sessionsBefore: 'Sessions held before this file',
    inheritedDiagnostic: 'Inherited diagnostic',
    closedOn: 'Closed on',
    kickOffNote: 'Agreed at the kick-off',
    reportGivenOn: 'Report given on',
    circulation: 'Circulation of the report',
    circulationAgreedOn: 'Circulation agreed on',
    evidenceCompleteOn: 'Evidence complete on',
    evidenceUntil: 'Evidence kept until',
    disposalOn: 'Disposal of private notes',
    numbersGiven: 'Numbers given',
    letterhead: 'Contact details at the head',
    level: levels.agreed,
    handedOverBy: 'Handed over by',
    handedOverOn: 'Handed over on',
  },
  choices: {
    scheme: { dla: 'DLA', coorace: 'Coorace', blank: 'No method' },
    level: readers,
  },
} satisfies TableTexts<'mission'>;

export const phases = {
  one: 'phase',
  many: 'Phases',
  fields: {
    order: 'Place among its siblings',
    title: 'Title',
    objective: 'Objective',
    methodKey: 'Place in the method',
    startsOn: 'Planned start',
    endsOn: 'Planned end',
    startedOn: 'Real start',
    endedOn: 'Real end',
    status: 'State',
    skipReason: 'Reason for skipping',
    synthesis: 'Synthesis',
    means: 'Means',
  },
  choices: {
    status: { planned: 'to come', running: 'running', done: 'done', skipped: 'skipped' },
  },
  late: {
    start: {
      why: (date: string) => `was to begin on ${date}`,
      first: (title: string, days: string) => `“${title}” should have begun ${days} ago: begin it, or change its dates.`,
    },
    end: {
      why: (date: string) => `was to end on ${date}`,
      first: (title: string, days: string) => `“${title}” should have ended ${days} ago: end it, or change its dates.`,
    },
  },
} satisfies TableTexts<'phases'>;

export const steps = {
  one: 'step',
  many: 'Steps',
  fields: {
    phaseId: 'Phase',
    order: 'Place among its siblings',
    title: 'Title',
    methodKey: 'Place in the method',
    doneOn: 'Done on',
    doneById: 'Done by',
  },
  choices: {},
} satisfies TableTexts<'steps'>;

export const criteria = {
  one: 'exit criterion',
  many: 'Exit criteria',
  fields: {
    phaseId: 'Phase',
    order: 'Place among its siblings',
    title: 'Title',
    metOn: 'Met on',
  },
  choices: {},
} satisfies TableTexts<'criteria'>;

export const deliverables = {
  one: 'deliverable',
  many: 'Deliverables',
  fields: {
    phaseId: 'Phase',
    order: 'Place among its siblings',
    title: 'Title',
    dueOn: 'Due on',
    handedOverOn: 'Handed over on',
  },
  choices: {},
  late: {
    due: {
      why: (date: string) => `was due on ${date}`,
      first: (title: string, days: string) => `“${title}” was to be handed over ${days} ago: hand it over, or change its date.`,
    },
  },
} satisfies TableTexts<'deliverables'>;

export const gates = {
  one: 'gate',
  many: 'Gates',
  fields: {
    phaseId: 'Phase',
    act: 'Act',
    on: 'Date',
    byId: 'By',
    reason: 'Reason',
    enteredAt: 'Entered at',
  },
  choices: {
    act: { passed: 'passed', reopened: 'reopened' },
  },
} satisfies TableTexts<'gates'>;

export const tools = {
  one: 'tool handed over',
  many: 'Tools handed over',
  fields: {
    order: 'Place among its siblings',
    title: 'Title',
    handedOverOn: 'Handed over on',
    holderId: 'Held by',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'tools'>;

export const followUps = {
  one: 'follow-up',
  many: 'Follow-up meetings',
  fields: {
    dueOn: 'Due on',
    doneOn: 'Held on',
    note: 'Note',
  },
  choices: {},
  late: {
    due: {
      why: (date: string) => `planned on ${date}`,
      first: (title: string, days: string) => `${title === '' ? 'A follow-up' : `“${title}”`} was due ${days} ago: make an appointment.`,
    },
  },
} satisfies TableTexts<'followUps'>;
