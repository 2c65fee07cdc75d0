// A few words around a match, as they were written.
import type { AnyRecord } from '../tables/tables.ts';
import { declarationOf } from '../tables/tables.ts';
import { withoutMarks } from '../writing/markdown-runs.ts';
import { searchKey, wordsSought } from '../writing/search-key.ts';
import { type SearchTable, textFieldsOf } from './search-index.ts';

/** Length of an excerpt in characters, and how many of them come before the match. */
const LENGTH = 96;
const BEFORE = 28;

/** The mark at the start of a list item, a title or a quotation. */
const LIST_MARK = /^\s*([-*>]|#+|\d+\.)\s+/;

/** @returns the line of the record with the most words of `sought`, cut around the first of them; empty if the title already shows it. */
export function excerptOf(table: SearchTable, record: AnyRecord, sought: string): string {
  const words = wordsSought(sought);
  const title = declarationOf(table).title;
  if (words.every((word) => searchKey(String(record[title] ?? '')).includes(word))) return '';
  return bestOf(
    textFieldsOf(table)
      .filter((field) => field !== title)
      .flatMap((field) => String(record[field] ?? '').split('\n')),
    words,
  );
}

/** @returns the line of a text with the most words of `sought`, cut around the first of them. */
export function excerptOfText(text: string, sought: string): string {
  return bestOf(text.split('\n'), wordsSought(sought));
}

function bestOf(lines: readonly string[], words: readonly string[]): string {
  const counted = lines.map((line) => ({ line, found: words.filter((word) => searchKey(line).includes(word)).length }));
  const best = counted.reduce((a, b) => (b.found > a.found ? b : a), { line: '', found: 0 });
  return best.found === 0 ? '' : cutAround(withoutMarks(best.line.replace(LIST_MARK, '').trim()), words);
}

function cutAround(line: string, words: readonly string[]): string {
  if (line.length <= LENGTH) return line;
  const at = placeIn(line, words);
  const from = at <= BEFORE ? 0 : afterSpace(line, at - BEFORE);
  const cut = line.slice(from, from + LENGTH).trim();
  return `${from > 0 ? '…' : ''}${cut}${from + LENGTH < line.length ? '…' : ''}`;
}

/** Folding changes lengths (œ, separate accents): this finds the position in the original text. */
function placeIn(line: string, words: readonly string[]): number {
  const folded = searchKey(line);
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  const wanted = Math.min(...places);
  let passed = 0;
  for (const { segment, index } of charactersOf(line)) {
    if (passed >= wanted) return index;
    passed += searchKey(segment).length;
  }
  return 0;
}

function charactersOf(line: string): readonly { readonly segment: string; readonly index: number }[] {
  let index = 0;
  return [...line].map((segment) => {
    const at = index;
    index += segment.length;
    return { segment, index: at };
  });
}

function afterSpace(line: string, from: number): number {
  const space = line.indexOf(' ', from);
  return space === -1 || space > from + BEFORE ? from : space + 1;
}
