// F1: what is typed when an envelope is divided.
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { minutes } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { cellOf, daysTyped, readShares, typedShares } from '../../../renderer/screens/time/allocation-form.ts';
import { testContext, TODAY } from '../../support/context.ts';
import { documentAfter, firstId, startedDocument } from '../../support/documents.ts';

const context = testContext();
const started = startedDocument(
  {
    envelope: {
      funder: 'DLA',
      contract: '',
      grantedMinutes: minutes(2520),
      minutesPerDay: 450,
      openingMinutes: minutes(0),
      overrun: 'warn',
    },
  },
  context,
);
const phaseId = firstId(started.accompaniment.phases);
const document = documentAfter(
  [
    {
      name: 'envelope.allocate',
      args: { envelopeId: firstId(started.accompaniment.envelopes), shares: [{ phaseId, kindId: null, minutes: minutes(100) }] },
    },
  ],
  started,
  context,
);
const [line] = ledgerOf(document.accompaniment, TODAY).envelopes;
if (line === undefined) throw new Error('There is an envelope');

it('F1 keeps to the minute a part that nobody changed, though two decimals would move it', () => {
  const typed = typedShares(document.accompaniment, line, 'fr');

  expect(typed[cellOf(phaseId, null)]).toBe('0,22');
  expect(readShares(typed, typed, document.accompaniment, line)).toEqual([{ phaseId, kindId: null, minutes: 100 }]);
});

it('F1 turns days of the contract into minutes, an emptied cell into nothing, and takes nothing that it cannot read', () => {
  const typed = typedShares(document.accompaniment, line, 'fr');
  const cell = cellOf(phaseId, null);

  expect(readShares({ ...typed, [cell]: '1,5 j' }, typed, document.accompaniment, line)).toEqual([{ phaseId, kindId: null, minutes: 675 }]);
  expect(readShares({ ...typed, [cell]: '' }, typed, document.accompaniment, line)).toEqual([{ phaseId, kindId: null, minutes: 0 }]);
  expect(readShares({ ...typed, [cell]: 'beaucoup' }, typed, document.accompaniment, line)).toBeNull();
  expect([daysTyped('-1'), daysTyped('501'), daysTyped('½')]).toEqual([null, null, 0.5]);
});
