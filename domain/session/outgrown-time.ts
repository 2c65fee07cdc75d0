// When the hours of a session change after its time was recorded: what is recorded, and how long it is now.
import type { Accompaniment } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import type { Minutes } from '../units.ts';

type Tables = 'timeEntries' | 'kinds';

/** @returns the one entry of face-to-face time of a session; `null` where there is none, or several that nobody can weigh */
export function faceEntry({ timeEntries, kinds }: Pick<Accompaniment, Tables>, sessionId: string): RecordOf<'timeEntries'> | null {
  const own = Object.values(timeEntries).filter((entry) => entry.sessionId === sessionId && kinds[entry.kindId]?.code === 'face');
  return own.length === 1 ? (own[0] ?? null) : null;
}

/**
 * A length that was typed on its own, such as one without a break, was never that of the session, and is not questioned.
 * @param before how long the session was when its time was recorded, in minutes
 * @returns the entry that still has the length of before; `null` if none has, or if that is the length now
 */
export function outgrownEntry(
  accompaniment: Pick<Accompaniment, Tables>,
  sessionId: string,
  { before, now }: { readonly before: Minutes; readonly now: Minutes },
): RecordOf<'timeEntries'> | null {
  const entry = faceEntry(accompaniment, sessionId);
  return entry !== null && entry.minutes === before && before !== now ? entry : null;
}
