// What is printed at a terminal: titles and names come from files that anybody may have written.

/** Signs that would move the cursor, colour the screen or turn the reading direction. */
const COMMANDING = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** In JSON, where those below a space are escaped already. */
const COMMANDING_IN_JSON = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** @returns one line that a terminal shows and does not obey */
export function plainLine(text: string): string {
  return text.replaceAll(COMMANDING, ' ');
}

/** @returns the same data, with no sign that a terminal obeys */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(COMMANDING_IN_JSON, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
