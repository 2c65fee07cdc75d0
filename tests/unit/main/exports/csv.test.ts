// A15 D-3: what a spreadsheet would compute is text in the CSV, and everything else is as it was written.
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../main/exports/csv.ts';
import { textForSpreadsheet } from '@domain/writing/spreadsheet.ts';
import { heldText } from '@domain/writing/clean.ts';
import { recordFor } from '../../../support/loose-pieces.ts';

describe('a text in a spreadsheet', () => {
  it.each([
    '=1+1',
    '+33 6 12',
    '-2+3',
    '@SUM(A1)',
    '=HYPERLINK("http://x";"y")',
    ' =1',
    '\t=1',
    '\u200B=1',
    '\uFEFF=1',
    '\r=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '0612345678',
    '06 12 34 56 78',
    '00',
    '123456789012',
    '01.02',
    "'=1",
    "'",
  ])('A15 that it would compute or shorten stands behind an apostrophe: %j', (text) => {
    expect(textForSpreadsheet(text)).toBe(`'${heldText(text)}`);
  });

  it.each(['', '0', 'Réunion', 'a=1', '12', '1 500', '2026-04-14', '3 h', "l'été", '10/07', 'R0', '12345678901'])(
    'A15 that it takes for what it is stays: %j',
    (text) => {
      expect(textForSpreadsheet(text)).toBe(text);
    },
  );
});

it('A15 a CSV has them so, its numbers as numbers, and its lines whole', () => {
  const record = recordFor('organisations', 'org-1', { name: '=cmd|" /C calc"!A0' });
  const text = csvOf('organisations', [record]);

  expect(text).toContain(`"'=cmd|"" /C calc""!A0"`);
  const entry = recordFor('timeEntries', 'time-1', { minutes: -60 });
  expect(csvOf('timeEntries', [entry])).toMatch(/;-60;/);
});
