// The words by which days and months are typed, in French and in English, in the form that `typedForm` gives.
import type { Locale } from '../text/locale.ts';

/** Months from 1 to 12 by their words, long and short. No word names one month in French and another in English. */
export const MONTHS: Readonly<Record<Locale, ReadonlyMap<string, number>>> = {
  fr: numbered([
    'janvier janv jan',
    'fevrier fevr fev',
    'mars',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'aout',
    'septembre sept sep',
    'octobre oct',
    'novembre nov',
    'decembre dec',
  ]),
  en: numbered([
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ]),
};

/** Days of the week from 1, Monday, to 7, in both languages: none of their words is that of another day. */
export const WEEKDAYS: ReadonlyMap<string, number> = numbered([
  'lundi lun monday mon',
  'mardi mar tuesday tues tue',
  'mercredi mer wednesday wed',
  'jeudi jeu thursday thurs thu',
  'vendredi ven friday fri',
  'samedi sam saturday sat',
  'dimanche dim sunday sun',
]);

/** Days that are named from today on. */
export const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['avant-hier', -2],
  ['avant hier', -2],
  ['hier', -1],
  ["aujourd'hui", 0],
  ['aujourdhui', 0],
  ['auj', 0],
  ['ce jour', 0],
  ['demain', 1],
  ['apres-demain', 2],
  ['apres demain', 2],
  ['day before yesterday', -2],
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['day after tomorrow', 2],
]);

type Span = { readonly days: number } | { readonly months: number };

/** What is counted in `+2 sem` or `dans 3 mois`: in days or in months. */
export const SPANS: ReadonlyMap<string, Span> = new Map([
  ...each<Span>('j jr jour jours d day days', { days: 1 }),
  ...each<Span>('s sem semaine semaines w wk week weeks', { days: 7 }),
  ...each<Span>('m mois month months', { months: 1 }),
  ...each<Span>('an ans annee annees y year years', { months: 12 }),
]);

function numbered(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(words.flatMap((line, index) => each(line, index + 1)));
}

function each<T>(words: string, meaning: T): readonly (readonly [string, T])[] {
  return words.split(' ').map((word) => [word, meaning]);
}
