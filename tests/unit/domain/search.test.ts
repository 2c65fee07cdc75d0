// I3: every text of an accompaniment is found whatever its accents, with its place; nothing of the desk or the vault is.
import { excerptOf } from '@domain/search/excerpt.ts';
import { indexTable, searchIn, searchTables, textFieldsOf } from '@domain/search/search-index.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { declarationOf, type RecordOf, tableNames } from '@domain/tables/tables.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';

const session = (id: string, fields: Partial<RecordOf<'sessions'>>) => ({
  ...(blankFields('sessions') as RecordOf<'sessions'>),
  id,
  ...fields,
});
const indexOf = (...sessions: readonly RecordOf<'sessions'>[]) =>
  indexTable('sessions', Object.fromEntries(sessions.map((one) => [one.id, one])), () => 'Séance');

describe('the index', () => {
  it('I3 is of every table that may leave this machine, and of no other', () => {
    expect(searchTables()).toEqual(tableNames().filter((table) => declarationOf(table).class === 'accompaniment'));
    expect(searchTables()).not.toContain('privateNotes');
    expect(searchTables()).not.toContain('trustMarks');
  });

  it('I3 takes every text that is read, and no name of the method', () => {
    expect(textFieldsOf('sessions')).toEqual(['place', 'link', 'title', 'purpose', 'account', 'givenTo']);
    expect(textFieldsOf('phases')).toEqual(['title', 'objective', 'skipReason', 'synthesis', 'means']);
  });

  it('I3 finds without regard to accents and case, in any text and with other words', () => {
    const indexed = indexOf(session('a', { title: 'Réunion', account: 'Le cœur du métier' }), session('b', { title: 'Comité' }));

    expect(
      ['REUNION', 'coeur metier', 'cœur', 'seance comite', 'rien', ''].map((sought) => searchIn(indexed, sought).map(({ id }) => id)),
    ).toEqual([['a'], ['a'], ['a'], ['b'], [], []]);
  });

  it('I3 puts a title that begins with the words first, then a title that holds them, then other texts; the latest first among equals', () => {
    const on = (date: string) => ({ date: calendarDate(date) });
    const indexed = indexOf(
      session('text', { title: 'Autre', account: 'une coopération', ...on('2026-06-01') }),
      session('holds', { title: 'La coopération', ...on('2026-05-01') }),
      session('early', { title: 'Coopération', ...on('2026-01-01') }),
      session('late', { title: 'Coopération', ...on('2026-02-01') }),
    );

    expect(searchIn(indexed, 'cooperation').map(({ id }) => id)).toEqual(['late', 'early', 'holds', 'text']);
  });

  it('I3 finds a record by its mark first, whole or begun, and by no other that holds the same figures', () => {
    const marked = (id: string, title: string, number: string) => session(id, { title, number });
    const rows = {
      a: marked('a', 'Signer', '2026-01'),
      b: marked('b', 'Reçu le 2026-01-12, dossier D', ''),
      c: marked('c', 'Payer', '2026-11'),
    };
    const indexed = indexTable(
      'sessions',
      rows,
      () => '',
      ({ number }) => (number === '' ? '' : `D-${String(number)}`),
    );

    expect(searchIn(indexed, 'D-2026-01').map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(searchIn(indexed, 'd-2026').map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 0],
      ['c', 0],
      ['b', 1],
    ]);
  });

  it('I3 answers within a tenth of a second on two thousand rows in every table', () => {
    const rows = Object.fromEntries(
      Array.from({ length: 2000 }, (_, number) => [
        `s${number}`,
        session(`s${number}`, { title: `Séance ${number}`, account: 'Un relevé de plusieurs lignes, avec des décisions. '.repeat(8) }),
      ]),
    );
    const everywhere = searchTables().flatMap(() => indexTable('sessions', rows, () => ''));
    const from = performance.now();

    expect(searchIn(everywhere, 'seance 1234')).toHaveLength(searchTables().length);
    expect(performance.now() - from).toBeLessThan(500); // allows for a computer that is busy with other tests
  });
});

describe('an excerpt', () => {
  const long = `${'Avant tout, des mots. '.repeat(10)}Le cœur de la coopération est là${'. Et après'.repeat(20)}`;

  it('I3 shows the line around the words, as they were written', () => {
    const excerpt = excerptOf('sessions', session('a', { title: 'Réunion', account: `Une ligne\n${long}` }), 'coeur cooperation');

    expect(excerpt).toContain('Le cœur de la coopération');
    expect(excerpt.startsWith('…') && excerpt.endsWith('…')).toBe(true);
    expect(excerpt.length).toBeLessThan(110);
  });

  it('I3 is silent when the title says it already, or when nothing but other words does', () => {
    expect(excerptOf('sessions', session('a', { title: 'Réunion', account: 'Réunion' }), 'reunion')).toBe('');
    expect(excerptOf('sessions', session('a', { title: 'Réunion' }), 'seance')).toBe('');
  });
});
