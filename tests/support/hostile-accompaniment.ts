// An accompaniment whose kinds of work, phases, funders, contracts, structures and people bear given names, with time on all of them.
import type { Accompaniment } from '@domain/document.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate, instant, minutes } from '@domain/units.ts';
import { firstId, startedDocument } from './documents.ts';

const ENTERED_AT = instant('2026-06-01T08:00:00.000Z');
export const FIRST_DAY = calendarDate('2026-03-01');
/** Entries are spread over this many days. */
export const DAYS = 90;
/** Contracts differ in their day. */
const DAY_LENGTHS = [420, 450, 480];
/** No two entries of one place have the same length. */
const LENGTHS = 601;
const LONGEST = { kind: 120, person: 200, line: 300 };

/** @returns records of every table that a workbook names, one for each name; two entries of time and one planned for each kind of work */
export function hostileAccompaniment(names: readonly string[]): Accompaniment {
  const { accompaniment } = startedDocument();
  const phase = only(accompaniment.phases);
  const envelope = only(accompaniment.envelopes);
  const organisation = only(accompaniment.organisations);
  const sessionId = firstId(accompaniment.sessions);
  const each = <R extends { readonly id: string }>(table: string, make: (name: string, index: number, id: string) => R) =>
    Object.fromEntries(names.map((name, index) => [idOf(table, index), make(name, index, idOf(table, index))]));
  return {
    ...accompaniment,
    allocations: {},
    kinds: each('kind', (name, index, id) => ({ ...KIND, id, order: orderAt(index), title: fit(name, LONGEST.kind) })),
    phases: each('phase', (name, index, id) => ({ ...phase, id, order: orderAt(index), title: named(name) })),
    envelopes: each('envelope', (name, index, id) => ({
      ...envelope,
      id,
      funder: named(name),
      contract: fit(name, LONGEST.kind),
      minutesPerDay: DAY_LENGTHS[index % DAY_LENGTHS.length] ?? 1,
      openingMinutes: minutes(index),
    })),
    organisations: each('structure', (name, _, id) => ({ ...organisation, id, name: named(name) })),
    people: each('person', (name, index, id) => ({
      ...PERSON,
      id,
      name: fit(named(name), LONGEST.person),
      organisationId: idOf('structure', index),
    })),
    attendances: each('attendance', (_, index, id) => ({
      ...ATTENDANCE,
      id,
      sessionId,
      personId: idOf('person', index),
      afternoon: index % 3 === 0 ? 'present' : 'absent',
    })),
    timeEntries: Object.fromEntries(names.flatMap((_, index) => entriesOf(index, names.length)).map((entry) => [entry.id, entry])),
  };
}

export function idOf(table: string, index: number): string {
  return `${table}-${String(index).padStart(3, '0')}`;
}

/** Each kind in two phases and in none, in several envelopes. */
function entriesOf(index: number, count: number): readonly RecordOf<'timeEntries'>[] {
  const entry = (part: number, fields: Partial<RecordOf<'timeEntries'>>): RecordOf<'timeEntries'> => ({
    id: `${idOf('time', index)}-${part}`,
    date: addDays(FIRST_DAY, (index * 7 + part * 31) % DAYS),
    minutes: minutes(1 + ((index * 37 + part * 211) % LENGTHS)),
    kindId: idOf('kind', index),
    status: 'done',
    envelopeId: idOf('envelope', (index + part) % count),
    phaseId: idOf('phase', (index + part) % count),
    sessionId: null,
    personId: idOf('person', index),
    note: '',
    justification: '',
    enteredAt: ENTERED_AT,
    ...fields,
  });
  return [entry(0, {}), entry(1, {}), entry(2, { phaseId: null }), entry(3, { status: 'planned' }), entry(4, { envelopeId: null })];
}

const KIND = { code: 'other', isEligible: true } as const;
const PERSON = { firm: '', function: '', email: '', phone: '', role: 'staff' } as const;
const ATTENDANCE = { morning: 'present', note: '' } as const;

const orderAt = (index: number): string => `a${String(index).padStart(3, '0')}`;

/** A name that may not be blank. */
function named(name: string): string {
  return name.trim() === '' ? `${name}.` : fit(name, LONGEST.line);
}

/** The end of a name too long, since those of a group differ there. */
function fit(name: string, longest: number): string {
  return name.slice(-longest);
}

function only<R>(rows: Readonly<Record<string, R>>): R {
  const [first] = Object.values(rows);
  if (first === undefined) throw new Error('The table is empty');
  return first;
}
