// What the user chooses for a document: its kind, its session or its period, its language.
import type { PagedRequest } from '@contract/documents.ts';
import type { Accompaniment } from '@domain/document.ts';
import type { Period } from '@domain/report/days-statement.ts';
import type { DocumentKind, DocumentRequest } from '@domain/report/document-request.ts';
import type { ReportPart } from '@domain/report/report-parts.ts';
import { compareSessions } from '@domain/ordering.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { CalendarDate } from '@domain/units.ts';

export type Choice = {
  readonly kind: DocumentKind;
  readonly sessionId: string | null;
  /** Parts of the report that are not ticked. */
  readonly without: readonly ReportPart[];
  readonly period: Period;
  readonly locale: Locale;
};

/** @returns the first choice: the report of the given session, else of the last one up to today or the next; without any, the days. */
export function firstChoice(accompaniment: Accompaniment, sessionId: string | null, locale: Locale, today: CalendarDate): Choice {
  const sessions = Object.values(accompaniment.sessions)
    .filter((session) => session.status !== 'cancelled')
    .toSorted(compareSessions);
  const last = sessions.findLast((session) => session.date <= today) ?? sessions[0];
  return {
    kind: sessionId === null && last === undefined ? 'days' : 'session',
    sessionId: sessionId ?? last?.id ?? null,
    without: [],
    period: { from: null, to: null },
    locale,
  };
}

/** @returns the request to send to main; `null` while there is no session, or the period ends before it starts */
export function requestOf({ kind, sessionId, without, period }: Choice): DocumentRequest | null {
  if (kind === 'days' || kind === 'workbook') return isReversed(period) ? null : { kind, ...period };
  if (sessionId === null) return null;
  return kind === 'session' && without.length > 0 ? { kind, sessionId, without } : { kind, sessionId };
}

export function isReversed({ from, to }: Period): boolean {
  return from !== null && to !== null && to < from;
}

/** @returns whether a document has pages, which can be shown exactly as they will be saved. */
export function isPaged(request: DocumentRequest): request is PagedRequest {
  return request.kind !== 'workbook';
}
