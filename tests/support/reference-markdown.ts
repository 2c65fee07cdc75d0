// What a reader of the whole of CommonMark makes of a text, in the model of our own reader: to compare them.
import type { Block } from '@domain/writing/markdown.ts';
import type { Run } from '@domain/writing/markdown-runs.ts';
import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** @returns the blocks of a text without images, raw HTML and definitions */
export function referenceBlocks(text: string): readonly Block[] {
  return fromMarkdown(text).children.map(blockOf);
}

function blockOf(node: RootContent): Block {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { kind: node.type, runs: joined(node.children.flatMap((child) => runsIn(child, { isBold: false, isItalic: false }))) };
    case 'list':
      return {
        kind: 'list',
        start: node.ordered === true ? (node.start ?? 1) : null,
        items: node.children.map((item) => item.children.map(blockOf)),
      };
    case 'blockquote':
      return { kind: 'quote', blocks: node.children.map(blockOf) };
    case 'thematicBreak':
      return { kind: 'rule' };
    case 'code':
      return { kind: 'typed', text: node.value };
    default:
      throw new Error(`Not of our part of Markdown: ${node.type}`);
  }
}

type Style = Omit<Run, 'text'>;

function runsIn(node: Nodes, style: Style): readonly Run[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ text: node.value, ...style }];
    case 'break':
      return [{ text: '\n', ...style }];
    case 'strong':
      return node.children.flatMap((child) => runsIn(child, { ...style, isBold: true }));
    case 'emphasis':
      return node.children.flatMap((child) => runsIn(child, { ...style, isItalic: true }));
    case 'link':
    case 'linkReference':
      return node.children.flatMap((child) => runsIn(child, style));
    default:
      throw new Error(`Not of our part of Markdown: ${node.type}`);
  }
}

/** Neighbours of one style are one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last !== undefined && last.isBold === run.isBold && last.isItalic === run.isItalic)
      whole[whole.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') whole.push(run);
  }
  return whole;
}
