// Tables of the collective: organisations, people, and the dated moves between the three circles.
import { choice, date, name, optional, order, prose, reference, text, whole } from './field.ts';
import { WITHOUT_STRUCTURE } from './place.ts';
import { table } from './table.ts';
import { LEVELS } from '../levels/level.ts';

export const organisations = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'name',
  day: null,
  place: { on: 'collective', at: 'itself' },
  late: [],
  ups: [{ to: 11, adds: { figuresLevel: null, noteLevel: null } }],
  levels: [
    { by: 'figuresLevel', over: ['jobs', 'fteHundredths'] },
    { by: 'noteLevel', over: ['note'] },
  ],
  fields: {
    name: name(),
    shortName: text(60),
    legalForm: text(120),
    sector: text(),
    jobs: optional(whole(0, 1_000_000)),
    fteHundredths: optional(whole(0, 100_000_000)),
    territory: text(),
    vat: choice('unknown', 'subject', 'exempt', 'mixed'),
    arrivedOn: optional(date()),
    note: prose(),
    figuresLevel: optional(choice(...LEVELS)),
    noteLevel: optional(choice(...LEVELS)),
  },
});

/** Roles in a cooperation. @source seeds: France Active guide (équipe, préparateurs, supporters); Inser'Eco93 for integration enterprises. */
export const people = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'name',
  day: null,
  place: { under: 'organisationId', otherwise: { on: 'collective', at: WITHOUT_STRUCTURE } },
  late: [],
  ups: [{ to: 9, adds: { firm: '' } }],
  levels: [{ over: ['email', 'phone'] }],
  fields: {
    name: name(200),
    organisationId: optional(reference('organisations', 'forget')),
    firm: text(200),
    function: text(200),
    email: text(254),
    phone: text(60),
    role: choice(
      'unknown',
      'board',
      'chair',
      'direction',
      'staff',
      'management',
      'representatives',
      'volunteers',
      'integration',
      'counsellor',
      'supervisor',
      'network',
      'accompanist',
      'officer',
      'accountant',
      'protection',
      'users',
      'public',
      'bank',
    ),
  },
});

export const circleMoves = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'reason',
  day: 'on',
  place: { under: 'organisationId' },
  late: [],
  ups: [{ to: 11, adds: { order: 'a0' } }],
  levels: [{ over: ['reason'] }],
  fields: {
    organisationId: reference('organisations', 'remove-too'),
    order: order(),
    on: date(),
    circle: choice('core', 'partners', 'network', 'left'),
    reason: text(1000),
  },
});

/**
 * What a structure has agreed on: who may commit it and until when, its board, its works council, its teams.
 * @source promises.md C9; seeds: Inser'Eco93 memo, France Active guide
 */
export const mandates = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'note',
  day: 'on',
  place: { under: 'organisationId' },
  late: [],
  periods: [['on', 'until']],
  since: 2,
  levels: [{}],
  fields: {
    organisationId: reference('organisations', 'remove-too'),
    about: choice('commitment', 'board', 'council', 'team'),
    state: choice('todo', 'informed', 'consulted', 'agreed', 'refused'),
    personId: optional(reference('people', 'forget')),
    on: optional(date()),
    until: optional(date()),
    limit: text(300),
    note: text(1000),
  },
});

/** The portrait of the collective: what a newcomer must know. @source promises.md C10 */
export const portrait = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'single',
  title: 'id',
  day: null,
  place: { on: 'collective' },
  late: [],
  since: 2,
  levels: [{ over: ['startedBy', 'trigger', 'story', 'ambition', 'lifeBeyond', 'newcomers'] }],
  fields: { startedBy: prose(), trigger: prose(), story: prose(), ambition: prose(), lifeBeyond: prose(), newcomers: prose() },
});
