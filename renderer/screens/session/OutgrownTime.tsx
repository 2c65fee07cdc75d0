// Says that a session has other hours than its recorded time, and takes the new length with one press.
import { formatHours } from '@domain/format/durations.ts';
import { faceEntry, outgrownEntry } from '@domain/session/outgrown-time.ts';
import { sessionLength } from '@domain/session/session-length.ts';
import type { Minutes } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { runWithUndo } from '../../state/acts.ts';
import { dayOf, envelopeFor } from '../../state/days.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale, useReadOnly, useWindow, windowStore } from '../../state/window-state.ts';
import type { SessionProps } from './SessionScreen.tsx';

type OutgrownProps = Pick<SessionProps, 'accompaniment' | 'session'> & { readonly now: Minutes };

export function OutgrownTime({ accompaniment, session, now }: OutgrownProps) {
  const { session: texts } = useTexts();
  const locale = useLocale();
  const isReadOnly = useReadOnly();
  const counted = useWindow((state) => state.countedLength);
  const entry =
    counted === null || counted.sessionId !== session.id
      ? null
      : outgrownEntry(accompaniment, session.id, { before: counted.minutes, now });
  if (entry === null || isReadOnly) return null;
  const length = formatHours(now, locale);
  const take = () =>
    runWithUndo(
      { name: 'record.update', args: { table: 'timeEntries', id: entry.id, fields: { minutes: now } } },
      { tone: 'good', text: texts.timeTaken(length) },
    );
  return (
    <div className="time-proposal">
      <Notice tone="accent">
        {texts.timeOutgrown(length, formatHours(entry.minutes, locale))}{' '}
        <Button kind="quiet" onPress={() => void take()}>
          {texts.timeTake(length)}
        </Button>
      </Notice>
    </div>
  );
}

/** Remembers how long a session was before its hours change, if its time was counted so. */
export function rememberLength({ accompaniment, session }: Pick<SessionProps, 'accompaniment' | 'session'>): void {
  const length = sessionLength(session.startsAt, session.endsAt, dayOf(envelopeFor(accompaniment, session.date)));
  if (length === null || faceEntry(accompaniment, session.id)?.minutes !== length.minutes) return;
  windowStore.set({ countedLength: { sessionId: session.id, minutes: length.minutes } });
}
