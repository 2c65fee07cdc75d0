// Reads the structure of a JPEG as far as its size.
import type { PixelSize } from './png.ts';

const START = 0xffd8;
/** The markers of a frame, which say its size; three among them are of tables. */
const [FIRST_FRAME, LAST_FRAME] = [0xc0, 0xcf];
const TABLES: readonly number[] = [0xc4, 0xc8, 0xcc];
const FRAME_BYTES = 9;

/** @returns whether the bytes begin as a JPEG does */
export function isJpeg(bytes: Buffer): boolean {
  return bytes.byteLength > 3 && bytes.readUInt16BE(0) === START && bytes[2] === 0xff;
}

/** @returns the size; `null` for bytes in which no frame says one */
export function jpegSize(bytes: Buffer): PixelSize | null {
  for (let at = 2; at + FRAME_BYTES <= bytes.byteLength;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // filling before a marker
      continue;
    }
    if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !TABLES.includes(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return width > 0 && height > 0 ? { width, height } : null;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
