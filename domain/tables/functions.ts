// Functions: who leads, facilitates and coordinates the collective, who keeps time and takes notes, and from when to when.
import { choice, date, flag, optional, reference, text } from './field.ts';
import { table } from './table.ts';

/**
 * One record for each holder: a team that takes turns has several in the same period. Who holds one, or has held one, cannot be removed.
 * @source promises.md C7; seeds: France Active guide, “animation-coordination”
 */
export const functions = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  elseNamedBy: 'duty',
  day: 'startsOn',
  place: { on: 'collective' },
  late: [],
  periods: [['startsOn', 'endsOn']],
  levels: [{ over: ['note'] }],
  columns: ['duty', 'title', 'personId', 'organisationId', 'isInTurns', 'startsOn', 'endsOn', 'note'],
  since: 7,
  fields: {
    duty: choice('leadership', 'animation', 'coordination', 'time', 'notes', 'other'),
    title: text(300),
    personId: optional(reference('people', 'refuse')),
    organisationId: optional(reference('organisations', 'refuse')),
    isInTurns: flag(),
    startsOn: date(),
    endsOn: optional(date()),
    note: text(1000),
  },
});
