// Characters and spaces of a text as a typesetter would set them.

/**
 * For texts written with plain spaces: the content of the method.
 * @returns the text with no-break spaces inside guillemets and before high punctuation.
 */
export function frenchSpaces(text: string): string {
  return text.replace(/« /gu, '«\u202f').replace(/ ([»;:!?])/gu, '\u202f$1');
}
