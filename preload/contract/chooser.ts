// The messages between the file chooser of the browser shell and its page; the page sees names and tokens, never a path.
import type { OuterTexts } from '@domain/text/outer-texts.ts';

export type ChooserRequest = {
  readonly requestId: string;
  readonly mode: 'open' | 'save' | 'folder';
  readonly title: string;
  /** Proposed name of the file to save. */
  readonly name: string;
  readonly places: readonly { readonly label: string; readonly token: string }[];
  readonly texts: OuterTexts['chooser'];
};

export type ChooserEntry =
  | { readonly kind: 'folder'; readonly name: string; readonly token: string }
  | { readonly kind: 'file'; readonly name: string };

export type ChooserListing = { readonly name: string; readonly parent: string | null; readonly entries: readonly ChooserEntry[] };

export type ChooserReply = { readonly done: true } | ChooserListing | { readonly refused: 'unknown' | 'unreadable' | 'name' | 'exists' };

export type ChooserMessage =
  | { readonly act: 'list'; readonly requestId: string; readonly token: string }
  | {
      readonly act: 'choose';
      readonly requestId: string;
      readonly token: string;
      readonly name: string | null;
      readonly isReplacing: boolean;
    }
  | { readonly act: 'cancel'; readonly requestId: string };
