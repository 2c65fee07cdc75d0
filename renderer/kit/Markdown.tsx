// Light Markdown shown as a document. Raw HTML is shown as text.
import { Fragment, type ReactNode, useMemo } from 'react';
import { type Block, readMarkdown } from '@domain/writing/markdown.ts';
import type { Run } from '@domain/writing/markdown-runs.ts';
import './markdown.css';

type MarkdownProps = { readonly text: string };

/** Paragraphs, lists, bold, italics, small headings, quotations; links keep their words only. */
export function Markdown({ text }: MarkdownProps) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  return <div className="markdown">{drawn(blocks)}</div>;
}

/* eslint-disable react/no-array-index-key -- the parts of one text have no other name than their place */

function drawn(blocks: readonly Block[]): ReactNode {
  return blocks.map((one, index) => <Fragment key={index}>{block(one)}</Fragment>);
}

function block(one: Block): ReactNode {
  switch (one.kind) {
    case 'paragraph':
      return <p>{runs(one.runs)}</p>;
    case 'heading':
      return <p className="markdown-heading">{runs(one.runs)}</p>;
    case 'list': {
      const items = one.items.map((item, index) => <li key={index}>{drawn(item)}</li>);
      return one.start === null ? <ul>{items}</ul> : <ol start={one.start}>{items}</ol>;
    }
    case 'quote':
      return <blockquote>{drawn(one.blocks)}</blockquote>;
    case 'rule':
      return <hr />;
    case 'typed':
      return <p>{lines(one.text)}</p>;
  }
}

function runs(own: readonly Run[]): ReactNode {
  return own.map(({ text, isBold, isItalic }, index) => {
    const words = isItalic ? <em>{lines(text)}</em> : lines(text);
    return <Fragment key={index}>{isBold ? <b>{words}</b> : words}</Fragment>;
  });
}

/** A line that ends in one's notes ends on the screen too. */
function lines(text: string): ReactNode {
  const parts = text.split('\n');
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {part}
    </Fragment>
  ));
}
