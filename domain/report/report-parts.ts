// The parts of a session report that can be left out of one copy of it.
import type { SessionReport } from './session-report.ts';

/** In the order of the report; who was there always leaves. */
export const REPORT_PARTS = ['purpose', 'account', 'decisions', 'actions', 'commitments', 'disagreements', 'next'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

const EMPTY: Pick<SessionReport, ReportPart> = {
  purpose: '',
  account: '',
  decisions: [],
  actions: [],
  commitments: [],
  disagreements: [],
  next: null,
};

/** @returns the report with these parts empty, and saying which: what is left out is not called missing */
export function withoutParts(report: SessionReport, parts: readonly ReportPart[]): SessionReport {
  return { ...report, ...Object.fromEntries(parts.map((part) => [part, EMPTY[part]])), without: parts };
}
