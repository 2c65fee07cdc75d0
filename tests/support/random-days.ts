// Accompaniments with random contracts, amendments, shares and time: everything that days are reckoned from.
import { applyChanges, type Change, type Document } from '@domain/document.ts';
import { blankFields } from '@domain/tables/blank.ts';
import type { TableName } from '@domain/tables/tables.ts';
import type { Period } from '@domain/report/days-statement.ts';
import { addDays } from '@domain/time/calendar.ts';
import fc from 'fast-check';
import { NOW, TODAY } from './context.ts';
import { startedDocument } from './documents.ts';

const MOST = { envelopes: 3, kinds: 4, phases: 3 };
/** Entries and amendments lie this many days before or after today. */
const REACH = 60;

const day = fc.integer({ min: -REACH, max: REACH }).map((days) => addDays(TODAY, days));
const among = (count: number) => fc.integer({ min: 0, max: count - 1 });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });

const envelope = fc.record({
  minutesPerDay: fc.oneof(fc.constantFrom(420, 450, 480), fc.integer({ min: 60, max: 720 })),
  grantedMinutes: fc.integer({ min: 0, max: 4000 }),
  openingMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
});
const amendment = fc.record({ envelope: among(MOST.envelopes), on: day, minutes: fc.integer({ min: -600, max: 900 }) });
const share = fc.record({
  envelope: among(MOST.envelopes),
  phase: among(MOST.phases),
  kind: maybe(among(MOST.kinds)),
  minutes: fc.integer({ min: 0, max: 900 }),
});
const entry = fc.record({
  date: day,
  minutes: fc.integer({ min: 1, max: 600 }),
  kind: among(MOST.kinds),
  status: fc.constantFrom('done', 'done', 'planned'),
  envelope: maybe(among(MOST.envelopes)),
  phase: maybe(among(MOST.phases)),
});

/** A period of which both ends may be open. */
export const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(maybe(fc.integer({ min: -REACH, max: 0 })), maybe(fc.integer({ min: 0, max: REACH })))
  .map(([from, to]) => ({ from: from === null ? null : addDays(TODAY, from), to: to === null ? null : addDays(TODAY, to) }));

/** As of `TODAY`: some contracts overrun, some shared out in excess, some kinds not paid for. */
export const anyDays: fc.Arbitrary<Document> = fc
  .record({
    envelopes: fc.array(envelope, { minLength: 1, maxLength: MOST.envelopes }),
    eligible: fc.array(fc.boolean(), { minLength: MOST.kinds, maxLength: MOST.kinds }),
    amendments: fc.array(amendment, { maxLength: 6 }),
    shares: fc.array(share, { maxLength: 8 }),
    entries: fc.array(entry, { maxLength: 30 }),
  })
  .map((drawn) => {
    const envelopeId = (place: number): string => `envelope-${place % drawn.envelopes.length}`;
    return applyChanges(bare(), [
      ...drawn.envelopes.map((fields, index) => added('envelopes', `envelope-${index}`, { ...fields, funder: `Financeur ${index}` })),
      ...drawn.eligible.map((isEligible, index) =>
        added('kinds', `kind-${index}`, { order: `b${index}`, title: `Nature ${index}`, isEligible }),
      ),
      ...Array.from({ length: MOST.phases }, (_, index) => added('phases', `phase-${index}`, { order: `b${index}`, title: `P${index}` })),
      ...drawn.amendments.map(({ envelope: place, ...fields }, index) =>
        added('amendments', `amendment-${index}`, { ...fields, envelopeId: envelopeId(place), reason: `Raison ${index}` }),
      ),
      ...drawn.shares.map(({ envelope: place, phase, kind, minutes }, index) =>
        added('allocations', `share-${index}`, {
          minutes,
          envelopeId: envelopeId(place),
          phaseId: `phase-${phase}`,
          kindId: kind === null ? null : `kind-${kind}`,
        }),
      ),
      ...drawn.entries.map(({ envelope: place, phase, kind, ...fields }, index) =>
        added('timeEntries', `entry-${index}`, {
          ...fields,
          kindId: `kind-${kind}`,
          envelopeId: place === null ? null : envelopeId(place),
          phaseId: phase === null ? null : `phase-${phase}`,
          enteredAt: NOW,
        }),
      ),
    ]);
  });

/** A mission that has nothing yet of what days are reckoned from. */
function bare(): Document {
  const document = startedDocument();
  const none = { envelopes: {}, amendments: {}, allocations: {}, kinds: {}, timeEntries: {}, phases: {} };
  const without = { steps: {}, criteria: {}, deliverables: {}, gates: {} };
  return { ...document, accompaniment: { ...document.accompaniment, ...none, ...without } };
}

function added(table: TableName, id: string, fields: Readonly<Record<string, unknown>>): Change {
  return { table, id, before: null, after: { ...blankFields(table), ...fields, id } };
}
