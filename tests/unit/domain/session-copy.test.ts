// A session like another.
import { calendarDate, clockTime } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../support/context.ts';
import { documentAfter, firstId, startedDocument, tried } from '../../support/documents.ts';

const context = testContext();
const begun = startedDocument({}, context);
const first = firstId(begun.accompaniment.sessions);
const prepared = documentAfter(
  [
    {
      name: 'record.update',
      args: {
        table: 'sessions',
        id: first,
        fields: {
          startsAt: clockTime('09:00'),
          endsAt: clockTime('12:30'),
          purpose: 'Dire ses enjeux',
          link: 'https://visio.example',
          account: 'Dit.',
        },
      },
    },
    { name: 'record.create', args: { table: 'agendaItems', fields: { sessionId: first, title: 'Accueil', minutes: 15 } } },
    { name: 'record.create', args: { table: 'agendaItems', fields: { sessionId: first, title: 'Tour de table', minutes: 60 } } },
    { name: 'record.create', args: { table: 'decisions', fields: { sessionId: first, title: 'Signer' } } },
    {
      name: 'session.participants',
      args: { sessionId: first, people: [{ personId: null, personName: 'Leïla Haddad', organisationId: null, organisationName: '' }] },
    },
  ],
  begun,
  context,
);
const { accompaniment } = documentAfter(
  [{ name: 'session.copy', args: { sessionId: first, date: calendarDate('2026-05-05') } }],
  prepared,
  context,
);
const copy = Object.values(accompaniment.sessions).find(({ date }) => date === '2026-05-05');
const own = <R extends { readonly sessionId: string | null }>(rows: Readonly<Record<string, R>>): readonly R[] =>
  Object.values(rows).filter(({ sessionId }) => sessionId === copy?.id);

describe('a copied session', () => {
  it('D1 D7 is planned with the same title, times, place, link and purpose, and a number of its own', () => {
    const { title, place } = prepared.accompaniment.sessions[first] ?? { title: '', place: '' };

    expect(copy).toMatchObject({
      title,
      place,
      startsAt: '09:00',
      endsAt: '12:30',
      purpose: 'Dire ses enjeux',
      status: 'planned',
      number: '2',
    });
    expect(copy?.link).toBe('https://visio.example');
  });

  it('D1 D7 has the agenda in its order, and expects the same people', () => {
    const items = own(accompaniment.agendaItems).toSorted((a, b) => (a.order < b.order ? -1 : 1));

    expect(items.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Accueil', 15],
      ['Tour de table', 60],
    ]);
    expect(own(accompaniment.attendances)).toMatchObject([{ morning: 'none', afternoon: 'none', note: '' }]);
  });

  it('D1 D7 has nothing of what happened in the other', () => {
    expect([copy?.account, copy?.nextOn, own(accompaniment.decisions)]).toEqual(['', null, []]);
    expect(tried(prepared, { name: 'session.copy', args: { sessionId: 'gone', date: calendarDate('2026-05-05') } }, context)).toEqual({
      ok: false,
      failure: { code: 'record-missing', table: 'sessions', id: 'gone' },
    });
  });
});
