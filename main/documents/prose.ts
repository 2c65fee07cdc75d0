// Light Markdown as paragraphs of a PDF.
import { type Block, readMarkdown } from '@domain/writing/markdown.ts';
import type { Run } from '@domain/writing/markdown-runs.ts';
import type { Content } from 'pdfmake/interfaces.js';
import { heading, QUIET, unparted } from './paper.ts';

/** @returns paragraphs, headings and lists; links, code and raw HTML are shown as text, images by their description */
export function prose(markdown: string): Content[] {
  return drawn(readMarkdown(markdown));
}

/**
 * The same under a heading. pdfmake gives what is kept in one piece the place where it would have begun, so that nothing tells whether it
 * still stands below: a heading and the short paragraph after it are one piece.
 */
export function proseUnder(name: string, markdown: string): Content[] {
  return withTitles([{ drawn: heading(name), is: 'title' }, ...readMarkdown(markdown).map(piece)]);
}

type Piece = { readonly drawn: Content; readonly is: 'title' | 'short' | 'other' };

function piece(one: Block): Piece {
  if (one.kind === 'heading') return { drawn: block(one), is: 'title' };
  return { drawn: block(one), is: one.kind === 'paragraph' && isShort(one.runs.map(run)) ? 'short' : 'other' };
}

/** Titles that follow each other go together with the short paragraph after them. */
function withTitles(pieces: readonly Piece[]): Content[] {
  const done: Content[] = [];
  let titles: Content[] = [];
  for (const { drawn: part, is } of pieces) {
    if (is === 'title') titles.push(part);
    else {
      done.push(...(is === 'short' && titles.length > 0 ? [unparted([...titles, part])] : [...titles, part]));
      titles = [];
    }
  }
  return [...done, ...titles];
}

function drawn(blocks: readonly Block[]): Content[] {
  return withTitles(blocks.map(piece));
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

function isShort(leaves: readonly Leaf[]): boolean {
  return leaves.reduce((sum, { text }) => sum + text.length, 0) <= SHORT;
}

function paragraph(leaves: readonly Leaf[]): Content {
  const text: Content = { text: [...leaves], margin: [0, 0, 0, 6] };
  return isShort(leaves) ? { stack: [text], unbreakable: true } : text;
}

type Leaf = { readonly text: string; readonly bold?: true; readonly italics?: true };

/** pdfmake drops the style of a run that contains other runs, so each leaf carries its own. */
function run({ text, isBold, isItalic }: Run): Leaf {
  return { text, ...(isBold ? { bold: true } : {}), ...(isItalic ? { italics: true } : {}) };
}
