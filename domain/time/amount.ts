// The numbers of a typed length: digits, a fraction, or both.

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 };

/** A form of it has one group; nobody means one and a half by `11/2`. */
export const FRACTION = '(½|¼|¾|(?<!\\d)(?:1/2|1/4|3/4))';
/** `7`, `7,5`, `½`, `7 ½`: two groups, digits and fraction. */
export const NUMBER = `(\\d{1,6}(?:[.,]\\d{1,3})?)?\\s*${FRACTION}?`;

/** @returns the number that a text has in the first two groups of a form, digits and fraction, or `null` */
export function amountIn(form: RegExp, text: string): number | null {
  const [whole, digits = '', fraction = ''] = form.exec(text) ?? [];
  if (whole === undefined || digits + fraction === '') return null;
  if (fraction !== '' && /[.,]/.test(digits)) return null;
  return Number(digits.replace(',', '.')) + (FRACTIONS[fraction] ?? 0);
}
