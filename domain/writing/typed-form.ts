// What is typed where a date, a time or a length is expected, brought to one form before it is read.

/** More signs than any date, time or length needs: a longer text was pasted by mistake, and is not looked at any closer. */
export const LONGEST_TYPED = 60;

/**
 * Small letters without accents, plain digits, hyphens and apostrophes, single spaces, abbreviations without their dot; fractions stay
 * one sign (`½`).
 * @returns the text in that form, `''` if nothing is typed; `null` if it is longer than anything that can be read
 */
export function typedForm(typed: string): string | null {
  const text = typed.trim();
  if (text.length > LONGEST_TYPED) return null;
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '') // accents, and signs that nobody sees: soft hyphens, marks of direction in a date copied from elsewhere
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[’‘ʼ′´`]/gu, "'")
    .replace(/[134]⁄[24]/gu, (fraction) => FRACTIONS[fraction] ?? fraction)
    .toLowerCase()
    .replace(/(?<=\p{L})\./gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const FRACTIONS: Readonly<Record<string, string>> = { '1⁄2': '½', '1⁄4': '¼', '3⁄4': '¾' };
