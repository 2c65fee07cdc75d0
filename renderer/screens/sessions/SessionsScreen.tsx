// The sessions of the accompaniment, the latest first.
import type { DocumentView } from '@contract/project.ts';
import { compareSessions } from '@domain/ordering.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createSession } from '../../state/acts.ts';
import { useTexts } from '../../state/texts.ts';
import { useWindow } from '../../state/window-state.ts';
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
  const all = Object.values(accompaniment.sessions).toSorted((a, b) => compareSessions(b, a));
  const before = onlyOf(accompaniment.mission)?.sessionsBefore ?? 0;
  const held = all.filter((session) => session.status === 'held').length + before;
  const planned = all.filter((session) => session.status === 'planned').length;
  const summary = [sessions.summary(held, planned), ...(before > 0 ? [sessions.summaryBefore(before)] : [])].join(', ');
  return (
    <div className="screen">
      <ScreenHead
        title={sessions.title}
        under={all.length === 0 && before === 0 ? undefined : summary}
        actions={
          <Button kind="main" icon="plus" onPress={() => void createSession()}>
            {sessions.create}
          </Button>
        }
      />
      {all.length === 0 ? (
        <Card>
          <EmptyState title={sessions.emptyTitle} text={sessions.emptyText} />
        </Card>
      ) : (
        <SessionsTable accompaniment={accompaniment} sessions={all} />
      )}
    </div>
  );
}
