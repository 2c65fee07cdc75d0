// The agenda of the session and, if its record was entered later, on which day; both read-only.
import { formatDate, formatInstantDay } from '@domain/format/dates.ts';
import { formatHours } from '@domain/format/durations.ts';
import { inOrder } from '@domain/ordering.ts';
import { dateOfInstant } from '@domain/time/calendar.ts';
import { Card } from '../../kit/Card.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { ZONE } from '../../state/moment.ts';
import { onTables } from '../../state/on-tables.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { SessionProps } from './SessionScreen.tsx';

/** Draws nothing when there is no agenda and the record was not entered late. */
export const SessionAgenda = onTables(['agendaItems'], function SessionAgenda({ accompaniment, session }: SessionProps<'agendaItems'>) {
  const { session: texts } = useTexts();
  const locale = useLocale();
  const items = inOrder(Object.values(accompaniment.agendaItems).filter((item) => item.sessionId === session.id));
  const isLate = session.status === 'held' && dateOfInstant(session.enteredAt) > session.date;
  return (
    <>
      {items.length === 0 ? null : (
        <Card title={texts.agenda}>
          <LongList items={items} keyOf={({ id }) => id} height={32} label={texts.agenda} className="agenda" isOrdered>
            {(item) => (
              <>
                <span>{item.title}</span>
                <span className="quiet number">{formatHours(item.minutes, locale)}</span>
              </>
            )}
          </LongList>
        </Card>
      )}
      {isLate ? (
        <p className="small quiet session-note" title={formatDate(session.date, 'full', locale)}>
          {texts.enteredLater(formatInstantDay(session.enteredAt, ZONE, locale))}
        </p>
      ) : null}
    </>
  );
});
