// Who is named in what is about to leave.
import type { Accompaniment } from '../document.ts';
import { compareTexts } from '../writing/sort.ts';

/** @returns the names of the people of the file that any text of a model contains, in order */
export function peopleNamedIn(model: unknown, { people }: Pick<Accompaniment, 'people'>): readonly string[] {
  const texts: string[] = [];
  gather(model, texts);
  const all = texts.join('\n');
  const names = new Set(Object.values(people).map(({ name }) => name));
  return [...names].filter((name) => all.includes(name)).toSorted(compareTexts);
}

function gather(model: unknown, texts: string[]): void {
  if (typeof model === 'string') texts.push(model);
  else if (typeof model === 'object' && model !== null) for (const part of Object.values(model)) gather(part, texts);
}
