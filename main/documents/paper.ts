// The paper of every PDF: page, margins, type, thin rules, header and footer.
import type { Fact } from '@domain/report/session-report-lines.ts';
import type { Content, ContentTable, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { withinColumn } from './column-words.ts';
import { surelyFit } from './drawn-height.ts';

const MM = 72 / 25.4; // points in a millimetre
const MARGIN = 25 * MM;
export const INK = '#1e2324';
export const QUIET = '#545b5c';
export const RULE = '#cfc8ba';
/** Width between the margins of an A4 page, in points. */
export const TEXT_WIDTH = 595.28 - 2 * MARGIN;

export type PaperOptions = {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly headLeft: string;
  readonly headRight: string;
  readonly foot: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly onPages: (pages: number) => void;
  /** Of the text, in points. */
  readonly size?: number;
};

/** @returns a whole document on A4, with its language and title for readers of every kind. */
export function paper(content: Content[], options: PaperOptions): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN + 8 * MM, MARGIN, MARGIN],
    info: { title: options.title, author: options.author, creator: 'Tierce', producer: 'Tierce' },
    language: options.language,
    defaultStyle: { font: 'Inter', fontSize: options.size ?? 10, lineHeight: 1.35, color: INK },
    header: () => head(options.headLeft, options.headRight),
    footer: (page, pages) => {
      options.onPages(pages);
      return foot(options.foot, options.pageOf(page, pages));
    },
    content,
  };
}

/** @param size of the title of a document, in points */
export function title(text: string, size = 20): Content {
  return { text, font: 'Serif', fontSize: size, lineHeight: 1.15, margin: [0, 6, 0, 4], tocItem: false, headlineLevel: 1 };
}

/** What a first page is recognised by across a room: a large line, and above it a quiet one, which may be empty. */
export function opening(above: string, large: string, size: number): Content[] {
  return [
    ...(above === '' ? [] : [{ text: above, fontSize: 14, color: QUIET, margin: [0, 2, 0, 0] } satisfies Content]),
    { text: large, font: 'Serif', fontSize: size, lineHeight: 1.1, margin: [0, 0, 0, 2] },
  ];
}

/** The title of a section. */
export function heading(text: string): ContentText {
  return { text, font: 'Serif', fontSize: 12.5, margin: [0, 16, 0, 4], headlineLevel: 2 };
}

/** The title of a part of a section. */
export function subheading(text: string): Content {
  return { text, bold: true, margin: [0, 12, 0, 2], headlineLevel: 3 };
}

/** A quiet line below a title. */
export function quiet(text: string): Content {
  return { text, color: QUIET, margin: [0, 0, 0, 12] };
}

/** A heading and what is below it, in one piece if that surely fits on a page. */
export function inOnePiece(name: string, part: Content): Content {
  return unparted([heading(name), part]);
}

/** Parts that share a page, if they surely fit on one: no heading and no last row among them can then stand alone. */
export function unparted(parts: readonly (ContentText | Content)[]): Content {
  return surelyFit(parts, TEXT_WIDTH) ? { stack: parts.map(settled), unbreakable: true } : { stack: [...parts] };
}

function settled(part: Content): Content {
  if (typeof part === 'object' && 'headlineLevel' in part) return { ...part, headlineLevel: undefined };
  if (typeof part !== 'object' || !('table' in part) || part.table === undefined) return part;
  const { parted: _, ...table }: ContentTable['table'] & Partial<Parted> = part.table;
  return { ...part, table } satisfies ContentTable;
}

/** A quiet line that belongs to the heading above: the two are never parted from what follows. */
export function underHeading(text: string): Content {
  return { text, color: QUIET, margin: [0, 0, 0, 12], headlineLevel: 3 };
}

/** So many lines take less than half a page, also where some of them are long. */
const FEW_LINES = 12;

/** Names on the left, their values on the right, quiet where something is missing. */
export function facts(rows: readonly Fact[]): Content {
  return {
    table: {
      widths: [104, '*'],
      dontBreakRows: rows.every(([, value]) => value.length <= FITS_HALF_A_PAGE && value.split('\n').length <= FEW_LINES),
      body: rows.map(([name, value, isMissing]): TableCell[] => [
        { text: name, color: QUIET },
        { text: value, ...(isMissing === true ? { color: QUIET } : {}) },
      ]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: (column) => (column === 0 ? 8 : 0),
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
  };
}

export type ListingOptions = {
  /** Above the column heads, and repeated with them on every page of the table. */
  readonly caption?: string;
  /** The last line, across all columns. */
  readonly total?: string | undefined;
  /** Between two columns, in points. */
  readonly gap?: number;
};

/** A table that can be drawn as two, the second of which holds the last rows under heads of its own; `null`: it has no others. */
export type Parted = { readonly parted: () => readonly [ContentTable, ContentTable | null] };
/** So many rows begin a page where the last one would stand on it alone. */
const LAST_ROWS = 2;

/**
 * A plain table with thin rules. Rows are not split unless one may be taller than half a page: pdfmake prints nothing of a row that fits
 * on no page. One of two rows is parted from none where it has a caption: a heading above it would stay behind.
 */
export function listing(
  heads: readonly TableCell[],
  widths: (number | string)[],
  rows: readonly (readonly TableCell[])[],
  options: ListingOptions = {},
): ContentTable {
  const drawn = (own: readonly (readonly TableCell[])[], look = options): ContentTable => wholeListing(heads, widths, own, look);
  const before = rows.length + (options.total === undefined ? 0 : 1) - LAST_ROWS;
  const parted: Parted['parted'] = () =>
    before === 0 ? [drawn(rows), null] : [drawn(rows.slice(0, before), { ...options, total: undefined }), drawn(rows.slice(before))];
  const whole = drawn(rows);
  const isParted = before > 0 || (before === 0 && options.caption !== undefined);
  return isParted ? { ...whole, table: Object.assign(whole.table, { parted } satisfies Parted) } : whole;
}

function wholeListing(
  heads: readonly TableCell[],
  widths: (number | string)[],
  rows: readonly (readonly TableCell[])[],
  { caption, total, gap = 12 }: ListingOptions,
): ContentTable {
  const across = (cell: TableCell): TableCell[] => [cell, ...widths.slice(1).map((): TableCell => ({ text: '' }))];
  const above = caption === undefined ? [] : [across({ text: caption, bold: true, colSpan: widths.length })];
  const below = total === undefined ? [] : [across({ text: total, bold: true, alignment: 'right', colSpan: widths.length })];
  const room = widths.map((width) => (typeof width === 'number' ? width : restOf(widths, gap)));
  const fitted = (cells: readonly TableCell[]): TableCell[] => cells.map((cell, column) => withinColumn(cell, room[column] ?? TEXT_WIDTH));
  const headRows = [...above, fitted(heads.map((head) => withStyle(head)))];
  const body = [...headRows, ...rows.map(fitted), ...below];
  const table = {
    headerRows: headRows.length,
    keepWithHeaderRows: fitsHalfAPage(rows.slice(0, 1)) ? 1 : 0,
    dontBreakRows: fitsHalfAPage(rows),
    widths,
    body,
  };
  return {
    table,
    layout: {
      hLineWidth: (line) => (line < headRows.length || (total !== undefined && line === body.length) ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (line) => (line === headRows.length ? INK : RULE),
      paddingLeft: () => 0,
      paddingRight: (column) => (column === widths.length - 1 ? 0 : gap),
      paddingTop: () => 5,
      paddingBottom: () => 5,
    },
    ...(caption === undefined ? {} : { margin: [0, 6, 0, total === undefined ? 0 : 8] }),
  };
}

/** @returns what is left for each column that takes the rest of the line, in points */
function restOf(widths: readonly (number | string)[], gap: number): number {
  const fixed = widths.reduce<number>((sum, width) => sum + (typeof width === 'number' ? width : 0), 0);
  return (TEXT_WIDTH - fixed - gap * (widths.length - 1)) / widths.filter((width) => typeof width !== 'number').length;
}

/** Characters that fit into a cell of at most half a page, even in a narrow column. */
const FITS_HALF_A_PAGE = 500;

function fitsHalfAPage(rows: readonly (readonly TableCell[])[]): boolean {
  return rows.flat().every((cell) => lettersIn(cell) <= FITS_HALF_A_PAGE);
}

function lettersIn(cell: TableCell): number {
  if (typeof cell === 'string') return cell.length;
  if (typeof cell !== 'object' || cell === null || !('text' in cell)) return FITS_HALF_A_PAGE + 1;
  return typeof cell.text === 'string' ? cell.text.length : FITS_HALF_A_PAGE + 1;
}

/** Rows of amounts with a thin rule under each, without heads. */
export function ledgerRows(rows: readonly (readonly TableCell[])[], widths: (number | string)[]): Content {
  return {
    table: { widths, body: rows.map((row) => [...row]), dontBreakRows: true },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => RULE,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    margin: [0, 8, 0, 0],
  };
}

function withStyle(head: TableCell): TableCell {
  return typeof head === 'string' ? { text: head, fontSize: 8.5, color: QUIET } : head;
}

/** Level 0: no heading, and not what a heading would stand above. */
const IN_MARGIN = { fontSize: 8.5, color: QUIET, headlineLevel: 0 };

function head(left: string, right: string): Content {
  return {
    margin: [MARGIN, 15 * MM, MARGIN, 0],
    stack: [
      {
        columns: [
          { text: left, ...IN_MARGIN, width: '*' },
          { text: right, ...IN_MARGIN, width: 'auto', alignment: 'right', noWrap: true },
        ],
        columnGap: 24,
      },
      { canvas: [{ type: 'line', x1: 0, y1: 4, x2: TEXT_WIDTH, y2: 4, lineWidth: 0.5, lineColor: INK }] },
    ],
  };
}

function foot(left: string, right: string): Content {
  return {
    margin: [MARGIN, 4 * MM, MARGIN, 0],
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.5, lineColor: RULE }] },
      {
        columns: [
          { text: left, ...IN_MARGIN, width: '*' },
          { text: right, ...IN_MARGIN, width: 'auto', alignment: 'right' },
        ],
        margin: [0, 4, 0, 0],
      },
    ],
  };
}
