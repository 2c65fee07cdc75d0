// Grouping once by key gives the same result as looking at every record for each key.
import { applyChanges, type Change, type Document } from '@domain/document.ts';
import { groupedBy } from '@domain/grouping.ts';
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { NOTHING } from '@domain/ledger/quantity.ts';
import { isFunded } from '@domain/ledger/standing.ts';
import { timelineOf } from '@domain/overview/timeline.ts';
import { kindsDone } from '@domain/report/days-statement.ts';
import { sessionNumber, sessionNumbers } from '@domain/numbering.ts';
import { valueOf } from '@domain/report/sheets.ts';
import { workbook } from '@domain/report/workbook.ts';
import { blankFields } from '@domain/tables/blank.ts';
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { sumMinutes } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW, testContext, TODAY } from '../../support/context.ts';
import { startedDocument } from '../../support/documents.ts';

const PLACES = [0, 1, 2] as const;
const anyPlace = fc.constantFrom(...PLACES);

function added(table: TableName, record: AnyRecord): Change {
  return { table, id: record.id, before: null, after: { ...blankFields(table), ...record } };
}

const frame: readonly Change[] = PLACES.flatMap((place) => [
  added('envelopes', {
    id: `envelope-${place}`,
    funder: `F${place}`,
    grantedMinutes: 900 * place,
    minutesPerDay: 390 + 30 * place,
    openingMinutes: 7 * place,
  }),
  added('kinds', { id: `kind-${place}`, order: `b${place}`, title: `K${place}`, isEligible: place !== 2 }),
  added('phases', { id: `phase-${place}`, order: `b${place}`, title: `P${place}`, startsOn: TODAY, endsOn: addDays(TODAY, 10) }),
]);
const started = applyChanges(startedDocument({}, testContext()), frame);

const anyEntry = fc.record({
  minutes: fc.integer({ min: 1, max: 600 }),
  kind: anyPlace,
  phase: fc.option(anyPlace, { nil: null }),
  envelope: fc.option(anyPlace, { nil: null }),
  status: fc.constantFrom('done', 'planned'),
});
const anyAmendment = fc.record({ minutes: fc.integer({ min: -300, max: 300 }), envelope: anyPlace, days: fc.integer({ min: -3, max: 3 }) });
const anyShare = fc.record({
  minutes: fc.integer({ min: 0, max: 300 }),
  envelope: anyPlace,
  phase: anyPlace,
  kind: fc.option(anyPlace, { nil: null }),
});
const anySession = fc.record({
  days: fc.integer({ min: 0, max: 4 }),
  startsAt: fc.constantFrom(null, '08:00', '14:30'),
  status: fc.constantFrom('planned', 'held', 'cancelled'),
});
const anyStep = fc.record({ phase: anyPlace, isDone: fc.boolean() });

const ofPlace = (table: string, place: number | null): string | null => (place === null ? null : `${table}-${place}`);

const anyDocument: fc.Arbitrary<Document> = fc
  .tuple(
    fc.array(anyEntry, { maxLength: 40 }),
    fc.array(anyAmendment, { maxLength: 12 }),
    fc.array(anyShare, { maxLength: 12 }),
    fc.array(anySession, { maxLength: 12 }),
    fc.array(anyStep, { maxLength: 20 }),
  )
  .map(([entries, amendments, shares, sessions, steps]) =>
    applyChanges(started, [
      ...entries.map(({ minutes, kind, phase, envelope, status }, index) =>
        added('timeEntries', {
          id: `entry-${index}`,
          date: TODAY,
          minutes,
          kindId: `kind-${kind}`,
          phaseId: ofPlace('phase', phase),
          envelopeId: ofPlace('envelope', envelope),
          status,
          enteredAt: NOW,
        }),
      ),
      ...amendments.map(({ minutes, envelope, days }, index) =>
        added('amendments', { id: `amendment-${index}`, envelopeId: `envelope-${envelope}`, on: addDays(TODAY, days), minutes }),
      ),
      ...shares.map(({ minutes, envelope, phase, kind }, index) =>
        added('allocations', {
          id: `share-${index}`,
          envelopeId: `envelope-${envelope}`,
          phaseId: `phase-${phase}`,
          kindId: ofPlace('kind', kind),
          minutes,
        }),
      ),
      ...sessions.map(({ days, startsAt, status }, index) =>
        added('sessions', { id: `session-${index}`, date: addDays(TODAY, days), startsAt, status, title: 'S', enteredAt: NOW }),
      ),
      ...steps.map(({ phase, isDone }, index) =>
        added('steps', { id: `step-${index}`, phaseId: `phase-${phase}`, order: 'b1', title: 'É', doneOn: isDone ? TODAY : null }),
      ),
    ]),
  );

describe('what is grouped once by key', () => {
  it('keeps every item, in its order, under its own key', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (keys) => {
        const items = keys.map((key, index) => ({ key, index }));
        const groups = groupedBy(items, ({ key }) => key);

        expect([...groups.keys()]).toEqual([...new Set(keys)]);
        for (const [key, own] of groups) expect(own).toEqual(items.filter((item) => item.key === key));
      }),
    );
  });

  it('F4 gives each envelope what a look at every entry and amendment gives it', () => {
    fc.assert(
      fc.property(anyDocument, ({ accompaniment }) => {
        for (const { envelope, granted, counted, planned, remaining } of ledgerOf(accompaniment, TODAY).envelopes) {
          const amended = Object.values(accompaniment.amendments).filter((one) => one.envelopeId === envelope.id && one.on <= TODAY);
          const own = Object.values(accompaniment.timeEntries).filter(
            (entry) => entry.envelopeId === envelope.id && isFunded(accompaniment, entry),
          );
          const done = sumMinutes(own.filter(({ status }) => status === 'done').map((entry) => entry.minutes));

          expect(granted).toBe(envelope.grantedMinutes + sumMinutes(amended.map((one) => one.minutes)));
          expect(counted).toBe(envelope.openingMinutes + done);
          expect(planned).toBe(sumMinutes(own.filter(({ status }) => status === 'planned').map((entry) => entry.minutes)));
          expect(remaining).toBe(granted - counted);
        }
      }),
    );
  });

  it('F4 gives each phase what a look at every entry and share gives it, by kind of work too', () => {
    fc.assert(
      fc.property(anyDocument, ({ accompaniment }) => {
        const ledger = ledgerOf(accompaniment, TODAY);
        for (const line of ledger.phases) {
          const funded = Object.values(accompaniment.timeEntries).filter(
            (entry) => entry.phaseId === line.phaseId && isFunded(accompaniment, entry),
          );
          const done = funded.filter(({ status }) => status === 'done');
          const shares = Object.values(accompaniment.allocations).filter(({ phaseId }) => phaseId === line.phaseId);

          expect(line.counted).toMatchObject(addUp(accompaniment, done));
          expect(line.planned).toMatchObject(
            addUp(
              accompaniment,
              funded.filter(({ status }) => status === 'planned'),
            ),
          );
          expect(line.allocated).toMatchObject(addUp(accompaniment, shares));
          for (const id of Object.keys(accompaniment.kinds)) {
            expect(line.byKind.get(id) ?? NOTHING).toMatchObject(
              addUp(
                accompaniment,
                done.filter(({ kindId }) => kindId === id),
              ),
            );
            expect(line.allocatedByKind.get(id) ?? NOTHING).toMatchObject(
              addUp(
                accompaniment,
                shares.filter(({ kindId }) => kindId === id),
              ),
            );
          }
        }
        expect(kindsDone(accompaniment, ledger).map(({ id }) => id)).toEqual(
          Object.keys(accompaniment.kinds)
            .filter((id) => ledger.phases.some(({ byKind }) => (byKind.get(id)?.minutes ?? 0) !== 0))
            .toSorted((a, b) => compare(accompaniment.kinds[a]?.order, accompaniment.kinds[b]?.order)),
        );
      }),
    );
  });

  it('B2 counts the steps of each phase', () => {
    fc.assert(
      fc.property(anyDocument, ({ accompaniment }) => {
        for (const { phase, steps } of timelineOf(accompaniment, TODAY)?.rows ?? []) {
          const own = Object.values(accompaniment.steps).filter(({ phaseId }) => phaseId === phase.id);

          expect(steps).toEqual({ done: own.filter(({ doneOn }) => doneOn !== null).length, all: own.length });
        }
      }),
    );
  });

  it('D1 numbers all sessions as each alone is numbered', () => {
    fc.assert(
      fc.property(anyDocument, ({ accompaniment }) => {
        const numbers = sessionNumbers(accompaniment);

        for (const id of Object.keys(accompaniment.sessions)) expect(numbers.get(id) ?? 0).toBe(sessionNumber(accompaniment, id));
      }),
    );
  });
});

it('H2 F4 tells many kinds of work together in the last column, and loses no minute', () => {
  const many = Array.from({ length: 60 }, (_, index) => index);
  const document = applyChanges(
    started,
    many.flatMap((index) => [
      added('kinds', { id: `many-${index}`, order: `c${String(index).padStart(3, '0')}1`, title: `M${index}`, isEligible: true }),
      added('timeEntries', {
        id: `entry-${index}`,
        date: TODAY,
        minutes: 10 + index,
        kindId: `many-${index}`,
        phaseId: 'phase-0',
        envelopeId: 'envelope-1',
        status: 'done',
        enteredAt: NOW,
      }),
    ]),
  );
  const sheet = workbook({ accompaniment: document.accompaniment, period: { from: null, to: null }, on: TODAY, locale: 'fr' }).sheets.find(
    ({ name }) => name === 'Jours par phase',
  );
  const row = sheet?.rows.find(([label]) => typeof label === 'string' && label.endsWith('. P0')) ?? [];
  const others = sheet?.columns.findIndex(({ head }) => head === 'Autres (j)') ?? -1;

  expect(sheet?.columns.length).toBeLessThan(50);
  expect(valueOf(row[others] ?? null)).toBeCloseTo(
    sumMinutes(
      Object.values(document.accompaniment.timeEntries)
        .slice(39)
        .map(({ minutes }) => minutes),
    ) / 420,
    9,
  );
  expect(valueOf(row[others + 1] ?? null)).toBeCloseTo(
    sumMinutes(Object.values(document.accompaniment.timeEntries).map(({ minutes }) => minutes)) / 420,
    9,
  );
});

type Part = { readonly envelopeId: string | null; readonly minutes: number };
type Sums = { readonly minutes: number; readonly byDay: ReadonlyMap<number, number> };

/** Minutes by the length of their contract's day: the rule of the ledger, written a second time. */
function addUp({ envelopes }: Document['accompaniment'], parts: readonly Part[]): Sums {
  const byDay = new Map<number, number>();
  for (const { envelopeId, minutes } of parts) {
    const day = envelopes[envelopeId ?? '']?.minutesPerDay ?? 420;
    byDay.set(day, (byDay.get(day) ?? 0) + minutes);
  }
  return { minutes: parts.reduce((sum, part) => sum + part.minutes, 0), byDay };
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
