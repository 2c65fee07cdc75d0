// A text area that keeps its text by itself, so that Ctrl+Z takes back what was typed as it does in every other program.
import { type RefObject, useLayoutEffect } from 'react';

/**
 * Gives the area a text only when it shows another. React would give it its text after each key, whereupon it forgets what could be
 * taken back, but for the last letter.
 */
export function useOwnText(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => show(area.current, text), [area, text]);
}

function show(area: HTMLTextAreaElement | null, text: string): void {
  if (area !== null && area.value !== text) area.value = text;
}
