// E7: what presentation mode withholds, by the registry of tables.
import { isPrivateFailure, isPrivateTable, withoutPrivate } from '@domain/presentation/withhold.ts';
import { declarationOf, tableNames } from '@domain/tables/tables.ts';
import { expect, it } from 'vitest';
import { profileOf } from '../../support/profiles.ts';

const differences = tableNames().map((table) => ({ table, onlyBefore: 1, onlyAfter: 2, changed: 3 }));

it('E7 leaves nothing about any table of the desk or the vault in a list, and keeps every other, in order', () => {
  const shown = withoutPrivate({ differences }).differences.map(({ table }) => table);

  expect(shown).toEqual(tableNames().filter((table) => declarationOf(table).class === 'accompaniment'));
  expect(tableNames().filter(isPrivateTable)).toEqual(tableNames().filter((table) => !shown.includes(table)));
});

it('E7 names no step of the desk or the notebook, and leaves the others as they are', () => {
  const session = { command: 'record.create', table: 'sessions', title: 'Cadrage' };
  const note = { command: 'record.create', table: 'privateNotes', title: '' };
  const keys = { command: 'vault.change', table: null, title: '' };

  expect(withoutPrivate({ undo: { undo: note, redo: keys }, label: note })).toEqual({
    undo: { undo: null, redo: null },
    label: { command: '', table: null, title: '' },
  });
  const open = { undo: { undo: session, redo: null }, label: session };
  expect(withoutPrivate(open)).toBe(open);
});

it('E7 says of a refusal about something private only that it waits, wherever it stands', () => {
  expect(withoutPrivate({ ok: false, failure: { code: 'step-private' } })).toEqual({ ok: false, failure: { code: 'presenting' } });
  expect(isPrivateFailure({ code: 'record-missing', table: 'trustMarks', id: 'x' })).toBe(true);
  expect(isPrivateFailure({ code: 'reference-held', table: 'sessions', by: 'speakingTimes', count: 2 })).toBe(true);
  expect(isPrivateFailure({ code: 'record-missing', table: 'sessions', id: 'x' })).toBe(false);
});

it('E7 keeps of a profile only what forms begin with', () => {
  const profile = { ...profileOf('Sonia Nadir'), email: 'sonia@exemple.fr', minutesPerDay: 420 };

  expect(withoutPrivate({ profile }).profile).toEqual({
    ...profileOf(''),
    minutesPerDay: 420,
    scheme: profile.scheme,
  });
});

it('E7 forgets parts that a recovery lost of the desk or the vault, by their names too', () => {
  const lost = ['sessions', 'trustMarks', 'desk', 'vault', 'journal'].map((part) => ({ part, count: 1 }));

  expect(withoutPrivate({ lost }).lost.map(({ part }) => part)).toEqual(['sessions', 'journal']);
});
