// H1 A2: the minutes as people write them read as CommonMark has it, whatever else stands in them is shown as typed, and no text takes long.
import { type Block, readMarkdown } from '@domain/writing/markdown.ts';
import { withoutMarks } from '@domain/writing/markdown-runs.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceBlocks } from '../../../support/reference-markdown.ts';

const wordsIn = (blocks: readonly Block[]): string =>
  blocks
    .map((block): string => {
      if (block.kind === 'list') return block.items.map(wordsIn).join('\n');
      if (block.kind === 'quote') return wordsIn(block.blocks);
      if (block.kind === 'typed') return block.text;
      return block.kind === 'rule' ? '' : block.runs.map(({ text }) => text).join('');
    })
    .join('\n');

const word = fc.constantFrom(
  'le',
  'comité',
  'Traoré',
  'l’été',
  '12',
  'c’est-à-dire',
  '(voir',
  'note)',
  'oui !',
  '« non »',
  'a_b',
  '5*3',
  '1. reste',
);
const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('**', '*', '_', '__', '***', '`'), word, word).map(([mark, a, b]) => `${mark}${a} ${b}${mark}`),
  },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `**${a} *${b}***`) },
  { weight: 1, arbitrary: word.map((text) => `[${text}](https://x.fr/a "b")`) },
  { weight: 1, arbitrary: word.map((text) => `l’**${text}**, puis`) },
);
const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => `Point ${parts.join(' ')}`);
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const indented = (text: string, width: number): string => text.replaceAll('\n', `\n${' '.repeat(width)}`);
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    paragraph,
    line.map((text) => `## ${text}`),
    line.map((text) => `${text}\n---`),
    fc.constant('---'),
    fc.constant('```\n*du code*\n\n> tel quel\n```'),
    line.map((text) => `    ${text}`),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${indented(item, 2)}`).join('\n')),
    fc
      .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'))
      .map(([items, gap]) => items.map((item, index) => `${index + 1}. ${indented(item, 3)}`).join(gap)),
    fc
      .tuple(line, fc.constantFrom('- ', '1. ', '> '), fc.constantFrom('2. ', '3) ', '-', '7.', 'puis '))
      .map(([text, mark, next]) => `${mark}${text}\n${next}${text}`),
    tie('block').map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  ),
}));
const minutes = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

describe('the minutes', () => {
  it('H1 read as the whole of CommonMark reads them', () => {
    fc.assert(
      fc.property(minutes, (text) => {
        expect(readMarkdown(text)).toEqual(referenceBlocks(text));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['–', '—', '•'])('D1 H1 have lists that begin with %s, which is no list in CommonMark', (sign) => {
    const text = `${sign} Forces\n${sign} Faiblesses\n  et risques\n\nPuis\n${sign} Occasion`;

    expect(readMarkdown(text)).toEqual(referenceBlocks(text.replaceAll(sign, '-')));
    expect(referenceBlocks(text)).not.toEqual(readMarkdown(text));
  });

  it.each(['–', '—oui', '•oui', 'Lundi – mardi', '    – code'])('D1 H1 have no list in %j', (text) => {
    expect(readMarkdown(text)).toEqual(referenceBlocks(text));
  });

  it('D1 H1 show a number after such a sign once', () => {
    const [list] = readMarkdown('– 2. Forces\n3. Faiblesses');

    expect(list?.kind === 'list' ? list.items.map(wordsIn) : list).toEqual(['Forces']);
    expect(readMarkdown('– 2. Forces\n3. Faiblesses')[1]).toMatchObject({ kind: 'list', start: 3 });
  });

  it('H1 keep the numbers of a list, one item for each line', () => {
    const [list] = readMarkdown('1. Forces\n2. Faiblesses\n3. Occasion');

    expect(list?.kind === 'list' ? list.items.map(wordsIn) : list).toEqual(['Forces', 'Faiblesses', 'Occasion']);
  });

  it('H1 read so within a line, whatever marks stand in it', () => {
    const marks = fc.array(fc.constantFrom('*', '**', '_', '`', '[', '](b)', 'a', 'é ', ' ', '.', '\\', '!'), { maxLength: 14 });
    fc.assert(
      fc.property(marks, (parts) => {
        const text = `a${parts.join('')}z`.replaceAll('![', '! [');
        expect(readMarkdown(text)).toEqual(referenceBlocks(text));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['a definition', 'Voir [Paul].\n\n[Paul]: https://x.fr', '[Paul]: https://x.fr'],
    ['raw HTML', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a link without an end', 'voir [là](http', 'voir [là](http'],
    ['an image by name', '![plan] ici', '![plan] ici'],
    ['a reference to nothing', '[a][b] et [c]', '[a][b] et [c]'],
    ['a list that is too deep', `${'> '.repeat(60)}au fond`, 'au fond'],
    ['an opening fence alone', '```\nreste', 'reste'],
  ])('A2 are shown as they were typed where they are %s', (_, text, words) => {
    expect(wordsIn(readMarkdown(text))).toContain(words);
  });

  it('A2 lose no letter, whatever stands between', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'a',
        'b',
        'é',
        ' ',
        '\n',
        '\n\n',
        '*',
        '_',
        '`',
        '>',
        '- ',
        '1. ',
        '#',
        '<',
        '&',
        '!',
        '[',
        ']',
        '~~~',
        '    ',
        '\t',
        '=',
        '\\',
        '|',
      ),
      { maxLength: 60 },
    );
    const letters = (text: string): string => text.replace(/[^abé]/g, '');
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        expect(letters(wordsIn(readMarkdown(text)))).toBe(letters(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('I3 give their words alone', () => {
    expect(withoutMarks('Le **comité** a *dit* `oui` à [Paul](http://x.fr), 5 * 3 et a_b')).toBe(
      'Le comité a dit oui à Paul, 5 * 3 et a_b',
    );
  });
});

/** Texts that make other readers work with the square of their length, or more. */
const HOSTILE: readonly (readonly [string, (length: number) => string])[] = [
  ['****a****', (length) => '****a****'.repeat(length / 9)],
  ['emphasis that never closes', (length) => '*a '.repeat(length / 3)],
  ['emphasis within emphasis', (length) => `${'*a **b '.repeat(length / 14)}${'c** d*'.repeat(length / 12)}`],
  ['stars around a letter', (length) => `${'*'.repeat(length / 2)}a${'*'.repeat(length / 2)}`],
  ['backticks', (length) => '`'.repeat(length)],
  [
    'longer and longer backticks',
    (length) => Array.from({ length: Math.sqrt(2 * length) }, (_, index) => `${'`'.repeat(index)}a`).join(''),
  ],
  ['quotes', (length) => '> '.repeat(length / 2)],
  ['items on one line', (length) => '- '.repeat(length / 2)],
  ['numbers on one line', (length) => '1. '.repeat(length / 3)],
  ['a rule that is none', (length) => `${'- - '.repeat(length / 4)}a`],
  ['items in quotes', (length) => '> - '.repeat(length / 4)],
  ['deeper and deeper items', (length) => Array.from({ length: Math.sqrt(length) }, (_, index) => `${'  '.repeat(index)}- a`).join('\n')],
  ['brackets', (length) => '['.repeat(length)],
  ['brackets that close', (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`],
  ['brackets and stars', (length) => '*['.repeat(length / 2)],
  ['links that never end', (length) => '[a]('.repeat(length / 4)],
  ['links that end far away', (length) => `${'[a]('.repeat(length / 4)})`],
  ['images', (length) => '!['.repeat(length / 2)],
  ['signs of HTML', (length) => '<'.repeat(length)],
  ['comments', (length) => 'a <!-- '.repeat(length / 7)],
  ['ampersands', (length) => '&'.repeat(length)],
  ['underlines', (length) => '=\n'.repeat(length / 2)],
  ['headings of signs', (length) => `# ${'#'.repeat(length)}a`],
  ['blank lines', (length) => `- a${'\n'.repeat(length)}`],
  ['spaces', (length) => `a${' '.repeat(length)}b\n`.repeat(2)],
  [
    'definitions and their use',
    (length) => `${Array.from({ length: length / 16 }, (_, index) => `[a${index}]: b`).join('\n')}\n\n${'[a1] '.repeat(length / 10)}`,
  ],
  ['rows of a table', (length) => '| a | b |\n'.repeat(length / 10)],
];

describe('no text takes long', () => {
  it.each(HOSTILE)('H9 not even one made for it: %s', (_, make) => {
    const text = make(200_000);
    const from = performance.now();
    readMarkdown(text);

    expect(performance.now() - from).toBeLessThan(2000); // a tenth of it when last measured; the readers of before took minutes
  });
});
