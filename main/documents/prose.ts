// Light Markdown as paragraphs of a PDF.
import { type Block, readMarkdown } from '@domain/writing/markdown.ts';
import type { Run } from '@domain/writing/markdown-runs.ts';
import type { Content } from 'pdfmake/interfaces.js';
import { QUIET } from './paper.ts';

/** @returns paragraphs, headings and lists; links, code and raw HTML are shown as text, images by their description */
export function prose(markdown: string): Content[] {
  return drawn(readMarkdown(markdown));
}

function drawn(blocks: readonly Block[]): Content[] {
  return blocks.map(block);
}

function block(one: Block): Content {
  switch (one.kind) {
    case 'paragraph':
      return paragraph(one.runs.map(run));
    case 'heading':
      return { text: one.runs.map((own) => ({ ...run(own), bold: true })), margin: [0, 6, 0, 3] };
    case 'list': {
      const items = one.items.map((item): Content => ({ stack: drawn(item) }));
      return one.start === null ? { ul: items, margin: [0, 0, 0, 6] } : { ol: items, start: one.start, margin: [0, 0, 0, 6] };
    }
    case 'quote':
      return { stack: drawn(one.blocks), margin: [14, 0, 0, 0], color: QUIET };
    case 'rule':
      return { text: '', margin: [0, 0, 0, 8] };
    case 'typed':
      return { text: one.text, margin: [0, 0, 0, 6] };
  }
}

/** Paragraphs of so many letters are kept in one piece: no line of them stands alone on a page. */
const SHORT = 500;

function paragraph(leaves: readonly Leaf[]): Content {
  const isShort = leaves.reduce((sum, { text }) => sum + text.length, 0) <= SHORT;
  const text: Content = { text: [...leaves], margin: [0, 0, 0, 6] };
  return isShort ? { stack: [text], unbreakable: true } : text;
}

type Leaf = { readonly text: string; readonly bold?: true; readonly italics?: true };

/** pdfmake drops the style of a run that contains other runs, so each leaf carries its own. */
function run({ text, isBold, isItalic }: Run): Leaf {
  return { text, ...(isBold ? { bold: true } : {}), ...(isItalic ? { italics: true } : {}) };
}
