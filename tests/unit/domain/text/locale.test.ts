// Which language Tierce starts in before one is chosen.
import { firstLocale } from '@domain/text/locale.ts';
import { expect, it } from 'vitest';

it.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['FR', 'fr'],
  ['', 'fr'],
  ['en-GB', 'en'],
  ['de', 'en'],
  ['fry-NL', 'en'], // West Frisian
])('A1 where the system says «%s» it is %s', (system, locale) => {
  expect(firstLocale(system)).toBe(locale);
});
