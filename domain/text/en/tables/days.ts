// English words of the funded days: what their records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';

export const envelopes = {
  one: 'envelope',
  many: 'Envelopes of days',
  fields: {
    funder: 'Funder',
    contract: 'Contract',
    grantedMinutes: 'Time granted',
    minutesPerDay: 'Minutes in a day',
    startsOn: 'Planned start',
    endsOn: 'Planned end',
    openingMinutes: 'Used before',
    dayRateCents: 'Day rate, in cents',
    overrun: 'Overrun',
    note: 'Note',
  },
  choices: {
    overrun: { warn: 'warn', justify: 'ask for a justification', refuse: 'refuse the entry' },
  },
} satisfies TableTexts<'envelopes'>;

export const amendments = {
  one: 'amendment',
  many: 'Amendments',
  fields: {
    envelopeId: 'Envelope',
    on: 'Date',
    minutes: 'Time added or withdrawn',
    reason: 'Reason',
    enteredAt: 'Entered on',
  },
  choices: {},
} satisfies TableTexts<'amendments'>;

export const allocations = {
  one: 'share of an envelope',
  many: 'Shares of the days',
  fields: {
    envelopeId: 'Envelope',
    phaseId: 'Phase',
    kindId: 'Kind of work',
    minutes: 'Share',
    note: 'Note',
  },
  choices: {},
} satisfies TableTexts<'allocations'>;

export const kinds = {
  one: 'kind of work',
  many: 'Kinds of work',
  fields: {
    order: 'Place among its siblings',
    title: 'Title',
    code: 'Sort',
    isEligible: 'Eligible',
  },
  choices: {
    code: {
      face: 'Face to face',
      preparation: 'Preparation',
      writing: 'Writing up',
      travel: 'Travel',
      coordination: 'Coordination',
      other: 'Other',
    },
  },
} satisfies TableTexts<'kinds'>;

export const timeEntries = {
  one: 'time spent',
  many: 'Time spent',
  fields: {
    date: 'Date',
    minutes: 'Length',
    kindId: 'Kind of work',
    status: 'State',
    envelopeId: 'Envelope',
    phaseId: 'Phase',
    sessionId: 'Session',
    personId: 'Person',
    note: 'Note',
    justification: 'Justification',
    enteredAt: 'Entered at',
  },
  choices: {
    status: { done: 'done', planned: 'planned' },
  },
} satisfies TableTexts<'timeEntries'>;
