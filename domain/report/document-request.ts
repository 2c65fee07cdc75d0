// The documents that there are, and how one is asked for.
import type { CalendarDate, RecordId } from '../units.ts';

/** Every kind of document; registries of roads out take their list from here. */
export const DOCUMENT_KINDS = ['session', 'decisions', 'days', 'workbook'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type DocumentRequest =
  | { readonly kind: 'session' | 'decisions'; readonly sessionId: RecordId }
  | { readonly kind: 'days' | 'workbook'; readonly from: CalendarDate | null; readonly to: CalendarDate | null };

/** The end of the name of its file, with the dot. */
export function endingOf(kind: DocumentKind): '.pdf' | '.xlsx' {
  return kind === 'workbook' ? '.xlsx' : '.pdf';
}
