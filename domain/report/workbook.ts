// The workbook of an accompaniment: time, days by phase and kind, sessions, attendance, structures; the days are live formulas.
import type { Accompaniment } from '../document.ts';
import { circleOn, movesByOrganisation } from '../collective/circles.ts';
import { groupedBy } from '../grouping.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { agreedLevel } from '../levels/for-readers.ts';
import { catalogueOf } from '../text/catalogue.ts';
import { onlyOf, type RecordOf } from '../tables/tables.ts';
import { isWithin, type Period } from './days-statement.ts';
import { compareSessions } from '../ordering.ts';
import { compareNames } from '../writing/sort.ts';
import { accompanistsOf } from './parties.ts';
import { stateText } from './session-report-lines.ts';
import { registerSheets } from './register-sheets.ts';
import { belongingOf, halfDaysPresent, isOfStructures, presenceCount, presenceOf } from '../collective/presence.ts';
import { type Cell, columnLetter, FIRST_ROW, type Sheet, sumOf, type Workbook } from './sheets.ts';
import { documentsSheets } from './workbook-documents.ts';
import { daysSheet } from './workbook-days.ts';
import { decisionsSheet } from './workbook-decisions.ts';
import { amendmentsSheet, envelopesSheet } from './workbook-envelopes.ts';
import { phaseLabels, sessionLabels, type WorkbookScope } from './workbook-scope.ts';
import { timeSheet } from './workbook-time.ts';

/**
 * Takes only `Accompaniment`: neither the desk nor the vault can reach a document.
 * @param scope.period limits time, sessions and attendance; what lies outside still counts in the days, on a line of its own
 * @source promises.md H2
 */
export function workbook(scope: WorkbookScope): Workbook {
  const { accompaniment, on, locale } = scope;
  const mission = onlyOf(accompaniment.mission);
  const time = timeSheet(scope);
  const ledger = ledgerOf(accompaniment, on);
  return {
    kind: 'workbook',
    title: mission?.title ?? '',
    author: accompanistsOf(accompaniment)
      .map(({ name }) => name)
      .join(', '),
    foot: stateText({ isExample: mission?.isExample ?? false, readers: scope.readers ?? agreedLevel(accompaniment) }, on, locale),
    sheets: [
      time,
      daysSheet(scope, time, ledger),
      envelopesSheet(scope, time, ledger),
      amendmentsSheet(scope),
      sessionsSheet(scope),
      attendanceSheet(scope),
      structuresSheet(scope),
      decisionsSheet(scope),
      ...registerSheets(scope),
      ...documentsSheets(scope),
    ],
  };
}

function sessionsSheet({ accompaniment, period, locale }: WorkbookScope): Sheet {
  const { workbook: words, tables } = catalogueOf(locale);
  const phases = phaseLabels(accompaniment);
  const labels = sessionLabels(accompaniment);
  const attendances = groupedBy(Object.values(accompaniment.attendances), ({ sessionId }) => sessionId);
  const decisions = groupedBy(Object.values(accompaniment.decisions), ({ sessionId }) => sessionId);
  const rows = sessionsOf(accompaniment, period).map((session): readonly Cell[] => [
    labels.get(session.id) ?? '',
    { date: session.date },
    session.startsAt ?? '',
    session.endsAt ?? '',
    tables.sessions.choices.status[session.status],
    tables.sessions.choices.mode[session.mode],
    session.place,
    phases.get(session.phaseId ?? '') ?? '',
    session.title,
    presenceCount(accompaniment.people, session, attendances.get(session.id) ?? []).present,
    decisions.get(session.id)?.length ?? 0,
  ]);
  return {
    name: words.sessions,
    columns: [
      { head: words.session, format: 'text', width: 10 },
      { head: words.date, format: 'date', width: 12 },
      { head: words.startsAt, format: 'text', width: 8 },
      { head: words.endsAt, format: 'text', width: 8 },
      { head: words.status, format: 'text', width: 10 },
      { head: words.mode, format: 'text', width: 18 },
      { head: words.place, format: 'text', width: 30 },
      { head: words.phase, format: 'text', width: 36 },
      { head: words.title, format: 'text', width: 44 },
      { head: words.present, format: 'whole', width: 9 },
      { head: words.decisions, format: 'whole', width: 10 },
    ],
    rows,
    total: [words.total, null, '', '', '', '', '', '', '', sumOf(9, rows), sumOf(10, rows)],
  };
}

/** Half-days present, a person per line and a session per column; the total is a sum. */
function attendanceSheet({ accompaniment, period, locale }: WorkbookScope): Sheet {
  const { workbook: words } = catalogueOf(locale);
  const sessions = sessionsOf(accompaniment, period).filter((session) => session.status !== 'cancelled');
  const labels = sessionLabels(accompaniment);
  const people = Object.values(accompaniment.people).filter(isOfStructures).toSorted(compareNames);
  const columns = new Map(sessions.map(({ id }, index) => [id, index]));
  const attendances = groupedBy(Object.values(accompaniment.attendances), ({ personId }) => personId);
  const rows = people.map((person, index): readonly Cell[] => {
    const own = sessions.map((): Cell => null);
    for (const attendance of attendances.get(person.id) ?? []) {
      const column = columns.get(attendance.sessionId);
      if (column !== undefined) own[column] = attendanceCell(attendance, words);
    }
    const last = columnLetter(LEADING + Math.max(sessions.length, 1) - 1);
    const total = {
      formula: `SUM(${columnLetter(LEADING)}${FIRST_ROW + index}:${last}${FIRST_ROW + index})`,
      value: own.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0),
    };
    return [person.name, belongingOf(accompaniment, person), person.function, ...own, sessions.length === 0 ? 0 : total];
  });
  return {
    name: words.attendance,
    columns: [
      { head: words.person, format: 'text', width: 24 },
      { head: words.structure, format: 'text', width: 28 },
      { head: words.function, format: 'text', width: 26 },
      ...sessions.map((session) => ({ head: labels.get(session.id) ?? '', format: 'whole' as const, width: 9 })),
      { head: words.halfDays, format: 'whole', width: 12 },
    ],
    rows,
    total: [words.total, '', '', ...sessions.map((_, index) => sumOf(LEADING + index, rows)), sumOf(LEADING + sessions.length, rows)],
  };
}

/** Columns before those of the sessions. */
const LEADING = 3;

function attendanceCell(attendance: RecordOf<'attendances'>, words: { readonly excusedMark: string; readonly absentMark: string }): Cell {
  const presence = presenceOf(attendance);
  if (presence === 'expected') return null;
  if (presence === 'excused') return words.excusedMark;
  return presence === 'absent' ? words.absentMark : halfDaysPresent(attendance);
}

function structuresSheet({ accompaniment, on, locale }: WorkbookScope): Sheet {
  const { workbook: words, tables } = catalogueOf(locale);
  const movesOf = movesByOrganisation(accompaniment);
  const people = groupedBy(Object.values(accompaniment.people), ({ organisationId }) => organisationId ?? '');
  const rows = Object.values(accompaniment.organisations)
    .toSorted(compareNames)
    .map((organisation): readonly Cell[] => {
      const circle = circleOn(movesOf(organisation.id), on);
      return [
        organisation.name,
        organisation.legalForm,
        organisation.sector,
        organisation.territory,
        organisation.jobs,
        organisation.fteHundredths === null ? null : organisation.fteHundredths / 100,
        tables.organisations.choices.vat[organisation.vat],
        circle === null ? '' : tables.circleMoves.choices.circle[circle],
        organisation.arrivedOn === null ? null : { date: organisation.arrivedOn },
        people.get(organisation.id)?.length ?? 0,
      ];
    });
  return {
    name: words.structures,
    columns: [
      { head: words.structure, format: 'text', width: 30 },
      { head: words.legalForm, format: 'text', width: 36 },
      { head: words.sector, format: 'text', width: 30 },
      { head: words.territory, format: 'text', width: 22 },
      { head: words.jobs, format: 'whole', width: 10 },
      { head: words.fte, format: 'days', width: 8 },
      { head: words.vat, format: 'text', width: 14 },
      { head: words.circle, format: 'text', width: 18 },
      { head: words.arrivedOn, format: 'date', width: 12 },
      { head: words.people, format: 'whole', width: 10 },
    ],
    rows,
    total: null,
  };
}

function sessionsOf(accompaniment: Accompaniment, period: Period): readonly RecordOf<'sessions'>[] {
  return Object.values(accompaniment.sessions)
    .filter((session) => isWithin(period, session.date))
    .toSorted(compareSessions);
}
