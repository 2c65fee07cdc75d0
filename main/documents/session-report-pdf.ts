// The session report as a pdfmake definition, drawn from its neutral model.
import type { Locale } from '@contract/channels.ts';
import { formatClockInText, formatDate } from '@domain/format/dates.ts';
import type { ReportAction, ReportGroup, SessionReport } from '@domain/report/session-report.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { facts, heading, listing, paper, QUIET, quiet, title } from './paper.ts';
import { prose } from './prose.ts';

export type PdfRequest = { readonly report: SessionReport; readonly locale: Locale; readonly today: CalendarDate };

/** @param onPages told the number of pages once it is known */
export function sessionReportPdf({ report, locale, today }: PdfRequest, onPages: (pages: number) => void): TDocumentDefinitions {
  const { documents } = catalogueOf(locale);
  const content: Content[] = [
    title(report.title),
    quiet(whenAndWhere(report, locale)),
    people(report, locale),
    ...(report.purpose.trim() === '' ? [] : [heading(documents.purpose), ...prose(report.purpose)]),
    heading(documents.account),
    ...(report.account.trim() === '' ? [{ text: documents.noAccount, color: QUIET }] : prose(report.account)),
    ...decisions(report, locale),
    ...actions(report.actions, locale),
    ...disagreements(report, locale),
  ];
  const state = documents.stateOn(formatDate(today, 'long', locale));
  return paper(content, {
    title: `${documents.reportOfSession(report.number)} · ${report.title}`, author: report.accompanists.join(', '), language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    headLeft: report.mission, headRight: documents.reportOfSession(report.number),
    foot: report.isExample ? `${state} · ${documents.exampleMark}` : state, pageOf: documents.page, onPages,
  });
}

/** @returns date, times, place and phase in one line. */
function whenAndWhere(report: SessionReport, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  const { startsAt, endsAt } = report;
  const from = startsAt === null ? '' : formatClockInText(startsAt, locale);
  const times = startsAt === null ? '' : endsAt === null ? documents.timeFrom(from) : documents.timeRange(from, formatClockInText(endsAt, locale));
  const date = formatDate(report.date, 'full', locale);
  const when = [`${date.charAt(0).toUpperCase()}${date.slice(1)}`, times].filter((part) => part !== '').join(', ');
  const phase = report.phase === null ? '' : documents.phase(`${report.phase.number}, ${report.phase.title}`);
  return [when, report.place, phase].filter((part) => part !== '').join(' · ');
}

function people(report: SessionReport, locale: Locale): Content {
  const { documents } = catalogueOf(locale);
  const rows: readonly (readonly [string, readonly ReportGroup[]])[] = [
    [documents.present, report.present], [documents.expected, report.expected], [documents.excused, report.excused], [documents.absent, report.absent],
  ];
  const named = rows.filter(([, groups]) => groups.length > 0).map(([name, groups]): [string, Content] => [name, groups.map((group) => groupText(group, locale)).join(', ')]);
  const accompanists: [string, Content][] = report.accompanists.length === 0 ? [] : [[documents.accompaniment, report.accompanists.join(', ')]];
  return facts([...named, ...accompanists, [documents.next, nextSession(report, locale)]]);
}

function nextSession({ next }: SessionReport, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  if (next === null) return documents.nextNone;
  return documents.nextLine(formatDate(next.date, 'full', locale), next.at === null ? '' : formatClockInText(next.at, locale));
}

function groupText({ organisation, people: members }: ReportGroup, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  const half = { morning: documents.morningOnly, afternoon: documents.afternoonOnly } as const;
  const names = members.map(({ name, presence }) => (presence === 'morning' || presence === 'afternoon' ? `${name}, ${half[presence]}` : name)).join(', ');
  return organisation === '' ? names : `${organisation} (${names})`;
}

function decisions(report: SessionReport, locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (report.decisions.length === 0) return [];
  return [
    heading(documents.decisions),
    ...report.decisions.map(({ title: text, adoption }, index): Content => ({
      columns: [{ text: String(index + 1), width: 24, color: QUIET }, { text: [text, adoption === '' ? '' : { text: ` ${adoption}`, color: QUIET }], width: '*' }],
      margin: [0, 0, 0, 4],
    })),
  ];
}

function actions(list: readonly ReportAction[], locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (list.length === 0) return [];
  const rows = list.map((action) => [
    { text: action.title },
    { text: action.who === '' ? documents.nobody : action.who, ...(action.who === '' ? { color: QUIET } : {}) },
    { text: action.isDone ? documents.done : action.dueOn === null ? '' : formatDate(action.dueOn, 'plain', locale), alignment: 'right' as const },
  ]);
  const heads = [documents.what, documents.who, { text: documents.due, alignment: 'right' as const, fontSize: 8.5, color: QUIET }];
  return [heading(documents.actions), listing(heads, ['*', 150, 80], rows)];
}

function disagreements(report: SessionReport, locale: Locale): Content[] {
  const { documents } = catalogueOf(locale);
  if (report.disagreements.length === 0) return [];
  return [
    heading(documents.disagreements),
    ...report.disagreements.flatMap((disagreement): Content[] => [
      { text: disagreement.title, bold: true, margin: [0, 0, 0, 2] },
      ...disagreement.positions.map(({ organisation, statement }): Content => ({ text: `${organisation} : ${statement}`, margin: [0, 0, 0, 2] })),
      ...(disagreement.agreed === '' ? [] : [{ text: documents.agreed(disagreement.agreed) }]),
      ...(disagreement.reviewOn === null ? [] : [{ text: documents.reviewOn(formatDate(disagreement.reviewOn, 'long', locale)), color: QUIET }]),
    ]),
  ];
}
