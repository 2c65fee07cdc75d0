// Lets very long words break: pdfmake measures every prefix of a word, so that one with thousands of letters would take minutes.

/** Longest run without a space that is left alone: longer than any French word, shorter than a line of the page. In letters. */
const LONGEST_RUN = 30;
/** Each of these is a letter by itself. */
const SINGLE = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u4e00-\u9fff]*$/;
const LETTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * @param longest run that is left alone, in letters: less in a narrow column
 * @returns the text with invisible break points, never within a letter; text without long runs is returned unchanged
 */
export function withBreaks(text: string, longest = LONGEST_RUN): string {
  return text.replace(/\S+/gu, (run) => {
    if (run.length <= longest) return run;
    return (SINGLE.test(run) ? Array.from(run) : lettersOf(run))
      .map((letter, index) => (index > 0 && index % longest === 0 ? ZERO_WIDTH_SPACE + letter : letter))
      .join('');
  });
}

function lettersOf(run: string): readonly string[] {
  return Array.from(LETTERS.segment(run), ({ segment }) => segment);
}
