// When, which kind of work, session, phase and envelope; choosing a session brings its date and phase.
import { memo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { envelopesInOrder } from '@domain/ledger/envelopes-in-order.ts';
import { compareSessions, inOrder } from '@domain/ordering.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Select } from '../../kit/Select.tsx';
import { kindsOf, useKindName } from '../../state/days.ts';
import { shortTitleOf } from '../../state/short-titles.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { EntryDraft } from './entry-draft.ts';

const NONE = 'none';
const MOST_SESSIONS = 60;

type ChoicesProps = {
  readonly accompaniment: Accompaniment;
  readonly draft: EntryDraft;
  readonly onChange: (part: Partial<EntryDraft>) => void;
};

/** A choice is shown only when there is something to choose from. */
export function EntryChoices({ accompaniment, draft, onChange, isTried }: ChoicesProps & { readonly isTried: boolean }) {
  const { time, shell } = useTexts();
  const kindName = useKindName();
  const kinds = kindsOf(accompaniment).map((kind) => ({ id: kind.id, label: kindName(kind) }));
  return (
    <>
      <div className="entry-pair">
        <DateField
          label={time.when}
          value={draft.date}
          onChange={(date) => onChange({ date })}
          error={isTried && draft.date === null ? shell.missing.date : null}
        />
        <Select label={time.kind} options={kinds} value={draft.kindId} onChange={(kindId) => onChange({ kindId })} />
      </div>
      <SessionChoice accompaniment={accompaniment} sessionId={draft.sessionId} onChange={onChange} />
      <div className="entry-pair">
        <PhaseChoice accompaniment={accompaniment} draft={draft} onChange={onChange} />
        <EnvelopeChoice accompaniment={accompaniment} draft={draft} onChange={onChange} />
      </div>
    </>
  );
}

type SessionChoiceProps = Pick<ChoicesProps, 'accompaniment' | 'onChange'> & { readonly sessionId: string | null };

/** The latest sessions, and the chosen one however old it is. Drawn again only when they change, not at every key typed. */
const SessionChoice = memo(function SessionChoice({ accompaniment, sessionId, onChange }: SessionChoiceProps) {
  const { time } = useTexts();
  const locale = useLocale();
  const sessions = Object.values(accompaniment.sessions).toSorted((a, b) => compareSessions(b, a));
  if (sessions.length === 0) return null;
  const choose = (id: string): void => {
    const session = accompaniment.sessions[id];
    onChange(session === undefined ? { sessionId: null } : { sessionId: id, date: session.date, phaseId: session.phaseId });
  };
  const proposed = sessions.filter((session, index) => index < MOST_SESSIONS || session.id === sessionId);
  const options = proposed.map(({ id, date, title }) => ({ id, label: `${formatDate(date, 'near', locale)} · ${title}` }));
  return (
    <Select label={time.session} options={[{ id: NONE, label: time.noSession }, ...options]} value={sessionId ?? NONE} onChange={choose} />
  );
});

function PhaseChoice({ accompaniment, draft, onChange }: ChoicesProps) {
  const { time } = useTexts();
  const phases = inOrder(Object.values(accompaniment.phases));
  if (phases.length === 0) return null;
  const options = phases.map((phase, index) => ({ id: phase.id, label: `${index + 1}. ${shortTitleOf(phase)}` }));
  return (
    <Select
      label={time.phase}
      options={[{ id: NONE, label: time.noPhase }, ...options]}
      value={draft.phaseId ?? NONE}
      onChange={(id) => onChange({ phaseId: id === NONE ? null : id })}
    />
  );
}

function EnvelopeChoice({ accompaniment, draft, onChange }: ChoicesProps) {
  const { time } = useTexts();
  const envelopes = envelopesInOrder(accompaniment.envelopes);
  if (envelopes.length === 0) return null;
  const options = envelopes.map(({ id, funder, contract }) => ({ id, label: time.envelopeLine(funder, contract) }));
  return (
    <Select
      label={time.envelope}
      options={[...options, { id: NONE, label: time.noEnvelope }]}
      value={draft.envelopeId ?? NONE}
      onChange={(id) => onChange({ envelopeId: id === NONE ? null : id })}
    />
  );
}
