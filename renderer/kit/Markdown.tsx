// Light Markdown shown as a document: the only file of the window that knows the parser. Raw HTML is shown as text.
import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, type ReactNode, useMemo } from 'react';
import './markdown.css';

type MarkdownProps = { readonly text: string };

/** Paragraphs, lists, bold, italics, small headings, quotations; links keep their words only. */
export function Markdown({ text }: MarkdownProps) {
  const root = useMemo(() => fromMarkdown(text), [text]);
  return <div className="markdown">{children(root.children)}</div>;
}

function children(nodes: readonly RootContent[]): ReactNode {
  return nodes.map((node, index) => <Fragment key={node.position?.start.offset ?? index}>{drawn(node)}</Fragment>);
}

function drawn(node: Nodes): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{children(node.children)}</p>;
    case 'heading':
      return <p className="markdown-heading">{children(node.children)}</p>;
    case 'strong':
      return <b>{children(node.children)}</b>;
    case 'emphasis':
      return <em>{children(node.children)}</em>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children(node.children)}</ol> : <ul>{children(node.children)}</ul>;
    case 'listItem':
      return <li>{children(node.children)}</li>;
    case 'blockquote':
      return <blockquote>{children(node.children)}</blockquote>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    default:
      return plain(node);
  }
}

/** What has no drawing of its own keeps its words. */
function plain(node: Nodes): ReactNode {
  if ('children' in node) return children(node.children);
  if (node.type === 'text') return lines(node.value);
  if ('value' in node) return node.value;
  return 'alt' in node ? node.alt : null;
}

/** A line that ends in one's notes ends on the screen too. */
function lines(text: string): ReactNode {
  const parts = text.split('\n');
  return parts.map((part, index) => (
    // eslint-disable-next-line react/no-array-index-key -- lines of one text have no other name than their place
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {part}
    </Fragment>
  ));
}
