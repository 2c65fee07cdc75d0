// English words of the functions.
import type { RegisterWords, TableTexts } from '../../table-texts.ts';

export const functions = {
  one: 'function',
  many: 'Functions',
  fields: {
    duty: 'Function',
    title: 'Name',
    personId: 'Who',
    organisationId: 'Organisation',
    isInTurns: 'In turns',
    startsOn: 'Since',
    endsOn: 'Until',
    note: 'Note',
  },
  choices: {
    duty: {
      leadership: 'leading',
      animation: 'facilitating',
      coordination: 'coordinating',
      time: 'time keeping',
      notes: 'note taking',
      other: 'another function',
    },
  },
  register: {
    about:
      'Who leads, facilitates or coordinates, who keeps the time and the notes, and until when. A function in turns has a row for each person (source: France Active, “Association et coopération”).',
    emptyTitle: 'No function is held yet',
    add: 'Note a function',
    keep: 'Keep the function',
    remove: 'Remove the function',
    removed: (title: string) => `Function removed: ${title}`,
    moreOf: (title: string) => `More actions, function ${title}`,
  },
} satisfies TableTexts<'functions'> & { readonly register: RegisterWords };
