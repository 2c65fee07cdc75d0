// A9: whatever name a file name is made from, it fits, and nothing in it is torn.
import { attachmentName } from '@domain/tables/attachments.ts';
import { beginningOf, fittingName, inCharacters, partsAtDot, partsOf } from '@domain/file-name.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytes = { most: 255, sizeOf: (text: string) => Buffer.byteLength(text) };
const anyStem = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom('é'.normalize('NFD').repeat(200), '👩🏽‍🔧'.repeat(40), 'a', `a${'\u0301'.repeat(300)}`),
);

describe('a name that is made to fit', () => {
  it('A9 fits, keeps what stands around it, and begins as what it was made from, in whole letters', () => {
    fc.assert(
      fc.property(anyStem, fc.constantFrom('.tierce', ' (2).tierce', ' 2026-04-14 14h32.tierce', '.json'), (stem, tail) => {
        const name = fittingName(stem, (cut) => `${cut}${tail}`, bytes);
        const cut = name.slice(0, -tail.length);

        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect([name.endsWith(tail), stem.startsWith(cut), /\p{Surrogate}/u.test(cut)]).toEqual([true, true, false]);
        expect(Buffer.byteLength(`${stem}${tail}`) > 255 || cut === stem).toBe(true);
      }),
    );
  });

  it.each([
    ['👩🏽‍🔧👩🏽‍🔧', 20, '👩🏽‍🔧'],
    ['ée'.normalize('NFD'), 4, 'ée'.normalize('NFD')],
    ['eé'.normalize('NFD'), 2, 'e'],
    [`a${'\u0301'.repeat(30)}`, 5, 'a\u0301\u0301'],
    ['', 3, ''],
  ])('A9 cuts %j to %i bytes between letters, or within one that is itself too long', (text, most, beginning) => {
    expect(beginningOf(text, { ...bytes, most })).toBe(beginning);
  });

  it('A9 tells stem and ending apart, whatever the case of the ending', () => {
    expect([
      partsOf('Mission.tierce', '.tierce'),
      partsOf('MISSION.TIERCE', '.tierce'),
      partsOf('.tierce', '.tierce'),
      partsOf('mission', '.tierce'),
    ]).toEqual([
      { stem: 'Mission', ending: '.tierce' },
      { stem: 'MISSION', ending: '.TIERCE' },
      { stem: '.tierce', ending: '' },
      { stem: 'mission', ending: '' },
    ]);
    expect(
      [partsAtDot('Charte.v2.PDF'), partsAtDot('À 14 h. Salle 3 ?'), partsAtDot('.pdf'), partsAtDot('sans')].map(({ ending }) => ending),
    ).toEqual(['.PDF', '', '', '']);
  });

  it('A14 names an attachment so that a record can hold it, with its ending', () => {
    const long = attachmentName(`${'👩🏽‍🔧'.repeat(60)}.pdf`);

    expect([long.length <= 200, long.endsWith('🔧.pdf'), attachmentName('charte\nsignée.odt'), attachmentName('a\ud83d.pdf')]).toEqual([
      true,
      true,
      'charte signée.odt',
      'a\ufffd.pdf',
    ]);
    expect(beginningOf('Titre', inCharacters(80))).toBe('Titre');
  });
});
