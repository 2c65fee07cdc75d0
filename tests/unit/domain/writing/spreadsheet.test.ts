// H2 A15 D-1: what a workbook would read as an escape is text, and a sheet bears a name that Excel accepts.
import { sheetName, textInWorkbook } from '@domain/writing/spreadsheet.ts';
import { describe, expect, it } from 'vitest';

describe('a workbook', () => {
  it.each([
    ['_x0041_', '_x005F_x0041_'],
    ['a_x000D_b', 'a_x005F_x000D_b'],
    ['_x00e9__xFFFE_', '_x005F_x00e9__x005F_xFFFE_'],
    ['_x41_ _y0041_', '_x41_ _y0041_'],
    ['a\ufffeb\u0001c\r\nd', 'abc\nd'],
  ])('H2 reads %j as it was typed', (text, written) => {
    expect(textInWorkbook(text)).toBe(written);
  });

  it.each([
    ["'Été'", 'Été'],
    ['a/b\\c?d*e[f]g:h', 'a b c d e f g h'],
    [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
  ])('H2 has a sheet for %j', (name, sheet) => {
    expect(sheetName(name)).toBe(sheet);
  });
});
