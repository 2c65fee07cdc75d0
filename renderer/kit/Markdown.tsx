// Light Markdown shown as a document. Raw HTML is shown as text.
import { Fragment, type ReactNode, useMemo } from 'react';
import { wordsSought } from '@domain/writing/search-key.ts';
import { type Block, readMarkdown } from '@domain/writing/markdown.ts';
import type { Run } from '@domain/writing/markdown-runs.ts';
import { Found } from './Found.tsx';
import './markdown.css';

/** `sought`: the words to be marked. */
type MarkdownProps = { readonly text: string; readonly sought?: string };
type Words = readonly string[];

/** Paragraphs, lists, bold, italics, small headings, quotations; links keep their words only. */
export function Markdown({ text, sought = '' }: MarkdownProps) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  const words = useMemo(() => wordsSought(sought), [sought]);
  return <div className="markdown">{drawn(blocks, words)}</div>;
}

/* eslint-disable react/no-array-index-key -- the parts of one text have no other name than their place */

function drawn(blocks: readonly Block[], words: Words): ReactNode {
  return blocks.map((one, index) => <Fragment key={index}>{block(one, words)}</Fragment>);
}

function block(one: Block, words: Words): ReactNode {
  switch (one.kind) {
    case 'paragraph':
      return <p>{runs(one.runs, words)}</p>;
    case 'heading':
      return <p className="markdown-heading">{runs(one.runs, words)}</p>;
    case 'list': {
      const items = one.items.map((item, index) => <li key={index}>{drawn(item, words)}</li>);
      return one.start === null ? <ul>{items}</ul> : <ol start={one.start}>{items}</ol>;
    }
    case 'quote':
      return <blockquote>{drawn(one.blocks, words)}</blockquote>;
    case 'rule':
      return <hr />;
    case 'typed':
      return <p>{lines(one.text, words)}</p>;
  }
}

function runs(own: readonly Run[], words: Words): ReactNode {
  return own.map(({ text, isBold, isItalic }, index) => {
    const told = isItalic ? <em>{lines(text, words)}</em> : lines(text, words);
    return <Fragment key={index}>{isBold ? <b>{told}</b> : told}</Fragment>;
  });
}

/** A line that ends in one's notes ends on the screen too. */
function lines(text: string, words: Words): ReactNode {
  const parts = text.split('\n');
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      <Found text={part} words={words} />
    </Fragment>
  ));
}
