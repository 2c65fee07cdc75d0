// Kind of work, session, phase and envelope of an entry; choosing a session brings its date and phase.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { compareSessions, inOrder } from '@domain/report/session-report.ts';
import { Select } from '../../kit/Select.tsx';
import { kindsOf } from '../../state/days.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { EntryDraft } from './entry-draft.ts';

const NONE = 'none';

type EntryChoicesProps = {
  readonly accompaniment: Accompaniment;
  readonly draft: EntryDraft;
  readonly onChange: (part: Partial<EntryDraft>) => void;
};

/** A choice shows only when there is something to choose among. */
export function EntryChoices({ accompaniment, draft, onChange }: EntryChoicesProps) {
  const { time } = useTexts();
  const locale = useLocale();
  const sessions = Object.values(accompaniment.sessions).toSorted((a, b) => compareSessions(b, a));
  const phases = inOrder(Object.values(accompaniment.phases));
  const envelopes = Object.values(accompaniment.envelopes);
  const setSession = (id: string): void => {
    const session = accompaniment.sessions[id];
    onChange(session === undefined ? { sessionId: null } : { sessionId: id, date: session.date, phaseId: session.phaseId });
  };
  return (
    <>
      <Select
        label={time.kind}
        options={kindsOf(accompaniment).map(({ id, title }) => ({ id, label: title }))}
        value={draft.kindId}
        onChange={(kindId) => onChange({ kindId })}
      />
      {sessions.length === 0 ? null : (
        <Select
          label={time.session}
          options={[
            { id: NONE, label: time.noSession },
            ...sessions.map(({ id, date, title }) => ({ id, label: `${formatDate(date, 'near', locale)} · ${title}` })),
          ]}
          value={draft.sessionId ?? NONE}
          onChange={setSession}
        />
      )}
      {phases.length === 0 ? null : (
        <Select
          label={time.phase}
          options={[{ id: NONE, label: time.noPhase }, ...phases.map(({ id, title }, index) => ({ id, label: `${index + 1}. ${title}` }))]}
          value={draft.phaseId ?? NONE}
          onChange={(id) => onChange({ phaseId: id === NONE ? null : id })}
        />
      )}
      {envelopes.length === 0 ? null : (
        <Select
          label={time.envelope}
          options={[
            ...envelopes.map(({ id, funder, contract }) => ({ id, label: time.envelopeLine(funder, contract) })),
            { id: NONE, label: time.noEnvelope },
          ]}
          value={draft.envelopeId ?? NONE}
          onChange={(id) => onChange({ envelopeId: id === NONE ? null : id })}
        />
      )}
    </>
  );
}
