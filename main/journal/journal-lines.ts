// The lines of a journal, each with a checksum, so that a torn or altered line is left out.
import { createHash } from 'node:crypto';

/** How entries become lines: in the clear, or sealed if the file is. */
export type LineCodec = { readonly encode: (text: string) => string; readonly decode: (line: string) => string | null };
export const PLAIN_LINES: LineCodec = { encode: (text) => text, decode: (line) => line };

const SUM_LENGTH = 16;
const NEW_LINE = 0x0a;

/** @returns a content as a line, its checksum first */
export function lineOf(content: string): string {
  return `${sumOf(Buffer.from(content, 'utf8'))} ${content}\n`;
}

/**
 * @returns the content of each line whose checksum is right, in order; the bytes are not read as one text, since a journal may be longer
 * than a string can be
 */
export function wholeLinesIn(bytes: Buffer): readonly string[] {
  const whole: string[] = [];
  for (let start = 0; start < bytes.byteLength;) {
    const end = bytes.indexOf(NEW_LINE, start);
    const line = bytes.subarray(start, end === -1 ? bytes.byteLength : end);
    const content = line.subarray(SUM_LENGTH + 1);
    if (line.subarray(0, SUM_LENGTH).toString('latin1') === sumOf(content)) whole.push(content.toString('utf8'));
    start += line.byteLength + 1;
  }
  return whole;
}

/** @returns whether bytes end in the middle of a line */
export function isTornAt(lastByte: number | undefined): boolean {
  return lastByte !== undefined && lastByte !== NEW_LINE;
}

function sumOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, SUM_LENGTH);
}
