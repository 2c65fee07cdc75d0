// Compares texts for searching, ignoring case and accents.

/** ASCII without ^ and `, which count as accents: most of the time there is nothing to strip. */
// eslint-disable-next-line no-control-regex -- the whole of ASCII
const PLAIN = /^[\u0000-\u005d\u005f\u0061-\u007f]*$/u;

/** @returns the text in lower case and without accents. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/’/g, "'")
    .toLowerCase();
}

/** @returns a test for texts that contain every word of `sought`; the words are folded once. */
export function matcherOf(sought: string): (text: string) => boolean {
  const words = fold(sought).split(/\s+/);
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}
