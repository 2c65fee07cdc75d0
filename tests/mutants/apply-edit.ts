// One edit of a named mutant, applied wherever its code is, however the formatter has broken its lines.
import type { Edit } from './mutant.ts';

/**
 * A text without what the formatter decides (blanks, and commas before a closing bracket), and the original position of each character.
 */
type Squeezed = { readonly text: string; readonly places: readonly number[] };

/** @returns the text with the edit; `null` if its code is not there, or is there more than once */
export function edited(text: string, { from, to }: Pick<Edit, 'from' | 'to'>): string | null {
  const { text: squeezed, places } = squeeze(text);
  const sought = squeeze(from).text;
  const at = squeezed.indexOf(sought);
  if (at === -1 || squeezed.includes(sought, at + 1)) return null;
  const begin = places[at] ?? 0;
  const end = (places[at + sought.length - 1] ?? 0) + 1;
  return `${text.slice(0, begin)}${to}${text.slice(end)}`;
}

function squeeze(text: string): Squeezed {
  const places = [...text.matchAll(/\S/g)]
    .map(({ index }) => index)
    .filter((place) => text[place] !== ',' || !/^\s*[)\]}]/.test(text.slice(place + 1, place + 200)));
  return { text: places.map((place) => text[place]).join(''), places };
}
