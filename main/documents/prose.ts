// Light Markdown as paragraphs of a PDF: the one file of main that reads Markdown.
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Content } from 'pdfmake/interfaces.js';

/** Deeper lists and quotes are shown as typed: nobody writes them, and hostile text must not exhaust the page. */
const DEEPEST = 6;

/** @returns paragraphs, headings and lists; links, code and raw HTML are shown as text, images by their description */
export function prose(markdown: string): Content[] {
  return fromMarkdown(markdown).children.flatMap((node) => block(node, { depth: 0, source: markdown }));
}

/** How deep a block is nested, and the text that it was parsed from. */
type Place = { readonly depth: number; readonly source: string };

/** Markdown without a rendering of its own is shown as typed: not a word of the minutes is left out. */
function asTyped(node: RootContent | PhrasingContent, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function block(node: RootContent | BlockContent | DefinitionContent, place: Place): Content[] {
  const { depth, source } = place;
  const deeper = { depth: depth + 1, source };
  if (depth > DEEPEST) return [{ text: asTyped(node, source) }];
  switch (node.type) {
    case 'paragraph':
      return [{ text: runs(node.children, {}, source), margin: [0, 0, 0, 6] }];
    case 'heading':
      return [{ text: runs(node.children, { bold: true }, source), margin: [0, 6, 0, 3] }];
    case 'list': {
      const items: Content[] = node.children.map((item) => ({ stack: item.children.flatMap((child) => block(child, deeper)) }));
      return [node.ordered === true ? { ol: items, start: node.start ?? 1, margin: [0, 0, 0, 6] } : { ul: items, margin: [0, 0, 0, 6] }];
    }
    case 'blockquote':
      return [{ stack: node.children.flatMap((child) => block(child, deeper)), margin: [14, 0, 0, 0], color: '#545b5c' }];
    case 'code':
    case 'html':
      return [{ text: node.value, margin: [0, 0, 0, 6] }];
    case 'thematicBreak':
      return [{ text: '', margin: [0, 0, 0, 8] }];
    default:
      return [{ text: asTyped(node, source), margin: [0, 0, 0, 6] }];
  }
}

/** pdfmake drops the style of a run that contains other runs, so each leaf carries its own. */
type Style = { readonly bold?: true; readonly italics?: true };

function inline(node: PhrasingContent, style: Style, source: string): Content[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return [{ text: node.value, ...style }];
    case 'strong':
      return runs(node.children, { ...style, bold: true }, source);
    case 'emphasis':
      return runs(node.children, { ...style, italics: true }, source);
    case 'link':
    case 'linkReference':
    case 'delete':
      return runs(node.children, style, source);
    case 'break':
      return ['\n'];
    case 'image':
      return [{ text: node.alt ?? '', ...style }];
    default:
      return [{ text: asTyped(node, source), ...style }];
  }
}

function runs(nodes: readonly PhrasingContent[], style: Style, source: string): Content[] {
  return nodes.flatMap((node) => inline(node, style, source));
}
