// Documents made from an open file.
import type { DocumentKind, DocumentRequest } from '@domain/report/document-request.ts';
import { channel, type OfDocument } from './channel.ts';
import type { Locale } from './settings.ts';

/** A document that has pages. */
export type PagedRequest = DocumentRequest & { readonly kind: Exclude<DocumentKind, 'workbook'> };

/** `pdf`: its bytes in Base64. `missing`: signs that its pages show by their numbers alone, since no font has them. */
export type PreviewedDocument = { readonly pdf: string; readonly pages: number; readonly missing: readonly string[] };

export type SavedDocument = {
  readonly documentToken: string;
  readonly fileName: string;
  readonly folderName: string;
  readonly bytes: number;
  readonly pages: number;
};

export const documentsChannels = {
  /** Renders a document and lets the user choose where it goes. */
  'document.save': channel<OfDocument & { readonly request: DocumentRequest; readonly locale: Locale }, SavedDocument>(),
  /** Exactly the pages that saving would write; a workbook has none. */
  'document.preview': channel<OfDocument & { readonly request: PagedRequest; readonly locale: Locale }, PreviewedDocument>(),
  /** Opens a document just saved with the system's default application. */
  'document.open': channel<{ readonly documentToken: string }, null>(),
};
