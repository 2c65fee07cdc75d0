// Where each record stands in the window: the route that shows it, and in words what it stands under.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { SearchTable } from '@domain/search/search-index.ts';
import type { AnyRecord } from '@domain/tables/tables.ts';
import type { Locale } from '@domain/text/locale.ts';
import { type CalendarDate, isCalendarDate } from '@domain/units.ts';
import type { Route } from './route.ts';
import { WITHOUT_STRUCTURE } from './without-structure.ts';

/** @returns the route on which a record is read and changed. */
export function placeOf(table: SearchTable, record: AnyRecord, accompaniment: Accompaniment): Route {
  switch (table) {
    case 'sessions':
      return { screen: 'session', sessionId: record.id };
    case 'phases':
      return { screen: 'frame', phaseId: record.id };
    case 'organisations':
      return { screen: 'collective', organisationId: record.id };
    case 'people':
      return { screen: 'collective', organisationId: text(record, 'organisationId') ?? WITHOUT_STRUCTURE };
    case 'mission':
    case 'tools':
    case 'followUps':
      return { screen: 'frame' };
    case 'portrait':
      return { screen: 'collective' };
    case 'attachments':
      return { screen: 'file' };
    case 'envelopes':
    case 'amendments':
    case 'allocations':
    case 'kinds':
    case 'timeEntries':
      return { screen: 'time' };
    case 'positions':
      return ofSession(accompaniment.disagreements[text(record, 'disagreementId') ?? '']?.sessionId ?? null);
    case 'agendaItems':
    case 'attendances':
    case 'decisions':
    case 'actions':
    case 'disagreements':
      return ofSession(text(record, 'sessionId'));
    case 'circleMoves':
    case 'mandates':
      return { screen: 'collective', organisationId: text(record, 'organisationId') ?? WITHOUT_STRUCTURE };
    case 'steps':
    case 'criteria':
    case 'deliverables':
    case 'gates':
      return { screen: 'frame', phaseId: text(record, 'phaseId') ?? '' };
  }
}

/** What belongs to no session is followed from the overview. */
function ofSession(sessionId: string | null): Route {
  return sessionId === null ? { screen: 'overview' } : { screen: 'session', sessionId };
}

/** @returns what a record stands under: its day, and its session, phase or structure. */
export function standing(record: AnyRecord, accompaniment: Accompaniment, locale: Locale): string {
  const session = accompaniment.sessions[text(record, 'sessionId') ?? '']?.title;
  const phase = accompaniment.phases[text(record, 'phaseId') ?? '']?.title;
  const organisation = accompaniment.organisations[text(record, 'organisationId') ?? '']?.name;
  const date = dateOf(record);
  return [date === null ? undefined : formatDate(date, 'listed', locale), session ?? phase ?? organisation]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** @returns the day that a record is of, or `null`. */
export function dateOf(record: AnyRecord): CalendarDate | null {
  const date = text(record, 'date') ?? text(record, 'on') ?? text(record, 'dueOn');
  return date !== null && isCalendarDate(date) ? date : null;
}

function text(record: AnyRecord, field: string): string | null {
  const value = record[field];
  return typeof value === 'string' ? value : null;
}
