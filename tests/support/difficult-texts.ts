// Texts that tend to break programs, and how a field is given all of them.
import { readFileSync } from 'node:fs';
import { plainField, type TextField } from '@domain/tables/field.ts';
import { isWellFormed } from '@domain/tables/forms.ts';
import { fieldEntries, tablesOfKind } from '@domain/tables/tables.ts';
import { isOneLine, onOneLine } from '@domain/writing/clean.ts';

/** @source https://github.com/minimaxir/big-list-of-naughty-strings, MIT */
const NAUGHTY = JSON.parse(readFileSync('tests/fixtures/naughty-strings/blns.json', 'utf8')) as readonly string[];

/** What was found in real minutes, and in what Word, Excel and a telephone paste. */
export const FOUND: readonly string[] = [
  'co\u00adopé\u00adration',
  'avant\u2028après\u2029puis\u000bfin\u000cautre',
  'eﬃcace, ﬁnal, ﬆ',
  '☐ à faire ☑ fait ☒ non',
  '\uf0b7 puce \uf0a7 autre \uf0fc oui \uf123 inconnue',
  'a\u200db\u200cc\ufeffd\u2060e\u034ff',
  '😀 👩🏽‍🔧 👨‍👩‍👧‍👦 🇫🇷 1️⃣ ❤️ 🏳️‍🌈 🫠',
  'x\ufffey\uffffz\ufdd0',
  '_x0041_ et _xFFFE_',
  'te\u0301moin de\u0301compose\u0301 x\u0302',
  '王小明, أحمد, שלום, हिन्दी, 한국어',
  '１２ ＡＢＣ ㎡ 𝐀𝔅 ① ⅓ №',
  '\ttab\tici',
  `Z${'\u0351\u036b\u0343\u0334\u0489'.repeat(12)}algo`,
  '\u202eà l’envers\u202c \u2066isolé\u2069',
  '=1+1',
  '+cmd|" /C calc"!A0',
  "'=x",
  '0612345678',
  '****a****',
  '- - - - a',
  'é'.repeat(200),
  '👩🏽‍🔧'.repeat(40),
];

export const DIFFICULT: readonly string[] = [...FOUND, ...NAUGHTY];

/**
 * @param round which piece the first record of a table has: after `ROUNDS` rounds, every field has had the whole list
 * @returns what a text field of a file holds, uncleaned, as an older version or another program may have written it
 */
export function difficultText(round: number): (field: TextField, where: { readonly position: number }) => string {
  return (field, { position }) => {
    const pieces = piecesFor(field);
    return pieces[(round + position) % pieces.length] ?? '';
  };
}

const KNOWN_PIECES = new Map<string, readonly string[]>();

/** Rounds after which even the shortest field has had the whole list; running texts have it as a whole in their first record. */
export const ROUNDS = Math.max(
  ...tablesOfKind('accompaniment')
    .flatMap((table) => fieldEntries(table).map(([, declared]) => plainField(declared)))
    .map((field) => (field.kind === 'text' && !field.prose ? piecesFor(field).length : 0)),
);

function piecesFor(field: TextField): readonly string[] {
  const key = JSON.stringify(field);
  const pieces = KNOWN_PIECES.get(key) ?? piecesOf(field);
  KNOWN_PIECES.set(key, pieces);
  return pieces;
}

/** A file holds any text but halves of pairs and NUL, and line ends in running texts alone. */
function piecesOf({ max, prose, required }: TextField): readonly string[] {
  const held = DIFFICULT.map((text) => text.replaceAll('\0', '')).filter(isWellFormed);
  if (prose) return [held.join('\n\n'), ...held];
  const pieces: string[] = [];
  for (const text of held.map((one) => (isOneLine(one) ? one : onOneLine(one)))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= max) pieces[pieces.length - 1] = `${last} ${text}`;
    else pieces.push(...cut(text, max));
  }
  return required ? pieces.filter((piece) => piece.trim() !== '') : pieces;
}

/** @returns a text in parts of at most `max` code units, no character cut in two */
function cut(text: string, max: number): readonly string[] {
  const parts = [''];
  for (const sign of text) {
    if ((parts.at(-1) ?? '').length + sign.length > max) parts.push('');
    parts[parts.length - 1] += sign;
  }
  return parts;
}
