// What is said of passphrases, in both languages: apart from the catalogues, which are part of every start.
import { strength as english } from './en/strength.ts';
import { strength as french } from './fr/strength.ts';
import type { Locale } from './locale.ts';

export type StrengthTexts = typeof french;

export function strengthTextsOf(locale: Locale): StrengthTexts {
  return locale === 'fr' ? french : english;
}
