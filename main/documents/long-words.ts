// Lets very long words break: pdfmake measures every prefix of a word, so that one with thousands of letters would take minutes.

/** Longest run without a space that is left alone: longer than any French word, shorter than a line of the page. In letters. */
const LONGEST_RUN = 30;
const LONG = new RegExp(String.raw`\S{${LONGEST_RUN + 1},}`, 'gu');
/** Each of these is a letter by itself. */
const SINGLE = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u4e00-\u9fff]*$/;
const BY_LENGTH = new RegExp(`.{${LONGEST_RUN}}(?=.)`, 'g');
const LETTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
const ZERO_WIDTH_SPACE = '\u200b';

/** @returns the text with invisible break points, never within a letter; text without long runs is returned unchanged */
export function withBreaks(text: string): string {
  return text.replace(LONG, (run) => (SINGLE.test(run) ? run.replace(BY_LENGTH, (part) => part + ZERO_WIDTH_SPACE) : betweenLetters(run)));
}

function betweenLetters(run: string): string {
  const letters = Array.from(LETTERS.segment(run), ({ segment }) => segment);
  return letters.map((letter, index) => (index > 0 && index % LONGEST_RUN === 0 ? ZERO_WIDTH_SPACE + letter : letter)).join('');
}
