// How long a kind of work around a session usually takes: as long as around the session before it.
import type { Accompaniment } from '../document.ts';
import { by, lastFirst } from '../ordering.ts';
import type { RecordOf } from '../tables/tables.ts';
import { type Minutes, minutes, WHOLE_DAY } from '../units.ts';

type Tables = 'sessions' | 'timeEntries';

/**
 * @returns the time of that kind that the latest earlier session with any has, at most a whole day; `null` if none has any
 */
export function usualLength(
  { sessions, timeEntries }: Pick<Accompaniment, Tables>,
  session: Pick<RecordOf<'sessions'>, 'id' | 'date'>,
  kindId: string,
): Minutes | null {
  const entries = Object.values(timeEntries).filter((entry) => {
    const other = entry.sessionId === null || entry.sessionId === session.id ? undefined : sessions[entry.sessionId];
    return other !== undefined && other.date <= session.date && entry.kindId === kindId && entry.status === 'done';
  });
  const dayOf = (id: string | null): string => sessions[id ?? '']?.date ?? '';
  const [latest] = entries.toSorted(
    lastFirst(
      by(
        ({ sessionId }) => dayOf(sessionId),
        ({ enteredAt }) => enteredAt,
        ({ id }) => id,
      ),
    ),
  );
  if (latest === undefined) return null;
  const sum = entries.filter(({ sessionId }) => sessionId === latest.sessionId).reduce((total, entry) => total + entry.minutes, 0);
  return minutes(Math.min(sum, WHOLE_DAY));
}
