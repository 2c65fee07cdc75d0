// The page that goes with an export, for a reader without Tierce: everything that may be shared, and how the files are structured.
import { rowsIn } from '@domain/document.ts';
import type { Readable } from '@domain/levels/for-readers.ts';
import { formatDate } from '@domain/format/dates.ts';
import { inReadingOrder } from '@domain/reading-order.ts';
import { plainField } from '@domain/tables/field.ts';
import { type AnyRecord, declarationOf, fieldEntries, tableBehind, type TableName } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Locale } from '@domain/text/locale.ts';
import { outerTextsOf, type OuterTexts } from '@domain/text/outer-texts.ts';
import { heldText } from '@domain/writing/clean.ts';
import { namedFieldsOf, toldFieldsOf, valueInWords, type WordsOf } from '@domain/text/record-words.ts';
import type { CalendarDate } from '@domain/units.ts';
import { SHAREABLE } from './shareable.ts';

export type ReadingPage = {
  readonly accompaniment: Readable;
  readonly locale: Locale;
  readonly on: CalendarDate;
  /** The export that the page accompanies. */
  readonly form: 'json' | 'csv';
};

type Scope = { readonly words: WordsOf; readonly texts: OuterTexts['reading'] };

/** @returns the whole page as HTML */
export function readingPageOf({ accompaniment, locale, on, form }: ReadingPage): string {
  const scope: Scope = { words: { texts: catalogueOf(locale), locale, accompaniment }, texts: outerTextsOf(locale).reading };
  const { texts } = scope;
  const title = oneLine(accompaniment.mission['single']?.title ?? '') || texts.untitled;
  const full = SHAREABLE.filter((table) => sizeOf(table, scope) > 0);
  const empty = SHAREABLE.filter((table) => !full.includes(table)).map((table) => scope.words.texts.tables[table].many);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1>
<p>${escaped(texts.lead(formatDate(on, 'long', locale)))}</p>
<p>${escaped(texts.without)}</p></header>
<nav id="contents"><h2>${texts.contents}</h2><ul>${full.map((table) => contentsLine(table, scope)).join('')}<li><a href="#how">${texts.howTitle}</a></li></ul>
${empty.length === 0 ? '' : `<p class="quiet">${escaped(texts.empty(empty.join(', ')))}</p>`}</nav>
<main>
${full.map((table) => chapter(table, scope)).join('\n')}
${how(form, scope)}
</main>
</body>
</html>
`;
}

function sizeOf(table: TableName, { words }: Scope): number {
  return Object.keys(rowsIn(words.accompaniment, table)).length;
}

function contentsLine(table: (typeof SHAREABLE)[number], scope: Scope): string {
  const { texts } = scope;
  return `<li><a href="#t-${table}">${escaped(scope.words.texts.tables[table].many)}</a> <span class="quiet">${escaped(texts.records(sizeOf(table, scope)))}</span></li>`;
}

function chapter(table: (typeof SHAREABLE)[number], scope: Scope): string {
  const { texts, words } = scope;
  const rows = inReadingOrder(table, words);
  const body = isWordy(table) ? rows.map((row) => article(table, row, scope)).join('\n') : grid(table, rows, scope);
  return `<section id="t-${table}"><h2>${escaped(scope.words.texts.tables[table].many)}</h2>\n${body}\n<p class="back"><a href="#contents">${texts.back}</a></p></section>`;
}

/** Running text needs the width of the page; tables without any are laid out in columns. */
function isWordy(table: TableName): boolean {
  return fieldEntries(table).some(([, declared]) => {
    const field = plainField(declared);
    return field.kind === 'text' && field.prose;
  });
}

function article(table: TableName, row: AnyRecord, scope: Scope): string {
  const { title } = declarationOf(table);
  const lines = toldFieldsOf(table, scope.words.texts).flatMap(({ field, name }) => {
    const value = field === title ? '' : valueIn(table, field, row, scope);
    return value === '' ? [] : [`<dt>${escaped(name)}</dt><dd>${value}</dd>`];
  });
  const heading = valueIn(table, title, row, scope);
  return `<article id="${anchor(table, row.id)}">${heading === '' ? '' : `<h3>${heading}</h3>`}<dl>${lines.join('')}</dl></article>`;
}

/** Columns that are empty in every row are left out. */
function grid(table: TableName, rows: readonly AnyRecord[], scope: Scope): string {
  const cells = toldFieldsOf(table, scope.words.texts).map(({ field, name }) => ({
    name,
    values: rows.map((row) => valueIn(table, field, row, scope)),
  }));
  const columns = cells.filter(({ values }) => values.some((value) => value !== ''));
  const head = columns.map(({ name }) => `<th scope="col">${escaped(name)}</th>`).join('');
  const lines = rows.map(
    (row, index) => `<tr id="${anchor(table, row.id)}">${columns.map(({ values }) => `<td>${values[index] ?? ''}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table></div>`;
}

/** @returns a value as HTML: a record of another table becomes a link to it */
function valueIn(table: TableName, field: string, row: AnyRecord, { words }: Scope): string {
  const value = row[field] ?? null;
  const said = escaped(valueInWords(table, field, value, words));
  const to = tableBehind(table, field);
  const isThere = to !== null && Object.hasOwn(rowsIn(words.accompaniment, to), String(value));
  return isThere ? `<a href="#${anchor(to, String(value))}">${said}</a>` : said;
}

/** Ids come from a file, which anybody may have written. */
function anchor(table: TableName, id: string): string {
  return escaped(`${table}-${id}`);
}

function how(form: ReadingPage['form'], { texts, words }: Scope): string {
  const lines = SHAREABLE.flatMap((table) => [
    `<tr><th scope="rowgroup" colspan="2"><code>${table}</code> ${escaped(words.texts.tables[table].many)}</th></tr>`,
    ...namedFieldsOf(table, words.texts).map(({ field, name }) => `<tr><td><code>${field}</code></td><td>${escaped(name)}</td></tr>`),
  ]);
  return `<section id="how"><h2>${texts.howTitle}</h2>
<p>${escaped(form === 'json' ? texts.howJson : texts.howCsv)}</p>
<p>${escaped(texts.howTierce)}</p>
<p>${escaped(texts.howValues)}</p>
<details><summary>${escaped(texts.howNames)}</summary><table><thead><tr><th scope="col">${texts.field}</th><th scope="col">${texts.meaning}</th></tr></thead><tbody>
${lines.join('\n')}
</tbody></table></details>
<p class="back"><a href="#contents">${texts.back}</a></p></section>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Leaves out characters that no page can hold, so that nothing but text comes of it. */
function escaped(text: string): string {
  return heldText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const STYLE = `
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 4rem; background: #fff; color: #2b2722; font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 1.9rem; line-height: 1.2 } h2 { margin-top: 2.5rem; padding-bottom: .3rem; border-bottom: 1px solid #d9d2c7; font-size: 1.3rem }
a { color: #1f5a66 } .quiet, .back { color: #6b6358; font-size: .9rem }
h3 { margin: 0 0 .5rem; font-size: 1.05rem }
nav ul { columns: 18rem; padding-left: 1.2rem } nav li { break-inside: avoid } article { margin: 1rem 0; padding: .8rem 1rem; border: 1px solid #e5dfd5; border-radius: 8px; break-inside: avoid }
dl { display: grid; grid-template-columns: minmax(9rem, 13rem) 1fr; gap: .3rem 1rem; margin: 0 } dt { color: #6b6358 } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .92rem } th, td { padding: .35rem .6rem; border-bottom: 1px solid #e5dfd5; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead th { color: #6b6358; font-weight: 600 } tbody th { padding-top: 1rem } :target { background: #fbf3dc }
@media print { .back, nav { display: none } body { max-width: none; padding: 0 } a { color: inherit; text-decoration: none } }
`;
