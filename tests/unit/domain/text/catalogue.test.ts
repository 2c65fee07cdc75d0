// The catalogues: French typography, no empty text, agreement of numbers.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { LOCALES, type Locale } from '@domain/text/locale.ts';
import { outerTextsOf } from '@domain/text/outer-texts.ts';

/** Every text of a catalogue with its path; functions are called with simple arguments. */
function everyText(locale: Locale): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.push([path, value]);
    else if (typeof value === 'function') found.push([path, String(callWith(value as (...args: readonly unknown[]) => unknown, path))]);
    else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
  };
  visit({ ...catalogueOf(locale), ...outerTextsOf(locale) }, locale);
  return found;
}

function callWith(text: (...args: readonly unknown[]) => unknown, path: string): unknown {
  if (path.endsWith('.stepName')) return text({ command: 'record.create', table: 'sessions', title: 'X' });
  if (path.includes('.failures.'))
    return text({
      name: 'X',
      count: 2,
      minimum: 12,
      missingMinutes: 210,
      minutesPerDay: 420,
      minutes: 1500,
      maximum: 1440,
      version: 2,
      supported: 1,
      revision: 5,
      remembered: 8,
      bytes: 1,
      found: 'PNG',
      width: 7000,
      height: 10,
      most: 6,
      seconds: 60,
      cause: 'X',
      where: 'X',
      id: 'X',
      field: 'X',
      table: 'sessions',
      asked: 'public',
      needed: 'core',
      level: 'core',
      names: 'X',
      areAll: false,
      on: '2026-06-15',
      month: '2026-06-01',
      days: 30,
      holder: { machine: 'X', person: 'X', since: null, where: 'elsewhere' },
    });
  if (/\.levels\.(inherited|asSession)$/.test(path)) return text('core');
  if (path.endsWith('.difference')) return text({ table: 'sessions', onlyBefore: 1, onlyAfter: 2, changed: 3 }, 'X');
  return text(...[3, 2, 1].slice(0, text.length));
}

/** Texts that show characters that a file name may not contain. */
const SHOWS_SIGNS = 'fr.failures.file-name-impossible';

function textsThat(locale: Locale, isWrong: (text: string) => boolean): readonly (readonly [string, string])[] {
  return everyText(locale).filter(([path, text]) => path !== SHOWS_SIGNS && isWrong(text));
}

it.each(LOCALES)('says something whole everywhere in %s', (locale) => {
  expect(everyText(locale).length).toBeGreaterThan(400);
  expect(textsThat(locale, (text) => text.trim() === '' || /undefined|NaN|\[object/.test(text))).toEqual([]);
});

it('puts a narrow no-break space before high punctuation and inside guillemets in French', () => {
  expect(textsThat('fr', (text) => /(?<!\u202f)[;!?»]|«(?!\u202f)/u.test(text))).toEqual([]);
  expect(textsThat('fr', (text) => /(?<![\u202f\d]):/u.test(text))).toEqual([]);
});

it('uses the curved apostrophe', () => {
  for (const locale of LOCALES) expect(textsThat(locale, (text) => text.includes("'"))).toEqual([]);
});

it('keeps the singular up to one in French, and for one alone in English', () => {
  expect(catalogueOf('fr').home.structures(0)).toBe('0 structure');
  expect(catalogueOf('en').home.structures(0)).toBe('0 organisations');
  expect(catalogueOf('fr').home.structures(2)).toBe('2 structures');
});

it('finds the text of a failure by its code', () => {
  expect(failureText(catalogueOf('en').failures, { code: 'file-empty', name: 'a.tierce' })).toContain('a.tierce');
});

it('H1 promises no document that is not made yet', () => {
  const guides = LOCALES.map((locale) => readFileSync(`docs/guide.${locale}.md`, 'utf8')).join('\n');

  for (const locale of LOCALES) expect(textsThat(locale, (text) => NOT_MADE.test(text))).toEqual([]);
  expect(guides).not.toMatch(NOT_MADE);
});

/** Documents that people expect after a session and that nobody can make here. */
const NOT_MADE = /émargement|feuille de présence|attendance sheet|attestation/iu;
