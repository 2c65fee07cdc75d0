// The statement of funded days as a pdfmake definition, drawn from its neutral model.
import type { Locale } from '@contract/settings.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDayFigure, formatDayLength, formatDays, formatHours } from '@domain/format/durations.ts';
import type {
  DaysStatement,
  Period,
  StatementEntry,
  StatementEnvelope,
  StatementMonth,
  StatementPhase,
} from '@domain/report/days-statement.ts';
import type { Quantity } from '@domain/ledger/ledger.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { kindName } from '@domain/text/kind-name.ts';
import type { Minutes } from '@domain/units.ts';
import { capitalised } from '@domain/writing/capital.ts';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { facts, heading, ledgerRows, listing, paper, QUIET, quiet, subheading, title } from './paper.ts';

/** @param onPages receives the number of pages once it is known */
export function daysStatementPdf(statement: DaysStatement, locale: Locale, onPages: (pages: number) => void): TDocumentDefinitions {
  const { statement: texts, documents } = catalogueOf(locale);
  const state = documents.stateOn(formatDate(statement.on, 'long', locale));
  const content: Content[] = [
    title(texts.title),
    quiet(statement.mission),
    heading(texts.standing),
    ...standing(statement, locale),
    ...phaseTable(statement, locale),
    heading(texts.entries),
    quiet(periodText(statement.period, locale)),
    ...(statement.months.length === 0
      ? [{ text: texts.noEntries, color: QUIET }]
      : statement.months.flatMap((month) => monthTable(month, locale))),
  ];
  return paper(content, {
    title: [texts.title, statement.mission].filter((part) => part !== '').join(' · '),
    author: statement.accompanists.join(', '),
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    headLeft: statement.mission,
    headRight: texts.title,
    foot: statement.isExample ? `${state} · ${documents.exampleMark}` : state,
    pageOf: documents.page,
    onPages,
  });
}

/** @returns a period in words (`Du 1er mars 2026 au 31 mars 2026`) */
export function periodText({ from, to }: Period, locale: Locale): string {
  const { statement: texts } = catalogueOf(locale);
  const long = (date: NonNullable<Period['from']>) => formatDate(date, 'long', locale);
  if (from === null) return to === null ? texts.allTime : texts.until(long(to));
  return to === null ? texts.since(long(from)) : texts.between(long(from), long(to));
}

function standing(statement: DaysStatement, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const { totals, envelopes } = statement;
  if (envelopes.length === 0)
    return [{ text: texts.noEnvelope }, ...(totals.unfunded === 0 ? [] : [ledgerRows([unfundedRow(totals.unfunded, locale)], WIDTHS)])];
  const whole = { toSign: totals.toSign, unfunded: totals.unfunded };
  return [
    ...envelopes.flatMap((envelope) => envelopePart(envelope, envelopes.length === 1 ? whole : null, locale)),
    ...(envelopes.length === 1 ? [] : [subheading(texts.total), ledgerRows(amountRows(totals, whole, locale), WIDTHS)]),
    { text: texts.rule, color: QUIET, fontSize: 8.5, margin: [0, 8, 0, 0] },
  ];
}

/** Name, days, hours. In points. */
const WIDTHS = ['*', 70, 90];
/** Stated once, for all envelopes together. */
type Whole = { readonly toSign: Quantity; readonly unfunded: Minutes };

function envelopePart(envelope: StatementEnvelope, whole: Whole | null, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const validity =
    envelope.startsOn === null && envelope.endsOn === null ? '' : periodText({ from: envelope.startsOn, to: envelope.endsOn }, locale);
  const rows: readonly (readonly [string, string])[] = [
    [texts.funder, envelope.funder],
    [texts.contract, envelope.contract],
    [texts.validity, validity],
    [texts.dayLength, formatDayLength(envelope.minutesPerDay)],
  ];
  return [facts(rows.filter(([, value]) => value !== '')), ledgerRows(amountRows(envelope, whole, locale), WIDTHS)];
}

type Amounts = {
  readonly granted: Quantity;
  readonly opening: Quantity;
  readonly counted: Quantity;
  readonly planned: Quantity;
  readonly remaining: Quantity;
  readonly first?: Quantity;
  readonly amendments?: StatementEnvelope['amendments'];
};

function amountRows(
  { granted, opening, counted, planned, remaining, first, amendments = [] }: Amounts,
  whole: Whole | null,
  locale: Locale,
): TableCell[][] {
  const { statement: texts } = catalogueOf(locale);
  const row = (name: string, amount: Quantity, look: { readonly bold?: boolean; readonly indent?: number } = {}): TableCell[] => [
    { text: name, bold: look.bold === true, margin: [look.indent ?? 0, 0, 0, 0] },
    { text: formatDays(amount.days, locale), alignment: 'right', bold: look.bold === true },
    { text: formatHours(amount.minutes, locale), alignment: 'right', color: QUIET },
  ];
  const amended = (amendment: StatementEnvelope['amendments'][number]): string =>
    `${texts.amendment(formatDate(amendment.on, 'long', locale))}${amendment.isInForce ? '' : ` (${texts.notInForce})`}`;
  return [
    ...(first === undefined || amendments.length === 0
      ? []
      : [row(texts.granted, first), ...amendments.map((amendment) => row(amended(amendment), amendment.amount))]),
    row(amendments.length === 0 ? texts.granted : texts.grantedTotal, granted, { bold: true }),
    row(texts.counted, counted),
    ...(opening.minutes === 0 ? [] : [row(texts.openingPart, opening, { indent: 14 })]),
    ...(whole === null || whole.toSign.minutes === 0 ? [] : [row(texts.toSign, whole.toSign, { indent: 14 })]),
    row(texts.remaining, remaining, { bold: true }),
    row(texts.planned, planned),
    ...(whole === null || whole.unfunded === 0 ? [] : [unfundedRow(whole.unfunded, locale)]),
  ];
}

function unfundedRow(unfunded: Minutes, locale: Locale): TableCell[] {
  return [
    { text: catalogueOf(locale).statement.unfunded },
    { text: '' },
    { text: formatHours(unfunded, locale), alignment: 'right', color: QUIET },
  ];
}

/** Phases whose table fits a page even with long titles: it is then kept in one piece. */
const FIT_ONE_PAGE = 8;
/** More kinds of work than this do not fit beside a legible name: the last ones are combined. */
const MOST_KINDS = 6;

function phaseTable(statement: DaysStatement, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  if (statement.phases.length === 0 || statement.envelopes.length === 0) return [];
  const figure = (days: number, isStrong = false): TableCell => ({
    text: formatDayFigure(days, locale),
    alignment: 'right',
    bold: isStrong,
    ...(days === 0 ? { color: QUIET } : {}),
  });
  const head = (text: string): TableCell => ({ text, alignment: 'right', fontSize: 7.5, color: QUIET });
  const own = statement.kinds.length > MOST_KINDS ? MOST_KINDS - 1 : statement.kinds.length;
  const names = [
    ...statement.kinds.slice(0, own).map((kind) => kindName(kind, locale)),
    ...(own < statement.kinds.length ? [texts.otherKinds] : []),
  ];
  const daysBy = (phase: StatementPhase, column: number): number =>
    phase.byKind.slice(column, column < own ? column + 1 : undefined).reduce((sum, amount) => sum + amount.days, 0);
  const sum = (of: (phase: StatementPhase) => number) => statement.phases.reduce((total, phase) => total + of(phase), 0);
  const rows = statement.phases.map((phase, index): TableCell[] => [
    { text: phase.title === null ? texts.noPhase : `${index + 1}. ${phase.title}` },
    figure(phase.allocated.days),
    ...names.map((_, column) => figure(daysBy(phase, column))),
    figure(phase.counted.days, true),
  ]);
  const opening: TableCell[][] =
    statement.totals.opening.minutes === 0
      ? []
      : [
          [
            { text: texts.opening },
            { text: '' },
            ...names.map((): TableCell => ({ text: '' })),
            figure(statement.totals.opening.days, true),
          ],
        ];
  const total: TableCell[] = [
    { text: texts.total, bold: true },
    figure(
      sum((phase) => phase.allocated.days),
      true,
    ),
    ...names.map((_, column) =>
      figure(
        sum((phase) => daysBy(phase, column)),
        true,
      ),
    ),
    figure(statement.totals.counted.days, true),
  ];
  const part: Content[] = [
    heading(texts.byPhase),
    listing(
      [texts.phase, head(texts.share), ...names.map(head), head(texts.done)],
      ['*', 30, ...names.map(() => 48), 32],
      [...rows, ...opening, total],
      { gap: 6 },
    ),
  ];
  return rows.length <= FIT_ONE_PAGE ? [{ stack: part, unbreakable: true }] : part;
}

function monthTable(month: StatementMonth, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const name = formatDate(month.month, 'month', locale);
  const unfunded = month.unfunded === 0 ? '' : ` · ${texts.monthUnfunded(formatHours(month.unfunded, locale))}`;
  const right = (text: string): TableCell => ({ text, alignment: 'right', fontSize: 8.5, color: QUIET });
  return [
    listing(
      [texts.date, texts.kind, texts.session, texts.note, right(texts.days), right(texts.length)],
      [44, 74, 40, '*', 34, 52],
      month.entries.map((entry) => entryRow(entry, locale)),
      { caption: capitalised(name) },
    ),
    {
      text: `${texts.monthTotal(formatDays(month.funded.days, locale), formatHours(month.funded.minutes, locale))}${unfunded}`,
      alignment: 'right',
      bold: true,
      margin: [0, 4, 0, 8],
    },
  ];
}

function entryRow(entry: StatementEntry, locale: Locale): TableCell[] {
  return [
    { text: formatDate(entry.date, 'short', locale) },
    { text: kindName(entry.kind, locale) },
    { text: entry.session === 0 ? '' : String(entry.session) },
    { text: entry.note },
    {
      text: entry.days === null ? '–' : formatDayFigure(entry.days, locale),
      alignment: 'right',
      ...(entry.days === null ? { color: QUIET } : {}),
    },
    { text: formatHours(entry.minutes, locale), alignment: 'right', ...(entry.days === null ? { color: QUIET } : {}) },
  ];
}
