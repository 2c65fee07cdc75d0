// Cleans what is printed at a terminal: titles and names come from files that anybody may have written.

/** Characters that would move the cursor, colour the screen or change the direction of text. */
const COMMANDING = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** The same in JSON, which already escapes those below a space. */
const COMMANDING_IN_JSON = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** @returns one line that a terminal only displays */
export function plainLine(text: string): string {
  return text.replaceAll(COMMANDING, ' ');
}

/** @returns the same data, without characters that control a terminal */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(COMMANDING_IN_JSON, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
