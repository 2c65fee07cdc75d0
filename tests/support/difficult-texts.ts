// Texts that tend to break programs, and accompaniments full of them.
import { readFileSync } from 'node:fs';
import type { Accompaniment } from '@domain/document.ts';
import { rowsIn } from '@domain/document.ts';
import { plainField, type TextField } from '@domain/tables/field.ts';
import { isOneLine, isWellFormed } from '@domain/tables/forms.ts';
import { type AnyRecord, declarationOf, fieldEntries, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { onOneLine } from '@domain/writing/clean.ts';

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

/** @returns the same accompaniment with such a text in every text field of every record, as an older file may hold it, uncleaned */
export function withDifficultTexts(accompaniment: Accompaniment): Accompaniment {
  let next = 0;
  const tables = tablesOfKind('accompaniment').filter((table) => declarationOf(table).class === 'accompaniment');
  const changed = tables.map((table) => {
    const rows = Object.values(rowsIn(accompaniment, table)).map((row, index): AnyRecord => {
      const texts = textFields(table).map(([name, field]) => [name, textFor(field, (next += 1), index === 0)] as const);
      return { ...row, ...Object.fromEntries(texts) };
    });
    return [table, Object.fromEntries(rows.map((row) => [row.id, row]))];
  });
  return { ...accompaniment, ...Object.fromEntries(changed) } as Accompaniment; // the same tables
}

function textFields(table: TableName): readonly (readonly [string, TextField])[] {
  return fieldEntries(table).flatMap(([name, declared]) => {
    const field = plainField(declared);
    return field.kind === 'text' ? [[name, field] as const] : [];
  });
}

/** A file holds any text but halves of pairs and NUL; the running texts of the first record get all of them. */
function textFor({ prose, max, required }: TextField, index: number, isFirst: boolean): string {
  const text = DIFFICULT[index % DIFFICULT.length] ?? '';
  const whole = (prose && isFirst ? `${text}\n\n${DIFFICULT.join('\n\n')}` : prose || isOneLine(text) ? text : onOneLine(text)).replaceAll(
    '\0',
    '',
  );
  const cut = [...whole].slice(0, Math.floor(max / 2)).join('');
  const held = isWellFormed(cut) ? cut : '';
  return required && held.trim() === '' ? 'x' : held;
}
