// The statement of funded days as a pdfmake definition, drawn from its neutral model.
import type { Locale } from '@contract/settings.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDayFigure, formatDayLength, formatDays, formatHours } from '@domain/format/durations.ts';
import type { DaysStatement, Period, StatementEntry, StatementEnvelope, StatementMonth } from '@domain/report/days-statement.ts';
import type { Quantity } from '@domain/ledger/quantity.ts';
import { partyText } from '@domain/report/parties.ts';
import { type Fact, schemeText, stateText } from '@domain/report/session-report-lines.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { kindName } from '@domain/text/kind-name.ts';
import type { Minutes } from '@domain/units.ts';
import { capitalised } from '@domain/writing/capital.ts';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { daysByPhase } from './days-by-phase.ts';
import { signatures } from './days-signatures.ts';
import { letterhead } from './letterhead.ts';
import { facts, heading, ledgerRows, listing, opening, paper, QUIET, quiet, subheading, underHeading } from './paper.ts';

/** @param onPages receives the number of pages once it is known */
export function daysStatementPdf(statement: DaysStatement, locale: Locale, onPages: (pages: number) => void): TDocumentDefinitions {
  const { statement: texts, documents } = catalogueOf(locale);
  const content: Content[] = [
    ...letterhead(statement.letterhead),
    ...opening(schemeText(statement.scheme, locale), texts.title, NAME),
    quiet(statement.mission),
    facts(partyFacts(statement, locale)),
    heading(texts.standing),
    ...standing(statement, locale),
    ...daysByPhase(statement, locale),
    ...sessionsTable(statement, locale),
    heading(texts.entries),
    underHeading(periodText(statement.period, locale)),
    ...(statement.months.length === 0
      ? [{ text: texts.noEntries, color: QUIET }]
      : statement.months.flatMap((month) => monthTable(month, locale))),
    ...signatures(statement, locale),
  ];
  return paper(content, {
    title: [texts.title, statement.mission].filter((part) => part !== '').join(' · '),
    author: statement.accompanists.map(({ name }) => name).join(', '),
    language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    headLeft: statement.mission,
    headRight: texts.title,
    foot: stateText(statement, statement.on, locale),
    pageOf: documents.page,
    onPages,
  });
}

/** Of the name of the document, in points. */
const NAME = 26;

/** Who is party to the mission; a statement without the name of who worked is not complete, and says so. */
function partyFacts({ scheme, accompanists, officers, beneficiaries }: DaysStatement, locale: Locale): readonly Fact[] {
  const { documents, statement: texts } = catalogueOf(locale);
  const isUnknown = accompanists.length === 0;
  const rows: readonly Fact[] = [
    [documents.accompaniment[scheme], isUnknown ? documents.notSaid : accompanists.map(partyText).join('\n'), isUnknown],
    [documents.officers[scheme], officers.map(partyText).join('\n')],
    [texts.beneficiaries, beneficiaries.join(', ')],
  ];
  return rows.filter(([, value]) => value !== '');
}

/** Number, day, half-days, of a session. In points. */
const SESSION_WIDTHS = [34, 86, 62];

function sessionsTable({ sessions }: DaysStatement, locale: Locale): Content[] {
  const { documents, statement: texts, tables } = catalogueOf(locale);
  if (sessions.length === 0) return [];
  const rows = sessions.map(({ number, date, halves, place, mode, title: text }): TableCell[] => [
    { text: String(number) },
    { text: formatDate(date, 'listed', locale) },
    halves === null ? { text: documents.notSaid, color: QUIET } : { text: texts.halves[halves] },
    { text: place === '' ? tables.sessions.choices.mode[mode] : place },
    { text },
  ]);
  const heads = [texts.session, texts.date, texts.halfDays, texts.place, texts.note];
  return [heading(texts.sessions), listing(heads, [...SESSION_WIDTHS, '*', '*'], rows)];
}

/** @returns a period in words (`Du 1er mars 2026 au 31 mars 2026`) */
export function periodText({ from, to }: Period, locale: Locale): string {
  const { statement: texts } = catalogueOf(locale);
  const long = (date: NonNullable<Period['from']>) => formatDate(date, 'long', locale);
  if (from === null) return to === null ? texts.allTime : texts.until(long(to));
  if (to === null) return texts.since(long(from));
  return from === to ? texts.onDay(long(from)) : texts.between(long(from), long(to));
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
  const { documents } = catalogueOf(locale);
  const isUnnumbered = envelope.contract === '';
  const rows: readonly Fact[] = [
    [texts.funder, envelope.funder],
    [texts.contract, isUnnumbered ? documents.unnumbered : envelope.contract, isUnnumbered],
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
      {
        caption: capitalised(name),
        total: `${texts.monthTotal(formatDays(month.funded.days, locale), formatHours(month.funded.minutes, locale))}${beside.join('')}`,
      },
    ),
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
