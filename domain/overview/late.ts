// What is late in an accompaniment, and what comes next: the same for the overview, for Home and for the count in the navigation.
import { type Accompaniment, rowsIn } from '../document.ts';
import { by, compareSessions, inOrder } from '../ordering.ts';
import type { LateRule, Match } from '../tables/table.ts';
import {
  type AnyRecord,
  declarationOf,
  ownTitle,
  type RecordOf,
  tableBehind,
  type TABLES,
  type TableName,
  tableNames,
} from '../tables/tables.ts';
import { daysBetween } from '../time/calendar.ts';
import { type CalendarDate, calendarDate } from '../units.ts';

/** The tables whose records can be late, and the reasons of each: a phase, for instance, should have begun or ended. */
type RuleOf<T extends TableName> = (typeof TABLES)[T]['late'][number];
export type LateTable = { [T in TableName]: [RuleOf<T>] extends [never] ? never : T }[TableName];
export type LateReason<T extends LateTable = LateTable> = { [K in T]: RuleOf<K>['as'] }[T];

export type Late = {
  readonly table: LateTable;
  readonly reason: LateReason;
  readonly record: AnyRecord;
  /** Empty if the record has none. */
  readonly title: string;
  readonly dueOn: CalendarDate;
  /** Days since it was due. */
  readonly days: number;
};

/** @returns what is late on a day, the most overdue first. */
export function lateOn(accompaniment: Accompaniment, today: CalendarDate): readonly Late[] {
  const found = LATE_TABLES.flatMap((table) =>
    Object.values(rowsIn(accompaniment, table)).flatMap((record) => lateOf(accompaniment, { table, record, today })),
  );
  return found.toSorted(
    by(
      ({ days }) => -days,
      ({ record }) => record.id,
    ),
  );
}

type Asked = { readonly table: LateTable; readonly record: AnyRecord; readonly today: CalendarDate };

function lateOf(accompaniment: Accompaniment, { table, record, today }: Asked): readonly Late[] {
  return declarationOf(table).late.flatMap((rule): readonly Late[] => {
    const date = record[rule.by];
    if (typeof date !== 'string' || date >= today || !fits(record, rule.while) || isExcused(accompaniment, { table, record, rule }))
      return [];
    const dueOn = calendarDate(date);
    const reason = rule.as as LateReason; // declared in this table
    return [{ table, reason, record, title: ownTitle(table, record), dueOn, days: daysBetween(dueOn, today) }];
  });
}

function fits(record: AnyRecord, match: Match): boolean {
  return Object.entries(match).every(([field, value]) => record[field] === value);
}

type Excuse = { readonly table: LateTable; readonly record: AnyRecord; readonly rule: LateRule };

/** What belongs to something given up is no longer late. */
function isExcused(accompaniment: Accompaniment, { table, record, rule }: Excuse): boolean {
  return Object.entries(rule.unless ?? {}).some(([field, match]) => {
    const above = tableBehind(table, field);
    const owner = above === null ? undefined : rowsIn(accompaniment, above)[String(record[field])];
    return owner !== undefined && fits(owner, match);
  });
}

/** @returns the tables whose records can be late, in file order */
export function lateTables(): readonly LateTable[] {
  return LATE_TABLES;
}

/** @returns every reason given in a declaration, each once */
export function lateReasons(): readonly LateReason[] {
  return [...new Set(LATE_TABLES.flatMap((table) => declarationOf(table).late.map(({ as }) => as as LateReason)))]; // declared in these tables
}

const LATE_TABLES = tableNames().filter(canBeLate);

function canBeLate(table: TableName): table is LateTable {
  return declarationOf(table).late.length > 0;
}

/** @returns the next planned session on or after a day, or `null`. */
export function nextSession(accompaniment: Accompaniment, today: CalendarDate): RecordOf<'sessions'> | null {
  const planned = Object.values(accompaniment.sessions).filter((session) => session.status === 'planned' && session.date >= today);
  return planned.toSorted(compareSessions)[0] ?? null;
}

/** Later than every date that can be typed. */
const NO_DATE = '9999';

/** @returns the actions still to be done, the most urgent first; those without a date come last. */
export function openActions(accompaniment: Accompaniment): readonly RecordOf<'actions'>[] {
  const open = inOrder(Object.values(accompaniment.actions).filter((action) => action.status === 'open'));
  return open.toSorted(by(({ dueOn }) => dueOn ?? NO_DATE));
}
