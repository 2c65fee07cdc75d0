// Tables that a script writes into a page of the documentation, between two markers.
import { readFileSync, writeFileSync } from 'node:fs';

/** Puts rows between the markers `<!-- name: written by … -->` and `<!-- end of name -->`. Throws if the page does not have them. */
export function writePageTable(
  page: string,
  { name, heading, rows }: { readonly name: string; readonly heading: string; readonly rows: readonly string[] },
): void {
  const text = readFileSync(page, 'utf8');
  const begin = new RegExp(`<!-- ${name}: [^>]*-->\n`).exec(text);
  const end = text.indexOf(`<!-- end of ${name} -->`);
  if (begin === null || end === -1) throw new Error(`${page} has no place for ${name}`);
  const rule = heading.replace(/[^|]+/g, '---');
  writeFileSync(page, text.slice(0, begin.index + begin[0].length) + [heading, rule, ...rows, ''].join('\n') + text.slice(end));
}
