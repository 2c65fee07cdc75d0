// Protects texts from what spreadsheets make of them: a formula, which may reach outside, or a number, which loses characters.

/** Starts a formula, also in full-width forms and behind invisible characters. @source OWASP, CSV Injection */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** A telephone number, a postal code, an account number: read as a number it loses its zeros or its last digits. */
const DIGITS = /^[\s.]*(0[\d\s.]+|\d{12,})$/;
/**
 * A spreadsheet treats what follows as text. A text that begins with an apostrophe gets another: removing one always gives back the
 * original.
 */
const AS_TEXT = "'";

/** @returns the text; with an apostrophe before it if a spreadsheet would make something else of it */
export function textForSpreadsheet(text: string): string {
  return text.startsWith(AS_TEXT) || FORMULA.test(text) || DIGITS.test(text) ? `${AS_TEXT}${text}` : text;
}
