// Keeps headings from standing alone at the foot of a page.
// pdfmake can break pages before them itself, but it lays the same tables out a second time, which loses rows: here a document is drawn anew.
import type { Content, Node, NodeQueries, TDocumentDefinitions } from 'pdfmake/interfaces.js';

/**
 * @param define a new definition at each call, since drawing changes it
 * @param draw the document as bytes
 * @returns the bytes of the document in which every lone heading begins a page
 */
export async function withoutLoneHeadings<Bytes>(
  define: () => TDocumentDefinitions,
  draw: (definition: TDocumentDefinitions) => Promise<Bytes>,
): Promise<Bytes> {
  const onNewPage = new Set<number>();
  for (;;) {
    const watch = watchHeadings(onNewPage);
    const definition = define();
    const bytes = await draw({ ...definition, content: broken(definition.content, onNewPage), pageBreakBefore: watch.see });
    const lone = watch.firstLone();
    if (lone === null) return bytes;
    onNewPage.add(lone);
  }
}

/** Headings are counted in the order of the document, from 0; level 0 is what stands in the margin of every page. */
function watchHeadings(onNewPage: ReadonlySet<number>) {
  let count = 0;
  let lone: number | null = null;
  return {
    firstLone: () => lone,
    see: (node: Node, around: NodeQueries): boolean => {
      if (!node.headlineLevel) return false;
      if (lone === null && !onNewPage.has(count) && isAlone(node, around)) lone = count;
      count += 1;
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

/** @returns the content with a break before those headings; they stand in it directly or in a stack */
function broken(content: Content, onNewPage: ReadonlySet<number>): Content {
  let count = 0;
  const walked = (part: Content): Content => {
    if (Array.isArray(part)) return part.map(walked);
    if (typeof part !== 'object') return part;
    if ('stack' in part && part.stack !== undefined) return { ...part, stack: part.stack.map(walked) };
    if (!('headlineLevel' in part) || !part.headlineLevel) return part;
    count += 1;
    return onNewPage.has(count - 1) ? { ...part, pageBreak: 'before' } : part;
  };
  return walked(content);
}
