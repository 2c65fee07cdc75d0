// A7: content of an older version is brought up to this one, table by table, without changing the file itself.
import { calendarDate, instant } from '@domain/units.ts';
import type { HistoryEntry } from '@domain/history/history.ts';
import { expectOk } from '@domain/result.ts';
import { TABLES, tablesSince } from '@domain/tables/tables.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { checkVersion, migrateChange, migrateEntry, migrateRecord, migrateTables } from '../../../../main/files/migrations.ts';
import { NADIA, recordFor } from '../../../support/loose-pieces.ts';

const OLDER = { kind: 'accompaniment', version: 1, name: 'x.tierce' } as const;
const CLOSING = {
  kickOffNote: '',
  reportGivenOn: null,
  circulation: '',
  circulationAgreedOn: null,
  evidenceCompleteOn: null,
  evidenceUntil: null,
  disposalOn: null,
};

afterEach(() => vi.restoreAllMocks());

/** From here on the missions of version 4 cannot be brought up to date. */
function breakMissions(): void {
  vi.spyOn(TABLES.mission.ups[1], 'turns').mockImplementation(() => {
    throw new Error('no such form');
  });
}

describe('the version of a file', () => {
  it('A7 is one that this Tierce can bring up to date', () => {
    expect([checkVersion(1, 'x'), checkVersion(FORMAT_VERSION, 'x')]).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: FORMAT_VERSION },
    ]);
  });

  it('A7 is of a newer Tierce beyond that', () => {
    const failure = { code: 'file-newer', name: 'x', version: FORMAT_VERSION + 1, supported: FORMAT_VERSION };

    expect(checkVersion(FORMAT_VERSION + 1, 'x')).toEqual({ ok: false, failure });
    expect(checkVersion(3, 'x', 2)).toMatchObject({ failure: { supported: 2 } });
  });

  it.each([0, -1, 1.5, '1', null, undefined, 2 ** 53])('A7 is none when it is %j', (version) => {
    expect(checkVersion(version, 'x')).toEqual({ ok: false, failure: { code: 'file-damaged', name: 'x', where: 'formatVersion' } });
  });
});

describe('the tables of an older file', () => {
  it('A7 of version 1 get all that was added since, and keep what they have', () => {
    const mission = { single: { id: 'single', title: 'Offre', order: 'a0' } };
    const phases = { 'pha-1': { id: 'pha-1' }, 'pha-2': { id: 'pha-2', means: 'Deux jours' } };
    const now = expectOk(migrateTables({ mission, phases, people: { 'per-1': NADIA } }, OLDER));

    expect(now).toMatchObject({
      mission: { single: { id: 'single', title: 'Offre', order: '', ...CLOSING } },
      phases: { 'pha-1': { id: 'pha-1', means: '' }, 'pha-2': { id: 'pha-2', means: 'Deux jours' } },
      people: { 'per-1': NADIA },
      mandates: {},
      portrait: { single: recordFor('portrait', 'single') },
      tools: {},
      followUps: {},
      attachments: {},
    });
    expect(Object.keys(now).toSorted()).toEqual(['mission', 'phases', 'people', ...tablesSince('accompaniment', 1)].toSorted());
    expect([mission.single.order, Object.keys(phases['pha-1'])]).toEqual(['a0', ['id']]);
  });

  it('A7 get what came after their version, and no more', () => {
    const mission = { single: { id: 'single', order: 'a0' } };

    expect(expectOk(migrateTables({ mission }, { ...OLDER, version: 4 }))['mission']).toEqual({
      single: { id: 'single', order: '', numbersGiven: '', letterhead: '', level: 'collective', handedOverBy: '', handedOverOn: null },
    });
    expect(tablesSince('accompaniment', 2)).toContain('attachments');
    expect(tablesSince('accompaniment', 3)).not.toContain('attachments');
    expect(tablesSince('person', 1)).toEqual([]);
  });

  it('A7 of this version are the very same', () => {
    const tables = { mission: { single: { id: 'single', order: 'a0' } } };

    expect(expectOk(migrateTables(tables, { ...OLDER, version: FORMAT_VERSION }))).toBe(tables);
  });

  it('A7 get those of their own kind of file', () => {
    expect(expectOk(migrateTables({ profile: {} }, { ...OLDER, kind: 'person' }))).toEqual({ profile: {} });
  });

  it.each([[null], [1], [[]], ['x']])('A7 leave %j for the strict reading to judge, as a table and as a record', (wrong) => {
    expect(expectOk(migrateTables({ phases: wrong }, OLDER))['phases']).toBe(wrong);
    expect(expectOk(migrateTables({ phases: { 'pha-1': wrong } }, OLDER))['phases']).toEqual({ 'pha-1': wrong });
  });

  it('A7 are refused with the record that cannot be brought up, named; nothing is thrown', () => {
    breakMissions();
    const failure = { code: 'file-not-migrated', name: 'x.tierce', version: 1, table: 'mission', id: 'single' };

    expect(migrateTables({ mission: { single: { id: 'single' } } }, OLDER)).toEqual({ ok: false, failure });
    expect(migrateRecord('mission', { id: 'single' }, 4)).toBeNull();
  });
});

describe('a change in an older journal', () => {
  const change = { table: 'phases' as const, id: 'pha-1', before: { id: 'pha-1', means: 'Un' }, after: { id: 'pha-1' } };

  it('A7 gets the fields that its records lack, before and after', () => {
    expect(migrateChange(change, 1)).toEqual({ ...change, after: { id: 'pha-1', means: '' } });
    expect(migrateChange({ ...change, before: null }, 1)?.before).toBeNull();
    expect(migrateChange({ ...change, after: null }, 1)?.after).toBeNull();
    expect(migrateChange(change, 2)).toEqual(change);
  });

  it('A7 has its records transformed as those of the file are', () => {
    const begun = { table: 'mission' as const, id: 'single', before: null, after: { id: 'single', order: 'a0', ...CLOSING } };

    expect(migrateChange(begun, 4)).toEqual({
      ...begun,
      after: { ...begun.after, order: '', numbersGiven: '', letterhead: '', level: 'collective', handedOverBy: '', handedOverOn: null },
    });
    expect(migrateChange(begun, FORMAT_VERSION)).toEqual(begun);
  });

  it('A7 of a table that never changed stays as it is', () => {
    const step = recordFor('steps', 'ste-1', { phaseId: 'pha-1', order: 'a0', title: 'Entretiens' });

    expect(migrateChange({ table: 'steps', id: step.id, before: null, after: step }, 1)?.after).toBe(step);
  });

  it('A7 is none where it cannot be brought up', () => {
    breakMissions();

    expect(migrateChange({ table: 'mission', id: 'single', before: null, after: { id: 'single' } }, 4)).toBeNull();
  });
});

describe('an entry of an older history', () => {
  const entry: HistoryEntry = {
    at: instant('2026-02-03T09:00:00.000Z'),
    by: 'Claire',
    kind: 'do',
    command: 'record.update',
    table: 'mission',
    id: 'single',
    before: { order: 'a0' },
    after: { order: 'Réunir six structures' },
  };

  it('A7 A13 that tells of some fields has those transformed, and gets no others', () => {
    expect(migrateEntry(entry, 1)).toEqual({ ...entry, before: { order: '' } });
    expect(migrateEntry({ ...entry, before: { title: 'a0' }, after: { title: 'Offre' } }, 1)).toEqual({
      ...entry,
      before: { title: 'a0' },
      after: { title: 'Offre' },
    });
  });

  it('A7 A13 that tells of a whole record gets what came later', () => {
    expect(migrateEntry({ ...entry, before: null, after: { title: 'Offre', order: 'a0' } }, 1)?.after).toEqual({
      title: 'Offre',
      order: '',
      ...CLOSING,
      numbersGiven: '',
      letterhead: '',
      level: 'collective',
      handedOverBy: '',
      handedOverOn: null,
    });
    expect(migrateEntry({ ...entry, table: 'phases', before: { title: 'Une' }, after: null }, 1)?.before).toEqual({
      title: 'Une',
      means: '',
    });
  });

  it('A7 A13 of this version stays as it is, and one that cannot be brought up is none', () => {
    expect(migrateEntry(entry, FORMAT_VERSION)).toEqual(entry);
    breakMissions();
    expect(migrateEntry(entry, 4)).toBeNull();
  });
});

it('B17 only takes a rank away, never an order that somebody wrote', () => {
  const order = (text: string) => migrateRecord('mission', { id: 'single', order: text, on: calendarDate('2026-02-03') }, 4)?.['order'];

  expect([order('a0'), order('a0 : six structures'), order('')]).toEqual(['', 'a0 : six structures', '']);
});

it('I5 calls a kind of work by its code where it still had its first name, and leaves every other name', () => {
  const kind = (code: string, title: string) => migrateRecord('kinds', { id: 'k-1', code, title }, 4)?.['title'];

  expect([kind('face', 'Face à face'), kind('other', 'Face à face'), kind('face', 'Ateliers'), kind('travel', 'Déplacement')]).toEqual([
    '',
    'Face à face',
    'Ateliers',
    '',
  ]);
  expect(migrateRecord('kinds', { id: 'k-1', code: 'odd' }, 4)).toEqual({ id: 'k-1', code: 'odd' });
});
