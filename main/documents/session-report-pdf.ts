// The session report as a pdfmake definition, drawn from its neutral model.
import type { Locale } from '@contract/settings.ts';
import type { SessionReport } from '@domain/report/session-report.ts';
import { sessionReportLines } from '@domain/report/session-report-lines.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { letterhead } from './letterhead.ts';
import { facts, inOnePiece, opening, QUIET, quiet, title } from './paper.ts';
import { proseUnder } from './prose.ts';
import { decisions, disagreements, paperOfSession, presentAtTheEnd, whoDoesWhat } from './session-parts.ts';

type Setting = { readonly locale: Locale; readonly today: CalendarDate };

/** Of the number of the session, in points. */
const RANK = 36;

/** @param onPages receives the number of pages once it is known */
export function sessionReportPdf(
  report: SessionReport,
  { locale, today }: Setting,
  onPages: (pages: number) => void,
): TDocumentDefinitions {
  const { documents, tables } = catalogueOf(locale);
  const lines = sessionReportLines(report, locale, today);
  const content: Content[] = [
    ...letterhead(report.letterhead),
    ...opening(lines.scheme, lines.rank, RANK),
    title(report.title),
    quiet(lines.whenAndWhere),
    facts([...lines.facts, ...lines.giving]),
    ...(report.purpose.trim() === '' ? [] : proseUnder(documents.purpose, report.purpose)),
    ...account(report, locale),
    ...decisions(report, locale),
    ...whoDoesWhat(documents.actions, lines.actions, locale),
    ...whoDoesWhat(tables.commitments.many, lines.commitments, locale),
    ...disagreements(report, locale),
    ...presentAtTheEnd(lines.presentList, locale),
  ];
  return paperOfSession(content, { report, lines, kind: lines.kind, locale, onPages });
}

function account({ account: text, without }: SessionReport, locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (without.includes('account')) return [];
  if (text.trim() === '') return [inOnePiece(documents.account, { text: documents.noAccount, color: QUIET })];
  return proseUnder(documents.account, text);
}
