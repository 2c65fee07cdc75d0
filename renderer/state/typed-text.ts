// Removes from typed or pasted text what the domain would refuse.

/** @returns the text on one line, even if several were pasted. */
export function oneLine(text: string): string {
  return runningText(text).replace(/\s*[\r\n\u2028\u2029]\s*/gu, ' ');
}

/** @returns the text without the NUL character, which no file may hold. */
export function runningText(text: string): string {
  return text.replaceAll('\0', '');
}
