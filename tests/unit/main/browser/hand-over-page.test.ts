// Tests of the page that leads the window to the application.
import { readFile } from 'node:fs/promises';

import { outerTextsOf } from '@domain/text/outer-texts.ts';
import { describe, expect, it } from 'vitest';

import { handOverPage } from '../../../../main/browser/hand-over-page.ts';

const address = 'http://127.0.0.1:5000/#a-code_1';

describe('handOverPage', () => {
  it('K2 goes on at once where the window keeps nothing, and asks nothing', () => {
    const html = handOverPage({ address, locale: 'fr', isPrivate: true });
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`);
    expect(html).not.toMatch(/<a |<h1|<script/);
    expect(html).toContain('<body></body>');
    expect(html).toContain('<html lang="fr">');
  });

  it.each([
    ['fr', 'garde une trace', 'Continuer dans cette fenêtre'],
    ['en', 'keeps traces', 'Go on in this window'],
  ] as const)('K2 says first what a window keeps that is not private, and goes on only when told (%s)', (locale, warning, goOn) => {
    const html = handOverPage({ address, locale, isPrivate: false });
    expect(html).toContain(warning);
    expect(html).toContain(`<a href="${address}">${goOn}</a>`);
    expect(html).not.toMatch(/refresh|<script/);
    expect(html).toContain(`<html lang="${locale}">`);
  });

  it.each(['fr', 'en'] as const)('K2 says the whole of the warning, and nothing else (%s)', (locale) => {
    const html = handOverPage({ address, locale, isPrivate: false });
    const said = html
      .replace(/<style>.*<\/style>/s, '')
      .split(/<[^>]*>/)
      .map((words) => words.trim())
      .filter((words) => words !== '');

    const { title, text, advice, goOn, leave } = outerTextsOf(locale).openWindow;
    expect(said).toEqual(['Tierce', title, text, advice, goOn, leave]);
  });

  it('K2 has the colours of the application, by day and by night', async () => {
    const html = handOverPage({ address, locale: 'fr', isPrivate: false });
    const tokens = await readFile('renderer/styles/tokens.css', 'utf8');
    const colours = html.match(/#[\da-f]{6}(?=[; ])/g) ?? [];

    expect(html).toContain('prefers-color-scheme: dark');
    expect(colours).toHaveLength(8);
    for (const colour of colours) expect(tokens).toContain(colour);
  });

  it('K2 tells its address to nobody', () => {
    const html = handOverPage({ address, locale: 'en', isPrivate: false });
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html.split(address)).toHaveLength(2);
  });
});
