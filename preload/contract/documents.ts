// Documents made from an open file.
import type { DocumentKind, DocumentRequest } from '@domain/report/document-request.ts';
import type { Failure } from '@domain/failures.ts';
import type { Giving } from '@domain/levels/giving.ts';
import type { Level } from '@domain/levels/level.ts';
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Applied } from './project.ts';
import type { Locale } from './settings.ts';

/** A document that has pages. */
export type PagedRequest = DocumentRequest & { readonly kind: Exclude<DocumentKind, 'workbook'> };

/** `pdf`: its bytes in Base64. `missing`: signs that its pages show by their numbers alone, since no font has them. */
export type PreviewedDocument = { readonly pdf: string; readonly pages: number; readonly missing: readonly string[] };

/** `unkept`: why the register does not have it, or has it without its copy; `null` if it has both. */
export type Registered = Applied & { readonly unkept: Failure | null };

export type SavedDocument = {
  readonly documentToken: string;
  readonly fileName: string;
  readonly folderName: string;
  readonly bytes: number;
  readonly pages: number;
};

export const documentsChannels = {
  /**
   * Renders a document, lets the user choose where it goes, and lists it in the register. Refused as level-too-wide, recipients-beyond
   * before anything is written.
   */
  'document.save': channel<
    OfRevision & { readonly request: DocumentRequest; readonly locale: Locale; readonly giving: Giving },
    SavedDocument & Registered
  >(),
  /** Exactly the pages that saving would write; a workbook has none. */
  'document.preview': channel<
    OfDocument & { readonly request: PagedRequest; readonly locale: Locale; readonly readers: Level },
    PreviewedDocument
  >(),
  /** Opens a document just saved with the system's default application. */
  'document.open': channel<{ readonly documentToken: string }, null>(),
};
