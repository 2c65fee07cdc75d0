// E1: what notes are about: named, filtered by, and said when the record is gone.
import type { PrivateConflictText } from '@contract/vault.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { fr } from '@domain/text/fr.ts';
import { calendarDate } from '@domain/units.ts';
import { expect, it } from 'vitest';
import {
  GONE,
  inTurn,
  isAbout,
  linkChoices,
  linkedOf,
  linksOf,
  NOTHING_SOUGHT,
  type LinkSources,
} from '../../../renderer/state/note-links.ts';

const conflict = (id: string, openedOn: string, settledOn: string | null = null): PrivateConflictText => ({
  id,
  name: `Tension ${id}`,
  openedOn: calendarDate(openedOn),
  settledOn: settledOn === null ? null : calendarDate(settledOn),
  writtenAt: null,
  isDropped: false,
});
const CONFLICTS = [conflict('c1', '2026-01-05'), conflict('c2', '2026-02-05', '2026-03-01'), conflict('c3', '2026-04-05')];
const SOURCES = {
  accompaniment: {
    organisations: { o1: { id: 'o1', name: 'Mains Libres' }, o2: { id: 'o2', name: 'Atelier' } },
    people: { p1: { id: 'p1', name: '' } },
    sessions: {
      s1: { id: 's1', title: 'Qui décide', date: '2026-03-05', startsAt: null },
      s2: { id: 's2', title: '', date: '2026-04-05', startsAt: null },
    },
  },
  conflicts: CONFLICTS,
  texts: fr,
  locale: 'fr',
} as unknown as LinkSources; // the fields that name a record
const ALL = { organisationId: 'o1', personId: 'p1', sessionId: 's1', conflictId: 'c2' };
const LOST = { ...NO_LINKS, organisationId: 'o9', conflictId: 'c9' };

it('E1 names what a note is about, also a record without a name, and says which are gone', () => {
  expect(linksOf(ALL, SOURCES).map(({ name }) => name)).toEqual(['Mains Libres', 'Sans titre', 'Qui décide', 'Tension c2']);
  expect(linksOf(LOST, SOURCES)).toEqual([
    { kind: 'organisation', id: 'o9', name: 'structure retirée' },
    { kind: 'conflict', id: 'c9', name: 'tension retirée' },
  ]);
  expect(linksOf(NO_LINKS, SOURCES)).toEqual([]);
});

it('E1 offers structures by name, the latest session first, and tensions that last before those that are settled', () => {
  expect(linkChoices('organisation', SOURCES).map(({ id }) => id)).toEqual(['o2', 'o1']);
  expect(linkChoices('session', SOURCES).map(({ id }) => id)).toEqual(['s2', 's1']);
  expect(inTurn(CONFLICTS).map(({ id }) => id)).toEqual(['c3', 'c1', 'c2']);
});

it('E1 filters by what notes are about, those whose record is gone together, and by several at once', () => {
  const notes = [ALL, LOST, { ...LOST, organisationId: 'o8' }, NO_LINKS];
  const about = (sought: Partial<typeof NOTHING_SOUGHT>) => notes.map((note) => isAbout(note, { ...NOTHING_SOUGHT, ...sought }, SOURCES));

  expect(linkedOf('organisation', notes, SOURCES)).toEqual([
    { id: 'o1', label: 'Mains Libres' },
    { id: GONE, label: 'structure retirée' },
  ]);
  expect(linkedOf('person', [NO_LINKS], SOURCES)).toEqual([]);
  expect(about({})).toEqual([true, true, true, true]);
  expect(about({ organisationId: 'o1' })).toEqual([true, false, false, false]);
  expect(about({ organisationId: GONE })).toEqual([false, true, true, false]);
  expect(about({ organisationId: 'o1', conflictId: 'c1' })).toEqual([false, false, false, false]);
  expect(about({ organisationId: 'o1', conflictId: 'c2', sessionId: 's1', personId: 'p1' })).toEqual([true, false, false, false]);
});
