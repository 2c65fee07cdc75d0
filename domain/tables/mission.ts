// Tables of the mission itself and of its method: frame, phases, steps, exit criteria, deliverables, gates.
import { choice, date, flag, name, optional, order, prose, reference, stamp, text, whole } from './field.ts';
import { table } from './table.ts';

export const mission = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'single', merge: 'field', title: 'title',
  fields: {
    title: name(), scheme: choice('dla', 'coorace', 'blank'), territory: text(), startsOn: optional(date()), endsOn: optional(date()),
    commissioner: text(), officerId: optional(reference('people', 'forget')), need: prose(), order: prose(), expectedResults: prose(),
    kickOffOn: optional(date()), isExample: flag(), sessionsBefore: whole(0, 999),
    inheritedDiagnostic: prose(), closedOn: optional(date()),
  },
});

export const phases = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'free', merge: 'field', title: 'title',
  fields: {
    order: order(), title: name(), objective: prose(), methodKey: text(80), startsOn: optional(date()), endsOn: optional(date()),
    startedOn: optional(date()), endedOn: optional(date()), status: choice('planned', 'running', 'done', 'skipped'), skipReason: text(1000), synthesis: prose(),
  },
});

export const steps = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'free', merge: 'field', title: 'title',
  fields: { phaseId: reference('phases', 'remove-too'), order: order(), title: name(), methodKey: text(80), doneOn: optional(date()), doneById: optional(reference('people', 'forget')) },
});

export const criteria = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'free', merge: 'field', title: 'title',
  fields: { phaseId: reference('phases', 'remove-too'), order: order(), title: name(1000), metOn: optional(date()) },
});

export const deliverables = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'free', merge: 'field', title: 'title',
  fields: { phaseId: reference('phases', 'remove-too'), order: order(), title: name(), dueOn: optional(date()), handedOverOn: optional(date()) },
});

/** Passing and reopening of phases: a register, only ever added to. */
export const gates = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'acts', merge: 'ask', title: 'reason',
  fields: { phaseId: reference('phases', 'refuse'), act: choice('passed', 'reopened'), on: date(), byId: optional(reference('people', 'refuse')), reason: text(2000), enteredAt: stamp() },
});
