// Tables of what happens in a session: the record, agenda, attendance, decisions, actions, disagreements.
import { choice, clock, date, given, minutesBetween, name, optional, order, prose, reference, stamp, text } from './field.ts';
import { LEVELS } from '../levels/level.ts';
import { WHOLE_DAY } from '../units.ts';
import { table } from './table.ts';

export const sessions = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: 'date',
  place: { on: 'session', at: 'itself' },
  late: [{ as: 'unsaid', by: 'date', while: { status: 'planned' } }],
  ups: [
    { to: 8, adds: { number: '' } },
    { to: 9, adds: { givenTo: '', remarksBy: null } },
    { to: 11, adds: { level: null } },
  ],
  levels: [{ by: 'level' }],
  fields: {
    date: date(),
    startsAt: optional(clock()),
    endsAt: optional(clock()),
    mode: choice('onsite', 'remote', 'hybrid', 'phone'),
    place: text(),
    link: text(2000),
    phaseId: optional(reference('phases', 'forget')),
    status: choice('planned', 'held', 'cancelled'),
    title: name(),
    purpose: prose(),
    account: prose(),
    nextOn: optional(date()),
    nextAt: optional(clock()),
    givenTo: text(300),
    remarksBy: optional(date()),
    enteredAt: stamp(),
    number: given('file'),
    level: optional(choice(...LEVELS)),
  },
});

export const agendaItems = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: null,
  place: { under: 'sessionId' },
  late: [],
  fields: { sessionId: reference('sessions', 'remove-too'), order: order(), title: name(), minutes: minutesBetween(0, WHOLE_DAY) },
});

/** One line per person expected at a session, with presence by half-day. */
export const attendances = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'note',
  day: null,
  place: { under: 'sessionId' },
  late: [],
  fields: {
    sessionId: reference('sessions', 'remove-too'),
    personId: reference('people', 'refuse'),
    morning: choice('none', 'present', 'excused', 'absent'),
    afternoon: choice('none', 'present', 'excused', 'absent'),
    note: text(300),
  },
});

export const decisions = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: null,
  place: { under: 'sessionId' },
  late: [],
  ups: [{ to: 8, adds: { number: '' } }],
  fields: {
    sessionId: reference('sessions', 'remove-too'),
    order: order(),
    title: name(2000),
    adoption: text(300),
    number: given('year'),
  },
});

/** The one table of things to do, for sessions and for the action plan. */
export const actions = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: 'dueOn',
  place: { under: 'sessionId', otherwise: { on: 'overview' } },
  late: [{ as: 'due', by: 'dueOn', while: { status: 'open' } }],
  levels: [{ from: 'sessionId' }],
  columns: ['title', 'personId', 'organisationId', 'dueOn', 'status', 'doneOn', 'sessionId'],
  fields: {
    sessionId: optional(reference('sessions', 'forget')),
    order: order(),
    title: name(2000),
    personId: optional(reference('people', 'forget')),
    organisationId: optional(reference('organisations', 'forget')),
    dueOn: optional(date()),
    doneOn: optional(date()),
    status: choice('open', 'done', 'dropped'),
  },
});

/** The collective's own, shareable register of disagreements. */
export const disagreements = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  day: null,
  place: { under: 'sessionId', otherwise: { on: 'overview' } },
  late: [],
  ups: [{ to: 11, adds: { level: null } }],
  levels: [{ by: 'level', from: 'sessionId' }],
  fields: {
    sessionId: optional(reference('sessions', 'forget')),
    order: order(),
    title: name(1000),
    agreed: prose(),
    reviewOn: optional(date()),
    level: optional(choice(...LEVELS)),
  },
});

export const positions = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'statement',
  day: null,
  place: { under: 'disagreementId' },
  late: [],
  fields: {
    disagreementId: reference('disagreements', 'remove-too'),
    order: order(),
    organisationId: reference('organisations', 'refuse'),
    statement: prose(),
  },
});
