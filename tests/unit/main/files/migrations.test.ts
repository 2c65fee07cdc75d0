// A7: what an older version holds is brought up to this one, a step at a time, and what stands there already is never changed.
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { checkVersion, migrateChange, migrateTables, type Migration, MIGRATIONS } from '../../../../main/files/migrations.ts';
import { NADIA, recordFor, RELAIS } from '../../../support/loose-pieces.ts';

const STEPS: readonly Migration[] = [
  { from: 2, summary: 'another field', tables: { followUps: {} }, fields: { phases: { synthesis: 'vide' } } },
  { from: 1, summary: 'a table and a field', tables: { tools: {} }, fields: { phases: { means: '' } } },
];
const BEFORE = { phases: { 'pha-1': { id: 'pha-1', title: 'Une' } } };

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
  it('A7 get each step once, in order, from the version of the file on', () => {
    const title = { id: 'pha-1', title: 'Une' };

    expect(migrateTables(BEFORE, 'accompaniment', 1, STEPS)).toEqual({
      tools: {},
      followUps: {},
      phases: { 'pha-1': { ...title, means: '', synthesis: 'vide' } },
    });
    expect(migrateTables(BEFORE, 'accompaniment', 2, STEPS)).toEqual({
      followUps: {},
      phases: { 'pha-1': { ...title, synthesis: 'vide' } },
    });
    expect(migrateTables(BEFORE, 'accompaniment', 3, STEPS)).toBe(BEFORE);
  });

  it('A7 of a later step win over an earlier one that adds the same field', () => {
    const steps = [...STEPS, { from: 3, summary: '', tables: {}, fields: { phases: { means: 'later' } } }];

    expect(migrateTables(BEFORE, 'accompaniment', 1, steps)).toMatchObject({ phases: { 'pha-1': { means: '' } } });
    expect(migrateTables(BEFORE, 'accompaniment', 3, steps)).toMatchObject({ phases: { 'pha-1': { means: 'later' } } });
  });

  it('A7 get those of their own kind of file, and none that this Tierce does not know', () => {
    const odd = [{ from: 1, summary: '', tables: { surprises: {}, profile: {}, tools: {} }, fields: {} }];

    expect([migrateTables({}, 'accompaniment', 1, odd), migrateTables({}, 'person', 1, odd)]).toEqual([{ tools: {} }, { profile: {} }]);
  });

  it('A7 keep what stands there already: a table, a field', () => {
    const there = { phases: { 'pha-1': { means: 'Deux jours' } }, tools: { 'too-1': 1 } };

    expect(migrateTables(there, 'accompaniment', 1, STEPS)).toMatchObject(there);
  });

  it.each([[null], [1], [[]], ['x']])('A7 leave %j for the strict reading to judge, as a table and as a record', (wrong) => {
    expect(migrateTables({ phases: wrong }, 'accompaniment', 1, STEPS)['phases']).toBe(wrong);
    expect(migrateTables({ phases: { 'pha-1': wrong } }, 'accompaniment', 1, STEPS)['phases']).toEqual({ 'pha-1': wrong });
  });

  it('A7 of version 1 get all that was added since', () => {
    const mission = { single: { id: 'single', title: 'Offre' } };
    const now = migrateTables({ mission, phases: { 'pha-1': {} } }, 'accompaniment', 1);

    expect(now).toEqual({
      mission: {
        single: {
          ...mission.single,
          kickOffNote: '',
          reportGivenOn: null,
          circulation: '',
          circulationAgreedOn: null,
          evidenceCompleteOn: null,
          evidenceUntil: null,
          disposalOn: null,
        },
      },
      phases: { 'pha-1': { means: '' } },
      mandates: {},
      portrait: { single: recordFor('portrait', 'single') },
      tools: {},
      followUps: {},
      attachments: {},
    });
    expect([2, 3].map((version) => migrateTables({}, 'accompaniment', version))).toEqual([{ attachments: {} }, {}]);
    expect(migrateTables({}, 'person', 1)).toEqual({});
    expect(MIGRATIONS.map(({ from }) => from)).toEqual([1, 2, 3]);
  });
});

describe('a change in an older journal', () => {
  const change = { table: 'phases' as const, id: 'pha-1', before: { id: 'pha-1', means: 'Un' }, after: { id: 'pha-1' } };

  it('A7 gets the fields that its records lack, before and after', () => {
    expect(migrateChange(change, STEPS)).toEqual({
      ...change,
      before: { id: 'pha-1', means: 'Un', synthesis: 'vide' },
      after: { id: 'pha-1', means: '', synthesis: 'vide' },
    });
    expect(migrateChange({ ...change, before: null }, STEPS).before).toBeNull();
    expect(migrateChange({ ...change, after: null }, STEPS).after).toBeNull();
    expect(migrateChange(change).after).toEqual({ id: 'pha-1', means: '' });
  });

  it('A7 of another table stays the very same', () => {
    const other = { table: 'people' as const, id: 'per-1', before: null, after: NADIA };

    expect(migrateChange(other, STEPS)).toBe(other);
    expect(migrateChange({ ...other, table: 'organisations', after: RELAIS }).after).toBe(RELAIS);
  });
});
