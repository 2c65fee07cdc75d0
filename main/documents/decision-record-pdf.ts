// The decision record of a session as a pdfmake definition: what a reader in a hurry needs, and what a signature approves.
import type { Locale } from '@contract/settings.ts';
import type { SessionReport } from '@domain/report/session-report.ts';
import { sessionReportLines } from '@domain/report/session-report-lines.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { byHand, ENDING } from './by-hand.ts';
import { surelyFit } from './drawn-height.ts';
import { COMPACT, letterhead } from './letterhead.ts';
import { facts, inOnePiece, opening, QUIET, quiet, TEXT_WIDTH, title, unparted } from './paper.ts';
import { decisions, disagreements, isBrief, paperOfSession, presentAtTheEnd, whoDoesWhat } from './session-parts.ts';

type Setting = { readonly locale: Locale; readonly today: CalendarDate };

/** Of the name of the document, in points. */
const NAME = 24;
/** Of its text: a little smaller than elsewhere, so that the record of a session is a page. */
const TEXT = 9.25;
/** Of the title of the session, in points. */
const SESSION = 15;

/** @param onPages receives the number of pages once it is known */
export function decisionRecordPdf(
  report: SessionReport,
  { locale, today }: Setting,
  onPages: (pages: number) => void,
): TDocumentDefinitions {
  const { decisionRecord: texts, documents, tables } = catalogueOf(locale);
  const lines = sessionReportLines(report, locale, today);
  const kind = report.number === 0 ? texts.ofCancelled : texts.ofSession(report.number);
  const none = (text: string): Content => ({ text, color: QUIET });
  const parts = [
    report.decisions.length === 0 ? [inOnePiece(documents.decisions, none(texts.none))] : decisions(report, locale, texts.adoptionUnsaid),
    lines.actions.length === 0
      ? [inOnePiece(texts.openActions, none(texts.noActions))]
      : whoDoesWhat(documents.actions, lines.actions, locale),
    whoDoesWhat(tables.commitments.many, lines.commitments, locale),
    disagreements(report, locale),
  ].filter((part) => part.length > 0);
  const content: Content[] = [
    ...letterhead(report.letterhead, COMPACT),
    ...opening('', texts.title, NAME),
    title(`${lines.rank} · ${report.title}`, SESSION),
    quiet(lines.whenAndWhere),
    facts([...lines.people, [documents.next, lines.next]]),
    ...parts.slice(0, -1).flat(),
    ...approved(parts.at(-1) ?? [], locale),
    ...presentAtTheEnd(lines.presentNames, locale),
  ];
  return paperOfSession(content, { report, lines, kind, locale, onPages, size: TEXT });
}

/** The line for the approval is kept with what it approves: with the last of its lines, or as the end of its table. */
function approved(last: Content[], locale: Locale): Content[] {
  const { decisionRecord: texts } = catalogueOf(locale);
  const blanks = [
    [texts.approvedOn, 100],
    [texts.approvedBy, 200],
  ] as const;
  const above = last.slice(-1);
  const isInPiece = last.length === 1 ? surelyFit([...above, byHand(blanks)], TEXT_WIDTH) : isBrief(above[0]);
  return isInPiece ? [...last.slice(0, -1), unparted([...above, byHand(blanks)])] : [...last, byHand(blanks, ENDING)];
}
