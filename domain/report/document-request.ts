// Which documents there are, and how one is requested.
import type { CalendarDate, RecordId } from '../units.ts';
import type { ReportPart } from './report-parts.ts';

/** Every kind of document; the registries of what may leave this computer take their list from here. */
export const DOCUMENT_KINDS = ['session', 'decisions', 'days', 'workbook'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type DocumentRequest =
  | { readonly kind: 'session'; readonly sessionId: RecordId; readonly without?: readonly ReportPart[] }
  | { readonly kind: 'decisions'; readonly sessionId: RecordId }
  | { readonly kind: 'days' | 'workbook'; readonly from: CalendarDate | null; readonly to: CalendarDate | null };

/** The file extension, with the dot. */
export function endingOf(kind: DocumentKind): '.pdf' | '.xlsx' {
  return kind === 'workbook' ? '.xlsx' : '.pdf';
}
