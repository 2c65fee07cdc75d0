// Numbers as a reader of the locale writes them.
import type { Locale } from '../text/locale.ts';

/** No-break space between a number and its unit. */
export const UNIT_SPACE = '\u00a0';

/** @returns a whole number with the grouping of the locale (`2 000`, `2,000`). */
export function formatCount(count: number, locale: Locale): string {
  return formatterOf(locale, 'whole').format(count).replace('-', '−');
}

/** @returns a number with at most two decimals, no trailing zeros, and a true minus sign. */
export function formatDecimal(value: number, locale: Locale): string {
  return formatterOf(locale, 'decimal').format(value).replace('-', `−${UNIT_SPACE}`);
}

const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** @returns the language tag given to `Intl` for a locale. */
export function languageTag(locale: Locale): string {
  return TAGS[locale];
}

/** The most decimals shown. */
const DECIMALS = { whole: 0, decimal: 2 } as const;

/** Each is made at its first use and kept: making a formatter costs far more than using it. */
const FORMATTERS: Readonly<Record<Locale, Partial<Record<keyof typeof DECIMALS, Intl.NumberFormat>>>> = { fr: {}, en: {} };

function formatterOf(locale: Locale, kind: keyof typeof DECIMALS): Intl.NumberFormat {
  return (FORMATTERS[locale][kind] ??= new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: DECIMALS[kind] }));
}
