// F4: how many kinds of work have a column of their own beside the phases.
import { ledgerOf } from '@domain/ledger/ledger.ts';
import { expect, it } from 'vitest';
import { kindsFitting } from '../../../renderer/screens/time/phase-figures.ts';
import { TODAY } from '../../support/context.ts';
import { accompanimentWithTime } from '../../support/time-of-kinds.ts';

it.each([
  { what: 'beside the form of a small screen', entries: 1, width: 649, fitting: 4 },
  { what: 'two where no more have room', entries: 1, width: 480, fitting: 2 },
  { what: 'none where two have no room', entries: 1, width: 455, fitting: 0 },
  { what: 'as many as can be taken in at most', entries: 1, width: 4000, fitting: 8 },
  { what: 'fewer beside figures of many characters', entries: 50_000, width: 649, fitting: 3 },
])('F4 the kinds of work that fit: $what ($width px, $entries entries)', ({ entries, width, fitting }) => {
  const ledger = ledgerOf(accompanimentWithTime(['Face à face'], entries), TODAY);

  expect(kindsFitting(ledger, width, 'fr')).toBe(fitting);
});
