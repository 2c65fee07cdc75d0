// Lets very long words break: pdfmake measures every beginning of a word, so that one of thousands of letters would take minutes.

/** Longest run without a space that is left alone: longer than any French word, shorter than a line of the page. */
const LONGEST_RUN = 30;
const RUNS = new RegExp(String.raw`\S{${LONGEST_RUN}}(?=\S)`, 'gu');
const ZERO_WIDTH_SPACE = '\u200b';

/** @returns the text with invisible places where it may break; text without long runs is returned as it is. */
export function withBreaks(text: string): string {
  return text.replace(RUNS, (run) => run + ZERO_WIDTH_SPACE);
}
