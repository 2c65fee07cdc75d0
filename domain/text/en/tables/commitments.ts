// English words of the commitments.
import type { RegisterWords, TableTexts } from '../../table-texts.ts';

export const commitments = {
  one: 'commitment',
  many: 'Commitments',
  fields: {
    what: 'What',
    personId: 'Who',
    organisationId: 'Organisation',
    decisionId: 'Decision',
    objective: 'Objective',
    askedOn: 'Asked on',
    acceptedOn: 'Accepted on',
    dueOn: 'Due on',
    state: 'State',
    settledOn: 'Noted on',
    settledById: 'Noted by',
    note: 'Note',
  },
  choices: { state: { asked: 'asked', accepted: 'accepted', kept: 'kept', changed: 'changed', dropped: 'dropped' } },
  late: {
    unanswered: {
      why: (date: string) => `asked for ${date}, not yet accepted`,
      first: (title: string, days: string) => `“${title}” was asked for ${days} ago: ask for an answer.`,
    },
    due: {
      why: (date: string) => `to be kept by ${date}`,
      first: (title: string, days: string) => `“${title}” was to be kept ${days} ago: ask how it stands, and note it.`,
    },
  },
  register: {
    about:
      'Who does what, by when, and for which decision. Asked for and then accepted, a commitment noted here is what people refer to when they remember differently (source: Inser’Eco93, key factors of success).',
    emptyTitle: 'No commitment yet',
    add: 'Note a commitment',
    keep: 'Save',
    remove: 'Remove the commitment',
    removed: (title: string) => `Commitment removed: ${title}`,
    moreOf: (title: string) => `More actions, commitment ${title}`,
  },
} satisfies TableTexts<'commitments'> & { readonly register: RegisterWords };
