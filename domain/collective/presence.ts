// Who takes part in a session: the people of the structures, by half-day; the accompanist and the officer apart.
import type { Accompaniment } from '../document.ts';
import { onlyOf, type RecordOf } from '../tables/tables.ts';
import { compareTexts } from '../writing/sort.ts';

/** Present throughout, on one half-day, excused, absent, or only expected. */
export type Presence = 'present' | 'morning' | 'afternoon' | 'excused' | 'absent' | 'expected';
type Attendance = RecordOf<'attendances'>;
type Halves = Pick<Attendance, 'morning' | 'afternoon'>;

export function presenceOf({ morning, afternoon }: Halves): Presence {
  const marks = [morning, afternoon].filter((mark) => mark !== 'none');
  if (marks.length === 0) return 'expected';
  if (marks.every((mark) => mark === 'present')) return 'present';
  if (morning === 'present') return 'morning';
  if (afternoon === 'present') return 'afternoon';
  return marks.includes('excused') ? 'excused' : 'absent';
}

/** @returns whether two half-days are marked, and not alike: then each is told */
export function isDivided({ morning, afternoon }: Halves): boolean {
  return morning !== 'none' && afternoon !== 'none' && morning !== afternoon;
}

export function isPresent(attendance: Halves): boolean {
  return halfDaysPresent(attendance) > 0;
}

export function halfDaysPresent({ morning, afternoon }: Halves): number {
  return [morning, afternoon].filter((mark) => mark === 'present').length;
}

/** The accompanist and the officer work beside the structures: they are told apart, and counted nowhere among their people. */
export function isOfStructures({ role }: Pick<RecordOf<'people'>, 'role'>): boolean {
  return role !== 'accompanist' && role !== 'officer';
}

/**
 * @param attendances those of the session
 * @returns how many people of the structures were there, and how many were expected; a cancelled session has no presence
 */
export function presenceCount(
  people: Accompaniment['people'],
  { status }: Pick<RecordOf<'sessions'>, 'status'>,
  attendances: readonly Attendance[],
): { readonly present: number; readonly expected: number } {
  if (status === 'cancelled') return { present: 0, expected: 0 };
  const counted = attendances.filter(({ personId }) => {
    const person = people[personId];
    return person !== undefined && isOfStructures(person);
  });
  return { present: counted.filter(isPresent).length, expected: counted.length };
}

/** @returns the structure of a person, or the firm; of an officer without either, who commissioned the mission; empty where there is none */
export function belongingOf(
  { organisations, mission }: Pick<Accompaniment, 'organisations' | 'mission'>,
  { organisationId, firm, role }: Pick<RecordOf<'people'>, 'organisationId' | 'firm' | 'role'>,
): string {
  const own = organisations[organisationId ?? '']?.name ?? firm;
  return own === '' && role === 'officer' ? (onlyOf(mission)?.commissioner ?? '') : own;
}

/** Structures by name; what belongs to none of them comes last. */
export function byBelonging(a: string, b: string): number {
  return a === '' || b === '' ? Number(a === '') - Number(b === '') : compareTexts(a, b);
}
