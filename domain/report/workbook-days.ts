// The days of the workbook by phase and kind of work, as live formulas over the time sheet.
import { groupedBy } from '../grouping.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { less } from '../ledger/quantity.ts';
import { catalogueOf } from '../text/catalogue.ts';
import type { Catalogue } from '../text/fr.ts';
import { LESS_THAN_A_MINUTE, sumWhere } from './days-formulas.ts';
import { type Cell, columnLetter, FIRST_ROW, type Formula, type Sheet, sumOf, totalRowOf, valueOf } from './sheets.ts';
import { kindLabels, phaseLabels, TIME, type WorkbookScope } from './workbook-scope.ts';

/**
 * One line per phase, then what is not shared out between them, and what was done before the file was started and outside the period: the
 * totals are sums, and match the ledger's to the minute.
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
    const label = line.phaseId === null ? words.noPhase : (phases.get(line.phaseId) ?? '');
    return cells(label, line.remaining === null ? null : line.allocated.days, FIRST_ROW + index);
  });
  const blank = heads.map(() => null);
  const listed = lines.reduce((sum, line) => sum + valueOf(line[done] ?? null), 0);
  const outside = less(ledger.counted, ledger.opening).days - listed;
  const under = [
    ...(ledger.opening.minutes === 0 ? [] : [[words.opening, null, ...blank, ledger.opening.days, null]]),
    ...(Math.abs(outside) < LESS_THAN_A_MINUTE ? [] : [[words.outsidePeriod, null, ...blank, outside, null]]),
  ];
  const totalRow = totalRowOf(lines.length + (ledger.unallocated === null ? 0 : 1) + under.length);
  const rows: readonly (readonly Cell[])[] = [
    ...lines,
    ...(ledger.unallocated === null ? [] : [unsharedRow(ledger, lines, { done, total: totalRow, words })]),
    ...under,
  ];
  return {
    name: words.days,
    columns: columnsOf(heads, words),
    rows,
    total: [
      words.total,
      sumOf(SHARE, rows),
      ...heads.map((_, index) => sumOf(FIRST_KIND + index, rows)),
      sumOf(done, rows),
      { formula: `B${totalRow}-${columnLetter(done)}${totalRow}`, value: sumOf(SHARE, rows).value - sumOf(done, rows).value },
    ],
  };
}

type Around = { readonly done: number; readonly total: number; readonly words: Catalogue['workbook'] };

/** What no phase has: its share is a figure, and what remains of it is what the total has beside the phases. */
function unsharedRow({ granted, counted, unallocated }: Ledger, lines: readonly (readonly Cell[])[], around: Around): readonly Cell[] {
  const share = unallocated?.share.days ?? 0;
  const remaining = columnLetter(around.done + 1);
  const own = sumOf(around.done + 1, lines);
  return [
    share < 0 ? around.words.sharedTooMuch : around.words.unshared,
    share,
    ...Array.from({ length: around.done - FIRST_KIND + 1 }, () => null),
    {
      formula: lines.length === 0 ? `${remaining}${around.total}` : `${remaining}${around.total}-${own.formula}`,
      value: less(granted, counted).days - own.value,
    },
  ];
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

const SHARE = 1;
/** Columns before those of the kinds of work. */
const FIRST_KIND = 2;
/** A table with more kinds of work than this is unreadable: the last ones are added together. */
const MOST_KINDS = 40;
/** @returns the days of the time sheet by the names of phase and kind. */
function daysIn(time: Sheet): (phase: string, kind: string) => number {
  const byPhase = new Map(
    [...groupedBy(time.rows, (cells) => cells[TIME.phase])].map(([phase, own]) => [phase, groupedBy(own, (cells) => cells[TIME.kind])]),
  );
  return (phase, kind) => (byPhase.get(phase)?.get(kind) ?? []).reduce((sum, cells) => sum + valueOf(cells[TIME.days] ?? null), 0);
}
