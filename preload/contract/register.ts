// The register of documents: what was given, read again from its frozen copy, and compared with what would be given now.
import type { DocumentRequest } from '@domain/report/document-request.ts';
import type { Level } from '@domain/levels/level.ts';
import { channel, type OfDocument } from './channel.ts';
import type { Exported } from './leaving.ts';
import type { Locale } from './settings.ts';

/** A line that the later text has, or no longer has. */
export type ChangedLine = { readonly how: 'added' | 'gone'; readonly text: string };
/** `more`: how many changed lines there are besides. */
export type Changed = { readonly lines: readonly ChangedLine[]; readonly more: number };

/** Sizes of the frozen copies together, in bytes. */
export type CopiesKept = { readonly total: number; readonly maximum: number };

type OfGiven = OfDocument & { readonly givenId: string };

export const registerChannels = {
  'register.read': channel<OfDocument, CopiesKept>(),
  /** Opens the frozen copy with the system's application for it. Refused as attachment-gone where it was not kept. */
  'register.open': channel<OfGiven, null>(),
  'register.save': channel<OfGiven, Exported>(),
  /** What a document would say differently now. Refused as attachment-gone where its text was not kept. */
  'register.changes': channel<OfGiven & { readonly request: DocumentRequest; readonly locale: Locale; readonly readers: Level }, Changed>(),
};
