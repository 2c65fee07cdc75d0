// English words of the functions.
import type { RegisterWords, TableTexts } from '../../table-texts.ts';

export const functions = {
  one: 'responsibility',
  many: 'Responsibilities',
  fields: {
    duty: 'Responsibility',
    title: 'Title',
    personId: 'Who',
    organisationId: 'Organisation',
    isInTurns: 'Taken in turns',
    startsOn: 'From',
    endsOn: 'Until',
    note: 'Note',
  },
  choices: {
    duty: {
      leadership: 'Leadership',
      animation: 'Facilitation',
      coordination: 'Coordinating the group',
      time: 'Timekeeping',
      notes: 'Note-taking',
      other: 'Other',
    },
  },
  register: {
    about:
      'Who leads, facilitates or coordinates, who keeps time, who takes notes, and until when. Where people take turns, each has a row (source: France Active, guide “Association et coopération”).',
    emptyTitle: 'No responsibility yet',
    add: 'Note a responsibility',
    keep: 'Save',
    remove: 'Remove the responsibility',
    removed: (title: string) => `Responsibility removed: ${title}`,
    moreOf: (title: string) => `More actions, responsibility ${title}`,
  },
} satisfies TableTexts<'functions'> & { readonly register: RegisterWords };
