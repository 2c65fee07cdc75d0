// The days of the workbook: by phase and kind of work, and by envelope, as live formulas over the time sheet.
import { groupedBy } from '../grouping.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { catalogueOf } from '../text/catalogue.ts';
import type { Catalogue } from '../text/fr.ts';
import { type Cell, columnLetter, columnOf, FIRST_ROW, type Formula, type Sheet, sumOf, valueOf } from './sheets.ts';
import { envelopeLabels, kindLabels, phaseLabels, TIME, type WorkbookScope } from './workbook-scope.ts';

/**
 * One line per phase, then what was done before the file was started and outside the period: the total matches the ledger's, to the
 * minute.
 */
export function daysSheet({ accompaniment, locale }: WorkbookScope, time: Sheet, ledger: Ledger): Sheet {
  const { workbook: words } = catalogueOf(locale);
  const phases = phaseLabels(accompaniment);
  const counted = new Set(ledger.phases.flatMap((line) => [...line.byKind.keys()]));
  const all = [...kindLabels(accompaniment, locale)].flatMap(([id, label]) => (counted.has(id) ? [label] : []));
  const named = all.length > MOST_KINDS ? all.slice(0, MOST_KINDS - 1) : all;
  const heads = named.length < all.length ? [...named, words.otherKinds] : named;
  const done = FIRST_KIND + heads.length;
  const daysOf = daysIn(time);
  const cells = (label: string, allocated: number | null, row: number): Cell[] => {
    const own = named.map((kind, index): Formula => ({
      formula: sumWhere(time, [
        [TIME.phase, `$A${row}`],
        [TIME.kind, `${columnLetter(FIRST_KIND + index)}$1`],
      ]),
      value: daysOf(label, kind),
    }));
    const others: Formula = {
      formula: `${sumWhere(time, [[TIME.phase, `$A${row}`]])}-SUM(${columnLetter(FIRST_KIND)}${row}:${columnLetter(FIRST_KIND + named.length - 1)}${row})`,
      value: all.slice(named.length).reduce((total, kind) => total + daysOf(label, kind), 0),
    };
    const byKind = named.length < all.length ? [...own, others] : own;
    const sum: Formula = {
      formula: byKind.length === 0 ? '0' : `SUM(${columnLetter(FIRST_KIND)}${row}:${columnLetter(done - 1)}${row})`,
      value: byKind.reduce((total, cell) => total + cell.value, 0),
    };
    const remaining: Cell = allocated === null ? null : { formula: `B${row}-${columnLetter(done)}${row}`, value: allocated - sum.value };
    return [label, allocated, ...byKind, sum, remaining];
  };
  const lines = ledger.phases.map((line, index) => {
    const hasShare = line.phaseId !== null && line.allocated.minutes > 0;
    return cells(
      line.phaseId === null ? words.noPhase : (phases.get(line.phaseId) ?? ''),
      hasShare ? line.allocated.days : null,
      FIRST_ROW + index,
    );
  });
  const blank = heads.map(() => null);
  const listed = lines.reduce((sum, line) => sum + valueOf(line[done] ?? null), 0);
  const outside = ledger.counted.days - ledger.opening.days - listed;
  const rows = [
    ...lines,
    ...(ledger.opening.minutes === 0 ? [] : [[words.opening, null, ...blank, ledger.opening.days, null]]),
    ...(Math.abs(outside) < LESS_THAN_A_MINUTE ? [] : [[words.outsidePeriod, null, ...blank, outside, null]]),
  ];
  const totalRow = FIRST_ROW + rows.length;
  return {
    name: words.days,
    columns: columnsOf(heads, words),
    rows,
    total: [
      words.total,
      ledger.granted.days,
      ...heads.map((_, index) => sumOf(FIRST_KIND + index, rows)),
      sumOf(done, rows),
      { formula: `B${totalRow}-${columnLetter(done)}${totalRow}`, value: ledger.granted.days - valueOf(sumOf(done, rows)) },
    ],
  };
}

function columnsOf(heads: readonly string[], words: Catalogue['workbook']): Sheet['columns'] {
  return [
    { head: words.phase, format: 'text', width: 40 },
    { head: words.share, format: 'days', width: 12 },
    ...heads.map((head) => ({ head, format: 'days' as const, width: 14 })),
    { head: words.done, format: 'days', width: 10 },
    { head: words.remaining, format: 'days', width: 10 },
  ];
}

/** Columns before those of the kinds of work. */
const FIRST_KIND = 2;
/** A table with more kinds of work than this is unreadable: the last ones are added together. */
const MOST_KINDS = 40;
/** Sums of days are sums of fractions: a smaller difference is rounding. In days of any contract. */
const LESS_THAN_A_MINUTE = 1 / 1440 / 2;

/** One line per envelope: granted, amended, done, left. */
export function envelopesSheet({ accompaniment, on, locale, period }: WorkbookScope, time: Sheet, ledger: Ledger): Sheet {
  const { workbook: words } = catalogueOf(locale);
  const labels = envelopeLabels(accompaniment);
  const amendments = groupedBy(
    Object.values(accompaniment.amendments).filter((amendment) => amendment.on <= on),
    ({ envelopeId }) => envelopeId,
  );
  const entries = groupedBy(time.rows, (cells) => cells[TIME.envelope]);
  const rows = ledger.envelopes.map((line, index): readonly Cell[] => {
    const row = FIRST_ROW + index;
    const { envelope, minutesPerDay: day } = line;
    const label = labels.get(envelope.id) ?? '';
    const inForce = amendments.get(envelope.id) ?? [];
    const listed = (entries.get(label) ?? []).reduce((sum, cells) => sum + valueOf(cells[TIME.days] ?? null), 0);
    const outside = line.counted / day - envelope.openingMinutes / day - listed;
    const before = envelope.openingMinutes / day + (Math.abs(outside) < LESS_THAN_A_MINUTE ? 0 : outside);
    return [
      label,
      day,
      envelope.grantedMinutes / day,
      inForce.reduce((sum, amendment) => sum + amendment.minutes / day, 0),
      before,
      { formula: `E${row}+${sumWhere(time, [[TIME.envelope, `$A${row}`]])}`, value: line.counted / day },
      line.planned / day,
      { formula: `C${row}+D${row}-F${row}`, value: line.remaining / day },
    ];
  });
  return {
    name: words.envelopes,
    columns: [
      { head: words.envelope, format: 'text', width: 34 },
      { head: words.dayLength, format: 'whole', width: 14 },
      { head: words.granted, format: 'days', width: 12 },
      { head: words.amendments, format: 'days', width: 12 },
      { head: period.from === null && period.to === null ? words.opening : words.openingAndOutside, format: 'days', width: 22 },
      { head: words.done, format: 'days', width: 10 },
      { head: words.planned, format: 'days', width: 10 },
      { head: words.remaining, format: 'days', width: 10 },
    ],
    rows,
    total: [words.total, null, ...[2, 3, 4, 5, 6, 7].map((index) => sumOf(index, rows))],
  };
}

/** Compares cells directly: a SUMIFS criterion would misread `*` or `>` in a name. */
function sumWhere(time: Sheet, conditions: readonly (readonly [number, string])[]): string {
  return `SUMPRODUCT(${conditions.map(([column, cell]) => `(${columnOf(time, column)}=${cell})`).join('*')}*${columnOf(time, TIME.days)})`;
}

/** @returns the days of the time sheet by the names of phase and kind. */
function daysIn(time: Sheet): (phase: string, kind: string) => number {
  const byPhase = new Map(
    [...groupedBy(time.rows, (cells) => cells[TIME.phase])].map(([phase, own]) => [phase, groupedBy(own, (cells) => cells[TIME.kind])]),
  );
  return (phase, kind) => (byPhase.get(phase)?.get(kind) ?? []).reduce((sum, cells) => sum + valueOf(cells[TIME.days] ?? null), 0);
}
