// The lines of a session report in the words of a language, the same on screen and on paper.
import { formatClockInText, formatDate } from '../format/dates.ts';
import { capitalised } from '../writing/capital.ts';
import { catalogueOf } from '../text/catalogue.ts';
import type { Locale } from '../text/locale.ts';
import type { CalendarDate } from '../units.ts';
import type { ReportAction, ReportGroup, ReportPerson, SessionReport } from './session-report.ts';

/** Who does what, by when. */
export type ActionLine = { readonly title: string; readonly who: string; readonly hasNobody: boolean; readonly due: string };

export type SessionReportLines = {
  /** What the document is: in the header of each page. */
  readonly kind: string;
  readonly whenAndWhere: string;
  /** Who was there, who was not, who accompanied, when the group meets again; empty rows are left out. */
  readonly facts: readonly (readonly [string, string])[];
  readonly actions: readonly ActionLine[];
  readonly commitments: readonly ActionLine[];
  /** As of which day, and whether this is an example: in the footer of each page. */
  readonly state: string;
};

/** @param today the day on which the document is made */
export function sessionReportLines(report: SessionReport, locale: Locale, today: CalendarDate): SessionReportLines {
  const { documents, tables } = catalogueOf(locale);
  const state = documents.stateOn(formatDate(today, 'long', locale));
  const facts: readonly (readonly [string, string])[] = [
    [documents.present, groupsText(report.present, locale)],
    [documents.expected, groupsText(report.expected, locale)],
    [documents.excused, groupsText(report.excused, locale)],
    [documents.absent, groupsText(report.absent, locale)],
    [documents.accompaniment, report.accompanists.join(', ')],
    [documents.officers, groupsText(report.officers, locale, { isWhole: true })],
    [documents.next, nextSession(report, locale)],
  ];
  return {
    kind: report.number === 0 ? documents.reportOfCancelled : documents.reportOfSession(report.number),
    whenAndWhere: whenAndWhere(report, locale),
    facts: facts.filter(([, text]) => text !== ''),
    actions: report.actions.map((action) => actionLine(action, documents.done, locale)),
    commitments: report.commitments.map((commitment) => actionLine(commitment, tables.commitments.choices.state.kept, locale)),
    state: report.isExample ? `${state} · ${documents.exampleMark}` : state,
  };
}

function whenAndWhere(report: SessionReport, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  const { startsAt, endsAt } = report;
  const from = startsAt === null ? '' : formatClockInText(startsAt, locale);
  const times =
    startsAt === null ? '' : endsAt === null ? documents.timeFrom(from) : documents.timeRange(from, formatClockInText(endsAt, locale));
  const date = formatDate(report.date, 'full', locale);
  const when = joined([capitalised(date), times], ', ');
  const phase = report.phase === null ? '' : documents.phase(`${report.phase.number}, ${report.phase.title}`);
  return joined([when, report.place, phase], ' · ');
}

/** `isWhole`: who was away is told too, since the group does not say it. */
function groupsText(groups: readonly ReportGroup[], locale: Locale, { isWhole = false } = {}): string {
  const texts = groups.map(({ organisation, people }) => {
    const names = people.map((person) => joined([person.name, presenceText(person, isWhole, locale)], ', ')).join(', ');
    return organisation === '' ? names : `${organisation} (${names})`;
  });
  return texts.join(', ');
}

/** Half-days that differ are told each. */
function presenceText({ presence, halves }: ReportPerson, isWhole: boolean, locale: Locale): string {
  const { documents, tables } = catalogueOf(locale);
  const words = tables.attendances.choices.morning;
  if (halves !== null) return `${documents.morningOnly} ${words[halves.morning]}, ${documents.afternoonOnly} ${words[halves.afternoon]}`;
  return isWhole && (presence === 'excused' || presence === 'absent') ? words[presence] : '';
}

function nextSession({ next }: SessionReport, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  if (next === null) return documents.nextNone;
  return documents.nextLine(formatDate(next.date, 'full', locale), next.at === null ? '' : formatClockInText(next.at, locale));
}

function actionLine({ title, who, dueOn, isDone }: ReportAction, done: string, locale: Locale): ActionLine {
  const { documents } = catalogueOf(locale);
  const due = isDone ? done : dueOn === null ? '' : formatDate(dueOn, 'plain', locale);
  return { title, who: who === '' ? documents.nobody : who, hasNobody: who === '', due };
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}
