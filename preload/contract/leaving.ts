// Leaving Tierce: exports, and what this computer keeps of a file.
import { channel, type OfDocument } from './channel.ts';

export type Exported = { readonly name: string; readonly folderName: string; readonly files: number };

/**
 * What this computer holds of a file: backups with their size, and journals that were set aside. `onlyHere`: how many of the backups may
 * be the only copy (from the answer to a conflict).
 */
export type Traces = { readonly backups: number; readonly onlyHere: number; readonly bytes: number; readonly setAside: number };

export const leavingChannels = {
  /** Everything that may leave, for other programs: one JSON file, or a new folder of CSV files. */
  'export.save': channel<OfDocument & { readonly form: 'json' | 'csv' }, Exported>(),
  'traces.read': channel<OfDocument, Traces>(),
  /** Closes the file once it holds everything, then removes its backups and its journals from this computer. */
  'traces.leave': channel<OfDocument, null>(),
};
