// The next date, set at the end of a session, and the session made from it.
import { formatDate } from '@domain/format/dates.ts';
import { phaseAfter } from '@domain/session/proposals.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { goTo } from '../../state/navigation.ts';
import { run } from '../../state/project.ts';
import { onTables } from '../../state/on-tables.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { SessionProps } from './SessionScreen.tsx';

const TABLES = ['sessions', 'phases'] as const;
type Tables = (typeof TABLES)[number];

/** A date and a time; then a session can be created for that date, with the same people expected. */
export const NextSession = onTables(TABLES, function NextSession({ accompaniment, session }: SessionProps<Tables>) {
  const { session: texts } = useTexts();
  return (
    <Card title={texts.next}>
      <div className="field-stack">
        <div className="next-fields">
          <InlineField of="sessions.nextOn" record={session} label={texts.nextOn} />
          <InlineField of="sessions.nextAt" record={session} label={texts.nextAt} />
        </div>
        <NextLink accompaniment={accompaniment} session={session} />
      </div>
    </Card>
  );
});

function NextLink({ accompaniment, session }: SessionProps<Tables>) {
  const { session: texts, sessions } = useTexts();
  const locale = useLocale();
  const { nextOn } = session;
  if (nextOn === null) return null;
  const planned = Object.values(accompaniment.sessions).find((other) => other.id !== session.id && other.date === nextOn);
  const plan = async (): Promise<void> => {
    const { mode, place, nextAt } = session;
    const phaseId = phaseAfter(accompaniment, session, nextOn);
    const changes = await run({
      name: 'session.create',
      args: { title: sessions.newTitle, date: nextOn, startsAt: nextAt, endsAt: null, mode, place, phaseId, status: 'planned' },
    });
    const created = changes?.find((change) => change.table === 'sessions');
    if (created !== undefined) goTo({ screen: 'session', sessionId: created.id });
  };
  return (
    <p className="small">
      <span className="quiet">{formatDate(nextOn, 'full', locale)}. </span>
      {planned === undefined ? (
        <Button kind="quiet" onPress={() => void plan()}>
          {texts.planNext}
        </Button>
      ) : (
        <Button kind="quiet" onPress={() => goTo({ screen: 'session', sessionId: planned.id })}>
          {texts.nextExists(planned.title)}
        </Button>
      )}
    </p>
  );
}
