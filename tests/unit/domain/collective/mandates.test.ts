// What each structure has agreed to, and what is missing.
import { expect, it } from 'vitest';
import { type Mandate, mandatesByOrganisation, openMatters, standingOf } from '@domain/collective/mandates.ts';
import { calendarDate } from '@domain/units.ts';

const TODAY = calendarDate('2026-06-15');

function mandate(part: Partial<Mandate>): Mandate {
  return {
    id: 'm',
    organisationId: 'relais',
    about: 'board',
    state: 'agreed',
    personId: null,
    on: null,
    until: null,
    limit: '',
    note: '',
    ...part,
  };
}

it.each([
  [{ state: 'todo' }, 'todo'],
  [{ state: 'todo', on: calendarDate('2026-06-15') }, 'todo'],
  [{ state: 'todo', on: calendarDate('2026-06-14') }, 'late'],
  [{ state: 'agreed', until: calendarDate('2026-06-15') }, 'agreed'],
  [{ state: 'agreed', until: calendarDate('2026-06-14') }, 'lapsed'],
  [{ state: 'refused', until: calendarDate('2026-01-01') }, 'refused'],
] as const)('%j stands as %s', (part, standing) => {
  expect(standingOf(mandate(part), TODAY)).toBe(standing);
});

it('takes the latest of several, a dated one before one without a date', () => {
  const rows = {
    a: mandate({ id: 'a', on: calendarDate('2026-03-10') }),
    b: mandate({ id: 'b' }),
    c: mandate({ id: 'c', on: calendarDate('2026-04-10') }),
    d: mandate({ id: 'd', on: calendarDate('2026-04-10') }),
  };

  expect(mandatesByOrganisation({ mandates: rows })('relais', 'board').map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b']);
});

it('misses what was never asked, what is still to do and what has lapsed', () => {
  const mandatesOf = mandatesByOrganisation({
    mandates: {
      a: mandate({ id: 'a', about: 'commitment', until: calendarDate('2026-06-01') }),
      b: mandate({ id: 'b', about: 'board' }),
      c: mandate({ id: 'c', about: 'council', state: 'todo' }),
    },
  });

  expect(openMatters(mandatesOf, 'relais', TODAY)).toEqual(['commitment', 'council', 'team']);
  expect(openMatters(mandatesOf, 'nobody', TODAY)).toHaveLength(4);
});
