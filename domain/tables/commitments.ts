// Commitments: who does what, by when, and for which decision; asked for and accepted, then kept or changed.
import { choice, date, name, optional, reference, text } from './field.ts';
import { table } from './table.ts';

/** What people can refer to when they remember differently: who committed, and who said how it ended, cannot be removed. @source promises.md C5; seeds: Inser'Eco93, key factors */
export const commitments = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'what',
  day: 'askedOn',
  place: { under: 'organisationId', otherwise: { on: 'collective' } },
  late: [
    { as: 'unanswered', by: 'dueOn', while: { state: 'asked' } },
    { as: 'due', by: 'dueOn', while: { state: 'accepted' } },
  ],
  periods: [
    ['askedOn', 'acceptedOn'],
    ['askedOn', 'dueOn'],
    ['askedOn', 'settledOn'],
  ],
  levels: [{ from: 'decisionId' }],
  columns: [
    'what',
    'personId',
    'organisationId',
    'decisionId',
    'objective',
    'askedOn',
    'acceptedOn',
    'dueOn',
    'state',
    'settledOn',
    'settledById',
    'note',
  ],
  since: 6,
  fields: {
    what: name(2000),
    personId: optional(reference('people', 'refuse')),
    organisationId: optional(reference('organisations', 'refuse')),
    decisionId: optional(reference('decisions', 'forget')),
    objective: text(300),
    askedOn: date(),
    acceptedOn: optional(date()),
    dueOn: optional(date()),
    state: choice('asked', 'accepted', 'kept', 'changed', 'dropped'),
    settledOn: optional(date()),
    settledById: optional(reference('people', 'refuse')),
    note: text(1000),
  },
});
