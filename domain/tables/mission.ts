// Tables of the mission itself and of its method: frame, phases, steps, exit criteria, deliverables, gates.
import { choice, date, flag, key, name, optional, order, prose, reference, series, stamp, text, whole } from './field.ts';
import { FIRST_LEVEL, LEVELS } from '../levels/level.ts';
import { THE_FRAME } from './place.ts';
import { type Fields, table } from './table.ts';

/** A mission was begun with the rank of a first sibling as its *commande*, which is a text. @source promises.md B17 */
function withoutRank(fields: Fields): Fields {
  return fields['order'] === 'a0' ? { order: '' } : {};
}

export const mission = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'single',
  title: 'title',
  day: null,
  place: { on: 'frame', at: THE_FRAME },
  late: [],
  periods: [['startsOn', 'endsOn']],
  ups: [
    {
      to: 2,
      adds: {
        kickOffNote: '',
        reportGivenOn: null,
        circulation: '',
        circulationAgreedOn: null,
        evidenceCompleteOn: null,
        evidenceUntil: null,
        disposalOn: null,
      },
    },
    { to: 5, turns: withoutRank },
    { to: 8, adds: { numbersGiven: '' } },
    { to: 10, adds: { letterhead: '' } },
    { to: 11, adds: { level: FIRST_LEVEL, handedOverBy: '', handedOverOn: null } },
  ],
  levels: [{ over: ['need', 'order', 'expectedResults', 'inheritedDiagnostic', 'kickOffNote', 'circulation'] }],
  fields: {
    title: name(),
    scheme: choice('dla', 'coorace', 'blank'),
    territory: text(),
    startsOn: optional(date()),
    endsOn: optional(date()),
    commissioner: text(),
    officerId: optional(reference('people', 'forget')),
    need: prose(),
    order: prose(),
    expectedResults: prose(),
    kickOffOn: optional(date()),
    isExample: flag(),
    sessionsBefore: whole(0, 999),
    inheritedDiagnostic: prose(),
    closedOn: optional(date()),
    kickOffNote: prose(),
    reportGivenOn: optional(date()),
    circulation: text(1000),
    circulationAgreedOn: optional(date()),
    evidenceCompleteOn: optional(date()),
    evidenceUntil: optional(date()),
    disposalOn: optional(date()),
    numbersGiven: series(),
    letterhead: text(300),
    level: choice(...LEVELS),
    handedOverBy: text(300),
    handedOverOn: optional(date()),
  },
});

export const phases = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: null,
  place: { on: 'frame', at: 'itself' },
  late: [
    { as: 'start', by: 'startsOn', while: { status: 'planned' } },
    { as: 'end', by: 'endsOn', while: { status: 'running' } },
  ],
  periods: [
    ['startsOn', 'endsOn'],
    ['startedOn', 'endedOn'],
  ],
  ups: [{ to: 2, adds: { means: '' } }],
  levels: [{ over: ['objective', 'skipReason', 'synthesis', 'means'] }],
  fields: {
    order: order(),
    title: name(),
    objective: prose(),
    methodKey: key(80),
    startsOn: optional(date()),
    endsOn: optional(date()),
    startedOn: optional(date()),
    endedOn: optional(date()),
    status: choice('planned', 'running', 'done', 'skipped'),
    skipReason: text(1000),
    synthesis: prose(),
    means: prose(),
  },
});

export const steps = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: null,
  place: { under: 'phaseId' },
  late: [],
  fields: {
    phaseId: reference('phases', 'remove-too'),
    order: order(),
    title: name(),
    methodKey: key(80),
    doneOn: optional(date()),
    doneById: optional(reference('people', 'forget')),
  },
});

export const criteria = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: null,
  place: { under: 'phaseId' },
  late: [],
  fields: { phaseId: reference('phases', 'remove-too'), order: order(), title: name(1000), metOn: optional(date()) },
});

export const deliverables = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: 'dueOn',
  place: { under: 'phaseId' },
  late: [{ as: 'due', by: 'dueOn', while: { handedOverOn: null }, unless: { phaseId: { status: 'skipped' } } }],
  fields: {
    phaseId: reference('phases', 'remove-too'),
    order: order(),
    title: name(),
    dueOn: optional(date()),
    handedOverOn: optional(date()),
  },
});

/** Passing and reopening of phases: a register, only ever added to. */
export const gates = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'acts',
  title: 'reason',
  day: 'on',
  place: { under: 'phaseId' },
  late: [],
  levels: [{ over: ['reason'] }],
  fields: {
    phaseId: reference('phases', 'refuse'),
    act: choice('passed', 'reopened'),
    on: date(),
    byId: optional(reference('people', 'refuse')),
    reason: text(2000),
    enteredAt: stamp(),
  },
});

/** Tools handed over to the collective, so that it can go on alone. @source promises.md B13 */
export const tools = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: null,
  place: { on: 'frame', at: THE_FRAME },
  late: [],
  since: 2,
  levels: [{ over: ['note'] }],
  fields: {
    order: order(),
    title: name(),
    handedOverOn: optional(date()),
    holderId: optional(reference('people', 'forget')),
    note: text(1000),
  },
});

/** Meetings after the end of the mission. @source promises.md B17 */
export const followUps = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'note',
  day: 'dueOn',
  place: { on: 'frame', at: THE_FRAME },
  late: [{ as: 'due', by: 'dueOn', while: { doneOn: null } }],
  since: 2,
  levels: [{ over: ['note'] }],
  fields: { dueOn: date(), doneOn: optional(date()), note: text(1000) },
});
