// Case of names that are ASCII by definition, such as endings of files, codes and drives: no language changes them.

/** @returns the text with A to Z in lower case, everything else as it is */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** @returns the text with a to z in capitals, everything else as it is */
export function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
