// Light Markdown in the window: not a word of the minutes is left out.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Markdown } from '../../../renderer/kit/Markdown.tsx';

const shown = (text: string): string => renderToStaticMarkup(createElement(Markdown, { text }));

it('A2 shows a line that Markdown takes for the definition of a link', () => {
  expect(shown('[Paul]: https://x.fr')).toContain('[Paul]: https://x.fr');
});

it('A2 shows the words of a link by name, and an image by name as it was typed', () => {
  const html = shown('[Paul] vient, ![plan] aussi.\n\n[Paul]: https://x.fr\n\n[plan]: https://y.fr');

  expect(html).toContain('Paul vient');
  expect(html).toContain('![plan]');
});

it('A2 shows the words of a list that is too deep', () => {
  expect(shown(`${'> '.repeat(60)}au fond`)).toContain('au fond');
});
