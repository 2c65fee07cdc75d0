// The first of a list, and how many others there are: the words for a single other would take its place.

/** @returns as many as `most`, or one more if that is all of them; and the number of the others, never one */
export function firstOf<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly others: number } {
  const shown = all.length === most + 1 ? all : all.slice(0, most);
  return { shown, others: all.length - shown.length };
}
