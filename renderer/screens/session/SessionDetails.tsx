// When, where and how: one line to read, a few fields where one clicks.
import { type ComponentProps, useId, useState } from 'react';
import { formatClock, formatDate } from '@domain/format/dates.ts';
import { inOrder } from '@domain/ordering.ts';
import { sessionNumber } from '@domain/report/session-report.ts';
import type { FieldsOf } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { InlineText } from '../../kit/InlineText.tsx';
import { Select } from '../../kit/Select.tsx';
import { TimeField } from '../../kit/TimeField.tsx';
import { useWaiting } from '../../state/drafts.ts';
import { update } from '../../state/edit.ts';
import { shortTitleOf } from '../../state/methods.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import type { SessionProps } from './SessionScreen.tsx';

const MODES = ['onsite', 'remote', 'hybrid', 'phone'] as const;
const NO_PHASE = 'none';

/** The line, and the fields below it once it is pressed. */
export function SessionDetails({ accompaniment, session, isOpenAtFirst }: SessionProps & { readonly isOpenAtFirst: boolean }) {
  const { session: texts, shell } = useTexts();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const panelId = useId();
  const line = useDetailsLine({ accompaniment, session });
  return (
    <>
      <button
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
            <Button kind="quiet" onPress={() => setOpen(false)}>
              {shell.done}
            </Button>
          </>
        ) : null}
      </div>
    </>
  );
}

function useDetailsLine({ accompaniment, session }: SessionProps): string {
  const { session: texts, tables } = useTexts();
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
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function DetailFields({ accompaniment, session }: SessionProps) {
  const { session: texts, tables } = useTexts();
  const keep = (fields: Partial<FieldsOf<'sessions'>>) => update('sessions', session.id, fields);
  const moveTo = (date: CalendarDate | null): void => {
    if (date === null) return;
    const status = session.status === 'cancelled' ? 'cancelled' : date > today() ? 'planned' : 'held';
    void keep({ date, status });
  };
  const phases = inOrder(Object.values(accompaniment.phases)).map((phase, index) => ({
    id: phase.id,
    label: `${index + 1}. ${shortTitleOf(phase)}`,
  }));
  const isRemote = session.mode === 'remote' || session.mode === 'hybrid';
  return (
    <div className="field-stack">
      <div className="field-row">
        <DateField label={texts.date} value={session.date} onChange={moveTo} />
        <SessionTimes session={session} />
        <Select
          label={texts.mode}
          options={MODES.map((id) => ({ id, label: tables.sessions.choices.mode[id] }))}
          value={session.mode}
          onChange={(mode) => void keep({ mode })}
        />
      </div>
      <div className="field-row">
        <LineField
          label={texts.place}
          value={session.place}
          placeholder={texts.placeEmpty}
          maxLength={300}
          keep={(place) => keep({ place })}
        />
        {isRemote ? (
          <LineField
            label={texts.link}
            value={session.link}
            placeholder={texts.linkEmpty}
            maxLength={2000}
            keep={(link) => keep({ link })}
          />
        ) : null}
        <Select
          label={texts.phase}
          options={[{ id: NO_PHASE, label: texts.noPhase }, ...phases]}
          value={session.phaseId ?? NO_PHASE}
          onChange={(id) => void keep({ phaseId: id === NO_PHASE ? null : id })}
        />
      </div>
    </div>
  );
}

type LineFieldProps = Pick<ComponentProps<typeof InlineText>, 'label' | 'value' | 'placeholder' | 'maxLength' | 'keep'>;

function LineField(props: LineFieldProps) {
  return (
    <label className="field">
      <span className="field-label">{props.label}</span>
      <span className="field-box">
        <InlineText {...props} />
      </span>
    </label>
  );
}

type Times = Pick<FieldsOf<'sessions'>, 'startsAt' | 'endsAt'>;

/** Start and end; an end before its start stays here, with its message, and counts as not saved. */
function SessionTimes({ session }: Pick<SessionProps, 'session'>) {
  const { session: texts } = useTexts();
  const { typed, change, commit } = useWaiting<Times>((times, _, letGo) => {
    if (isReversed(times)) return;
    letGo();
    void update('sessions', session.id, times);
  });
  const { startsAt, endsAt } = typed ?? session;
  const set = (part: Partial<Times>): void => {
    change({ startsAt, endsAt, ...part });
    commit();
  };
  return (
    <>
      <TimeField label={texts.startsAt} value={startsAt} onChange={(clock) => set({ startsAt: clock })} />
      <TimeField
        label={texts.endsAt}
        value={endsAt}
        onChange={(clock) => set({ endsAt: clock })}
        error={typed !== undefined && isReversed(typed) ? texts.endsBeforeStart : null}
      />
    </>
  );
}

function isReversed({ startsAt, endsAt }: Times): boolean {
  return startsAt !== null && endsAt !== null && endsAt <= startsAt;
}
