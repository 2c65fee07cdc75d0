// What a field accepts of typed or pasted text: nothing that the domain would refuse.

/** @returns the text on one line, whatever was pasted. */
export function oneLine(text: string): string {
  return runningText(text).replace(/\s*[\r\n\u2028\u2029]\s*/gu, ' ');
}

/** @returns the text without the character that no file may hold. */
export function runningText(text: string): string {
  return text.replaceAll('\0', '');
}
