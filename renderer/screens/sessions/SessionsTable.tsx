// The table of sessions: number, date, title, phase, who came, the time it took.
import { useMemo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatHours } from '@domain/format/durations.ts';
import { sessionNumbers } from '@domain/numbering.ts';
import { presenceOf } from '@domain/report/session-report.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { sumMinutes } from '@domain/units.ts';
import { Tag } from '../../kit/Tag.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { groupedBy } from '@domain/grouping.ts';
import { shortTitleOf } from '../../state/methods.ts';
import { addressOf } from '../../state/route.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type Session = RecordOf<'sessions'>;
type TableProps = { readonly accompaniment: Accompaniment; readonly sessions: readonly Session[] };

/** One row per session; a row opens it. */
export function SessionsTable({ accompaniment, sessions }: TableProps) {
  const texts = useTexts().sessions;
  const attendances = useMemo(
    () => groupedBy(Object.values(accompaniment.attendances), (one) => one.sessionId),
    [accompaniment.attendances],
  );
  const entries = useMemo(
    () => groupedBy(Object.values(accompaniment.timeEntries), (one) => one.sessionId ?? ''),
    [accompaniment.timeEntries],
  );
  const numbers = useMemo(() => sessionNumbers(accompaniment), [accompaniment]);
  return (
    <div className="card sessions-card">
      <VirtualRows
        label={texts.list}
        rows={sessions}
        keyOf={(session) => session.id}
        heightOf={() => 45}
        classOf={() => 'row-linked'}
        header={<TableHead />}
      >
        {(session) => (
          <SessionRow
            accompaniment={accompaniment}
            session={session}
            number={numbers.get(session.id) ?? 0}
            attendances={attendances.get(session.id) ?? []}
            entries={(entries.get(session.id) ?? []).filter((entry) => entry.status === 'done')}
          />
        )}
      </VirtualRows>
    </div>
  );
}

function TableHead() {
  const texts = useTexts().sessions;
  return (
    <>
      <span role="columnheader" className="cell-number">
        {texts.columnNumber}
      </span>
      <span role="columnheader">{texts.columnDate}</span>
      <span role="columnheader">{texts.columnTitle}</span>
      <span role="columnheader">{texts.columnPhase}</span>
      <span role="columnheader" className="cell-number">
        {texts.columnPresent}
      </span>
      <span role="columnheader" className="cell-number">
        {texts.columnTime}
      </span>
      <span role="columnheader" className="cell-end">
        {texts.columnState}
      </span>
    </>
  );
}

type RowProps = {
  readonly accompaniment: Accompaniment;
  readonly session: Session;
  readonly number: number;
  readonly attendances: readonly RecordOf<'attendances'>[];
  readonly entries: readonly RecordOf<'timeEntries'>[];
};

function SessionRow({ accompaniment, session, number, attendances, entries }: RowProps) {
  const { sessions: texts, shell } = useTexts();
  const locale = useLocale();
  const present = attendances.filter((one) => ['present', 'morning', 'afternoon'].includes(presenceOf(one))).length;
  const phase = session.phaseId === null ? undefined : accompaniment.phases[session.phaseId];
  return (
    <>
      <span role="cell" className="cell-number quiet">
        {number === 0 ? '–' : number}
      </span>
      <span role="cell" className="cell-cut number">
        {formatDate(session.date, 'listed', locale)}
      </span>
      <span role="cell" className="library-title">
        <a
          className="row-link"
          href={`#${addressOf({ screen: 'session', sessionId: session.id })}`}
          onClick={(event) => follow(event, { screen: 'session', sessionId: session.id })}
        >
          {session.title === '' ? shell.untitled : session.title}
        </a>
        {session.place === '' ? null : <span className="library-under cell-cut">{session.place}</span>}
      </span>
      <span role="cell" className="cell-cut quiet">
        {phase === undefined ? '' : shortTitleOf(phase)}
      </span>
      <span role="cell" className="cell-number">
        {attendances.length === 0
          ? ''
          : session.status === 'planned'
            ? texts.expectedCount(attendances.length)
            : texts.presentCount(present, attendances.length)}
      </span>
      <span role="cell" className="cell-number">
        {entries.length === 0 ? '' : formatHours(sumMinutes(entries.map((entry) => entry.minutes)), locale)}
      </span>
      <span role="cell" className="cell-end">
        <SessionTag session={session} isTimed={entries.length > 0} />
      </span>
    </>
  );
}

function SessionTag({ session, isTimed }: { readonly session: Session; readonly isTimed: boolean }) {
  const { sessions: texts, tables } = useTexts();
  if (session.status === 'planned') return <Tag tone="accent">{tables.sessions.choices.status.planned}</Tag>;
  if (session.status === 'cancelled') return <Tag>{tables.sessions.choices.status.cancelled}</Tag>;
  return isTimed ? null : <Tag tone="warn">{texts.withoutTime}</Tag>;
}
