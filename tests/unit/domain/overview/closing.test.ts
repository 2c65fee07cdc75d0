// B17: what the closing of a mission still lacks, listed in order and preventing nothing.
import { closingGaps } from '@domain/overview/closing.ts';
import { SINGLE_ID } from '@domain/tables/tables.ts';
import { addMonths } from '@domain/time/calendar.ts';
import { calendarDate } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { documentAfter, startedDocument } from '../../../support/documents.ts';

it('B17 names every part of a closing until it is there', () => {
  const begun = startedDocument();
  const closed = documentAfter(
    [
      {
        name: 'record.update',
        args: {
          table: 'mission',
          id: SINGLE_ID,
          fields: {
            reportGivenOn: '2026-07-10',
            circulation: 'Les structures',
            circulationAgreedOn: '2026-07-10',
            evidenceCompleteOn: '2026-07-12',
            disposalOn: '2027-07-10',
          },
        },
      },
      { name: 'record.create', args: { table: 'tools', fields: { title: 'Grille', handedOverOn: '2026-07-01' } } },
      { name: 'record.create', args: { table: 'followUps', fields: { dueOn: '2027-01-10' } } },
    ],
    begun,
  );

  expect(closingGaps(begun.accompaniment)).toEqual(['report', 'circulation', 'tools', 'evidence', 'disposal', 'followUp']);
  expect(closingGaps(closed.accompaniment)).toEqual([]);
});

it('B17 does not take a circulation for agreed without its date, nor a tool for handed over', () => {
  const half = documentAfter(
    [
      { name: 'record.update', args: { table: 'mission', id: SINGLE_ID, fields: { circulation: 'Les structures' } } },
      { name: 'record.create', args: { table: 'tools', fields: { title: 'Grille' } } },
    ],
    startedDocument(),
  );

  expect(closingGaps(half.accompaniment)).toContain('circulation');
  expect(closingGaps(half.accompaniment)).toContain('tools');
});

it.each([
  ['2026-07-10', 6, '2027-01-10'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
])('counts months from %s on: %i gives %s', (from, months, to) => {
  expect(addMonths(calendarDate(from), months)).toBe(to);
});
