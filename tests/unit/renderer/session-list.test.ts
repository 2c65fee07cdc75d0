// The list of sessions: what each line says, how it is filtered and sorted.
import { calendarDate, minutes } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { isUnder, linesOf, SESSION_FILTERS, sortedBy, withWords } from '../../../renderer/screens/sessions/session-list.ts';
import { testContext } from '../../support/context.ts';
import { documentAfter, firstId, SESSION, startedDocument } from '../../support/documents.ts';

const context = testContext();
const begun = startedDocument({}, context);
const first = firstId(begun.accompaniment.sessions);
const kindId = Object.values(begun.accompaniment.kinds).find(({ code }) => code === 'face')?.id ?? '';
const add = (table: 'decisions' | 'actions', title: string, fields = {}) =>
  ({ name: 'record.create', args: { table, fields: { sessionId: first, title, ...fields } } }) as const;
const { accompaniment } = documentAfter(
  [
    { name: 'session.create', args: { ...SESSION, date: calendarDate('2026-05-05'), title: 'Écrire la charte', status: 'planned' } },
    { name: 'session.create', args: { ...SESSION, date: calendarDate('2026-01-05'), title: 'avant tout', phaseId: null } },
    {
      name: 'session.participants',
      args: { sessionId: first, people: [{ personId: null, personName: 'Leïla Haddad', organisationId: null, organisationName: '' }] },
    },
    { name: 'session.time', args: { sessionId: first, times: [{ kindId, minutes: minutes(90), envelopeId: null, justification: '' }] } },
    add('decisions', 'Signer la convention'),
    add('actions', 'Envoyer la grille'),
    add('actions', 'Relire', { status: 'done' }),
    add('actions', 'Rien', { status: 'dropped' }),
  ],
  begun,
  context,
);
const lines = linesOf(accompaniment, calendarDate('2026-06-01'));
const titles = (shown: ReturnType<typeof linesOf>): readonly string[] => shown.map(({ session }) => session.title);
const [CHARTER, NEEDS, BEFORE] = ['Écrire la charte', SESSION.title, 'avant tout'];

describe('the list of sessions', () => {
  it('D1 says of each what came out of it, who was there, and the time it took', () => {
    expect(lines.find(({ session }) => session.id === first)).toMatchObject({
      number: 1,
      present: 1,
      expected: 1,
      isTimed: true,
      totals: { unfunded: 90, counted: { minutes: 0 } },
      decisions: 1,
      actions: 2,
      openActions: 1,
    });
    expect(lines.map(({ number }) => number)).toEqual([2, 1, 3]);
  });

  it.each(['charte', 'ECRIRE', 'leila', 'convention', 'grille envoyer'])('I3 finds a session by “%s”', (sought) => {
    expect(withWords(lines, sought)).toHaveLength(1);
  });

  it('D1 lets through what each filter names', () => {
    const through = Object.fromEntries(SESSION_FILTERS.map((filter) => [filter, titles(lines.filter((line) => isUnder(filter, line)))]));

    expect(through).toEqual({
      all: [CHARTER, NEEDS, BEFORE],
      held: [NEEDS, BEFORE],
      planned: [CHARTER],
      untimed: [BEFORE],
      open: [NEEDS],
    });
  });

  it('D1 sorts by each column in both directions, and leaves last what has no value', () => {
    const by = (column: Parameters<typeof sortedBy>[1]['column'], isDescending: boolean): readonly string[] =>
      titles(sortedBy(lines, { column, isDescending }, accompaniment.phases));

    expect([by('date', true), by('date', false)]).toEqual([
      [CHARTER, NEEDS, BEFORE],
      [BEFORE, NEEDS, CHARTER],
    ]);
    expect([by('title', false), by('number', true)]).toEqual([
      [BEFORE, CHARTER, NEEDS].toSorted((a, b) => a.localeCompare(b, 'fr')),
      [BEFORE, CHARTER, NEEDS],
    ]);
    expect([by('time', false)[0], by('time', true)[0]]).toEqual([NEEDS, NEEDS]);
    expect([by('phase', false).at(-1), by('phase', true).at(-1)]).toEqual([BEFORE, BEFORE]);
    expect([by('present', true).at(-1), by('present', false)[0]]).toEqual([BEFORE, CHARTER]);
  });
});
