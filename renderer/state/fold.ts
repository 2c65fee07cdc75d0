// Comparison of texts as one searches them: without regard to case and accents.

/** @returns the text in small letters and without accents. */
export function fold(text: string): string {
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
