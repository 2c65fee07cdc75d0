// Reads the structure of a PNG: its size, whether it moves, and whether its pixels are really there.
import { inflateSync } from 'node:zlib';
import { LARGEST_PICTURE_BYTES } from '@domain/tables/forms.ts';

export type PixelSize = { readonly width: number; readonly height: number };
export type PngFacts = PixelSize & { readonly isAnimated: boolean };
type Chunk = { readonly name: string; readonly data: Buffer };

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Of a chunk around its data: length, name and checksum, in bytes. */
const AROUND = 12;
const HEADER_BYTES = 13;

/** @returns whether the bytes begin as a PNG does */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/** @returns size and movement; `null` for bytes that are not a whole PNG */
export function pngFacts(bytes: Buffer): PngFacts | null {
  const chunks = chunksOf(bytes);
  const header = chunks === null ? null : headerOf(chunks);
  if (chunks === null || header === null || !chunks.some(({ name }) => name === 'IDAT')) return null;
  return { ...header, isAnimated: chunks.some(({ name }) => name === 'acTL') };
}

/** Of a picture that a record holds, in pixels on each side: sharp on paper at the head of a page. */
const LARGEST_SIDE = 2000;
/** Bytes of a pixel by the number of its colour type: with transparency and without. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Whether a picture can be drawn without surprise: the plain kind of PNG that a window makes, small, and with exactly the pixels that its
 * header announces, however strongly they are packed.
 */
export function isSoundPicture(base64: string): boolean {
  const bytes = Buffer.from(base64, 'base64');
  const chunks = bytes.byteLength <= LARGEST_PICTURE_BYTES ? chunksOf(bytes) : null;
  const header = chunks === null ? null : headerOf(chunks);
  if (chunks === null || header === null || Math.max(header.width, header.height) > LARGEST_SIDE) return false;
  const [depth, colour, , , interlace] = [...(chunks[0]?.data.subarray(8) ?? [])];
  const pixelBytes = PIXEL_BYTES[colour ?? 0];
  if (depth !== 8 || pixelBytes === undefined || interlace !== 0 || chunks.some(({ name }) => name === 'acTL')) return false;
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  return unpackedBytes(packed, header.height * (header.width * pixelBytes + 1));
}

function unpackedBytes(packed: Buffer, expected: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: expected }).byteLength === expected;
  } catch {
    return false; // damaged, or more than announced
  }
}

function headerOf([first]: readonly Chunk[]): PixelSize | null {
  if (first?.name !== 'IHDR' || first.data.byteLength !== HEADER_BYTES) return null;
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** @returns the chunks before the last one; `null` if one is cut or the last one is missing. Their checksums are the drawer's affair */
function chunksOf(bytes: Buffer): readonly Chunk[] | null {
  if (!isPng(bytes)) return null;
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + AROUND <= bytes.byteLength;) {
    const length = bytes.readUInt32BE(at);
    const end = at + AROUND + length;
    if (end > bytes.byteLength) return null;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'IEND') return chunks;
    chunks.push({ name, data: bytes.subarray(at + 8, end - 4) });
    at = end;
  }
  return null;
}
