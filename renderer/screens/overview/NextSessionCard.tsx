// The next session on the overview: when, where, and its agenda with clock times.
import type { Accompaniment } from '@domain/document.ts';
import { formatClock, formatDate } from '@domain/format/dates.ts';
import { capitalised } from '@domain/writing/capital.ts';
import { nextSession } from '@domain/overview/late.ts';
import { inOrder } from '@domain/ordering.ts';
import { sessionNumber } from '@domain/numbering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { minuteOfDay } from '@domain/time/calendar.ts';
import { type ClockTime, clockTime } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { createSession } from '../../state/acts.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

export function NextSessionCard({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { overview } = useTexts();
  const session = nextSession(accompaniment, today());
  if (session === null) {
    return (
      <Card
        title={overview.next}
        action={
          <Button kind="quiet" onPress={() => void createSession()}>
            {overview.planSession}
          </Button>
        }
      >
        <p className="quiet">{overview.noNext}</p>
      </Card>
    );
  }
  return (
    <Card
      title={overview.next}
      action={
        <Button kind="quiet" onPress={() => goTo({ screen: 'session', sessionId: session.id })}>
          {overview.openSession}
        </Button>
      }
    >
      <Words accompaniment={accompaniment} session={session} />
      <Agenda accompaniment={accompaniment} session={session} />
    </Card>
  );
}

type PartProps = { readonly accompaniment: Accompaniment; readonly session: RecordOf<'sessions'> };

function Words({ accompaniment, session }: PartProps) {
  const { overview, time } = useTexts();
  const locale = useLocale();
  const date = formatDate(session.date, 'full', locale);
  const clock = [session.startsAt, session.endsAt].flatMap((each) => (each === null ? [] : [formatClock(each)])).join('–');
  const expected = Object.values(accompaniment.attendances).filter((attendance) => attendance.sessionId === session.id).length;
  const when = [capitalised(date), clock].filter((part) => part !== '').join(', ');
  return (
    <>
      <p className="overview-title">{`${time.sessionNumber(sessionNumber(accompaniment, session.id))} · ${session.title}`}</p>
      <p className="small quiet">
        {[when, session.place, expected === 0 ? '' : overview.expected(expected)].filter((part) => part !== '').join(' · ')}
      </p>
    </>
  );
}

function Agenda({ accompaniment, session }: PartProps) {
  const { overview } = useTexts();
  const items = inOrder(Object.values(accompaniment.agendaItems).filter((item) => item.sessionId === session.id));
  if (items.length === 0) return <p className="small quiet overview-words">{overview.noAgenda}</p>;
  return (
    <ul className="overview-agenda">
      {items.map((item, index) => (
        <li key={item.id}>
          <span className="quiet number">{startOf(session.startsAt, items.slice(0, index))}</span>
          <span>{item.title}</span>
          <span className="quiet number">{overview.minutes(item.minutes)}</span>
        </li>
      ))}
    </ul>
  );
}

/** @returns when an item begins, counted from the start of the session through the items before it; empty past midnight */
function startOf(startsAt: ClockTime | null, before: readonly RecordOf<'agendaItems'>[]): string {
  if (startsAt === null) return '';
  const minute = minuteOfDay(startsAt) + before.reduce((sum, item) => sum + item.minutes, 0);
  if (minute >= 1440) return '';
  return formatClock(clockTime(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`));
}
