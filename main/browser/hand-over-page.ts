// The page that leads the window to the application: its code is in a file that only this user can read, never in arguments.
import { outerTextsOf } from '@domain/text/outer-texts.ts';
import type { Locale } from '@domain/text/locale.ts';

export type HandOver = {
  /** The address, including the code. */
  readonly address: string;
  readonly locale: Locale;
  /** Whether the window keeps nothing of what is typed; if not, this is said first. */
  readonly isPrivate: boolean;
};

/** @returns the page as HTML without script; moving on replaces it in the browser's history, so that going back never leads to it */
export function handOverPage({ address, locale, isPrivate }: HandOver): string {
  return isPrivate
    ? page(locale, `<meta http-equiv="refresh" content="0; url=${address}">`, '')
    : page(locale, '', question(address, locale));
}

function question(address: string, locale: Locale): string {
  const { openWindow } = outerTextsOf(locale);
  const words = [
    `<h1>${openWindow.title}</h1>`,
    `<p>${openWindow.text}</p>`,
    `<p>${openWindow.advice}</p>`,
    `<p><a href="${address}">${openWindow.goOn}</a></p>`,
    `<p>${openWindow.leave}</p>`,
  ];
  return `<main>${words.join('\n')}</main>`;
}

/** The colours of the application (`renderer/styles/tokens.css`), by day and by night. */
const STYLE = `:root { color-scheme: light dark; --paper: #faf8f4; --ink: #1e2324; --accent: #0d5c63; --on-accent: #ffffff }
@media (prefers-color-scheme: dark) { :root { --paper: #14181a; --ink: #e9e6df; --accent: #6cc0c4; --on-accent: #08292c } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
main { max-width: 38rem; margin: 12vh auto; padding: 0 2rem }
h1 { font: 600 1.6rem/1.25 Georgia, serif }
a { display: inline-block; margin: .5rem 0; padding: .6rem 1.1rem; border-radius: 8px; background: var(--accent); color: var(--on-accent); text-decoration: none }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }`;

function page(locale: Locale, head: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta name="google" content="notranslate">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
${head}
<title>Tierce</title>
<style>${STYLE}</style>
</head>
<body>${body}</body>
</html>
`;
}
