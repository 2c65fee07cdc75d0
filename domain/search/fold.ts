// Comparison of texts as one searches them: without regard to case and accents.

/** ASCII but for the two marks in it: nothing to take off, most of the time. */
// eslint-disable-next-line no-control-regex -- the whole of ASCII
const PLAIN = /^[\u0000-\u005d\u005f\u0061-\u007f]*$/u;

/** @returns the text in small letters and without accents. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/’/g, "'")
    .toLowerCase();
}

/** @returns a test for texts in which every word of `sought` lies somewhere; the words are folded once. */
export function matcherOf(sought: string): (text: string) => boolean {
  const words = fold(sought).split(/\s+/);
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}
