// The fonts of the documents: two to write with, and those that have the signs which these lack.
import { join } from 'node:path';
import type { TFontDictionary } from 'pdfmake/interfaces.js';
import { type Coverage, coverageOf } from './font-coverage.ts';

export type Family = 'Inter' | 'Serif' | 'Symbols2' | 'Symbols' | 'Math' | 'Emoji';

/** Normal, bold, italic and bold italic; a family of one face has that one for all. */
const FILES: Readonly<Record<Family, readonly string[]>> = {
  Inter: ['Inter_400Regular', 'Inter_600SemiBold', 'Inter_400Regular_Italic', 'Inter_600SemiBold_Italic'],
  Serif: ['SourceSerif4_600SemiBold'],
  Symbols2: ['NotoSansSymbols2_400Regular'],
  Symbols: ['NotoSansSymbols_400Regular'],
  Math: ['NotoSansMath_400Regular'],
  Emoji: ['NotoEmoji_400Regular'],
};

/** Where a sign is looked for that the font of its text lacks, in this order. */
export const FALLBACKS: readonly Family[] = ['Inter', 'Symbols2', 'Symbols', 'Math', 'Emoji'];

const fileOf = (folder: string, name: string): string => join(folder, `${name}.ttf`);

/** @param folder `fonts/` of the resources. @returns every family as pdfmake is told of it; it reads those that are used */
export function fontDictionary(folder: string): TFontDictionary {
  const families = Object.entries(FILES).map(([family, [normal = '', bold = normal, italics = normal, bolditalics = bold]]) => {
    const faces = { normal, bold, italics, bolditalics };
    return [family, Object.fromEntries(Object.entries(faces).map(([face, name]) => [face, fileOf(folder, name)]))];
  });
  return Object.fromEntries(families) as TFontDictionary; // four files for each family
}

/** @returns a test for the signs that every face of a family has; each file is read once, when it is first asked about */
export function coverages(folder: string): (family: Family) => (codePoint: number) => boolean {
  const known = new Map<Family, readonly Coverage[]>();
  return (family) => {
    const faces = known.get(family) ?? FILES[family].map((name) => coverageOf(fileOf(folder, name)));
    known.set(family, faces);
    return (codePoint) => faces.every((face) => face.has(codePoint));
  };
}
