// Letters that no decomposition of Unicode takes apart, as people type them without a special keyboard.

const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ƒ: 'f',
  ə: 'e',
  ς: 'σ',
};
const ANY = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** @returns the lower-case text with each of them replaced */
export function unfoldedLetters(text: string): string {
  return text.replace(ANY, (letter) => LETTERS[letter] ?? letter);
}
