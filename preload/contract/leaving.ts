// Leaving Tierce: exports, and what this computer keeps of a file.
import type { Giving } from '@domain/levels/giving.ts';
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Registered } from './documents.ts';

export type Exported = { readonly name: string; readonly folderName: string; readonly files: number };

/**
 * What this computer holds of a file: backups with their size, and journals that were set aside. `onlyHere`: how many of the backups may
 * be the only copy (from the answer to a conflict).
 */
export type Traces = { readonly backups: number; readonly onlyHere: number; readonly bytes: number; readonly setAside: number };

export const leavingChannels = {
  /** Everything that these readers may read, for other programs: one JSON file, or a new folder of CSV files. Refused as recipients-beyond. */
  'export.save': channel<OfRevision & { readonly form: 'json' | 'csv'; readonly giving: Giving }, Exported & Registered>(),
  /** A whole file for somebody else, without the desk, the notebook and the history. Refused as recipients-beyond. */
  'copy.save': channel<OfRevision & { readonly giving: Giving }, Exported & Registered>(),
  'traces.read': channel<OfDocument, Traces>(),
  /** Closes the file once it holds everything, then removes its backups and its journals from this computer. */
  'traces.leave': channel<OfDocument, null>(),
};
