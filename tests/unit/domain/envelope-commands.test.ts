// F1: an envelope is divided between phases and kinds of work in one step.
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { minutes } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext, TODAY } from '../../support/context.ts';
import { documentAfter, firstId, kindId, startedDocument, tried } from '../../support/documents.ts';

const context = testContext();
const started = startedDocument({}, context);
const envelopeId = firstId(started.accompaniment.envelopes);
const phaseIds = Object.keys(started.accompaniment.phases);
const face = kindId(started, 'face');

const allocate = (
  shares: readonly { readonly phaseId: string; readonly kindId: string | null; readonly minutes: number }[],
  document = started,
) =>
  documentAfter(
    [{ name: 'envelope.allocate', args: { envelopeId, shares: shares.map((share) => ({ ...share, minutes: minutes(share.minutes) })) } }],
    document,
    context,
  );

describe('sharing out an envelope', () => {
  it('F1 makes the given parts and no other, whatever there was', () => {
    const shares = fc.uniqueArray(
      fc.record({ phaseId: fc.constantFrom(...phaseIds), kindId: fc.constantFrom(null, face), minutes: fc.integer({ min: 0, max: 2000 }) }),
      { selector: (share) => `${share.phaseId}/${share.kindId}` },
    );
    fc.assert(
      fc.property(shares, shares, (first, second) => {
        const after = Object.values(allocate(second, allocate(first)).accompaniment.allocations);
        const wanted = second.filter((share) => share.minutes > 0);

        expect(after.map(({ phaseId, kindId: kind, minutes: length }) => `${phaseId}/${kind}/${length}`).toSorted()).toEqual(
          wanted.map((share) => `${share.phaseId}/${share.kindId}/${share.minutes}`).toSorted(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('F1 keeps the record of a part that only changes its length, and does nothing when nothing changes', () => {
    const before = allocate([{ phaseId: phaseIds[0] ?? '', kindId: null, minutes: 420 }]);
    const after = allocate([{ phaseId: phaseIds[0] ?? '', kindId: null, minutes: 630 }], before);

    expect(Object.keys(after.accompaniment.allocations)).toEqual(Object.keys(before.accompaniment.allocations));
    expect(
      tried(
        after,
        { name: 'envelope.allocate', args: { envelopeId, shares: [{ phaseId: phaseIds[0] ?? '', kindId: null, minutes: minutes(630) }] } },
        context,
      ),
    ).toMatchObject({ value: { changes: [] } });
  });

  it('F4 tells what a phase was given as a whole and for one kind of work', () => {
    const document = allocate([
      { phaseId: phaseIds[0] ?? '', kindId: null, minutes: 420 },
      { phaseId: phaseIds[0] ?? '', kindId: face, minutes: 210 },
    ]);
    const line = ledgerOf(document.accompaniment, TODAY).phases.find((one) => one.phaseId === phaseIds[0]);

    expect([line?.allocated.days, line?.allocatedByKind.get(face)?.days]).toEqual([1.5, 0.5]);
  });

  it('F1 refuses an envelope that is not there', () => {
    expect(tried(started, { name: 'envelope.allocate', args: { envelopeId: 'nobody', shares: [] } }, context)).toMatchObject({
      failure: { code: 'record-missing' },
    });
  });
});
