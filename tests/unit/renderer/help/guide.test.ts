// I8: the guide speaks of every screen in both languages, by the words of the screen, and is searched whatever the accents.
import { catalogueOf } from '@domain/text/catalogue.ts';
import { type Block, readMarkdown } from '@domain/writing/markdown.ts';
import { LOCALES, type Locale } from '@domain/text/locale.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideIn, type GuidePart, partsOf } from '../../../../renderer/help/guide.ts';
import { searchGuide } from '../../../../renderer/help/guide-search.ts';
import { SCREENS } from '../../../../renderer/state/screens.ts';

const idsIn = (locale: Locale): readonly string[] => guideIn(locale).map(({ id }) => id);
const sourceOf = (locale: Locale): string => readFileSync(path.resolve(import.meta.dirname, `../../../../docs/guide.${locale}.md`), 'utf8');

/** Every text of a catalogue; those of functions with numbers in their places. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return textsIn((value as (...args: readonly unknown[]) => unknown)(1, 2, 3));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Those that are called with more than numbers are no words of a screen. */
function wordsOfScreens(locale: Locale): ReadonlySet<string> {
  const { failures: _failures, stepName: _step, ...others } = catalogueOf(locale);
  const { difference: _of, ...backups } = others.backups;
  const { difference: _between, ...conflict } = others.conflict;
  return new Set(textsIn({ ...others, backups, conflict }));
}

function boldIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(boldIn);
    return 'runs' in block ? block.runs.flatMap(({ text, isBold }) => (isBold ? [text] : [])) : [];
  });
}

describe.each(LOCALES)('I8 the guide in %s', (locale) => {
  it.each(SCREENS.map(({ name, help }) => [name, help] as const))('speaks of the screen %s', (_, help) => {
    expect(idsIn(locale)).toContain(help);
  });

  it('has each part once, with a title and a text', () => {
    const parts = guideIn(locale);

    expect(new Set(idsIn(locale)).size).toBe(parts.length);
    expect(parts.filter(({ title, text }) => title.trim() === '' || text.length < 80)).toEqual([]);
  });

  it('loses no part of the text on its way into the application', () => {
    const source = sourceOf(locale);

    expect(source.match(/<a id=/g)).toHaveLength(guideIn(locale).length);
    expect(source.match(/^## /gm)).toHaveLength(guideIn(locale).length);
  });

  it('calls what is on the screen by the words of the screen', () => {
    const words = wordsOfScreens(locale);
    const bold = guideIn(locale).flatMap(({ text }) => boldIn(readMarkdown(text)));

    expect(bold.length).toBeGreaterThan(20);
    expect(bold.filter((name) => !words.has(name))).toEqual([]);
  });

  it('shows neither a picture nor a comment', () => {
    expect(guideIn(locale).filter(({ text }) => /!\[|<!--|<a /.test(text))).toEqual([]);
  });
});

it('I8 the guide has the same parts in both languages', () => {
  expect(idsIn('en')).toEqual(idsIn('fr'));
});

it('I8 the French guide puts a narrow no-break space before high punctuation and inside guillemets', () => {
  const prose = guideIn('fr').map(({ text }) => text.replaceAll(/«\u202f[^»]*\u202f»/g, 'X').replaceAll('Ctrl ?', 'X'));

  expect(prose.flatMap((text) => text.match(/.{0,20}(?:(?<!\u202f)[;!?»:]|«(?!\u202f)|')/gu) ?? [])).toEqual([]);
});

it('I8 a guide with the line ends of Windows has the same parts', () => {
  const source = sourceOf('fr');

  expect(partsOf(source.replaceAll('\n', '\r\n'), ['«', '»'])).toEqual(partsOf(source, ['«', '»']));
});

it('I8 the guide quotes what is typed, and leaves keys by themselves', () => {
  const [part] = partsOf('<a id="one"></a>\n\n## One\n\nType `0.5 d`, then `Enter` or `Ctrl K`.', ['“', '”']);

  expect(part?.text).toBe('Type “0.5 d”, then Enter or Ctrl K.');
});

describe('I8 the search in the guide', () => {
  const part = (id: string, title: string, text: string): GuidePart => ({ id, title, text });
  const parts = [
    part('one', 'Le fichier', 'Il est à vous.\n\nUn carnet, deux copies.'),
    part('two', 'Une séance', 'Rangez la clé.\n\nLe relevé dit tout, la clé aussi.'),
    part('three', 'Le carnet', 'Il a une phrase de passe.'),
  ];
  const found = (sought: string): readonly string[] => searchGuide(parts, sought).map(({ part: { id } }) => id);

  it('finds words without their accents, in titles first', () => {
    expect(found('SEANCE')).toEqual(['two']);
    expect(found('carnet')).toEqual(['three', 'one']);
  });

  it('puts a line with all words above a part that holds them here and there', () => {
    expect(searchGuide([part('far', 'A', 'relevé\n\nclé'), ...parts], 'clé relevé').map(({ part: { id } }) => id)).toEqual(['two', 'far']);
  });

  it('shows the line that was found', () => {
    expect(searchGuide(parts, 'releve')[0]?.excerpt).toBe('Le relevé dit tout, la clé aussi.');
  });

  it('shows the line around the words that tell something', () => {
    const long = part('long', 'A', `De ${'quoi '.repeat(30)}rangez la clé de secours.`);

    expect(searchGuide([long], 'clé de secours')[0]?.excerpt).toContain('clé de secours');
  });

  it.each(['pdf', 'sauvegarder', 'mot de passe', 'supprimé', 'clé usb', 'imprimer', 'avenant', 'financeur', 'excel'])(
    'knows what people ask for: %s',
    (sought) => {
      expect(searchGuide(guideIn('fr'), sought)).not.toEqual([]);
    },
  );

  it('finds every part without a word, and none with a word that is nowhere', () => {
    expect(found('  ')).toEqual(['one', 'two', 'three']);
    expect(found('xylophone')).toEqual([]);
  });
});
