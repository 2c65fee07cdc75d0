// What each table declares is a decision: a change of it is seen in a file that the test writes.
import {
  declarationOf,
  onlyOf,
  ownTitle,
  SINGLE_ID,
  tableBehind,
  type TableName,
  tableNames,
  tablesOfKind,
  tablesSince,
} from '@domain/tables/tables.ts';
import { recordUp } from '@domain/tables/up.ts';
import { describe, expect, it } from 'vitest';

describe('tables', () => {
  it('E1 A1 I3 A13 declare what tests/fixtures/declared-tables.json says, in which a change is seen (`npx vitest -u` writes it)', async () => {
    const declared = Object.fromEntries(tableNames().map((table) => [table, declarationOf(table)]));

    await expect(`${JSON.stringify(declared, null, 2)}\n`).toMatchFileSnapshot('../../fixtures/declared-tables.json');
  });

  it('A7 that came later are not in a file of an earlier version', () => {
    expect(tablesSince('accompaniment', 5)).toContain('commitments');
    expect(tablesSince('accompaniment', 6)).not.toContain('commitments');
    expect(tablesSince('accompaniment', 1)).toEqual(expect.arrayContaining(['tools', 'followUps', 'mandates', 'portrait', 'attachments']));
    expect([tablesSince('person', 0), tablesOfKind('person')]).toEqual([['profile'], ['profile']]);
  });

  it('A1 know the table behind a field, and the title of a record', () => {
    expect([tableBehind('sessions', 'phaseId'), tableBehind('sessions', 'title'), tableBehind('sessions', 'nothing')]).toEqual([
      'phases',
      null,
      null,
    ]);
    expect([ownTitle('sessions', { id: 'a', title: 'Un' }), ownTitle('sessions', { id: 'a' }), ownTitle('portrait', { id: 'a' })]).toEqual([
      'Un',
      '',
      '',
    ]);
    expect([onlyOf({ [SINGLE_ID]: 1 }), onlyOf({ other: 1 })]).toEqual([1, undefined]);
  });
});

describe('what earlier versions wrote', () => {
  const up = (table: TableName, record: Readonly<Record<string, string | boolean | null>>, version: number) =>
    recordUp<Readonly<Record<string, string | boolean | null | number>>>(record, declarationOf(table).ups ?? [], version);

  it('A7 B17 of a mission gets the fields of its end, and loses the rank that stood for its order', () => {
    expect(up('mission', {}, 1)).toEqual({
      kickOffNote: '',
      reportGivenOn: null,
      circulation: '',
      circulationAgreedOn: null,
      evidenceCompleteOn: null,
      evidenceUntil: null,
      disposalOn: null,
      numbersGiven: '',
      letterhead: '',
      level: 'collective',
      handedOverBy: '',
      handedOverOn: null,
    });
    expect(['a0', 'Former', ''].map((order) => up('mission', { order }, 4)['order'])).toEqual(['', 'Former', '']);
    expect(up('mission', { order: 'a0' }, 5)).toEqual({
      order: 'a0',
      numbersGiven: '',
      letterhead: '',
      level: 'collective',
      handedOverBy: '',
      handedOverOn: null,
    });
  });

  it('A7 I5 of a kind of work loses the name that nobody gave it', () => {
    const names = [
      ['face', 'Face à face'],
      ['preparation', 'Préparation'],
      ['writing', 'Rédaction'],
      ['travel', 'Déplacement'],
      ['coordination', 'Coordination'],
      ['other', 'Autre'],
    ] as const;

    expect(names.map(([code, title]) => up('kinds', { code, title }, 4)['title'])).toEqual(names.map(() => ''));
    expect(up('kinds', { code: 'face', title: 'Entretien' }, 4)).toEqual({ code: 'face', title: 'Entretien' });
    expect(up('kinds', { code: 'face', title: 'Autre' }, 4)).toEqual({ code: 'face', title: 'Autre' });
    expect(up('kinds', { title: 'Autre' }, 4)).toEqual({ title: 'Autre' });
    expect(up('kinds', { code: 'face' }, 4)).toEqual({ code: 'face' });
  });
});
