// Looks into an SVG for what a still picture never needs. What it cannot be sure of, it refuses: a logo can always be had as a PNG.

export type SvgDoubt = 'broken' | 'animated' | 'active' | 'intricate';

/** Repeated parts within repeated parts grow without end: a logo needs few. */
const MOST_USES = 40;
const RUNS =
  /<(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener)\b|[\s"'/]on[a-z]+\s*=|javascript\s*:/i;
const MOVES = /<(?:[\w.-]+:)?(?:animate\w*|set|discard)\b|@keyframes|animation(?:-name)?\s*:/i;
/** An address is of the drawing itself ("#id"), or a picture within the file. */
const ADDRESSES = /(?:href|src)\s*=\s*(["'])([\s\S]*?)\1|url\(\s*["']?([^"')]*)/gi;
const OWN_ADDRESS = /^#|^data:image\/(?:png|jpeg);base64,|^$/i;
const BRINGS = /<!entity|@import|<\?xml-stylesheet/i;

/** The root stands within so many characters, after whatever programs write above it. */
const HEAD = 8_000;

/** @returns the text of an SVG; `null` for bytes that are none */
export function svgText(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const head = text.slice(0, HEAD).replace(/<!--[\s\S]*?-->/g, '');
    return text.trimStart().startsWith('<') && /<(?![?!])([\w.:-]*)/.exec(head)?.[1]?.split(':').at(-1) === 'svg' ? text : null;
  } catch {
    return null;
  }
}

/** @returns what speaks against drawing it; `null` where nothing does */
export function svgDoubt(text: string): SvgDoubt | null {
  const ending = text.slice(text.lastIndexOf('</'));
  if (!/^<\/(?:[\w.-]+:)?svg\s*>/.test(ending)) return 'broken';
  if (RUNS.test(text) || BRINGS.test(text) || addressesIn(text).some((address) => !OWN_ADDRESS.test(address))) return 'active';
  if (MOVES.test(text)) return 'animated';
  return (text.match(/<(?:[\w.-]+:)?use\b/gi) ?? []).length > MOST_USES ? 'intricate' : null;
}

/** Written with character references ("&#35;"), an address is not what it looks like: it stays as written, and is none of our own. */
function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(ADDRESSES)].map(([, , quoted, inStyle]) => (quoted ?? inStyle ?? '').trim());
}
