// Takes private text out of the clipboard again: a minute after it was copied, at the lock and at the end, if it is still there.
import { createHash } from 'node:crypto';
import type { Args } from '@contract/channels.ts';
import { ok } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import type { Later } from '../project/later.ts';
import type { Clipboard } from '../shell.ts';

/** How long a private text may stay in the clipboard, in milliseconds. */
export const CLEAR_AFTER_MS = 60_000;

type PrivateClipboardOptions = { readonly clipboard: Clipboard | null; readonly later: Later };

/** Only a hash of what was copied is held, never the text. */
export class PrivateClipboard {
  readonly #options: PrivateClipboardOptions;
  #print: string | null = null;
  #stopWaiting: () => void = () => undefined;

  constructor(options: PrivateClipboardOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'clipboard.copied'> {
    return { 'clipboard.copied': (args) => Promise.resolve(ok(this.#copied(args))) };
  }

  /** Clears the clipboard if it still holds the private text that was copied last. */
  async clear(): Promise<void> {
    this.#stopWaiting();
    const { clipboard } = this.#options;
    const print = this.#print;
    this.#print = null;
    if (clipboard !== null && print !== null && isStillThere(print, await clipboard.read())) await clipboard.write('');
  }

  #copied({ print }: Args<'clipboard.copied'>): { readonly isWatched: boolean } {
    if (this.#options.clipboard === null) return { isWatched: false };
    this.#stopWaiting();
    this.#print = print;
    this.#stopWaiting = this.#options.later(CLEAR_AFTER_MS, () => void this.clear());
    return { isWatched: true };
  }
}

/** @returns whether the clipboard holds the text of that hash; Windows ends its lines differently */
export function isStillThere(print: string, held: string): boolean {
  return held !== '' && printOfText(held) === print;
}

/** @returns the SHA-256 of a text with line feeds, in hexadecimal, as the window makes it of what was copied */
export function printOfText(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('hex');
}
