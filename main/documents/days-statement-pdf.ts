// The statement of funded days as a pdfmake definition, drawn from its neutral model.
import type { Locale } from '@contract/channels.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDayFigure, formatDayLength, formatDays, formatHours } from '@domain/format/durations.ts';
import type { DaysStatement, Period, StatementEntry, StatementEnvelope, StatementMonth } from '@domain/report/days-statement.ts';
import type { Quantity } from '@domain/ledger/ledger.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { kindName } from '@domain/text/kind-name.ts';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { facts, heading, ledgerRows, listing, paper, QUIET, quiet, subheading, title } from './paper.ts';

/** @param onPages told the number of pages once it is known */
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
    ...(statement.months.length === 0 ? [{ text: texts.noEntries, color: QUIET }] : statement.months.flatMap((month) => monthTable(month, locale))),
  ];
  return paper(content, {
    title: [texts.title, statement.mission].filter((part) => part !== '').join(' · '), author: statement.accompanists.join(', '), language: locale === 'fr' ? 'fr-FR' : 'en-GB',
    headLeft: statement.mission, headRight: texts.title, foot: statement.isExample ? `${state} · ${documents.exampleMark}` : state, pageOf: documents.page, onPages,
  });
}

/** @returns a period in words (`Du 1er mars 2026 au 31 mars 2026`). */
export function periodText({ from, to }: Period, locale: Locale): string {
  const { statement: texts } = catalogueOf(locale);
  const long = (date: NonNullable<Period['from']>) => formatDate(date, 'long', locale);
  if (from === null) return to === null ? texts.allTime : texts.until(long(to));
  return to === null ? texts.since(long(from)) : texts.between(long(from), long(to));
}

function standing(statement: DaysStatement, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const unfunded: Content[] = statement.totals.unfunded === 0 ? [] : [facts([[texts.unfunded, formatHours(statement.totals.unfunded, locale)]])];
  if (statement.envelopes.length === 0) return [{ text: texts.noEnvelope }, ...unfunded];
  const total: Content[] = statement.envelopes.length === 1 ? [] : [subheading(texts.total), amounts(statement.totals, statement.totals.toSign, locale)];
  return [
    ...statement.envelopes.flatMap((envelope) => envelopePart(envelope, statement.envelopes.length === 1 ? statement.totals.toSign : null, locale)),
    ...total,
    ...unfunded,
    { text: texts.rule, color: QUIET, fontSize: 8.5, margin: [0, 8, 0, 0] },
  ];
}

function envelopePart(envelope: StatementEnvelope, toSign: Quantity | null, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const validity = envelope.startsOn === null && envelope.endsOn === null ? '' : periodText({ from: envelope.startsOn, to: envelope.endsOn }, locale);
  const rows: readonly (readonly [string, string])[] = [
    [texts.funder, envelope.funder], [texts.contract, envelope.contract], [texts.validity, validity], [texts.dayLength, formatDayLength(envelope.minutesPerDay)],
  ];
  return [facts(rows.filter(([, value]) => value !== '')), amounts(envelope, toSign, locale)];
}

type Amounts = { readonly granted: Quantity; readonly opening: Quantity; readonly counted: Quantity; readonly planned: Quantity; readonly remaining: Quantity; readonly first?: Quantity; readonly amendments?: StatementEnvelope['amendments'] };

function amounts({ granted, opening, counted, planned, remaining, first, amendments = [] }: Amounts, toSign: Quantity | null, locale: Locale): Content {
  const { statement: texts } = catalogueOf(locale);
  const row = (name: string, amount: Quantity, isStrong = false): TableCell[] => [{ text: name, bold: isStrong }, { text: formatDays(amount.days, locale), alignment: 'right', bold: isStrong }, { text: formatHours(amount.minutes, locale), alignment: 'right', color: QUIET }];
  const rows = [
    ...(first === undefined || amendments.length === 0 ? [] : [row(texts.granted, first), ...amendments.map((amendment) => row(`${texts.amendment(formatDate(amendment.on, 'long', locale))}${amendment.isInForce ? '' : ` (${texts.notInForce})`}`, amendment.amount))]),
    row(amendments.length === 0 ? texts.granted : texts.grantedTotal, granted, true),
    ...(opening.minutes === 0 ? [] : [row(texts.opening, opening)]),
    row(texts.counted, counted),
    ...(toSign === null || toSign.minutes === 0 ? [] : [row(`   ${texts.toSign}`, toSign)]),
    row(texts.remaining, remaining, true),
    row(texts.planned, planned),
  ];
  return ledgerRows(rows, ['*', 70, 90]);
}

function phaseTable(statement: DaysStatement, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  if (statement.phases.length === 0 || statement.envelopes.length === 0) return [];
  const figure = (days: number, isStrong = false): TableCell => ({ text: formatDayFigure(days, locale), alignment: 'right', bold: isStrong, ...(days === 0 ? { color: QUIET } : {}) });
  const head = (text: string): TableCell => ({ text, alignment: 'right', fontSize: 8.5, color: QUIET });
  const rows = statement.phases.map((phase, index): TableCell[] => [
    { text: phase.title === null ? texts.noPhase : `${index + 1}. ${phase.title}` }, figure(phase.allocated.days), ...phase.byKind.map((amount) => figure(amount.days)), figure(phase.counted.days, true),
  ]);
  const sum = (of: (phase: DaysStatement['phases'][number]) => number) => statement.phases.reduce((total, phase) => total + of(phase), 0);
  const opening: TableCell[][] = statement.totals.opening.minutes === 0 ? [] : [[{ text: texts.opening }, { text: '' }, ...statement.kinds.map((): TableCell => ({ text: '' })), figure(statement.totals.opening.days, true)]];
  const total: TableCell[] = [{ text: texts.total, bold: true }, figure(sum((phase) => phase.allocated.days), true), ...statement.kinds.map((_, index) => figure(sum((phase) => phase.byKind[index]?.days ?? 0), true)), figure(statement.totals.counted.days, true)];
  return [
    heading(texts.byPhase),
    { text: texts.inDays, color: QUIET, fontSize: 8.5 },
    listing([texts.phase, head(texts.share), ...statement.kinds.map((kind) => head(kindName(kind, locale))), head(texts.done)], ['*', 42, ...statement.kinds.map(() => 56), 42], [...rows, ...opening, total]),
  ];
}

function monthTable(month: StatementMonth, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const name = formatDate(month.month, 'month', locale);
  const unfunded = month.unfunded === 0 ? '' : ` · ${texts.monthUnfunded(formatHours(month.unfunded, locale))}`;
  return [
    subheading(`${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    listing([texts.date, texts.kind, texts.session, texts.note, { text: texts.length, alignment: 'right', fontSize: 8.5, color: QUIET }], [44, 76, 44, '*', 82], month.entries.map((entry) => entryRow(entry, locale))),
    { text: `${texts.monthTotal(formatDays(month.funded.days, locale), formatHours(month.funded.minutes, locale))}${unfunded}`, alignment: 'right', bold: true, margin: [0, 4, 0, 4] },
  ];
}

function entryRow(entry: StatementEntry, locale: Locale): TableCell[] {
  const { statement: texts } = catalogueOf(locale);
  const length = entry.days === null ? `${formatHours(entry.minutes, locale)}\n${texts.outsideEnvelope}` : `${formatDays(entry.days, locale)} · ${formatHours(entry.minutes, locale)}`;
  return [
    { text: formatDate(entry.date, 'short', locale) }, { text: kindName(entry.kind, locale) }, { text: entry.session === 0 ? '' : String(entry.session) }, { text: entry.note },
    { text: length, alignment: 'right', ...(entry.days === null ? { color: QUIET } : {}) },
  ];
}
