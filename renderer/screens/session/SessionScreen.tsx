// The record of one session: it reads like a document, and its fields open on click.
import { useEffect } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Attachments } from '../../shell/Attachments.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { copySession, removeWithUndo } from '../../state/acts.ts';
import { update, useAccompaniment } from '../../state/edit.ts';
import { historyAction } from '../../state/history.ts';
import { goTo } from '../../state/navigation.ts';
import { shortTitleOf } from '../../state/short-titles.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale, useWindow, windowStore } from '../../state/window-state.ts';
import { Account } from './Account.tsx';
import { NextSession } from './NextSession.tsx';
import { Outcomes } from './Outcomes.tsx';
import { Participants } from './Participants.tsx';
import { ReportGiven } from './ReportGiven.tsx';
import { SessionAgenda } from './SessionAgenda.tsx';
import { SessionDetails } from './SessionDetails.tsx';
import { SessionTime } from './SessionTime.tsx';
import './session.css';

/** A session, with the tables that a part of its screen reads. */
export type SessionProps<T extends keyof Accompaniment = keyof Accompaniment> = {
  readonly accompaniment: Pick<Accompaniment, T>;
  readonly session: RecordOf<'sessions'>;
};

/** The session that the route names, or how to get back when it is gone. */
export function SessionScreen() {
  const accompaniment = useAccompaniment();
  const route = useWindow((state) => state.route);
  const session = route.screen === 'session' ? accompaniment.sessions[route.sessionId] : undefined;
  if (session === undefined) return <MissingSession />;
  return <SessionRecord key={session.id} accompaniment={accompaniment} session={session} />;
}

/** What stands in place of a session that does not exist any more. */
export function MissingSession() {
  const { session: texts } = useTexts();
  // One that comes back by redoing is not new: its title would take the focus, and with it the next Ctrl+Y.
  useEffect(() => windowStore.set({ newSessionId: null }), []);
  return (
    <div className="screen">
      <h1 tabIndex={-1} className="visually-hidden">
        {texts.missing}
      </h1>
      <EmptyState title={texts.missing} text={texts.missingText}>
        <Button onPress={() => goTo({ screen: 'sessions' })}>{texts.backToList}</Button>
      </EmptyState>
    </div>
  );
}

function SessionRecord({ accompaniment, session }: SessionProps) {
  const { session: texts, attachments } = useTexts();
  const isNew = useWindow((state) => state.newSessionId) === session.id;
  return (
    <div className="screen session-screen">
      <ScreenHead
        title={
          <>
            <h1 tabIndex={-1} className="visually-hidden">
              {session.title}
            </h1>
            <InlineField of="sessions.title" record={session} label={texts.title} look="title" autoFocus={isNew} />
          </>
        }
      />
      <SessionDetails accompaniment={accompaniment} session={session} isOpenAtFirst={isNew} />
      <div className="session-columns">
        <SessionDocument accompaniment={accompaniment} session={session} />
        <aside className="session-aside" aria-label={texts.aside}>
          <SessionTime accompaniment={accompaniment} session={session} />
          <NextSession accompaniment={accompaniment} session={session} />
          <SessionAgenda accompaniment={accompaniment} session={session} />
          <ReportGiven session={session} />
          <Card title={attachments.title}>
            <Attachments sessionId={session.id} />
          </Card>
        </aside>
      </div>
      {/* Drawn in the head, reached last: Tab goes from the title to what is written. */}
      <div className="screen-actions session-actions">
        <SessionMenu session={session} />
        <Button kind="main" icon="document" onPress={() => goTo({ screen: 'documents', sessionId: session.id })}>
          {texts.report}
        </Button>
      </div>
    </div>
  );
}

function SessionDocument({ accompaniment, session }: SessionProps) {
  const { session: texts } = useTexts();
  const isOverdue = session.status === 'planned' && session.date <= today();
  return (
    <article className="card card-roomy session-document">
      {isOverdue ? (
        <Notice>
          {texts.heldQuestion}{' '}
          <Button kind="quiet" onPress={() => void update('sessions', session.id, { status: 'held' })}>
            {texts.markHeld}
          </Button>
        </Notice>
      ) : null}
      <PhaseToBegin accompaniment={accompaniment} session={session} />
      <div className="session-purpose">
        <InlineField of="sessions.purpose" record={session} placeholder={texts.purposeEmpty} />
      </div>
      <Participants accompaniment={accompaniment} session={session} />
      <Account session={session} />
      <Outcomes accompaniment={accompaniment} session={session} />
    </article>
  );
}

/** A session that was held in a phase which has not begun yet: the phase began with it, or is another one. */
function PhaseToBegin({ accompaniment, session }: SessionProps<'phases'>) {
  const { session: texts } = useTexts();
  const locale = useLocale();
  const phase = accompaniment.phases[session.phaseId ?? ''];
  if (phase?.status !== 'planned' || session.status !== 'held' || session.date > today()) return null;
  const begin = () => void update('phases', phase.id, { status: 'running', startedOn: phase.startedOn ?? session.date });
  return (
    <Notice>
      {texts.phaseQuestion(shortTitleOf(phase))}{' '}
      <Button kind="quiet" onPress={begin}>
        {texts.beginPhase(formatDate(phase.startedOn ?? session.date, 'plain', locale))}
      </Button>
    </Notice>
  );
}

function SessionMenu({ session }: Pick<SessionProps, 'session'>) {
  const { session: texts, shell } = useTexts();
  const setStatus = (status: RecordOf<'sessions'>['status']) => () => void update('sessions', session.id, { status });
  const remove = async (): Promise<void> => {
    goTo({ screen: 'sessions' });
    await removeWithUndo({ table: 'sessions', id: session.id, said: texts.removed(session.title) });
  };
  return (
    <Menu
      label={shell.more}
      actions={[
        ...(session.status === 'held' ? [] : [{ id: 'held', label: texts.markHeld, run: setStatus('held') }]),
        ...(session.status === 'planned' ? [] : [{ id: 'planned', label: texts.markPlanned, run: setStatus('planned') }]),
        ...(session.status === 'cancelled' ? [] : [{ id: 'cancelled', label: texts.markCancelled, run: setStatus('cancelled') }]),
        { id: 'copy', label: texts.copy, run: () => void copySession(session.id) },
        historyAction('sessions', session.id),
        { id: 'remove', label: texts.remove, run: () => void remove(), isDanger: true },
      ]}
    />
  );
}
