// What the form of a record begins with, what it would send, what is still missing.
import { FIRST_DAY } from '@domain/units.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { describe, expect, it } from 'vitest';
import { fieldsToSend, firstValues, missingFields, refusedField } from '../../../../renderer/forms/record-values.ts';

const PERSON: RecordOf<'people'> = {
  id: 'p1',
  name: 'Awa Koné',
  organisationId: 'o1',
  firm: '',
  function: ' directrice',
  email: '',
  phone: '',
  role: 'direction',
};

describe('what a form begins with', () => {
  it('is the record that it changes', () => {
    expect(firstValues('people', PERSON, {})).toEqual({
      name: 'Awa Koné',
      organisationId: 'o1',
      firm: '',
      function: ' directrice',
      email: '',
      phone: '',
      role: 'direction',
    });
  });

  it('is empty for a new one, but for what is known already', () => {
    expect(firstValues('circleMoves', null, { circle: 'network' })).toEqual({
      organisationId: null,
      on: null,
      circle: 'network',
      reason: '',
    });
    expect(firstValues('mandates', null, {})).toMatchObject({ about: 'commitment', state: 'todo', personId: null, until: null, limit: '' });
  });

  it('is nothing that main writes', () => {
    expect(Object.keys(firstValues('gates', null, {}))).not.toContain('enteredAt');
    expect(Object.keys(firstValues('phases', null, {}))).not.toContain('order');
    expect(Object.keys(firstValues('mission', null, {}))).toContain('order'); // a text that is called so
  });
});

describe('what a form sends', () => {
  it('is what was changed, and nothing else', () => {
    const values = firstValues('people', PERSON, {});

    expect(fieldsToSend('people', values, PERSON)).toEqual({});
    expect(fieldsToSend('people', { ...values, role: 'chair', organisationId: null }, PERSON)).toEqual({
      role: 'chair',
      organisationId: null,
    });
  });

  it('is lines without blanks around them, which alone are no change', () => {
    const values = firstValues('people', PERSON, {});

    expect(fieldsToSend('people', { ...values, name: ' Awa Koné ' }, PERSON)).toEqual({});
    expect(fieldsToSend('people', { ...values, name: ' Awa Diop ' }, PERSON)).toEqual({ name: 'Awa Diop' });
  });

  it('keeps running text as it was typed', () => {
    expect(fieldsToSend('organisations', { name: 'A', note: '  - un\n' }, null)).toMatchObject({ name: 'A', note: '  - un\n' });
  });

  it('is all that a new record holds, without what nobody has given', () => {
    const sent = fieldsToSend('circleMoves', firstValues('circleMoves', null, { organisationId: 'o1' }), null);

    expect(sent).toEqual({ organisationId: 'o1', circle: 'core', reason: '' });
    expect(fieldsToSend('mandates', firstValues('mandates', null, {}), null)).toMatchObject({ personId: null, on: null });
  });
});

describe('what is missing', () => {
  const shown = new Set(['name', 'role', 'organisationId', 'email']);

  it('is a name that is blank, of the fields shown', () => {
    expect([...missingFields('people', { ...PERSON, name: '  ' }, shown)]).toEqual(['name']);
    expect([...missingFields('people', { ...PERSON, name: '  ' }, new Set(['role']))]).toEqual([]);
    expect([...missingFields('people', { ...PERSON, organisationId: null }, shown)]).toEqual([]);
  });

  it('is a date, a record or a figure that must be given', () => {
    const move = { organisationId: null, on: null, circle: 'core', reason: '' };
    const all = new Set(Object.keys(move));

    expect([...missingFields('circleMoves', move, all)]).toEqual(['organisationId', 'on']);
    expect([...missingFields('circleMoves', { ...move, organisationId: 'o1', on: FIRST_DAY }, all)]).toEqual([]);
    expect([...missingFields('amendments', { minutes: null }, new Set(['minutes']))]).toEqual(['minutes']);
  });

  it('is a figure that cannot be read, even where none is needed', () => {
    expect([...missingFields('organisations', { jobs: Number.NaN }, new Set(['jobs']))]).toEqual(['jobs']);
    expect([...missingFields('organisations', { jobs: null }, new Set(['jobs']))]).toEqual([]);
  });
});

describe('a refusal', () => {
  const shown = new Set(['limit']);

  it('is said at the field that it names', () => {
    expect(refusedField({ code: 'record-invalid', table: 'mandates', field: 'limit' }, 'mandates', shown)).toBe('limit');
    expect(refusedField({ code: 'reference-missing', table: 'mandates', field: 'limit' }, 'mandates', shown)).toBe('limit');
  });

  it('is said for the whole form where it names none, or one that is not there', () => {
    expect(refusedField({ code: 'record-invalid', table: 'mandates', field: 'about' }, 'mandates', shown)).toBeNull();
    expect(refusedField({ code: 'record-invalid', table: 'people', field: 'limit' }, 'mandates', shown)).toBeNull();
    expect(refusedField({ code: 'move-before-arrival', on: FIRST_DAY }, 'mandates', shown)).toBeNull();
  });
});
