// H1: the neutral model of a session report.
import { sessionNumber } from '@domain/numbering.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../support/context.ts';
import { documentAfter, firstId, SESSION, startedDocument } from '../../support/documents.ts';

describe('the session report', () => {
  it('H1 groups people by structure and tells presence, excuse and absence apart', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const sessionId = firstId(document.accompaniment.sessions);
    const add = (personName: string, organisationName: string) =>
      ({
        name: 'session.participants',
        args: { sessionId, people: [{ personId: null, personName, organisationId: null, organisationName }] },
      }) as const;
    const full = documentAfter([add('Nicole Ferrand', 'Relais'), add('Paul Roy', ''), add('Leïla Haddad', 'Boucle')], document, context);
    const of = (name: string) =>
      Object.values(full.accompaniment.attendances).find((attendance) => full.accompaniment.people[attendance.personId]?.name === name)
        ?.id ?? '';

    const after = documentAfter(
      [
        {
          name: 'record.update',
          args: { table: 'attendances', id: of('Leïla Haddad'), fields: { morning: 'excused', afternoon: 'none' } },
        },
        {
          name: 'record.update',
          args: { table: 'attendances', id: of('Nicole Ferrand'), fields: { morning: 'present', afternoon: 'absent' } },
        },
      ],
      full,
      context,
    );

    const report = sessionReport(after.accompaniment, sessionId);
    expect(report?.present).toEqual([
      {
        organisation: 'Relais',
        people: [{ name: 'Nicole Ferrand', function: '', presence: 'morning', halves: { morning: 'present', afternoon: 'absent' } }],
      },
      { organisation: '', people: [{ name: 'Paul Roy', function: '', presence: 'present', halves: null }] },
    ]);
    expect(report?.excused).toEqual([
      { organisation: 'Boucle', people: [{ name: 'Leïla Haddad', function: '', presence: 'excused', halves: null }] },
    ]);
    expect(report?.accompanists.map(({ name }) => name)).toEqual(['Sonia Nadir']);
  });

  it('H1 D1 a session keeps its number when an earlier one is entered, and a cancelled one has none', () => {
    const context = testContext();
    const document = startedDocument({ sessionsBefore: 3 }, context);
    const cancelled = documentAfter(
      [{ name: 'session.create', args: { ...SESSION, date: calendarDate('2026-03-01') } }],
      document,
      context,
    );
    const early = Object.values(cancelled.accompaniment.sessions).find((session) => session.date === '2026-03-01')?.id ?? '';
    const late = firstId(document.accompaniment.sessions);

    const after = documentAfter(
      [{ name: 'record.update', args: { table: 'sessions', id: early, fields: { status: 'cancelled' } } }],
      cancelled,
      context,
    );

    expect(sessionNumber(cancelled.accompaniment, late)).toBe(4);
    expect(sessionNumber(after.accompaniment, late)).toBe(4);
    expect(sessionReport(cancelled.accompaniment, early)?.number).toBe(5);
    expect(sessionReport(after.accompaniment, early)?.number).toBe(0);
  });

  it('H1 names who does what and by when, and leaves dropped actions out', () => {
    const context = testContext();
    const document = startedDocument({}, context);
    const sessionId = firstId(document.accompaniment.sessions);
    const personId = Object.values(document.accompaniment.people).find((person) => person.role === 'officer')?.id ?? '';

    const after = documentAfter(
      [
        {
          name: 'record.create',
          args: {
            table: 'actions',
            fields: {
              sessionId,
              title: 'Envoyer la grille',
              personId,
              organisationId: firstId(document.accompaniment.organisations),
              dueOn: calendarDate('2026-04-24'),
            },
          },
        },
        { name: 'record.create', args: { table: 'actions', fields: { sessionId, title: 'Oublier', status: 'dropped' } } },
      ],
      document,
      context,
    );

    expect(sessionReport(after.accompaniment, sessionId)?.actions).toEqual([
      { title: 'Envoyer la grille', who: 'Nadia Brunel, Relais du Val', dueOn: '2026-04-24', isDone: false },
    ]);
  });

  it('H1 is nothing for a session that is not there', () => {
    expect(sessionReport(startedDocument().accompaniment, 'nobody-there')).toBeNull();
  });
});
