// Parses what the page says about the open file chooser, strictly.
import { z } from 'zod';

import type { ChooserMessage } from '@contract/chooser.ts';

const token = z.string().min(1).max(64);
const message = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('list'), requestId: token, token }),
  z.strictObject({ act: z.literal('choose'), requestId: token, token, name: z.string().max(255).nullable(), isReplacing: z.boolean() }),
  z.strictObject({ act: z.literal('cancel'), requestId: token }),
]) satisfies z.ZodType<ChooserMessage>;

/** @returns what the page said, or `null` if it is none of the three acts */
export function readChooserMessage(sent: unknown): ChooserMessage | null {
  const read = message.safeParse(sent);
  return read.success ? read.data : null;
}
