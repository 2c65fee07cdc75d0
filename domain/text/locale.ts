// The languages in which Tierce speaks.

/** French first; English is complete for the interface and the documents. */
export type Locale = 'fr' | 'en';

export const LOCALES: readonly Locale[] = ['fr', 'en'];

/** @returns the language in which to begin, by that of the system (`fr-FR`); French where the system says none. */
export function firstLocale(systemLocale: string): Locale {
  return /^fr\b/i.test(systemLocale) || systemLocale === '' ? 'fr' : 'en';
}

/** @returns whether `text` names a language that Tierce speaks. */
export function isLocale(text: string): text is Locale {
  return text === 'fr' || text === 'en';
}
