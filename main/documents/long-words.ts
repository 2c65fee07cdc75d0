// Lets very long words break: pdfmake measures every prefix of a word, so that one with thousands of letters would take minutes.

/** Longest run without a space that is left alone: longer than any French word, shorter than a line of the page. In characters. */
const LONGEST_RUN = 30;
const RUNS = new RegExp(String.raw`\S{${LONGEST_RUN}}(?=\S)`, 'gu');
const ZERO_WIDTH_SPACE = '\u200b';

/** @returns the text with invisible break points; text without long runs is returned unchanged */
export function withBreaks(text: string): string {
  return text.replace(RUNS, (run) => run + ZERO_WIDTH_SPACE);
}
