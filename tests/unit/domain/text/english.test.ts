// I5: a text that is the same in both languages is so on purpose.
import { catalogueOf } from '@domain/text/catalogue.ts';
import { expect, it } from 'vitest';

/** Words that are the same in both languages, names, and the offers of the other language. */
const ALIKE = [
  'Action',
  'action',
  'Actions',
  'Adoption',
  'Afficher en français',
  'Coorace',
  'Coordination',
  'Date',
  'Dates',
  'direction',
  'Display in English',
  'DLA',
  'Document',
  'Documents',
  'Guide',
  'Justification',
  'Logo',
  'logo',
  'Logos',
  'Messages',
  'Minutes',
  'Mission',
  'Note',
  'Pages',
  'phase',
  'Phase',
  'Phases',
  'Portrait',
  'position',
  'Position',
  'Positions',
  'Protection',
  'Signature',
  'Tension',
  'Tensions',
  'Tierce',
  'Total',
];

function plainTexts(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => plainTexts(inner, path === '' ? key : `${path}.${key}`));
}

it('I5 leaves no text in French in the English catalogue, but for words that are the same', () => {
  const french = new Map(plainTexts(catalogueOf('fr'), ''));
  const same = plainTexts(catalogueOf('en'), '').filter(([path, text]) => french.get(path) === text && /\p{L}{3}/u.test(text));

  expect([...new Set(same.map(([, text]) => text))].filter((text) => !ALIKE.includes(text))).toEqual([]);
});
