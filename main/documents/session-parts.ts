// Parts that the session report and the decision record have in common.
import type { Locale } from '@contract/settings.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { ActionLine, Fact, SessionReportLines } from '@domain/report/session-report-lines.ts';
import type { SessionReport } from '@domain/report/session-report.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { facts, heading, inOnePiece, listing, paper, QUIET, unparted } from './paper.ts';

type Whole = {
  readonly report: SessionReport;
  readonly lines: SessionReportLines;
  /** What the document is, with the number of the session. */
  readonly kind: string;
  readonly locale: Locale;
  /** Receives the number of pages once it is known. */
  readonly onPages: (pages: number) => void;
  /** Of the text, in points; as on other papers unless given. */
  readonly size?: number;
};

/** @returns the document of a session on its paper */
export function paperOfSession(content: Content[], { report, lines, kind, locale, onPages, size }: Whole): TDocumentDefinitions {
  return paper(content, {
    title: `${kind} · ${report.title}`,
    author: report.accompanists.map(({ name }) => name).join(', '),
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    headLeft: report.mission,
    headRight: kind,
    foot: lines.state,
    pageOf: catalogueOf(locale).documents.page,
    onPages,
    ...(size === undefined ? {} : { size }),
  });
}

/** A text of so many letters fits on a page, and is kept in one piece. */
const BRIEF = 1_000;

/** @returns whether a part is a text that is kept in one piece */
export function isBrief(part: Content | undefined): boolean {
  return typeof part === 'object' && 'text' in part && typeof part.text === 'string' && part.text.length <= BRIEF;
}

/** @returns each decision with its mark and its adoption; `unsaid`: what stands where nobody has noted how it was adopted */
export function decisions(report: SessionReport, locale: Locale, unsaid = ''): Content[] {
  const { documents } = catalogueOf(locale);
  const [first, ...others] = report.decisions.map(({ mark, title: text, adoption }) => {
    const adopted = adoption.trim() === '' ? unsaid : adoption;
    const line: Content = {
      columns: [
        { text: mark, width: 62, color: QUIET },
        {
          stack: [text, ...(adopted === '' ? [] : [{ text: adopted, color: QUIET, fontSize: 9 }])], // in a line of its own: it is no part of what was decided
          width: '*',
        },
      ],
      margin: [0, 0, 0, 4],
    };
    return { line, isBrief: text.length <= BRIEF };
  });
  if (first === undefined) return [];
  return [
    ...(first.isBrief ? [inOnePiece(documents.decisions, first.line)] : [heading(documents.decisions), first.line]),
    ...others.map(({ line, isBrief }) => (isBrief ? unparted([line]) : line)),
  ];
}

/** @returns those who were there, where they are too many for the first page, under their heading; nothing for none */
export function presentAtTheEnd(list: readonly Fact[], locale: Locale): Content[] {
  return list.length === 0 ? [] : [heading(catalogueOf(locale).documents.present), facts(list)];
}

/** So many lines of text and so many rows surely fit under their heading on one page, and are kept in one piece. */
const FEW_LINES = 24;
const FEW_ROWS = 8;
/** Letters that fit on a line of a column, also where words are long and letters wide. */
const LETTERS = { what: 38, who: 18 };
/** Of who does something, and of the day: the rest of the line says what. In points. */
const WIDTHS = { who: 150, due: 60 };

/** @returns a table of what is to be done, by whom and by when, under its heading; nothing for none */
export function whoDoesWhat(head: string, list: readonly ActionLine[], locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (list.length === 0) return [];
  const rows = list.map((action) => [
    { text: action.title },
    { text: action.who, ...(action.hasNobody ? { color: QUIET } : {}) },
    { text: action.due, alignment: 'right' as const },
  ]);
  const heads = [documents.what, documents.who, { text: documents.due, alignment: 'right' as const, fontSize: 8.5, color: QUIET }];
  const table = listing(heads, ['*', WIDTHS.who, WIDTHS.due], rows);
  const lines = (text: string, letters: number): number => Math.ceil(text.length / letters);
  const drawn = list.reduce((sum, one) => sum + Math.max(lines(one.title, LETTERS.what), lines(one.who, LETTERS.who)), 0);
  return list.length <= FEW_ROWS && drawn <= FEW_LINES ? [inOnePiece(head, table)] : [heading(head), table];
}

type Line = ContentText & { readonly text: string };

/** @returns each disagreement with the position of each organisation, under one heading; nothing for none */
export function disagreements(report: SessionReport, locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (report.disagreements.length === 0) return [];
  const told = report.disagreements.flatMap((disagreement): Line[] => [
    { text: disagreement.title, bold: true, margin: [0, 0, 0, 2] },
    ...disagreement.positions.map(({ organisation, statement }): Line => ({
      text: documents.position(organisation, statement),
      margin: [0, 0, 0, 2],
    })),
    ...(disagreement.agreed === '' ? [] : [{ text: documents.agreed(disagreement.agreed) }]),
    ...(disagreement.reviewOn === null
      ? []
      : [{ text: documents.reviewOn(formatDate(disagreement.reviewOn, 'long', locale)), color: QUIET }]),
  ]);
  const letters = told.reduce((sum, { text }) => sum + text.length, 0);
  return letters <= BRIEF && told.length <= FEW_LINES
    ? [inOnePiece(documents.disagreements, { stack: told })]
    : [heading(documents.disagreements), ...told];
}
