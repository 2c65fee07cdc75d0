// What people paste from Word and from a spreadsheet, as the light Markdown and the rows of Tierce.

/** A list of Word: its sign, a tab, its words. A number keeps its sign. */
const ITEM = /^[ \u00a0]*(?:([•·▪◦‣⁃●○■□➢✓§o–—-]|[\uf000-\uf0ff])|(\d{1,3}|[a-z])[.)])[ \u00a0]*\t\s*(.*)$/u;
/** Between the cells of a row that has become a line. */
const BETWEEN = ' · ';

/** @returns a pasted text: lists of Word as lists, the rows of a table as a list with a line for each; all else unchanged */
export function asProse(pasted: string): string {
  if (!pasted.includes('\t')) return pasted;
  const lines = pasted.split(/\r\n?|\n/u);
  const signs: string[] = [];
  const written = lines.map((line, index) => {
    const [, sign, number, words] = ITEM.exec(line) ?? [];
    if (words === undefined) {
      signs.length = 0;
      return isRowAt(lines, index) ? `- ${cellsIn(line).join(BETWEEN)}` : line;
    }
    const level = levelOf(signs, sign ?? '1.');
    return `${'  '.repeat(level)}${number === undefined ? '-' : `${/\d/u.test(number) ? number : '1'}.`} ${words}`;
  });
  return written.join('\n');
}

/** @returns the rows of a pasted table or list, each with its cells; a cell of a spreadsheet may hold lines of its own */
export function rowsIn(pasted: string): readonly (readonly string[])[] {
  const rows = withQuotedLinesJoined(pasted).split(/[\r\n]+/u);
  return rows.map((row) => row.split('\t').map((cell) => unquoted(cell).trim())).filter((cells) => cells.some((cell) => cell !== ''));
}

/** Before the words of a line of a list that came as plain text. */
const PLAIN_SIGN = /^\s*(?:[-*•–—·▪◦‣]|\[[ x]\])\s+/u;
const PLAIN_NUMBER = /^\s*\d{1,3}[.)]\s+/u;

/** @returns the lines of a pasted text that say something, without the signs of a list, and without numbers if each has one; cells apart by a space */
export function linesIn(pasted: string): readonly string[] {
  const lines = withQuotedLinesJoined(pasted)
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => withoutSign(line).split('\t').map(unquoted).join(' ').replace(PLAIN_SIGN, '').trim())
    .filter((line) => line !== '');
  return lines.every((line) => PLAIN_NUMBER.test(line)) ? lines.map((line) => line.replace(PLAIN_NUMBER, '')) : lines;
}

/** @returns the words of a line of a list, without its sign or number; the line itself if it is none */
export function withoutSign(line: string): string {
  return ITEM.exec(line)?.[3] ?? line;
}

/** How deep an item is: Word has a sign for each level. */
function levelOf(signs: string[], sign: string): number {
  const known = signs.indexOf(sign);
  if (known === -1) signs.push(sign);
  else signs.length = known + 1;
  return signs.length - 1;
}

/** One line with tabs may be anything; two of the same number of cells are a table. */
function isRowAt(lines: readonly string[], index: number): boolean {
  const count = tabsIn(lines[index]);
  return count > 0 && (tabsIn(lines[index - 1]) === count || tabsIn(lines[index + 1]) === count);
}

function tabsIn(line = ''): number {
  return ITEM.test(line) ? 0 : line.split('\t').length - 1;
}

function cellsIn(line: string): readonly string[] {
  return line
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** A spreadsheet puts a cell with lines, tabs or quotes between quotes. */
function withQuotedLinesJoined(pasted: string): string {
  return pasted.replace(
    /(^|[\t\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/gu,
    (_, before: string, cell: string) => `${before}"${cell.replace(/\s*[\r\n]+\s*/gu, ' ')}"`,
  );
}

function unquoted(cell: string): string {
  return /^".*"$/su.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
