// Where the window shows each record: the route to it, and what it belongs to, in words.
import { decisionMark } from '@domain/numbering.ts';
import { type Accompaniment, rowsIn } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { SearchTable } from '@domain/search/search-index.ts';
import { type AnyRecord, declarationOf, ownTitle, referenceEntries } from '@domain/tables/tables.ts';
import type { Locale } from '@domain/text/locale.ts';
import { type CalendarDate, isCalendarDate } from '@domain/units.ts';
import { whereShown } from '@domain/where-shown.ts';
import { type Route, routeTo } from './route.ts';

/** @returns the route on which a record is read and changed. */
export function placeOf(table: SearchTable, record: AnyRecord, accompaniment: Accompaniment): Route {
  const { on, id } = whereShown(table, record, accompaniment);
  return routeTo(on, id);
}

/** The tables in which to look for what a record belongs to, the nearest first. */
const STANDING_UNDER: readonly SearchTable[] = ['sessions', 'phases', 'organisations'];

/** @returns what a record belongs to, in words: its day, and its session, phase or structure. */
export function standing(table: SearchTable, record: AnyRecord, { accompaniment, locale }: Spoken): string {
  const date = dateOf(table, record);
  const titles = STANDING_UNDER.flatMap((to) => {
    const field = referenceEntries(table).find(([, reference]) => reference.to === to)?.[0];
    const owner = field === undefined ? undefined : rowsIn(accompaniment, to)[String(record[field])];
    return owner === undefined ? [] : [ownTitle(to, owner)];
  });
  return [markOf(table, record), date === null ? '' : formatDate(date, 'listed', locale), titles[0] ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

type Spoken = { readonly accompaniment: Accompaniment; readonly locale: Locale };

/** @returns what a record is referred to by: the number of a decision; empty for all others */
export function markOf(table: SearchTable, record: AnyRecord): string {
  return table === 'decisions' ? decisionMark(String(record['number'] ?? '')) : '';
}

/** @returns the day of a record; `null` if it has none. */
export function dateOf(table: SearchTable, record: AnyRecord): CalendarDate | null {
  const { day } = declarationOf(table);
  const date = day === null ? null : record[day];
  return typeof date === 'string' && isCalendarDate(date) ? date : null;
}
