// Which signs a font can draw: read from the table in which a TrueType file says so.
import { readFileSync } from 'node:fs';

export type Coverage = ReadonlySet<number>;

/**
 * @param file a font of our own resources
 * @returns the code points that the font has a glyph for
 * @source OpenType specification, "cmap", formats 4 and 12
 */
export function coverageOf(file: string): Coverage {
  const bytes = readFileSync(file);
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = tableAt(font, 'cmap');
  const found = new Set<number>();
  for (let index = 0; index < font.getUint16(start + 2); index += 1) {
    const at = start + font.getUint32(start + 4 + index * 8 + 4);
    const format = font.getUint16(at);
    if (format === 4) addSegments(font, at, found);
    if (format === 12) addGroups(font, at, found);
  }
  return found;
}

function tableAt(font: DataView, name: string): number {
  const tables = font.getUint16(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    const tag = String.fromCharCode(font.getUint8(at), font.getUint8(at + 1), font.getUint8(at + 2), font.getUint8(at + 3));
    if (tag === name) return font.getUint32(at + 8);
  }
  throw new Error(`A font without a table ${name}`);
}

function addSegments(font: DataView, at: number, found: Set<number>): void {
  const size = font.getUint16(at + 6); // of each of the four lists: ends, starts, deltas, offsets
  for (let segment = 0; segment < size; segment += 2) {
    const endsAt = at + 14 + segment;
    const startsAt = endsAt + size + 2;
    const offsetAt = startsAt + 2 * size;
    const [end, start, delta, offset] = [
      font.getUint16(endsAt),
      font.getUint16(startsAt),
      font.getUint16(startsAt + size),
      font.getUint16(offsetAt),
    ];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? (code + delta) % 0x10000 : font.getUint16(offsetAt + offset + (code - start) * 2);
      if (glyph !== 0) found.add(code);
    }
  }
}

function addGroups(font: DataView, at: number, found: Set<number>): void {
  const groups = font.getUint32(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const [first, last] = [font.getUint32(at + 16 + group * 12), font.getUint32(at + 20 + group * 12)];
    const glyph = font.getUint32(at + 24 + group * 12);
    for (let code = first; code <= last; code += 1) if (glyph + code - first !== 0) found.add(code);
  }
}
