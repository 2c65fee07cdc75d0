// Light Markdown as paragraphs of a PDF: the one file of main that reads Markdown.
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Content } from 'pdfmake/interfaces.js';

/** Deeper lists and quotes are drawn at this depth: nobody writes them, and hostile text must not exhaust the page. */
const DEEPEST = 6;

/** @returns paragraphs, headings and lists; links, images, code and raw HTML are shown as their text. */
export function prose(markdown: string): Content[] {
  return fromMarkdown(markdown).children.flatMap((node) => block(node, 0));
}

function block(node: RootContent | BlockContent | DefinitionContent, depth: number): Content[] {
  switch (node.type) {
    case 'paragraph':
      return [{ text: runs(node.children, {}), margin: [0, 0, 0, 6] }];
    case 'heading':
      return [{ text: runs(node.children, { bold: true }), margin: [0, 6, 0, 3] }];
    case 'list': {
      const items: Content[] = node.children.map((item) => ({ stack: depth >= DEEPEST ? [] : item.children.flatMap((child) => block(child, depth + 1)) }));
      return [node.ordered === true ? { ol: items, start: node.start ?? 1, margin: [0, 0, 0, 6] } : { ul: items, margin: [0, 0, 0, 6] }];
    }
    case 'blockquote':
      return depth >= DEEPEST ? [] : [{ stack: node.children.flatMap((child) => block(child, depth + 1)), margin: [14, 0, 0, 0], color: '#545b5c' }];
    case 'code':
    case 'html':
      return [{ text: node.value, margin: [0, 0, 0, 6] }];
    case 'thematicBreak':
      return [{ text: '', margin: [0, 0, 0, 8] }];
    default:
      return [];
  }
}

/** pdfmake forgets the style of a run that holds other runs: each leaf carries its own. */
type Style = { readonly bold?: true; readonly italics?: true };

function inline(node: PhrasingContent, style: Style): Content[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return [{ text: node.value, ...style }];
    case 'strong':
      return runs(node.children, { ...style, bold: true });
    case 'emphasis':
      return runs(node.children, { ...style, italics: true });
    case 'link':
    case 'delete':
      return runs(node.children, style);
    case 'break':
      return ['\n'];
    case 'image':
      return [{ text: node.alt ?? '', ...style }];
    default:
      return [];
  }
}

function runs(nodes: readonly PhrasingContent[], style: Style): Content[] {
  return nodes.flatMap((node) => inline(node, style));
}
