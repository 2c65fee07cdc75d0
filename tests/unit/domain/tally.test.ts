// Sums that follow their rows: carried from change to change they equal a fresh count.
import { applyChanges, type Change, type Document, recordOf } from '@domain/document.ts';
import { judge } from '@domain/guards/advance.ts';
import { CONSUMPTION } from '@domain/ledger/ledger.ts';
import { sumsAfter, sumsOf, type Sums } from '@domain/tally.ts';
import { addDays } from '@domain/time/calendar.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW, testContext, TODAY } from '../../support/context.ts';
import { firstId, kindId, startedDocument } from '../../support/documents.ts';

const IDS = ['entry-1', 'entry-2', 'entry-3', 'entry-4'];

describe('the sums of a table', () => {
  it('F4 L2 carried through any changes, are those of a fresh count', () => {
    const document = startedDocument({}, testContext());
    const kinds = [kindId(document, 'face'), kindId(document, 'travel')];
    const fields = fc.record({
      minutes: fc.integer({ min: 1, max: 500 }),
      kindId: fc.constantFrom(...kinds),
      envelopeId: fc.constantFrom(null, firstId(document.accompaniment.envelopes)),
      status: fc.constantFrom('done', 'planned'),
    });
    const step = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.option(fields)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let current = document;
        sumsOf(CONSUMPTION, current.accompaniment.timeEntries); // known from the start, and so carried over
        for (const records of steps) {
          const changes = records.map(([id, given]) => entryChange(current, id, given));
          const foreseen = sumsAfter(CONSUMPTION, current.accompaniment.timeEntries, changes);
          current = applyChanges(current, changes);
          const counted = sumsOf(CONSUMPTION, { ...current.accompaniment.timeEntries });
          expect(nonZero(sumsOf(CONSUMPTION, current.accompaniment.timeEntries))).toEqual(nonZero(counted));
          expect(nonZero(foreseen)).toEqual(nonZero(counted));
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('A5 F4 a step that brings back more entries than a function takes arguments is judged as any other', () => {
  const document = startedDocument({}, testContext());
  const kind = kindId(document, 'face');
  const changes = Array.from({ length: 150_000 }, (_, index) =>
    entryChange(document, `entry-${index}`, {
      date: addDays(TODAY, index % 200),
      minutes: 1,
      kindId: kind,
      envelopeId: null,
      status: 'done',
    }),
  );

  expect(judge(document, changes, TODAY).ok).toBe(true);
}, 60_000);

/** Some steps change one record twice, which no guard would let through: the last change counts. */
function entryChange(document: Document, id: string, given: Readonly<Record<string, unknown>> | null): Change {
  const after =
    given === null
      ? null
      : { id, date: TODAY, phaseId: null, sessionId: null, personId: null, note: '', justification: '', enteredAt: NOW, ...given };
  return { table: 'timeEntries', id, before: recordOf(document, 'timeEntries', id), after };
}

function nonZero(sums: Sums): Readonly<Record<string, number>> {
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}
