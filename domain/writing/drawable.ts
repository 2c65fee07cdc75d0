// What a page can draw of a text: signs that show nothing are left out, and what has a plainer form stands in it.
import { heldText } from './clean.ts';

/** A family, a trade, a heart in a colour: emoji whose joiners make one picture of several. */
const JOINED = String.raw`\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]?(?:\u200d\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]?)+`;
/**
 * Soft hyphens, joiners, marks of order, variation selectors; and what a program leaves in place of an object or a note. Pages are laid
 * out from left to right, and words are broken by their length.
 */
const UNSEEN = new RegExp(String.raw`(${JOINED})|[\p{Default_Ignorable_Code_Point}\ufff9-\ufffc]+`, 'gu');
const LIGATURES = /[\ufb00-\ufb06]/g;
/** The same sign by two names: in a PDF all of them would be read as the one that comes first. */
const TWINS: Readonly<Record<string, string>> = { '\u02bc': '\u2019', '\u02ee': '\u201d', '\u2206': '\u0394', '\u0387': '\u00b7' };
/** What Word leaves of its fonts Symbol and Wingdings. @source the tables of both fonts, as Unicode publishes them */
const OF_WORD: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0a8': '◻',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0fb': '✗',
  '\uf0fe': '☑',
  '\uf0fd': '☒',
  '\uf06f': '☐',
  '\uf071': '❑',
  '\uf06e': '■',
  '\uf06c': '●',
  '\uf076': '❖',
  '\uf0e0': '→',
  '\uf0e8': '➔',
  '\uf0f0': '⇨',
  '\uf0ae': '→',
  '\uf0de': '⇒',
  '\uf02d': '-',
  '\uf04a': '☺',
  '\uf04c': '☹',
};
const RENAMED = new RegExp(`[${[...Object.keys(TWINS), ...Object.keys(OF_WORD)].join('')}]`, 'g');
/** More accents on one letter than any language has would be printed over the lines above and below. */
const STACKED = /(\p{M}{6})\p{M}+/gu;
/** Nothing of all this is in most texts. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2010-\u2027\u202f\u20ac]*$/;

/** @returns the text as it can be drawn, its lines ended by line feeds, a tab as four spaces */
export function drawable(text: string): string {
  if (PLAIN.test(text)) return text;
  return heldText(text)
    .normalize('NFC')
    .replace(UNSEEN, (_, joined: string | undefined) => joined ?? '')
    .replace(LIGATURES, (sign) => sign.normalize('NFKC'))
    .replace(RENAMED, (sign) => TWINS[sign] ?? OF_WORD[sign] ?? sign)
    .replace(STACKED, '$1')
    .replaceAll('\t', '    ');
}

/** @returns the plain signs of which a form of them is made (１ of full width, ㎡), or the same sign */
export function simplerForm(sign: string): string {
  return sign.normalize('NFKC');
}

/** @returns how a sign is called in a sentence: by itself if a screen may show it, and by its number */
export function signName(sign: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) ? `${sign} (${signNumber(sign)})` : signNumber(sign);
}

/** @returns the number of a sign in Unicode: `U+4E2D` */
export function signNumber(sign: string): string {
  const digits = (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return `U+${digits.replace(/[a-f]/g, (digit) => digit.toUpperCase())}`;
}
