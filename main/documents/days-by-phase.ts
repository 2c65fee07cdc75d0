// The table of the statement that says the days of each phase, by kind of work.
import type { Locale } from '@contract/settings.ts';
import { formatDayFigure } from '@domain/format/durations.ts';
import { type Quantity, sumOfQuantities } from '@domain/ledger/quantity.ts';
import type { DaysStatement, StatementPhase } from '@domain/report/days-statement.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { kindName } from '@domain/text/kind-name.ts';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { figureWidth, longestWord } from './column-words.ts';
import { heading, inOnePiece, listing, QUIET, TEXT_WIDTH } from './paper.ts';

/** Phases whose table fits a page even with long titles: it is then kept in one piece. */
const FIT_ONE_PAGE = 8;
/** More kinds of work than this do not fit beside a legible name: the last ones are combined. */
const MOST_KINDS = 6;
/** Between two columns, in points. */
const GAP = 6;
/** Of the columns, with small figures and short names. In points. */
const LEAST = { name: 55, share: 30, kind: 48, done: 32, left: 32 };
/** A name is given no more than this: a longer word breaks. In points. */
const MOST_NAME = 110;

/** A figure in days, and how it looks. */
type Figure = { readonly days: number; readonly isStrong: boolean };
type Row = { readonly name: string; readonly isStrong: boolean; readonly figures: readonly (Figure | null)[] };

/** @returns the table under its heading, or nothing where no phase has a share */
export function daysByPhase(statement: DaysStatement, locale: Locale): Content[] {
  const { statement: texts } = catalogueOf(locale);
  const { phases, envelopes, kinds } = statement;
  if (phases.length === 0 || envelopes.length === 0) return [];
  const widths = widthsOf(rowsOf(statement, locale, kinds.length), locale);
  const own = kinds.length > widths.most ? widths.most - 1 : kinds.length;
  const names = [...kinds.slice(0, own).map((kind) => kindName(kind, locale)), ...(own < kinds.length ? [texts.otherKinds] : [])];
  const head = (text: string): TableCell => ({ text, alignment: 'right', fontSize: 7.5, color: QUIET });
  const table = listing(
    [texts.phase, head(texts.share), ...names.map(head), head(texts.done), head(texts.left)],
    ['*', widths.share, ...names.map(() => widths.kind), widths.done, widths.left],
    rowsOf(statement, locale, own).map((row) => cellsOf(row, locale)),
    { gap: GAP },
  );
  return phases.length <= FIT_ONE_PAGE ? [inOnePiece(texts.byPhase, table)] : [heading(texts.byPhase), table];
}

/** @param own kinds of work that have a column of their own; the others are combined in one more */
function rowsOf({ phases, kinds, totals }: DaysStatement, locale: Locale, own: number): readonly Row[] {
  const { statement: texts } = catalogueOf(locale);
  const columns = Array.from({ length: own < kinds.length ? own + 1 : own }, (_, column) => column);
  const inColumn = (phase: StatementPhase, column: number): Quantity =>
    sumOfQuantities(phase.byKind.slice(column, column < own ? column + 1 : undefined));
  const plain = (days: number): Figure => ({ days, isStrong: false });
  const strong = (days: number): Figure => ({ days, isStrong: true });
  const blank = columns.map(() => null);
  const { granted, opening, unallocated, counted, remaining } = totals;
  const unsharedName = unallocated !== null && unallocated.share.days < 0 ? texts.sharedTooMuch : texts.unshared;
  return [
    ...phases.map((phase, index): Row => ({
      name: phase.title === null ? texts.noPhase : `${index + 1}. ${phase.title}`,
      isStrong: false,
      figures: [
        phase.allocated.minutes === 0 ? null : plain(phase.allocated.days),
        ...columns.map((column) => plain(inColumn(phase, column).days)),
        strong(phase.counted.days),
        phase.remaining === null ? null : plain(phase.remaining.days),
      ],
    })),
    ...(unallocated === null
      ? []
      : [
          {
            name: unsharedName,
            isStrong: false,
            figures: [plain(unallocated.share.days), ...blank, null, plain(unallocated.remaining.days)],
          },
        ]),
    ...(opening.minutes === 0 ? [] : [{ name: texts.opening, isStrong: false, figures: [null, ...blank, strong(opening.days), null] }]),
    {
      name: texts.total,
      isStrong: true,
      figures: [
        strong(granted.days),
        ...columns.map((column) => strong(sumOfQuantities(phases.map((phase) => inColumn(phase, column))).days)),
        strong(counted.days),
        strong(remaining.days),
      ],
    },
  ];
}

function cellsOf({ name, isStrong, figures }: Row, locale: Locale): readonly TableCell[] {
  return [
    { text: name, ...(isStrong ? { bold: true } : {}) },
    ...figures.map((figure): TableCell =>
      figure === null
        ? { text: '' }
        : {
            text: formatDayFigure(figure.days, locale),
            alignment: 'right',
            bold: figure.isStrong,
            ...(figure.days === 0 ? { color: QUIET } : {}),
          },
    ),
  ];
}

/**
 * A figure is never broken: columns are as wide as their largest one, and as many kinds of work have one of their own as then fit beside
 * the names.
 */
function widthsOf(rows: readonly Row[], locale: Locale) {
  const widest = (least: number, figures: readonly (Figure | null | undefined)[]): number =>
    Math.ceil(Math.max(least, ...figures.map((figure) => (figure ? figureWidth(formatDayFigure(figure.days, locale)) : 0))));
  const share = widest(
    LEAST.share,
    rows.map(({ figures }) => figures[0]),
  );
  const done = widest(
    LEAST.done,
    rows.map(({ figures }) => figures.at(-2)),
  );
  const left = widest(
    LEAST.left,
    rows.map(({ figures }) => figures.at(-1)),
  );
  const kind = widest(
    LEAST.kind,
    rows.flatMap(({ figures }) => figures.slice(1, -2)),
  );
  const name = Math.min(MOST_NAME, Math.max(LEAST.name, ...rows.map((row) => longestWord(row.name))));
  const fitting = (width: number): number => Math.floor((TEXT_WIDTH - name - share - done - left - 3 * GAP) / (width + GAP));
  const kinds = (rows[0]?.figures.length ?? 3) - 3;
  if (kinds <= Math.min(MOST_KINDS, fitting(kind))) return { share, done, left, kind, most: kinds };
  const combined = Math.max(kind, done); // what several kinds have together is at most what is done
  return { share, done, left, kind: combined, most: Math.max(1, Math.min(MOST_KINDS, fitting(combined))) };
}
