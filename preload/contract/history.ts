// The history of a file.
import type { HistoryEntry } from '@domain/history/history.ts';
import type { TableName } from '@domain/tables/tables.ts';
import { channel, type OfDocument } from './channel.ts';

/** `total`: the number of all entries. */
export type HistoryPage = { readonly entries: readonly HistoryEntry[]; readonly total: number };

export const historyChannels = {
  /** The changes of one record, or of all (`record` is null), the newest first. `skip`: how many of the newest to leave out. */
  'history.read': channel<
    OfDocument & { readonly record: { readonly table: TableName; readonly id: string } | null; readonly skip: number },
    HistoryPage
  >(),
};
