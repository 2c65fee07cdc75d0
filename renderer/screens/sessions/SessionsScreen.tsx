// The sessions of the accompaniment: filtered by state and by words, sorted by any column, the latest first.
import { useMemo, useState } from 'react';
import type { DocumentView } from '@contract/project.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ListFilters } from '../../kit/ListFilters.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createSession } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useWindow } from '../../state/window-state.ts';
import {
  isUnder,
  linesOf,
  SESSION_FILTERS,
  type SessionFilter,
  type SessionLine,
  type SessionSort,
  sortedBy,
  withWords,
} from './session-list.ts';
import { SessionsTable } from './SessionsTable.tsx';
import './sessions.css';
import { onlyOf } from '@domain/tables/tables.ts';

/** The list, and a button that creates a session. */
export function SessionsScreen() {
  const view = useWindow((state) => state.project?.document ?? null);
  if (view === null) return null;
  return <SessionsOf accompaniment={view.accompaniment} />;
}

function SessionsOf({ accompaniment }: Pick<DocumentView, 'accompaniment'>) {
  const { sessions } = useTexts();
  const day = today();
  const lines = useMemo(() => linesOf(accompaniment, day), [accompaniment, day]);
  const before = onlyOf(accompaniment.mission)?.sessionsBefore ?? 0;
  const held = lines.filter((line) => isUnder('held', line)).length + before;
  const planned = lines.filter((line) => isUnder('planned', line)).length;
  const summary = [sessions.summary(held, planned), ...(before > 0 ? [sessions.summaryBefore(before)] : [])].join(', ');
  return (
    <div className="screen">
      <ScreenHead
        title={sessions.title}
        under={lines.length === 0 && before === 0 ? undefined : summary}
        actions={
          <Button kind="main" icon="plus" onPress={() => void createSession()}>
            {sessions.create}
          </Button>
        }
      />
      {lines.length === 0 ? (
        <Card>
          <EmptyState title={sessions.emptyTitle} text={sessions.emptyText} />
        </Card>
      ) : (
        <ListOf lines={lines} phases={accompaniment.phases} />
      )}
    </div>
  );
}

type ListProps = { readonly lines: readonly SessionLine[]; readonly phases: DocumentView['accompaniment']['phases'] };

function ListOf({ lines, phases }: ListProps) {
  const { sessions: texts } = useTexts();
  const [filter, setFilter] = useState<SessionFilter>('all');
  const [sought, setSought] = useState('');
  const [sort, setSort] = useState<SessionSort>({ column: 'date', isDescending: true });
  const named = useMemo(() => withWords(lines, sought), [lines, sought]);
  const shown = useMemo(
    () =>
      sortedBy(
        named.filter((line) => isUnder(filter, line)),
        sort,
        phases,
      ),
    [named, filter, sort, phases],
  );
  const showAll = (): void => {
    setFilter('all');
    setSought('');
  };
  return (
    <>
      <ListFilters
        label={texts.filters}
        chips={SESSION_FILTERS.map((id) => ({
          id,
          label: texts.filter[id],
          count: named.filter((line) => isUnder(id, line)).length,
        }))}
        selected={filter}
        onSelect={setFilter}
        hint={texts.filterText}
        sought={sought}
        onSought={setSought}
        shown={texts.shown(shown.length)}
      />
      {shown.length > 0 ? (
        <SessionsTable phases={phases} lines={shown} sort={sort} onSort={setSort} />
      ) : (
        <Card>
          <EmptyState title={texts.filterEmpty} text="">
            <Button onPress={showAll}>{texts.showAll}</Button>
          </EmptyState>
        </Card>
      )}
    </>
  );
}
