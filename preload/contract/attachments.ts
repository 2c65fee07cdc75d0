// Documents that are attached to a file.
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Giving } from '@domain/levels/giving.ts';
import type { Registered } from './documents.ts';
import type { Exported } from './leaving.ts';
import type { Applied } from './project.ts';

/** Sizes of the attachments, by hash, in bytes; `maximum` for all of them together. */
export type Attached = { readonly bytes: Readonly<Record<string, number>>; readonly total: number; readonly maximum: number };

/** `isBeyond`: up to the largest possible size, after the user has been told what it costs. */
type AttachTo = { readonly sessionId: string | null; readonly isBeyond: boolean };

export const attachmentsChannels = {
  'attachments.read': channel<OfDocument, Attached>(),
  /** Lets the user choose a document in a system dialog, and attaches it. */
  'attachments.choose': channel<OfRevision & AttachTo, Applied>(),
  /** Attaches a document that was dropped on the window: its bytes in Base64, since the window never sends a path. */
  'attachments.add': channel<OfRevision & AttachTo & { readonly name: string; readonly data: string }, Applied>(),
  /** Opens a copy with the system's default application; the copy is removed later. */
  'attachments.open': channel<OfDocument & { readonly attachmentId: string }, null>(),
  /** Refused as level-too-wide, recipients-beyond. */
  'attachments.save': channel<OfRevision & { readonly attachmentId: string; readonly giving: Giving }, Exported & Registered>(),
};
