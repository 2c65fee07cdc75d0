// Shows light Markdown as a document; raw HTML is shown as text. Only this file of the window knows the parser.
import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, type ReactNode, useMemo } from 'react';
import './markdown.css';

type MarkdownProps = { readonly text: string };

/** Paragraphs, lists, bold, italics, small headings, quotations; of a link, only its words are shown. */
export function Markdown({ text }: MarkdownProps) {
  const root = useMemo(() => fromMarkdown(text), [text]);
  return <div className="markdown">{children(root.children, { depth: 0, source: text })}</div>;
}

/** Lists and quotations nested deeper are shown as typed: people do not write them, and hostile text must not exhaust the page. */
const DEEPEST = 24;

/** How deep a node is nested, and the text that it was read from. */
type Place = { readonly depth: number; readonly source: string };

function children(nodes: readonly RootContent[], place: Place): ReactNode {
  return nodes.map((node, index) => <Fragment key={node.position?.start.offset ?? index}>{drawn(node, place)}</Fragment>);
}

function drawn(node: Nodes, { depth, source }: Place): ReactNode {
  const place = { depth: depth + 1, source };
  if (depth > DEEPEST) return lines(asTyped(node, source));
  switch (node.type) {
    case 'paragraph':
      return <p>{children(node.children, place)}</p>;
    case 'heading':
      return <p className="markdown-heading">{children(node.children, place)}</p>;
    case 'strong':
      return <b>{children(node.children, place)}</b>;
    case 'emphasis':
      return <em>{children(node.children, place)}</em>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children(node.children, place)}</ol> : <ul>{children(node.children, place)}</ul>;
    case 'listItem':
      return <li>{children(node.children, place)}</li>;
    case 'blockquote':
      return <blockquote>{children(node.children, place)}</blockquote>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    default:
      return plain(node, place);
  }
}

/** Draws any other node as its words, or else as it was typed, so that no word of the minutes is left out. */
function plain(node: Nodes, place: Place): ReactNode {
  if ('children' in node) return children(node.children, place);
  if (node.type === 'text') return lines(node.value);
  if ('value' in node) return node.value;
  if (node.type === 'image' && node.alt) return node.alt;
  return lines(asTyped(node, place.source));
}

function asTyped(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Keeps the line breaks as they were typed. */
function lines(text: string): ReactNode {
  const parts = text.split('\n');
  return parts.map((part, index) => (
    // eslint-disable-next-line react/no-array-index-key -- the lines of a text have no identity but their position
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {part}
    </Fragment>
  ));
}
