// A library as it is after years: accompaniments in every state, long titles, and files that cannot be read.
import { applyChanges, type Change, emptyDocument } from '@domain/document.ts';
import { blankFields } from '@domain/tables/blank.ts';
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, instant } from '@domain/units.ts';
import { serialiseProject } from '../../main/files/envelope.ts';

/** The date on which the library is looked at: 15 June 2026 produces every state. */
const TODAY = calendarDate('2026-06-15');
const ENTERED_AT = instant('2026-03-01T08:00:00.000Z');
const TOWNS = ['Melun', 'Provins', 'visio', 'Meaux', 'Évry'];
const NAMES = [
  'Offre commune d’insertion',
  'PTCE du Val, cuisine partagée',
  'Groupement d’employeurs du sport',
  'Deux ressourceries, un atelier',
  'Réseau d’habitat partagé',
  'Festival des trois rives',
];

function added(table: TableName, record: AnyRecord): Change {
  return { table, id: record.id, before: null, after: { ...blankFields(table), ...record } };
}

/** 0: calm with a session planned; 1: days missing; 2: over budget; 3: stalled; 4: closed; 5: late. */
function stateOf(position: number): readonly Change[] {
  const entry = (id: string, minutes: number, status: string) =>
    added('timeEntries', { id, date: '2026-05-04', minutes, kindId: 'kind', envelopeId: 'envelope', status, enteredAt: ENTERED_AT });
  const session = (id: string, days: number, status: string) =>
    added('sessions', {
      id,
      date: addDays(TODAY, days),
      startsAt: '09:30',
      title: 'Enjeux de chaque structure',
      place: TOWNS[position % TOWNS.length] ?? '',
      status,
      enteredAt: ENTERED_AT,
    });
  const states: readonly (readonly Change[])[] = [
    [session('next', 2 + (position % 20), 'planned'), entry('entry-1', 420, 'done')],
    [session('next', 9, 'planned'), entry('entry-1', 900, 'done'), entry('entry-2', 900, 'planned')],
    [entry('entry-1', 1400, 'done'), entry('entry-2', 330, 'done'), session('held', -3, 'held')],
    [session('held', -48, 'held'), entry('entry-1', 420, 'done')],
    [session('held', -90, 'held'), entry('entry-1', 1260, 'done')],
    [
      session('held', -5, 'held'),
      added('actions', {
        id: 'action',
        order: 'a1',
        title: 'Envoyer la convention de groupement',
        status: 'open',
        dueOn: addDays(TODAY, -12),
      }),
    ],
  ];
  return states[position % states.length] ?? [];
}

/** @returns the bytes of so many accompaniments; of every six the fourth is stalled and the fifth closed. */
export function homeFiles(count: number): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return Array.from({ length: count }, (_, position) => {
    const number = String(position + 1).padStart(3, '0');
    const title =
      position === 1 ? `${NAMES[1] ?? ''} ${'du très grand territoire '.repeat(9)}` : `${NAMES[position % NAMES.length] ?? ''} ${number}`;
    const closedOn = position % NAMES.length === 4 ? '2026-02-27' : null;
    const changes = [
      added('mission', { id: 'single', title: title.trim(), scheme: position % 2 === 0 ? 'coorace' : 'dla', sessionsBefore: 0, closedOn }),
      added('kinds', { id: 'kind', order: 'a1', title: 'Face à face', code: 'face', isEligible: true }),
      added('envelopes', { id: 'envelope', funder: 'DLA 77', grantedMinutes: 1680, minutesPerDay: 420, overrun: 'justify' }),
      added('phases', { id: 'phase', order: 'a1', title: 'Diagnostic', status: 'running' }),
      added('organisations', { id: 'organisation', name: 'Relais du Val' }),
      ...stateOf(position),
    ];
    const document = applyChanges(emptyDocument('accompaniment'), changes);
    const header = {
      fileId: `library-${number}`,
      copyOf: null,
      revision: 1,
      savedBy: 'Sonia Nadir',
      savedAt: ENTERED_AT,
      keys: { file: null, vault: null },
    };
    return { name: `mission-${number}.tierce`, bytes: serialiseProject({ header, document }, null) };
  });
}
