// The guide as the help shows it: the parts of docs/guide.fr.md and docs/guide.en.md, each found by its anchor.
import type { Locale } from '@domain/text/locale.ts';
import english from '../../docs/guide.en.md?raw';
import french from '../../docs/guide.fr.md?raw';

/** `text`: light Markdown, without pictures. */
type Quotes = readonly [open: string, close: string];
export type GuidePart = { readonly id: string; readonly title: string; readonly text: string };

/** An anchor, and the heading that it belongs to. */
const HEADING = /^<a id="([a-z]+)"><\/a>\n+## (.+)$/gm;
/** Pictures show what the screen beside the help shows as well. */
const PICTURE = /^!\[.*\]\(.*\)$/gm;

/** What is typed as it stands here; light Markdown has no letters of its own for it. */
const CODE = /`([^`]+)`/g;
const KEY = /^(?:Ctrl .|Alt|Tab|F\d+|Échap|Escape|Entrée|Enter)$/;

/**
 * @param quotes around what is typed; keys stand by themselves
 * @returns the parts of a guide in their order; what stands above the first is for those who read the file
 */
export function partsOf(guide: string, [open, close]: Quotes): readonly GuidePart[] {
  const text = guide.replaceAll('\r\n', '\n');
  const headings = [...text.matchAll(HEADING)];
  return headings.map(({ 0: heading, 1: id = '', 2: title = '', index }, position) => {
    const body = text.slice(index + heading.length, headings[position + 1]?.index);
    const said = body.replaceAll(CODE, (_, code: string) => (KEY.test(code) ? code : `${open}${code}${close}`));
    return { id, title, text: said.replaceAll(PICTURE, '').trim() };
  });
}

const GUIDES: Readonly<Record<Locale, readonly GuidePart[]>> = {
  fr: partsOf(french, ['«\u202f', '\u202f»']),
  en: partsOf(english, ['“', '”']),
};

/** @returns the parts of the guide in a language. */
export function guideIn(locale: Locale): readonly GuidePart[] {
  return GUIDES[locale];
}
