// The next sessions across all accompaniments: when, where, with whom.
import { formatClock, formatDate } from '@domain/format/dates.ts';
import { Card } from '../../kit/Card.tsx';
import { openEntry } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { NextSession } from './library-view.ts';

const MOST_SHOWN = 8;

/** Each session opens its accompaniment at that session. */
export function UpcomingCard({ sessions }: { readonly sessions: readonly NextSession[] }) {
  const { home } = useTexts();
  return (
    <Card title={home.upcoming}>
      {sessions.length === 0 ? <p className="quiet small">{home.upcomingNone}</p> : null}
      <ul className="upcoming">
        {sessions.slice(0, MOST_SHOWN).map((session) => (
          <UpcomingLine key={`${session.entry.entryId}/${session.sessionId}`} session={session} />
        ))}
      </ul>
      {sessions.length > MOST_SHOWN ? <p className="quiet small">{home.upcomingMore(sessions.length - MOST_SHOWN)}</p> : null}
    </Card>
  );
}

function UpcomingLine({ session }: { readonly session: NextSession }) {
  const { shell } = useTexts();
  const locale = useLocale();
  const { sessionId, title, date, startsAt, place, entry } = session;
  const when = [formatDate(date, 'near', locale), ...(startsAt === null ? [] : [formatClock(startsAt)])].join(', ');
  const where = [title, place].filter((part) => part !== '').join(' · ');
  return (
    <li className="upcoming-line row-linked">
      <span className="upcoming-when number">{when}</span>
      <button
        type="button"
        className="row-link"
        title={entry.summary.title}
        onClick={() => void openEntry(entry.entryId, { screen: 'session', sessionId })}
      >
        {entry.summary.title === '' ? shell.untitled : entry.summary.title}
      </button>
      <span className="small quiet upcoming-where">{where}</span>
    </li>
  );
}
