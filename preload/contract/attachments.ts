// Documents that are attached to a file.
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Exported } from './leaving.ts';
import type { Applied } from './project.ts';

/** Sizes of what is attached, by hash, in bytes; `maximum` of all together. */
export type Attached = { readonly bytes: Readonly<Record<string, number>>; readonly total: number; readonly maximum: number };

/** `isBeyond`: up to the largest size there is, the user having been told what it costs. */
type AttachTo = { readonly sessionId: string | null; readonly isBeyond: boolean };

export const attachmentsChannels = {
  'attachments.read': channel<OfDocument, Attached>(),
  /** Lets the user choose a document in a dialog of the system, and attaches it. */
  'attachments.choose': channel<OfRevision & AttachTo, Applied>(),
  /** Attaches a document that was dropped on the window: its bytes in Base64, since a path never comes this way. */
  'attachments.add': channel<OfRevision & AttachTo & { readonly name: string; readonly data: string }, Applied>(),
  /** Opens a copy with the system's own application; the copy is swept. */
  'attachments.open': channel<OfDocument & { readonly attachmentId: string }, null>(),
  'attachments.save': channel<OfDocument & { readonly attachmentId: string }, Exported>(),
};
