// Tables of the funded days: envelopes, amendments, allocations, kinds of work, time entries.
import { choice, date, flag, minutesBetween, name, optional, order, prose, reference, stamp, text, whole } from './field.ts';
import { WHOLE_DAY } from '../units.ts';
import { type Fields, table } from './table.ts';

const LONGEST_GRANT = WHOLE_DAY * 1000; // minutes: a thousand calendar days, far above any mission

export const envelopes = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'funder',
  day: 'startsOn',
  place: { on: 'time' },
  late: [],
  periods: [['startsOn', 'endsOn']],
  levels: [{ over: ['dayRateCents', 'note'] }],
  fields: {
    funder: name(),
    contract: text(120),
    grantedMinutes: minutesBetween(0, LONGEST_GRANT),
    minutesPerDay: whole(1, WHOLE_DAY),
    startsOn: optional(date()),
    endsOn: optional(date()),
    openingMinutes: minutesBetween(0, LONGEST_GRANT),
    dayRateCents: optional(whole(0, 100_000_000)),
    overrun: choice('warn', 'justify', 'refuse'),
    note: prose(),
  },
});

export const amendments = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'reason',
  day: 'on',
  place: { on: 'time' },
  late: [],
  ups: [{ to: 8, adds: { enteredAt: null } }],
  levels: [{ over: ['reason'] }],
  fields: {
    envelopeId: reference('envelopes', 'remove-too'),
    on: date(),
    minutes: minutesBetween(-LONGEST_GRANT, LONGEST_GRANT),
    reason: text(1000),
    enteredAt: optional(stamp()),
  },
});

/** Share of an envelope set aside for a phase, and for a kind of work when one is named. */
export const allocations = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'note',
  day: null,
  place: { on: 'time' },
  late: [],
  levels: [{ over: ['note'] }],
  fields: {
    envelopeId: reference('envelopes', 'remove-too'),
    phaseId: reference('phases', 'remove-too'),
    kindId: optional(reference('kinds', 'remove-too')),
    minutes: minutesBetween(0, LONGEST_GRANT),
    note: text(300),
  },
});

/** What versions up to 4 called the kinds of work that every file begins with. */
const FIRST_NAMES: Readonly<Record<string, string>> = {
  face: 'Face à face',
  preparation: 'Préparation',
  writing: 'Rédaction',
  travel: 'Déplacement',
  coordination: 'Coordination',
  other: 'Autre',
};

/** A kind is called by its code, in the language of the reader, until somebody gives it a name. */
function withoutFirstName({ code, title }: Fields): Fields {
  return typeof code === 'string' && typeof title === 'string' && title === FIRST_NAMES[code] ? { title: '' } : {};
}

/** Kinds of work; only eligible ones consume funded days. */
export const kinds = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'title',
  elseNamedBy: 'code',
  day: null,
  place: { on: 'time' },
  late: [],
  ups: [{ to: 5, turns: withoutFirstName }],
  fields: {
    order: order(),
    title: text(120),
    code: choice('face', 'preparation', 'writing', 'travel', 'coordination', 'other'),
    isEligible: flag(),
  },
});

export const timeEntries = table({
  kind: 'accompaniment',
  class: 'accompaniment',
  edits: 'free',
  title: 'note',
  day: 'date',
  place: { on: 'time' },
  late: [],
  levels: [{ from: 'sessionId', over: ['note', 'justification'] }],
  fields: {
    date: date(),
    minutes: minutesBetween(1, WHOLE_DAY),
    kindId: reference('kinds', 'refuse'),
    status: choice('done', 'planned'),
    envelopeId: optional(reference('envelopes', 'refuse')),
    phaseId: optional(reference('phases', 'forget')),
    sessionId: optional(reference('sessions', 'forget')),
    personId: optional(reference('people', 'forget')),
    note: text(500),
    justification: text(1000),
    enteredAt: stamp(),
  },
});
