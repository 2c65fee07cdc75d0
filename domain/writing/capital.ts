// A capital for the start of a line or sentence.

/** @returns the text with a capital; a letter whose capital is two, such as ß, stays */
export function capitalised(text: string): string {
  const [first = ''] = text;
  const capital = first.toUpperCase();
  return capital.length > first.length ? text : `${capital}${text.slice(first.length)}`;
}
