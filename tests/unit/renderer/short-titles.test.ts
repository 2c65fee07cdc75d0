// B1: the short names of phases are those of the methods, and are given only to phases that keep their title.
import { expect, it } from 'vitest';
import shortTitles from '../../../resources/method/short-titles.json';
import { methodOf } from '../../../renderer/state/methods.ts';
import { shortTitleOf } from '../../../renderer/state/short-titles.ts';

const phases = (['dla', 'coorace', 'blank'] as const).flatMap((scheme) => methodOf(scheme).phases);

it('B1 knows the short name of each phase of each method, and of no other', () => {
  expect(shortTitles).toEqual(Object.fromEntries(phases.map(({ key, title, shortTitle }) => [key, { title, shortTitle }])));
});

it('B1 calls a phase by its short name until it is renamed', () => {
  for (const { key, title, shortTitle } of phases) {
    expect(shortTitleOf({ methodKey: key, title })).toBe(shortTitle);
    expect(shortTitleOf({ methodKey: key, title: `${title} bis` })).toBe(`${title} bis`);
  }
  expect(shortTitleOf({ methodKey: '', title: 'À nous' })).toBe('À nous');
  expect(shortTitleOf({ methodKey: 'toString', title: 'À nous' })).toBe('À nous');
});
