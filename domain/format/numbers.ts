// Numbers as a reader of the locale writes them.
import type { Locale } from '../text/locale.ts';

/** No-break space between a number and its unit. */
export const UNIT_SPACE = '\u00a0';

/** @returns a whole number with the grouping of the locale (`2 000`, `2,000`). */
export function formatCount(count: number, locale: Locale): string {
  return FORMATTERS[locale].whole.format(count).replace('-', '−');
}

/** @returns a number with at most two decimals, without trailing zeros, with a true minus sign. */
export function formatDecimal(value: number, locale: Locale): string {
  return FORMATTERS[locale].decimal.format(value).replace('-', `−${UNIT_SPACE}`);
}

const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** @returns the language tag given to `Intl` for a locale. */
export function languageTag(locale: Locale): string {
  return TAGS[locale];
}

/** Made once: making a formatter costs far more than using it. */
const FORMATTERS: Readonly<Record<Locale, { readonly whole: Intl.NumberFormat; readonly decimal: Intl.NumberFormat }>> = {
  fr: formattersOf('fr'),
  en: formattersOf('en'),
};

function formattersOf(locale: Locale): { readonly whole: Intl.NumberFormat; readonly decimal: Intl.NumberFormat } {
  const made = (decimals: number) => new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: decimals });
  return { whole: made(0), decimal: made(2) };
}
