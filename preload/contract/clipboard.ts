// What was copied from a private place: its hash alone, so that main can tell whether the clipboard still holds it.
import { channel } from './channel.ts';

export const clipboardChannels = {
  /** `print`: SHA-256 of the text, in hexadecimal. `isWatched`: main clears it; otherwise the window does what a page can. */
  'clipboard.copied': channel<{ readonly print: string }, { readonly isWatched: boolean }>(),
};
