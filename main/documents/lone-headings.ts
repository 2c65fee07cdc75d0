// Keeps headings from standing alone at the foot of a page, and last rows of tables or the lines to sign from standing alone on the next one.
// pdfmake can break pages before them itself, but it lays the same tables out a second time, which loses rows: here a document is drawn anew.
import type { Content, Node, NodeQueries, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { ENDING } from './by-hand.ts';
import type { Parted } from './paper.ts';

/** What begins a page, by its place in the order of the document, from 0: headings, and the last rows of tables that can be parted. */
type Breaks = { readonly headings: ReadonlySet<number>; readonly rows: ReadonlySet<number> };
/** `tables`: so many that can be parted come before. */
type Found = { readonly kind: keyof Breaks; readonly place: number; readonly tables: number };

/** In longer documents, which take long to draw, last rows stay where they are. In pages. */
const LONG = 30;

/**
 * @param define a new definition at each call, since drawing changes it
 * @param draw the document as bytes
 * @returns the bytes of the document in which every lone heading begins a page, and every lone row does so with the one before it
 */
export async function withoutLoneHeadings<Bytes>(
  define: () => TDocumentDefinitions,
  draw: (definition: TDocumentDefinitions) => Promise<Bytes>,
): Promise<Bytes> {
  const breaks = { headings: new Set<number>(), rows: new Set<number>() };
  for (;;) {
    const watch = watched(breaks);
    const definition = define();
    const bytes = await draw({ ...definition, content: broken(definition.content, breaks), pageBreakBefore: watch.see });
    const found = watch.firstFound();
    if (found === null) return bytes;
    breaks[found.kind].add(found.place);
    if (found.kind === 'headings') forgetFrom(breaks.rows, found.tables);
  }
}

/** What comes after a heading that begins a page is elsewhere than it was: whether its rows need a break is found anew. */
function forgetFrom(rows: Set<number>, first: number): void {
  for (const place of rows) if (place >= first) rows.delete(place);
}

/** Headings of level 0 are what stands in the margin of every page. */
function watched(breaks: Breaks) {
  const count = { headings: 0, rows: 0 };
  let found: Found | null = null;
  const note = (kind: keyof Breaks, place: number): void => {
    if (found === null && !breaks[kind].has(place)) found = { kind, place, tables: count.rows };
  };
  const meet = (kind: keyof Breaks, isFound: () => boolean): void => {
    const place = count[kind];
    count[kind] += 1;
    if (found === null && isFound()) note(kind, place);
  };
  return {
    firstFound: (): Found | null => found,
    see: (node: Node, around: NodeQueries): boolean => {
      const { id, table, pages, headlineLevel } = node;
      if (id === ENDING && count.rows > 0 && pages <= LONG && isFirst(around)) note('rows', count.rows - 1);
      if (isParted(table)) meet('rows', () => pages <= LONG && isLastRowAlone(table));
      if (headlineLevel) meet('headings', () => isAlone(node, around));
      return false;
    },
  };
}

/**
 * Nothing but other headings and the foot of the page comes after it on its page. pdfmake gives the head of a table and its first row the
 * place where they would have begun, also when they were moved to the next page: what follows them tells where they are.
 */
function isAlone({ startPosition: { pageNumber } }: Node, { getFollowingNodesOnPage }: NodeQueries): boolean {
  const below = getFollowingNodesOnPage().filter(
    (node) => node.headlineLevel === undefined && node.startPosition.pageNumber === pageNumber,
  );
  const texts = below.filter(({ text }) => text !== undefined);
  const [first] = below;
  return first?.table === undefined ? texts.length === 0 : texts.every((node) => node.startPosition.top === first.startPosition.top);
}

/** Nothing comes before it on its page. */
function isFirst({ getPreviousNodesOnPage }: NodeQueries): boolean {
  return getPreviousNodesOnPage().every(({ text }) => text === undefined);
}

type DrawnTable = Parted & { readonly dontBreakRows: boolean; readonly body: readonly (readonly unknown[])[] };

function isParted(table: unknown): table is DrawnTable {
  return typeof table === 'object' && table !== null && 'parted' in table;
}

function isLastRowAlone({ body, dontBreakRows }: DrawnTable): boolean {
  const [before, last] = body.slice(-2).map((row) => pageOf(row, dontBreakRows));
  return last !== null && before !== null && last !== before;
}

/** Where a line of a text begins; the ratio is how far down the page, without its margins. */
type Position = { readonly pageNumber: number; readonly verticalRatio: number; readonly pageInnerHeight: number };
/** What a line of a row takes with what is below it, in points. */
const LINE = 21.9;

/**
 * A row that is not broken keeps, in pdfmake, the place where it would have begun: one that does not fit there is on the next page.
 * @returns the page on which a row begins; `null` if nothing of it is drawn
 */
function pageOf(row: readonly unknown[], isWhole: boolean): number | null {
  const positions = row.flatMap(positionsOf);
  const [first] = positions;
  if (first === undefined) return null;
  const fits = positions.every(({ verticalRatio, pageInnerHeight }) => (1 - verticalRatio) * pageInnerHeight >= LINE);
  return first.pageNumber + (fits || !isWhole ? 0 : 1);
}

/** pdfmake notes them in every text that it draws. */
function positionsOf(cell: unknown): readonly Position[] {
  return typeof cell === 'object' && cell !== null && 'positions' in cell ? (cell.positions as readonly Position[]) : [];
}

/** @returns the content with those breaks; headings and tables stand in it directly or in a stack */
function broken(content: Content, { headings, rows }: Breaks): Content {
  const count = { headings: 0, rows: 0 };
  const walked = (part: Content): Content => {
    if (Array.isArray(part)) return part.map(walked);
    if (typeof part !== 'object') return part;
    if ('stack' in part && part.stack !== undefined) return { ...part, stack: part.stack.map(walked) };
    if ('table' in part && isParted(part.table)) {
      count.rows += 1;
      return rows.has(count.rows - 1) ? inTwo(part.table) : part;
    }
    if (!('headlineLevel' in part) || !part.headlineLevel) return part;
    count.headings += 1;
    return headings.has(count.headings - 1) ? { ...part, pageBreak: 'before' } : part;
  };
  return walked(content);
}

/** The first of the two is counted in the place of the table; one that is not parted begins a page as a whole. */
function inTwo({ parted }: Parted): Content {
  const [first, second] = parted();
  const counted: Content = { ...first, table: Object.assign(first.table, { parted }) };
  const onNewPage = (part: Content): Content => ({ stack: [part], pageBreak: 'before' });
  return second === null ? onNewPage(counted) : { stack: [counted, onNewPage(second)] };
}
