// A very full accompaniment as a file: two hundred sessions, two thousand entries, two thousand structures, very long names.
import { applyChanges, type Change, emptyDocument } from '@domain/document.ts';
import { blankFields } from '@domain/tables/blank.ts';
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, instant } from '@domain/units.ts';

import { serialiseProject } from '../../main/files/envelope.ts';

export const LONG_TITLE = `Offre commune d’insertion par l’activité économique ${'du très grand territoire '.repeat(9)}de Seine-et-Marne`;

const SESSIONS = 200;
const ENTRIES = 2000;
const STRUCTURES = 2000;
const FIRST_DAY = calendarDate('2023-01-02');
const ENTERED_AT = instant('2026-03-01T08:00:00.000Z');

function added(table: TableName, record: AnyRecord): Change {
  return { table, id: record.id, before: null, after: { ...blankFields(table), ...record } };
}

function numbered(count: number, make: (position: number, name: string) => readonly Change[]): readonly Change[] {
  return Array.from({ length: count }, (_, position) => make(position, String(position + 1).padStart(4, '0'))).flat();
}

const order = (name: string): string => `a${name}`;

/** @returns the bytes of the file. */
export function fullProject(): Buffer {
  const base = [
    added('mission', { id: 'single', title: LONG_TITLE, scheme: 'blank', sessionsBefore: 0 }),
    added('kinds', { id: 'kind', order: 'a1', title: 'Face à face', code: 'face', isEligible: true }),
    added('envelopes', { id: 'envelope', funder: 'DLA 77', grantedMinutes: 42_000, minutesPerDay: 420, overrun: 'warn' }),
    added('phases', {
      id: 'phase',
      order: 'a1',
      title: `Une phase au nom interminable ${'et encore '.repeat(20)}`.trim(),
      status: 'running',
    }),
    added('organisations', { id: 'organisation', name: `Association ${'intercommunale '.repeat(12)}du Val`.slice(0, 280) }),
  ];
  const structures = numbered(STRUCTURES, (position, name) => [
    added('organisations', {
      id: `structure-${name}`,
      name: `Structure ${name}`,
      territory: 'Melun',
      jobs: position % 90,
      arrivedOn: FIRST_DAY,
    }),
    added('circleMoves', {
      id: `move-${name}`,
      organisationId: `structure-${name}`,
      order: 'a1',
      on: addDays(FIRST_DAY, position % 300),
      circle: position < 6 ? 'core' : position < 20 ? 'partners' : 'network',
    }),
  ]);
  const people = numbered(12, (_, name) => [
    added('people', { id: `person-${name}`, name: `Personne ${name}`, organisationId: 'organisation' }),
  ]);
  const sessions = numbered(SESSIONS, (position, name) => [
    added('sessions', {
      id: `session-${name}`,
      date: addDays(FIRST_DAY, position * 5),
      title: `Séance ${name.slice(1)}`,
      status: 'held',
      phaseId: 'phase',
      startsAt: '09:00',
      endsAt: '12:30',
      enteredAt: ENTERED_AT,
    }),
    ...['0001', '0002', '0003'].map((person) =>
      added('attendances', {
        id: `attendance-${name}-${person}`,
        sessionId: `session-${name}`,
        personId: `person-${person}`,
        morning: 'present',
      }),
    ),
    added('decisions', { id: `decision-${name}`, sessionId: `session-${name}`, order: order(name), title: `Décision ${name}` }),
  ]);
  const entries = numbered(ENTRIES, (position, name) => [
    added('timeEntries', {
      id: `entry-${name}`,
      date: addDays(FIRST_DAY, Math.floor(position / 2)),
      minutes: 15,
      kindId: 'kind',
      envelopeId: 'envelope',
      phaseId: 'phase',
      status: 'done',
      note: `Entrée ${name}`,
      enteredAt: ENTERED_AT,
    }),
  ]);
  const document = applyChanges(emptyDocument('accompaniment'), [...base, ...structures, ...people, ...sessions, ...entries]);
  const header = {
    fileId: 'full-project',
    copyOf: null,
    revision: 1,
    savedBy: 'Sonia Nadir',
    savedAt: ENTERED_AT,
    keys: { file: null, vault: null },
  };
  return serialiseProject({ header, document }, null);
}
