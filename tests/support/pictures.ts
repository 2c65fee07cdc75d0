// Pictures made on the spot, with a known number of pixels.
import { deflateSync } from 'node:zlib';

type Size = { readonly width: number; readonly height: number };
type Png = Size & {
  /** What the header says, if it lies. */
  readonly announced?: Size;
  readonly depth?: number;
  readonly colour?: number;
  readonly interlace?: number;
  /** Chunks before the pixels. */
  readonly before?: readonly Buffer[];
  /** Four bytes for each pixel, the lines from the top; one colour unless given. */
  readonly pixelAt?: (x: number, y: number) => readonly number[];
};

const ONE_COLOUR = [96, 32, 96, 255];

/** @returns a PNG with transparency */
export function png(picture: Png): Buffer {
  const { width, height, announced = picture, depth = 8, colour = 6, interlace = 0, before = [], pixelAt = () => ONE_COLOUR } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(announced.width, 0);
  header.writeUInt32BE(announced.height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  const lines = Array.from({ length: height }, (_, y) => [0, ...Array.from({ length: width }, (__, x) => pixelAt(x, y)).flat()]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @returns a chunk of a PNG with its length and checksum */
export function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(checksumOf(named));
  return Buffer.concat([length, named, sum]);
}

/** The CRC of the PNG standard, a bit at a time: these pictures are small. */
function checksumOf(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A whole picture of two pixels, as a record holds it. */
export const TINY_PICTURE = png({ width: 2, height: 1 }).toString('base64');
