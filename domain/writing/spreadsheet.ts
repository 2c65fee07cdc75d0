// Protects texts from what spreadsheets make of them: a formula, which may reach outside, a number, which loses characters, an escape.
import { heldText } from './clean.ts';

/** Starts a formula, also in full-width forms and behind invisible characters. @source OWASP, CSV Injection */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** A telephone number, a postal code, an account number: read as a number it loses its zeros or its last digits. */
const DIGITS = /^[\s.]*(0[\d\s.]+|\d{12,})$/;
/**
 * A spreadsheet treats what follows as text. A text that begins with an apostrophe gets another: removing one always gives back the
 * original.
 */
const AS_TEXT = "'";

/** For a table in CSV. @returns the text; with an apostrophe before it if a spreadsheet would make something else of it */
export function textForSpreadsheet(text: string): string {
  const held = heldText(text);
  return held.startsWith(AS_TEXT) || FORMULA.test(held) || DIGITS.test(held) ? `${AS_TEXT}${held}` : held;
}

/** What a workbook reads as one character. @source ECMA-376 part 1, 22.9.2.19, ST_Xstring */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** For a cell of a workbook, which is text whatever it looks like. @returns the text, so written that it reads as it was typed */
export function textInWorkbook(text: string): string {
  return heldText(text).replace(ESCAPE, '_x005F_');
}

/** Excel's limits for the name of a sheet: 31 characters, none of these, no apostrophe at its ends. */
const LONGEST_SHEET_NAME = 31;
const FORBIDDEN_IN_SHEET = /[\\/?*[\]:]/g;

/** @returns a name that a sheet may bear */
export function sheetName(name: string): string {
  const allowed = heldText(name).replace(FORBIDDEN_IN_SHEET, ' ').replace(/\s+/g, ' ').slice(0, LONGEST_SHEET_NAME);
  return heldText(allowed).replace(/^[' ]+|[' ]+$/g, '');
}
