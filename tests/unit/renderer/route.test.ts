// Addresses of the window and the search of the palette.
import { expect, it } from 'vitest';
import { matcherOf, searchKey } from '@domain/writing/search-key.ts';
import { groupedBy } from '@domain/grouping.ts';
import { routeOf } from '../../../renderer/state/route.ts';
import { frenchSpaces } from '@domain/format/typography.ts';

it.each(['', '#nowhere', '#session', '#session/', '#session/%E0%A4%A', '#toString', '#attempt'])(
  'takes the address %j without breaking',
  (address) => {
    expect(['home', 'session']).toContain(routeOf(address).screen);
  },
);

it('searches without regard to accents, case and the form of the apostrophe', () => {
  expect(searchKey('L’Œuvre Épaulée')).toBe("l'oeuvre epaulee");
  expect(matcherOf('STRUCTURE enjeu')('Enjeux de chaque structure')).toBe(true);
  expect(matcherOf('budget')('Enjeux de chaque structure')).toBe(false);
});

it('groups in the order in which keys first appear', () => {
  expect([...groupedBy(['b1', 'a1', 'b2'], (text) => text.charAt(0))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});

it('gives French spaces to plain texts', () => {
  expect(frenchSpaces('dire : « oui » ; non ?')).toBe('dire\u202f: «\u202foui\u202f»\u202f; non\u202f?');
});
