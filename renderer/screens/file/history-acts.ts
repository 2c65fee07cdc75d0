// The acts of the history: one command may change many records.
import type { HistoryEntry } from '@domain/history/history.ts';

export type HistoryAct = { readonly key: string; readonly entries: readonly [HistoryEntry, ...HistoryEntry[]] };

/** @returns the entries of one act together, in their order */
export function actsOf(entries: readonly HistoryEntry[]): readonly HistoryAct[] {
  const acts: { key: string; entries: [HistoryEntry, ...HistoryEntry[]] }[] = [];
  for (const entry of entries) {
    const last = acts.at(-1);
    if (last !== undefined && isSameAct(last.entries[0], entry)) last.entries.push(entry);
    else acts.push({ key: `${entry.at}/${entry.table}/${entry.id}/${entry.kind}`, entries: [entry] });
  }
  return acts;
}

function isSameAct(one: HistoryEntry, other: HistoryEntry): boolean {
  return one.at === other.at && one.by === other.by && one.kind === other.kind && one.command === other.command;
}
