// The text of a file as another program or person leaves it: changed, with a digest that fits.
import { digestLine, digestOf } from '../../main/files/envelope.ts';

/** @returns the text with the digest of what is above it, as a forger or another program would write it */
export function withDigest(text: string): string {
  const head = text.slice(0, text.lastIndexOf('"digest": "'));
  return head + digestLine(digestOf(Buffer.from(head, 'utf8')));
}
