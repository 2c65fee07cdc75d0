// Numbers as a reader of the locale writes them.
import type { Locale } from '../text/locale.ts';

/** No-break space between a number and its unit. */
export const UNIT_SPACE = '\u00a0';

/** @returns a whole number with the grouping of the locale (`2 000`, `2,000`). */
export function formatCount(count: number, locale: Locale): string {
  return formatterOf(locale, 0).format(count).replace('-', '−');
}

/** @returns a number with at most `decimals` decimals, without trailing zeros, with a true minus sign. */
export function formatDecimal(value: number, decimals: number, locale: Locale): string {
  return formatterOf(locale, decimals).format(value).replace('-', `−${UNIT_SPACE}`);
}

const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** @returns the language tag given to `Intl` for a locale. */
export function languageTag(locale: Locale): string {
  return TAGS[locale];
}

function formatterOf(locale: Locale, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: decimals });
}
