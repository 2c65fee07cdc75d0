// What a spreadsheet makes of a text that it reads: a formula, which may reach out of it, or a number, which is another text.

/** Begins a formula, also in the wide forms, also behind signs that are not seen. @source OWASP, CSV Injection */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** A telephone number, a postal code, a number of an account: read as a number it loses its zeros or its end. */
const DIGITS = /^[\s.]*(0[\d\s.]+|\d{12,})$/;
/** A spreadsheet takes what stands behind it as text. A text of which it is the first sign gets another: whoever takes one away has the text as it was. */
const AS_TEXT = "'";

/** @returns the text; behind an apostrophe where a spreadsheet would make something else of it */
export function textForSpreadsheet(text: string): string {
  return text.startsWith(AS_TEXT) || FORMULA.test(text) || DIGITS.test(text) ? `${AS_TEXT}${text}` : text;
}
