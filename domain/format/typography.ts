// French spaces for texts that come with plain ones: the content of the method.

/** @returns the text with no-break spaces inside guillemets and before high punctuation. */
export function frenchSpaces(text: string): string {
  return text.replace(/« /gu, '«\u202f').replace(/ ([»;:!?])/gu, '\u202f$1');
}
