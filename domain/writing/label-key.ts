// Names that a spreadsheet must tell apart: what it takes for equal, and labels of which no two are.
import { unfoldedLetters } from './unfolded.ts';

/**
 * What stays in a key: letters, with an accent if both make one letter, figures, and the signs of a keyboard. Spreadsheets give other
 * signs no weight, or each version and language another (the dot that Turkish takes off a capital i); names that differ by those alone
 * are numbered, which does no harm.
 */
const WEIGHTLESS = /[^\p{L}\p{N}\x20-\x7e]|\p{Default_Ignorable_Code_Point}/gu;
/** An apostrophe at the start says "as text", and is not part of it. */
const AS_TEXT = /^[' ]+/;
/** The same sounds in two scripts of Japanese, which Excel takes for equal. */
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const TO_HIRAGANA = 0x60;

/**
 * Errs on the side of equal. @source documentation of CompareStringEx, which Excel compares by: case, width and kana are ignored, ß is
 * ss; LibreOffice 7.4 compares capitals, as its language makes them
 * @returns a key that is the same for all texts that some spreadsheet takes for equal
 */
export function labelKey(text: string): string {
  const folded = text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return unfoldedLetters(folded)
    .replace(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - TO_HIRAGANA))
    .replace(WEIGHTLESS, '')
    .replace(/\s+/g, ' ')
    .replace(AS_TEXT, '')
    .trim();
}

export type Named = { readonly id: string; readonly name: string };

/**
 * @param reserved other labels of the same table
 * @returns labels by id, no two equal in a spreadsheet: the first of each name bears it as it is, the others get a number that makes a
 * label which nobody else bears or was given
 */
export function distinctLabels(named: readonly Named[], reserved: readonly string[] = []): ReadonlyMap<string, string> {
  const taken = new Set([...reserved, ...named.map(({ name }) => name)].map(labelKey));
  const borne = new Set(reserved.map(labelKey));
  const counts = new Map<string, number>();
  return new Map(
    named.map(({ id, name }) => {
      const key = labelKey(name);
      if (!borne.has(key)) {
        borne.add(key);
        return [id, name];
      }
      const numbered = nextFree(name, (counts.get(key) ?? 1) + 1, taken);
      counts.set(key, numbered.count);
      taken.add(labelKey(numbered.label));
      return [id, numbered.label];
    }),
  );
}

function nextFree(name: string, from: number, taken: ReadonlySet<string>): { readonly label: string; readonly count: number } {
  for (let count = from; ; count += 1) {
    const label = `${name} (${count})`;
    if (!taken.has(labelKey(label))) return { label, count };
  }
}
