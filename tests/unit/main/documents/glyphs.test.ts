// D-1 H8: every sign of a document is in a font that has it, or is told by its number.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../main/documents/font-coverage.ts';
import { coverages, type Family, fontDictionary } from '../../../../main/documents/fonts.ts';
import { Glyphs } from '../../../../main/documents/glyphs.ts';
import { withBreaks } from '../../../../main/documents/long-words.ts';
import { DIFFICULT } from '../../../support/difficult-texts.ts';

const FOLDER = resolve('resources/fonts');
const has = coverages(FOLDER);
const files = [...new Set(Object.values(fontDictionary(FOLDER)).flatMap((faces) => Object.values(faces).map(String)))];
type Fontkit = { readonly openSync: (file: string) => { readonly characterSet: readonly number[] } };
const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit; // what pdfmake reads its fonts with; it has no types

function drawn(text: string, family: Family = 'Inter') {
  const glyphs = new Glyphs(has);
  const runs = glyphs.runs(text, family);
  return { runs, missing: glyphs.missing, text: runs.map((run) => run.text).join('') };
}

describe('the signs of a document', () => {
  it.each(files)('H8 are those that the font has, as pdfmake reads it: %s', (file) => {
    expect([...coverageOf(file)].toSorted((a, b) => a - b)).toEqual(
      [...new Set(fontkit.openSync(file).characterSet)].toSorted((a, b) => a - b),
    );
  });

  it.each([
    ['co\u00adopé\u00adration', 'coopération'],
    ['avant\u2028après\u000bfin', 'avant\naprès\nfin'],
    ['eﬃcace, ﬁnal', 'efficace, final'],
    ['\uf0b7 puce', '• puce'],
    ['a\u200db\ufeffc\u202ed', 'abcd'],
    ['e\u0301te\u0301', 'été'],
    ['１２ ㎡', '12 m2'],
    ['王小 et 明', '[U+738B U+5C0F] et [U+660E]'],
    ['سلام', '[U+0633 U+0644 U+0627 U+0645]'],
    ['x\ufffey', 'xy'],
  ])('H8 of %j are drawn as %j', (text, shown) => {
    expect(drawn(text).text).toBe(shown);
  });

  it('H8 come from other fonts where theirs has none', () => {
    expect(drawn('☐ à faire 😀 𝐀').runs).toEqual([
      { text: '☐', font: 'Symbols2' },
      { text: ' à faire ', font: null },
      { text: '😀', font: 'Emoji' },
      { text: ' ', font: null },
      { text: '𝐀', font: 'Math' },
    ]);
    expect(drawn('☐ → 👩🏽‍🔧', 'Serif').runs.map(({ font }) => font)).toEqual([null, null, 'Emoji'].filter((_, index) => index !== 0));
  });

  it('H8 keep their style, and their number is told once', () => {
    const glyphs = new Glyphs(has);
    const fitted = glyphs.fitted({
      content: [{ text: ['a ', { text: '☐ b', bold: true }], font: 'Serif' }, '王 王', { table: { body: [['☐', { text: 'x' }]] } }],
      footer: () => ({ text: '☑' }),
    });

    expect(fitted.content).toEqual([
      { text: [{ text: 'a ' }, { text: '☐ b', bold: true }], font: 'Serif' },
      { text: '[U+738B] [U+738B]' }.text,
      { table: { body: [[{ text: [{ text: '☐', font: 'Symbols2' }] }, { text: 'x' }]] } },
    ]);
    expect(typeof fitted.footer === 'function' && fitted.footer(1, 1, {} as never)).toEqual({ text: [{ text: '☑', font: 'Symbols2' }] });
    expect(glyphs.missing).toEqual(['王']);
  });

  it('H8 are all in the font of their run, whatever the text', () => {
    const text = fc.oneof(fc.constantFrom(...DIFFICULT), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, fc.constantFrom<Family>('Inter', 'Serif'), (given, family) => {
        for (const { text: run, font } of drawn(given, family).runs)
          for (const sign of run) if (sign !== '\n') expect(has(font ?? family)(sign.codePointAt(0) ?? 0), `${sign} in ${font}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('H8 tell no more than a sentence holds, and spell no more than a few pages', () => {
    const { missing, text } = drawn(
      '中'.repeat(5000) + Array.from({ length: 90 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(''),
    );

    expect(missing).toHaveLength(40);
    expect(text.length).toBeLessThan(20_000);
    expect(text.endsWith('…]')).toBe(true);
  });
});

describe('a long word', () => {
  it.each([
    ['x'.repeat(31), `${'x'.repeat(30)}\u200bx`],
    ['x'.repeat(30), 'x'.repeat(30)],
    ['👩🏽‍🔧'.repeat(31), `${'👩🏽‍🔧'.repeat(30)}\u200b👩🏽‍🔧`],
    ['x\u0302'.repeat(31), `${'x\u0302'.repeat(30)}\u200bx\u0302`],
  ])('H8 breaks between letters: %j', (word, broken) => {
    expect(withBreaks(word)).toBe(broken);
  });
});
