// The logos that head the documents of a mission: of the firm that accompanies, and of those who fund it.
import { choice, name, order, picture } from './field.ts';
import { THE_FRAME } from './place.ts';
import { table } from './table.ts';

/** Logos at the head of a document at most: more would be too small to be told apart. */
export const MOST_LOGOS = 6;

/** @source promises.md H4 */
export const logos = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'attached',
  title: 'name',
  day: null,
  place: { on: 'frame', at: THE_FRAME },
  late: [],
  since: 10,
  fields: { of: choice('firm', 'funder'), name: name(200), picture: picture(), order: order() },
});
