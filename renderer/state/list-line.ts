// The lines of a list while it is written: Enter goes on with it or ends it, and what is pasted after a sign brings no second one.

/** A sign or a number at the start of a line, as the reader of Markdown takes them, with the space behind it. */
const BEGUN = /^([ \t]*)(?:([-+*–—•])|(\d{1,3})([.)]))( +)(?=(.*)$)/su;
const SIGN = /^[ \t]*(?:[-+*–—•·▪◦‣]|\d{1,3}[.)])[ \t]+/u;

/** `insert`: in the place of the caret; `erase`: so many characters before it. */
export type ListStep = { readonly insert: string } | { readonly erase: number };

/**
 * @param before the text up to the caret
 * @returns what Enter does in a line of a list: another item, or the end of the list after an empty one; `null` in any other line
 */
export function listStep(before: string): ListStep | null {
  const line = lineOf(before);
  const [begun, indent = '', sign, number, dot = '', gap = '', words = ''] = BEGUN.exec(line) ?? [];
  if (begun === undefined) return null;
  if (words.trim() === '') return { erase: line.length };
  return { insert: `\n${indent}${sign ?? `${Number(number) + 1}${dot}`}${gap}` };
}

/** @returns a pasted text without the sign of its first line, where the line that it is pasted into has one already and nothing else */
export function pastedAfterSign(before: string, pasted: string): string {
  const line = lineOf(before);
  const begun = BEGUN.exec(line);
  return begun !== null && begun[0] === line ? pasted.replace(SIGN, '') : pasted;
}

function lineOf(before: string): string {
  return before.slice(before.lastIndexOf('\n') + 1);
}
