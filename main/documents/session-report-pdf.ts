// The session report and the decision record as pdfmake definitions, drawn from one neutral model.
import type { Locale } from '@contract/settings.ts';
import { formatDate } from '@domain/format/dates.ts';
import { capitalised } from '@domain/writing/capital.ts';
import type { SessionReport } from '@domain/report/session-report.ts';
import { type ActionLine, sessionReportLines } from '@domain/report/session-report-lines.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { facts, heading, inOnePiece, listing, paper, QUIET, quiet, title } from './paper.ts';
import { prose } from './prose.ts';

type Setting = { readonly locale: Locale; readonly today: CalendarDate };

/** @param onPages receives the number of pages once it is known */
export function sessionReportPdf(
  report: SessionReport,
  { locale, today }: Setting,
  onPages: (pages: number) => void,
): TDocumentDefinitions {
  const { documents, tables } = catalogueOf(locale);
  const lines = sessionReportLines(report, locale, today);
  const content: Content[] = [
    title(report.title),
    quiet(lines.whenAndWhere),
    facts(lines.facts),
    ...(report.purpose.trim() === '' ? [] : [heading(documents.purpose), ...prose(report.purpose)]),
    heading(documents.account),
    ...(report.account.trim() === '' ? [{ text: documents.noAccount, color: QUIET }] : prose(report.account)),
    ...decisions(report, locale),
    ...whoDoesWhat(documents.actions, lines.actions, locale),
    ...whoDoesWhat(tables.commitments.many, lines.commitments, locale),
    ...disagreements(report, locale),
  ];
  return paper(content, {
    title: `${lines.kind} · ${report.title}`,
    author: report.accompanists.join(', '),
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    headLeft: report.mission,
    headRight: lines.kind,
    foot: lines.state,
    pageOf: documents.page,
    onPages,
  });
}

/** Decisions, who does what, disagreements and the next date: what a reader in a hurry needs. */
export function decisionRecordPdf(
  report: SessionReport,
  { locale, today }: Setting,
  onPages: (pages: number) => void,
): TDocumentDefinitions {
  const { decisionRecord: texts, documents, tables } = catalogueOf(locale);
  const lines = sessionReportLines(report, locale, today);
  const kind = report.number === 0 ? texts.ofCancelled : texts.ofSession(report.number);
  const none = (text: string): Content => ({ text, color: QUIET });
  const content: Content[] = [
    title(report.title),
    quiet(lines.whenAndWhere),
    ...(report.decisions.length === 0 ? [heading(documents.decisions), none(texts.none)] : decisions(report, locale)),
    ...(lines.actions.length === 0
      ? [heading(texts.openActions), none(texts.noActions)]
      : whoDoesWhat(documents.actions, lines.actions, locale)),
    ...whoDoesWhat(tables.commitments.many, lines.commitments, locale),
    ...disagreements(report, locale),
    heading(documents.next),
    { text: capitalised(lines.facts.find(([name]) => name === documents.next)?.[1] ?? '') },
  ];
  return paper(content, {
    title: `${kind} · ${report.title}`,
    author: report.accompanists.join(', '),
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    headLeft: report.mission,
    headRight: kind,
    foot: lines.state,
    pageOf: documents.page,
    onPages,
  });
}

function decisions(report: SessionReport, locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (report.decisions.length === 0) return [];
  return [
    heading(documents.decisions),
    ...report.decisions.map(({ mark, title: text, adoption }): Content => ({
      columns: [
        { text: mark, width: 62, color: QUIET },
        { text: [text, adoption === '' ? '' : { text: ` ${adoption}`, color: QUIET }], width: '*' },
      ],
      margin: [0, 0, 0, 4],
    })),
  ];
}

/** So many lines, each of so many letters, fit under their heading on one page, and are kept in one piece. */
const FEW = 8;
const SHORT = 200;

function whoDoesWhat(head: string, list: readonly ActionLine[], locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (list.length === 0) return [];
  const rows = list.map((action) => [
    { text: action.title },
    { text: action.who, ...(action.hasNobody ? { color: QUIET } : {}) },
    { text: action.due, alignment: 'right' as const },
  ]);
  const heads = [documents.what, documents.who, { text: documents.due, alignment: 'right' as const, fontSize: 8.5, color: QUIET }];
  const table = listing(heads, ['*', 150, 80], rows);
  const isShort = list.length <= FEW && list.every(({ title: text }) => text.length <= SHORT);
  return isShort ? [inOnePiece(head, table)] : [heading(head), table];
}

function disagreements(report: SessionReport, locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (report.disagreements.length === 0) return [];
  return [
    heading(documents.disagreements),
    ...report.disagreements.flatMap((disagreement): Content[] => [
      { text: disagreement.title, bold: true, margin: [0, 0, 0, 2] },
      ...disagreement.positions.map(({ organisation, statement }): Content => ({
        text: documents.position(organisation, statement),
        margin: [0, 0, 0, 2],
      })),
      ...(disagreement.agreed === '' ? [] : [{ text: documents.agreed(disagreement.agreed) }]),
      ...(disagreement.reviewOn === null
        ? []
        : [{ text: documents.reviewOn(formatDate(disagreement.reviewOn, 'long', locale)), color: QUIET }]),
    ]),
  ];
}
