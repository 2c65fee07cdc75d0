// I3: every record that can be found leads to a place.
import { emptyDocument } from '@domain/document.ts';
import { searchTables } from '@domain/search/search-index.ts';
import { expect, it } from 'vitest';
import { dateOf, placeOf, standing } from '../../../renderer/state/places.ts';
import { addressOf } from '../../../renderer/state/route.ts';
import { startedDocument } from '../../support/documents.ts';

const nothing = emptyDocument('accompaniment').accompaniment;
const record = { id: 'one', sessionId: 'session-1', phaseId: 'phase-1', organisationId: 'organisation-1' };

it('I3 leads every record to its place', () => {
  const places = Object.fromEntries(searchTables().map((table) => [table, addressOf(placeOf(table, record, nothing))]));

  expect(places).toMatchObject({
    sessions: 'session/one',
    decisions: 'session/session-1',
    actions: 'session/session-1',
    steps: 'frame/phase-1',
    phases: 'frame/one',
    people: 'collective/organisation-1',
    mandates: 'collective/organisation-1',
    timeEntries: 'time',
    mission: 'frame/-',
    portrait: 'collective',
  });
  expect(addressOf(placeOf('actions', { id: 'one', sessionId: null }, nothing))).toBe('overview');
  expect(addressOf(placeOf('positions', { id: 'one', disagreementId: 'gone' }, nothing))).toBe('overview');
});

it('I3 says what a record stands under, and its day', () => {
  const { accompaniment } = startedDocument();
  const [session] = Object.values(accompaniment.sessions);

  expect(standing('actions', { id: 'one', sessionId: session?.id ?? '', dueOn: '2026-04-10' }, { accompaniment, locale: 'fr' })).toBe(
    'ven. 10 avr. 2026 · Enjeux de chaque structure',
  );
  expect(dateOf('sessions', { id: 'one', date: 'odd' })).toBeNull();
});
