// The lines of a session report in the words of a language, the same on screen and on paper.
import { formatClockInText, formatDate } from '../format/dates.ts';
import type { Level } from '../levels/level.ts';
import { capitalised } from '../writing/capital.ts';
import { catalogueOf } from '../text/catalogue.ts';
import type { Locale } from '../text/locale.ts';
import type { CalendarDate } from '../units.ts';
import { type Agreement, partyText } from './parties.ts';
import type { ReportAction, ReportGroup, ReportPerson, SessionReport } from './session-report.ts';

/** Who does what, by when. */
export type ActionLine = { readonly title: string; readonly who: string; readonly hasNobody: boolean; readonly due: string };

/** What is said of the session; `isMissing`: what a reader would look for, and what nobody has noted. */
export type Fact = readonly [name: string, text: string, isMissing?: boolean];

export type SessionReportLines = {
  /** What the document is: in the header of each page. */
  readonly kind: string;
  /** The scheme in words; empty for none. */
  readonly scheme: string;
  /** What the session is called by its number. */
  readonly rank: string;
  readonly whenAndWhere: string;
  /** The contracts, who accompanied and followed, who was there and who was not, the next date; empty rows are left out. */
  readonly facts: readonly Fact[];
  /** The contracts, and of the people their names alone: as short as can be. */
  readonly people: readonly Fact[];
  /** Everybody who was there, by structure, with functions or without: empty unless they are too many for the first page. */
  readonly presentList: readonly Fact[];
  readonly presentNames: readonly Fact[];
  /** To whom the report is given, and where remarks go. */
  readonly giving: readonly Fact[];
  readonly next: string;
  readonly actions: readonly ActionLine[];
  readonly commitments: readonly ActionLine[];
  /** As of which day, and whether this is an example: in the footer of each page. */
  readonly state: string;
};

/** @param today the day on which the document is made */
export function sessionReportLines(report: SessionReport, locale: Locale, today: CalendarDate): SessionReportLines {
  const { documents, tables } = catalogueOf(locale);
  const next = nextSession(report, locale);
  return {
    kind: report.number === 0 ? documents.reportOfCancelled : documents.reportOfSession(report.number),
    scheme: schemeText(report.scheme, locale),
    rank: report.number === 0 ? documents.cancelledSession : documents.sessionOfNumber(report.number),
    whenAndWhere: whenAndWhere(report, locale),
    facts: [...agreementFacts(report.agreements, locale), ...peopleOf(report, locale, true), [documents.next, next]],
    people: [...agreementFacts(report.agreements, locale), ...peopleOf(report, locale, false)],
    presentList: presentListOf(report, locale, true),
    presentNames: presentListOf(report, locale, false),
    giving: givingOf(report, locale),
    next,
    actions: report.actions.map((action) => actionLine(action, documents.done, locale)),
    commitments: report.commitments.map((commitment) => actionLine(commitment, tables.commitments.choices.state.kept, locale)),
    state: stateText({ isExample: report.isExample, readers: report.readers }, today, locale),
  };
}

type State = { readonly isExample: boolean; readonly readers: Level };

/** @returns as of which day a document speaks, who may read it, and whether it is about an example */
export function stateText({ isExample, readers }: State, on: CalendarDate, locale: Locale): string {
  const { documents, levels } = catalogueOf(locale);
  const parts = [documents.stateOn(formatDate(on, 'long', locale)), levels.stated[readers], isExample ? documents.exampleMark : ''];
  return joined(parts, ' · ');
}

/** @returns the scheme as a document names it; empty where there is none */
export function schemeText(scheme: SessionReport['scheme'], locale: Locale): string {
  return scheme === 'blank' ? '' : catalogueOf(locale).words.schemeLong[scheme];
}

/** @returns the contracts under which the days are paid for; of one without a number that is said, since a funder looks for it */
function agreementFacts(agreements: readonly Agreement[], locale: Locale): readonly Fact[] {
  const { documents } = catalogueOf(locale);
  if (agreements.length === 0) return [];
  const texts = agreements.map(({ contract, funder }) => joined([contract === '' ? documents.unnumbered : contract, funder], ' · '));
  return [[documents.agreements(agreements.length), texts.join('\n')]];
}

/** More people than this leave no room on the first page for anything else: they are listed at the end. */
const MOST_ON_FIRST_PAGE = 40;

function isLong(present: readonly ReportGroup[]): boolean {
  return peopleIn(present) > MOST_ON_FIRST_PAGE;
}

function peopleIn(groups: readonly ReportGroup[]): number {
  return groups.reduce((sum, { people }) => sum + people.length, 0);
}

function presentListOf({ present }: SessionReport, locale: Locale, isFull: boolean): readonly Fact[] {
  const { collective } = catalogueOf(locale);
  if (!isLong(present)) return [];
  return present.map((group) => [
    group.organisation === '' ? collective.withoutHome : group.organisation,
    namesOf(group, locale, { isFull }),
  ]);
}

/** @param isFull with functions, and a line for each structure */
function peopleOf(report: SessionReport, locale: Locale, isFull: boolean): readonly Fact[] {
  const { documents } = catalogueOf(locale);
  const { scheme, present, isHeld } = report;
  const isUnknown = isHeld && present.length === 0;
  const count = peopleIn(present);
  const facts: readonly Fact[] = [
    [documents.accompaniment[scheme], report.accompanists.map(partyText).join('\n')],
    [documents.officers[scheme], groupsText(report.officers, locale, { isWhole: true, isFull })],
    [
      documents.present,
      isUnknown ? documents.notSaid : isLong(present) ? documents.presentListed(count) : groupsText(present, locale, { isFull }),
      isUnknown,
    ],
    [documents.expected, groupsText(report.expected, locale)],
    [documents.excused, groupsText(report.excused, locale, { isFull })],
    [documents.absent, groupsText(report.absent, locale, { isFull })],
  ];
  return facts.filter(([, text]) => text !== '');
}

function givingOf({ givenTo, remarksBy, accompanists: [first] }: SessionReport, locale: Locale): readonly Fact[] {
  const { documents, tables } = catalogueOf(locale);
  const to = first === undefined ? '' : joined([first.name, first.email === '' ? '' : `(${first.email})`], ' ');
  const asked = documents.remarksAsked(to, remarksBy === null ? '' : formatDate(remarksBy, 'long', locale));
  const facts: readonly Fact[] = [
    [tables.sessions.fields.givenTo, givenTo],
    [documents.remarks, asked],
  ];
  return facts.filter(([, text]) => text !== '');
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

type Telling = { readonly isWhole?: boolean; readonly isFull?: boolean };

/** `isWhole`: who was there and who was away is told, since the group does not say it. `isFull`: with functions, and a line for each structure. */
function groupsText(groups: readonly ReportGroup[], locale: Locale, { isWhole = false, isFull = false }: Telling = {}): string {
  const texts = groups.map((group) => {
    const names = namesOf(group, locale, { isWhole, isFull });
    return group.organisation === '' ? names : `${group.organisation} (${names})`;
  });
  return texts.join(isFull ? '\n' : ', ');
}

function namesOf({ people }: ReportGroup, locale: Locale, { isWhole = false, isFull = false }: Telling): string {
  const told = people.map((person) => joined([person.name, isFull ? person.function : '', presenceText(person, isWhole, locale)], ', '));
  return told.join(told.some((text, index) => text !== people[index]?.name) ? catalogueOf(locale).documents.between : ', ');
}

/** Half-days that differ are told each. */
function presenceText({ presence, halves }: ReportPerson, isWhole: boolean, locale: Locale): string {
  const { documents, tables } = catalogueOf(locale);
  const words = tables.attendances.choices.morning;
  if (halves !== null) return `${documents.morningOnly} ${words[halves.morning]}, ${documents.afternoonOnly} ${words[halves.afternoon]}`;
  if (!isWhole || presence === 'expected') return '';
  return words[presence === 'morning' || presence === 'afternoon' ? 'present' : presence];
}

function nextSession({ next }: SessionReport, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  if (next === null) return documents.nextNone;
  return capitalised(documents.nextLine(formatDate(next.date, 'full', locale), next.at === null ? '' : formatClockInText(next.at, locale)));
}

function actionLine({ title, who, dueOn, isDone }: ReportAction, done: string, locale: Locale): ActionLine {
  const { documents } = catalogueOf(locale);
  const due = isDone ? done : dueOn === null ? '' : formatDate(dueOn, 'plain', locale);
  return { title, who: who === '' ? documents.nobody : who, hasNobody: who === '', due };
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}
