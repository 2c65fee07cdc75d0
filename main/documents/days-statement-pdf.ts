// The statement of funded days as a pdfmake definition, drawn from its neutral model.
import type { Locale } from '@contract/settings.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDayFigure, formatDayLength, formatDays, formatHours } from '@domain/format/durations.ts';
import type { DaysStatement, Period, StatementEntry, StatementEnvelope, StatementMonth } from '@domain/report/days-statement.ts';
import type { Quantity } from '@domain/ledger/quantity.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { kindName } from '@domain/text/kind-name.ts';
import type { Minutes } from '@domain/units.ts';
import { capitalised } from '@domain/writing/capital.ts';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { daysByPhase } from './days-by-phase.ts';
import { facts, heading, ledgerRows, listing, paper, QUIET, quiet, subheading, title, underHeading } from './paper.ts';

/** @param onPages receives the number of pages once it is known */
export function daysStatementPdf(statement: DaysStatement, locale: Locale, onPages: (pages: number) => void): TDocumentDefinitions {
  const { statement: texts, documents } = catalogueOf(locale);
  const state = documents.stateOn(formatDate(statement.on, 'long', locale));
  const content: Content[] = [
    title(texts.title),
    quiet(statement.mission),
    heading(texts.standing),
    ...standing(statement, locale),
    ...daysByPhase(statement, locale),
    heading(texts.entries),
    underHeading(periodText(statement.period, locale)),
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
    return [{ text: texts.noEnvelope }, ...(looseRows(totals, locale).length === 0 ? [] : [ledgerRows(looseRows(totals, locale), WIDTHS)])];
  return [
    ...envelopes.flatMap((envelope) => envelopePart(envelope, envelopes.length === 1 ? totals : null, locale)),
    ...(envelopes.length === 1 ? [] : [subheading(texts.total), ledgerRows(amountRows(totals, totals, locale), WIDTHS)]),
    { text: texts.rule, color: QUIET, fontSize: 8.5, margin: [0, 8, 0, 0] },
  ];
}

/** Name, days, hours. In points. */
const WIDTHS = ['*', 70, 90];
/** Stated once, for all envelopes together. */
type Whole = DaysStatement['totals'];

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
  const row = (name: Content, amount: Quantity, look: { readonly bold?: boolean; readonly indent?: number } = {}): TableCell[] => [
    { stack: [name], bold: look.bold === true, margin: [look.indent ?? 0, 0, 0, 0] },
    { text: formatDays(amount.days, locale), alignment: 'right', bold: look.bold === true },
    { text: formatHours(amount.minutes, locale), alignment: 'right', color: QUIET },
  ];
  return [
    ...(first === undefined || amendments.length === 0
      ? []
      : [row(texts.granted, first), ...amendments.map((amendment) => row(amendedText(amendment, locale), amendment.amount))]),
    row(amendments.length === 0 ? texts.granted : texts.grantedTotal, granted, { bold: true }),
    row(texts.counted, counted),
    ...(opening.minutes === 0 ? [] : [row(texts.openingPart, opening, { indent: 14 })]),
    ...(whole === null || whole.toSign.minutes === 0 ? [] : [row(texts.toSign, whole.toSign, { indent: 14 })]),
    row(texts.remaining, remaining, { bold: true }),
    row(texts.planned, planned),
    ...(whole === null || whole.later.minutes === 0 ? [] : [row(texts.later, whole.later)]),
    ...(whole === null ? [] : looseRows(whole, locale)),
  ];
}

/** The day of an amendment, and below it what it is for. */
function amendedText({ on, isInForce, reason }: StatementEnvelope['amendments'][number], locale: Locale): Content {
  const { statement: texts } = catalogueOf(locale);
  const dated = `${texts.amendment(formatDate(on, 'long', locale))}${isInForce ? '' : ` (${texts.notInForce})`}`;
  return { stack: [dated, ...(reason === '' ? [] : [{ text: reason, color: QUIET, fontSize: 8.5 }])] };
}

/** What consumes nothing: in hours alone, since no contract's day applies. */
function looseRows({ unfunded, unfundedPlanned, unfundedLater }: Whole, locale: Locale): TableCell[][] {
  const { statement: texts } = catalogueOf(locale);
  const row = (name: string, amount: Minutes): TableCell[] => [
    { text: name },
    { text: '' },
    { text: formatHours(amount, locale), alignment: 'right', color: QUIET },
  ];
  return [
    ...(unfunded === 0 ? [] : [row(texts.unfunded, unfunded)]),
    ...(unfundedPlanned === 0 ? [] : [row(texts.unfundedPlanned, unfundedPlanned)]),
    ...(unfundedLater === 0 ? [] : [row(texts.unfundedLater, unfundedLater)]),
  ];
}

function monthTable(month: StatementMonth, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const name = formatDate(month.month, 'month', locale);
  const { later, unfundedLater } = month.later;
  const beside = [
    ...(month.unfunded === 0 ? [] : [texts.monthUnfunded(formatHours(month.unfunded, locale))]),
    ...(later.minutes === 0 ? [] : [texts.monthLater(formatDays(later.days, locale), formatHours(later.minutes, locale))]),
    ...(unfundedLater === 0 ? [] : [texts.monthUnfundedLater(formatHours(unfundedLater, locale))]),
  ].map((words) => ` · ${words}`);
  const right = (text: string): TableCell => ({ text, alignment: 'right', fontSize: 8.5, color: QUIET });
  return [
    listing(
      [texts.date, texts.kind, texts.session, texts.note, right(texts.days), right(texts.length)],
      [44, 74, 40, '*', 34, 52],
      month.entries.map((entry) => entryRow(entry, locale)),
      { caption: capitalised(name) },
    ),
    {
      text: `${texts.monthTotal(formatDays(month.funded.days, locale), formatHours(month.funded.minutes, locale))}${beside.join('')}`,
      alignment: 'right',
      bold: true,
      margin: [0, 4, 0, 8],
    },
  ];
}

function entryRow(entry: StatementEntry, locale: Locale): TableCell[] {
  const { statement: texts } = catalogueOf(locale);
  return [
    { text: formatDate(entry.date, 'short', locale) },
    { text: kindName(entry.kind, locale) },
    { text: entry.session === 0 ? '' : String(entry.session) },
    { text: [...(entry.isLater ? [texts.toConfirm] : []), entry.note].filter(Boolean).join(' · ') },
    {
      text: entry.days === null ? '–' : formatDayFigure(entry.days, locale),
      alignment: 'right',
      ...(entry.days === null ? { color: QUIET } : {}),
    },
    { text: formatHours(entry.minutes, locale), alignment: 'right', ...(entry.days === null ? { color: QUIET } : {}) },
  ];
}
