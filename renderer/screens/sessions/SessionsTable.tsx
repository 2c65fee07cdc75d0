// The table of sessions: number, date, title with what came out of it, phase, who came, the time it took, its report.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { Icon } from '../../kit/Icon.tsx';
import { type Head, SortHead } from '../../kit/SortHead.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { follow } from '../../shell/SideNavigation.tsx';
import { shortTitleOf } from '../../state/short-titles.ts';
import { addressOf, type Route } from '../../state/route.ts';
import { useTexts } from '../../state/texts.ts';
import { useTotalWords } from '../../state/total-words.ts';
import { useLocale } from '../../state/window-state.ts';
import type { SessionLine, SessionSort } from './session-list.ts';

type TableProps = {
  readonly phases: Accompaniment['phases'];
  readonly lines: readonly SessionLine[];
  readonly sort: SessionSort;
  readonly onSort: (sort: SessionSort) => void;
};

/** One row per session; a row opens it. */
export function SessionsTable({ phases, lines, sort, onSort }: TableProps) {
  const texts = useTexts().sessions;
  const heads: readonly Head<SessionSort['column']>[] = [
    { column: 'number', words: texts.columnNumber, className: 'cell-number' },
    { column: 'date', words: texts.columnDate },
    { column: 'title', words: texts.columnTitle },
    { column: 'phase', words: texts.columnPhase },
    { column: 'present', words: texts.columnPresent, className: 'cell-number' },
    { column: 'time', words: texts.columnTime, className: 'cell-number' },
    { column: null, words: texts.columnReport, className: 'visually-hidden' },
  ];
  return (
    <div className="card sessions-card">
      <VirtualRows
        label={texts.list}
        rows={lines}
        keyOf={({ session }) => session.id}
        heightOf={() => 45}
        classOf={() => 'row-linked'}
        header={<SortHead heads={heads} sort={sort} onSort={onSort} />}
      >
        {(line) => <SessionRow line={line} phases={phases} />}
      </VirtualRows>
    </div>
  );
}

function SessionRow({ line, phases }: { readonly line: SessionLine } & Pick<TableProps, 'phases'>) {
  const { session, number, expected } = line;
  const { sessions: texts, shell } = useTexts();
  const locale = useLocale();
  const phase = session.phaseId === null ? undefined : phases[session.phaseId];
  const route: Route = { screen: 'session', sessionId: session.id };
  const present = session.status === 'planned' ? texts.expectedCount(expected) : texts.presentCount(line.present, expected);
  return (
    <>
      <span role="cell" className="cell-number quiet">
        {number === 0 ? '–' : number}
      </span>
      <span role="cell" className="cell-cut number">
        {formatDate(session.date, 'listed', locale)}
      </span>
      <span role="cell" className="library-title">
        <a className="row-link" href={`#${addressOf(route)}`} onClick={(event) => follow(event, route)}>
          {session.title === '' ? shell.untitled : session.title}
        </a>
        <Under line={line} />
      </span>
      <span role="cell" className="cell-cut quiet">
        {phase === undefined ? '' : shortTitleOf(phase)}
      </span>
      <span role="cell" className="cell-number">
        {expected === 0 ? '' : present}
      </span>
      <span role="cell" className="cell-number">
        <TimeOrState line={line} />
      </span>
      <span role="cell" className="cell-end">
        <ReportLink line={line} />
      </span>
    </>
  );
}

/** What came out of it, then where it was: the place is cut first. */
function Under({ line: { session, decisions, actions, openActions } }: { readonly line: SessionLine }) {
  const { sessions: texts } = useTexts();
  const parts = [
    ...(decisions === 0 ? [] : [texts.decisionCount(decisions)]),
    ...(actions === 0 ? [] : [texts.actionCount(actions, openActions)]),
    ...(session.place === '' ? [] : [session.place]),
  ];
  return parts.length === 0 ? null : <span className="library-under cell-cut">{parts.join(' · ')}</span>;
}

function ReportLink({ line: { session, number } }: { readonly line: SessionLine }) {
  const { sessions: texts } = useTexts();
  const route: Route = { screen: 'documents', sessionId: session.id };
  const words = number === 0 ? texts.reportOf(session.title) : texts.report(number);
  return (
    <a className="sessions-report" href={`#${addressOf(route)}`} title={words} aria-label={words} onClick={(event) => follow(event, route)}>
      <Icon name="document" size={16} />
    </a>
  );
}

/** A cancelled session has its state in any case, the others only as long as they have no time. */
function TimeOrState({ line: { session, isTimed, totals } }: { readonly line: SessionLine }) {
  const { sessions: texts, tables } = useTexts();
  if (session.status === 'cancelled') return <Tag>{tables.sessions.choices.status.cancelled}</Tag>;
  if (isTimed) return <SessionTotals totals={totals} />;
  if (session.status === 'planned') return <Tag tone="accent">{tables.sessions.choices.status.planned}</Tag>;
  return <Tag tone="warn">{texts.withoutTime}</Tag>;
}

/** Days of the contracts; what is not counted is named below them. */
function SessionTotals({ totals }: Pick<SessionLine, 'totals'>) {
  const { counted, beside } = useTotalWords('days')(totals);
  const under = beside.join(' · ');
  return (
    <>
      {counted}
      {under === '' ? null : (
        <span className="session-beside cell-cut" title={under}>
          {under}
        </span>
      )}
    </>
  );
}
