// When, where and how: one line to read, and a few fields that open on click.
import { useId, useRef, useState } from 'react';
import { agreedLevel } from '@domain/levels/for-readers.ts';
import { formatClock, formatDate } from '@domain/format/dates.ts';
import { inOrder } from '@domain/ordering.ts';
import { sessionNumber } from '@domain/numbering.ts';
import { phaseOn, usualEnd } from '@domain/session/proposals.ts';
import type { CalendarDate, ClockTime } from '@domain/units.ts';
import { fieldName } from '../../forms/described-field.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { LevelField } from '../../forms/LevelField.tsx';
import { Button } from '../../kit/Button.tsx';
import { TimeSpan } from '../../kit/TimeSpan.tsx';
import { update } from '../../state/edit.ts';
import { useWanted } from '../../state/go-back.ts';
import { shortTitleOf } from '../../state/short-titles.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { rememberLength } from './OutgrownTime.tsx';
import type { SessionProps } from './SessionScreen.tsx';

/** What is typed in the fields below the line. */
const DETAILS = ['date', 'times', 'place', 'link'] as const;

/** The line; pressing it shows the fields below it. */
export function SessionDetails({ accompaniment, session, isOpenAtFirst }: SessionProps & { readonly isOpenAtFirst: boolean }) {
  const { session: texts, shell } = useTexts();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  useWanted(
    (place) => !isOpen && DETAILS.some((field) => place.startsWith(`sessions/${session.id}/${field}`)),
    () => setOpen(true),
  );
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const line = useDetailsLine({ accompaniment, session });
  return (
    <div className="session-when">
      <button
        ref={button}
        type="button"
        className="session-line"
        aria-expanded={isOpen}
        aria-controls={panelId}
        aria-label={`${line}. ${texts.editDetails}`}
        onClick={() => setOpen(!isOpen)}
      >
        {line}
      </button>
      <div id={panelId} hidden={!isOpen} className="session-details card">
        {isOpen ? (
          <>
            <DetailFields accompaniment={accompaniment} session={session} />
            <Button kind="quiet" onPress={close}>
              {shell.done}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}

function useDetailsLine({ accompaniment, session }: SessionProps): string {
  const { session: texts, tables, levels } = useTexts();
  const locale = useLocale();
  const times = [session.startsAt, session.endsAt]
    .filter((time) => time !== null)
    .map(formatClock)
    .join('–');
  const date = formatDate(session.date, 'full', locale);
  const phases = inOrder(Object.values(accompaniment.phases));
  const position = phases.findIndex((one) => one.id === session.phaseId);
  const phase = phases[position];
  return [
    session.status === 'cancelled' ? texts.unnumbered : texts.number(sessionNumber(accompaniment, session.id)),
    times === '' ? date : `${date}, ${times}`,
    session.place === '' ? tables.sessions.choices.mode[session.mode] : session.place,
    phase === undefined ? '' : `${position + 1}. ${shortTitleOf(phase)}`,
    session.level === null ? '' : levels.readers[session.level],
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function DetailFields({ accompaniment, session }: SessionProps) {
  const { session: texts } = useTexts();
  const moveTo = async (date: CalendarDate): Promise<boolean> => {
    const status = session.status === 'cancelled' ? 'cancelled' : date > today() ? 'planned' : 'held';
    // a phase that was proposed goes with the day, one that was chosen stays
    const isProposed = session.phaseId === null || session.phaseId === phaseOn(accompaniment, session.date);
    const phaseId = isProposed ? phaseOn(accompaniment, date) : session.phaseId;
    return (await update('sessions', session.id, { date, status, phaseId })) !== null;
  };
  const phases = inOrder(Object.values(accompaniment.phases)).map((phase, index) => ({
    id: phase.id,
    label: `${index + 1}. ${shortTitleOf(phase)}`,
  }));
  const isRemote = session.mode === 'remote' || session.mode === 'hybrid';
  return (
    <div className="field-stack">
      <div className="field-row">
        <InlineField of="sessions.date" record={session} keep={moveTo} />
        <SessionTimes accompaniment={accompaniment} session={session} />
        <LineField of="sessions.place" session={session} placeholder={texts.placeEmpty} />
      </div>
      <div className="field-row">
        <InlineField of="sessions.mode" record={session} label={texts.mode} />
        {isRemote ? <LineField of="sessions.link" session={session} label={texts.link} placeholder={texts.linkEmpty} /> : null}
        <InlineField of="sessions.phaseId" record={session} none={texts.noPhase} options={phases} />
        <LevelField of="sessions.level" record={session} inherited={agreedLevel(accompaniment)} />
      </div>
    </div>
  );
}

type LineFieldProps = Pick<SessionProps, 'session'> & {
  readonly of: 'sessions.place' | 'sessions.link';
  readonly label?: string;
  readonly placeholder: string;
};

function LineField({ of, session, label, placeholder }: LineFieldProps) {
  const name = fieldName(of, useTexts());
  return (
    <label className="field">
      <span className="field-label">{label ?? name}</span>
      <span className="field-box">
        <InlineField of={of} record={session} label={label} placeholder={placeholder} />
      </span>
    </label>
  );
}

/** Start and end. With the first start, the usual end is proposed. */
function SessionTimes({ accompaniment, session }: SessionProps) {
  const { session: texts } = useTexts();
  const keep = async ({ from, to }: { readonly from: ClockTime | null; readonly to: ClockTime | null }): Promise<boolean> => {
    const isFirst = session.startsAt === null && session.endsAt === null && from !== null && to === null;
    const endsAt = isFirst ? usualEnd(accompaniment, session, from) : to;
    rememberLength({ accompaniment, session });
    return (await update('sessions', session.id, { startsAt: from, endsAt })) !== null;
  };
  return (
    <TimeSpan
      place={`sessions/${session.id}/times`}
      labels={[texts.startsAt, texts.endsAt]}
      value={{ from: session.startsAt, to: session.endsAt }}
      onChange={keep}
      reversed={texts.endsBeforeStart}
    />
  );
}
