// A1: files made for the user have names that every system accepts, and take no other file's place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, freePath, type NewName, stemFor } from '../../../../main/files/new-name.ts';
import { BUG, failing, troubledMemory } from '../../../support/troubled-memory.ts';

describe('a file name for a title', () => {
  it.each([
    ['Offre commune', 'Offre commune'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['a\u0000b\u001fc\u007fd', 'a b c d'],
    ['a \t\n b', 'a b'],
    ['..a. ', 'a'],
    [' a b.. ', 'a b'],
    ['e\u0301te\u0301', 'été'],
    ['', 'Tierce'],
    ['///', 'Tierce'],
    ['CON', 'Tierce CON'],
    ['nul.txt', 'Tierce nul.txt'],
    ['com1', 'Tierce com1'],
    ['LPT9.x', 'Tierce LPT9.x'],
    ['prn', 'Tierce prn'],
    ['aux', 'Tierce aux'],
    ['console', 'console'],
    ['a con', 'a con'],
    ['com', 'com'],
    ['lpt', 'lpt'],
  ])('A1 is made of %j as %j', (title, stem) => {
    expect([stemFor(title), fileNameFor(title, '.tierce')]).toEqual([stem, `${stem}.tierce`]);
  });

  it('A1 is short enough for a list and for every disk, and ends in no space', () => {
    expect(stemFor('é'.repeat(200))).toBe('é'.repeat(75));
    expect(stemFor(`${'a'.repeat(149)} b`)).toBe('a'.repeat(149));
  });

  it('A1 holds for any title', () => {
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)); // including halves of surrogate pairs
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 200 }), (title) => {
        const stem = stemFor(title);

        expect(stem).toMatch(/^[^<>:"/\\|?*]+$/);
        expect([stem.trim(), Buffer.byteLength(stem) <= 157]).toEqual([stem, true]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a free path', () => {
  const NAME: NewName = { stem: 'Offre', ending: '.tierce' };
  async function folderWith(names: readonly string[]) {
    const world = troubledMemory();
    await world.well.mkdir('/library');
    for (const name of names) await world.well.writeFile(`/library/${name}`, '');
    return { ...world, free: (but: Partial<NewName> = {}) => freePath(world.files, '/library', { ...NAME, ...but }) };
  }

  it('A1 is the name itself, or the first one that is numbered and free', async () => {
    const both = ['Offre.tierce', 'Offre (2).tierce'];
    const [none, one, two] = [await folderWith([]), await folderWith(both.slice(0, 1)), await folderWith(both)];

    expect([await none.free(), await one.free(), await two.free()]).toEqual([
      '/library/Offre.tierce',
      '/library/Offre (2).tierce',
      '/library/Offre (3).tierce',
    ]);
  });

  it('A1 has what belongs to it around its stem, before the number', async () => {
    const { free } = await folderWith(['Offre du 14.tierce']);

    expect(await free({ around: (stem) => `${stem} du 14` })).toBe('/library/Offre du 14 (2).tierce');
  });

  it('A1 is cut in its stem alone', async () => {
    const { free } = await folderWith([]);

    expect(await free({ stem: 'x'.repeat(300) })).toBe(`/library/${'x'.repeat(248)}.tierce`);
  });

  it('A1 is taken where nobody may look: writing will tell; a bug is let through', async () => {
    const { free, trouble } = await folderWith(['Offre.tierce']);
    trouble.before = failing('lstat', 'EACCES');
    expect(await free()).toBe('/library/Offre.tierce');
    trouble.before = BUG;
    await expect(free()).rejects.toThrow('a bug');
  });
});
