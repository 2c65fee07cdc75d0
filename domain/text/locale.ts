// The languages in which Tierce speaks.

/** French first; English is complete for the interface and the documents. */
export type Locale = 'fr' | 'en';

export const LOCALES: readonly Locale[] = ['fr', 'en'];

/** @returns whether `text` names a language that Tierce speaks. */
export function isLocale(text: string): text is Locale {
  return text === 'fr' || text === 'en';
}
