// The catalogue of each locale.
import { en } from './en.ts';
import { type Catalogue, fr } from './fr.ts';
import type { Locale } from './locale.ts';

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { fr, en };

/** @returns every text in the given language. */
export function catalogueOf(locale: Locale): Catalogue {
  return CATALOGUES[locale];
}
