// The time of the session: its entries, and the usual next ones, which a single press adds.
import { useState } from 'react';
import type { EnvelopeLine } from '@domain/ledger/ledger.ts';
import { addUp } from '@domain/ledger/quantity.ts';
import { isFunded, isOutside, isToConfirm } from '@domain/ledger/standing.ts';
import { timeTotals } from '@domain/ledger/time-totals.ts';
import { formatClockInText } from '@domain/format/dates.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import { compareEntries } from '@domain/ordering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { meetingMinutes } from '@domain/time/calendar.ts';
import { quarterDay } from '@domain/time/parse-duration.ts';
import { parseSessionLength, type SessionLength, sessionLength } from '@domain/session/session-length.ts';
import { usualLength } from '@domain/session/usual-length.ts';
import { type ClockTime, type Minutes, minutes } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { runWithUndo } from '../../state/acts.ts';
import { consumed, dayOf, envelopeFor, kindsOf, useKindName } from '../../state/days.ts';
import { useWanted } from '../../state/go-back.ts';
import { say } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { run } from '../../state/project.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useTotalWords } from '../../state/total-words.ts';
import { useLocale } from '../../state/window-state.ts';
import { OutgrownTime } from './OutgrownTime.tsx';
import { TimeRow } from './TimeRow.tsx';
import type { SessionProps } from './SessionScreen.tsx';

/** Around a session, and never told by its own times. */
const AROUND = ['preparation', 'travel'] as const;

/** The entries of this session, then what is usually added next, with what would remain after it. */
export function SessionTime({ accompaniment, session }: SessionProps) {
  const { session: texts, time } = useTexts();
  const kindName = useKindName();
  const entries = Object.values(accompaniment.timeEntries)
    .filter((entry) => entry.sessionId === session.id)
    .toSorted(compareEntries(accompaniment.kinds));
  const missing = (code: RecordOf<'kinds'>['code']): RecordOf<'kinds'> | undefined =>
    entries.some((entry) => accompaniment.kinds[entry.kindId]?.code === code)
      ? undefined
      : kindsOf(accompaniment).find((kind) => kind.code === code);
  const line = envelopeFor(accompaniment, session.date);
  const meeting = sessionLength(session.startsAt, session.endsAt, dayOf(line));
  const face = missing('face');
  const writing = missing('writing');
  const usualWriting = writing === undefined ? null : usualLength(accompaniment, session, writing.id);
  const isHeld = session.status === 'held';
  const around = (isHeld ? AROUND : [])
    .flatMap((code) => missing(code) ?? [])
    .map((kind) => ({ kind, usual: usualLength(accompaniment, session, kind.id) }));
  const proposal = { accompaniment, session, line };
  const lengths: readonly Length[] = [
    ...(face === undefined || meeting === null ? [] : [{ kind: face, minutes: meeting.minutes }]),
    ...around.flatMap(({ kind, usual }) => (usual === null ? [] : [{ kind, minutes: usual }])),
  ];
  return (
    <Card title={texts.time}>
      {entries.length === 0 ? <p className="quiet small">{texts.timeEmpty}</p> : null}
      <LongList items={entries} keyOf={({ id }) => id} height={31} label={texts.time} classOf={() => 'time-line number'}>
        {(entry) => <EntryLine entry={entry} kind={kindName(accompaniment.kinds[entry.kindId])} accompaniment={accompaniment} />}
      </LongList>
      {entries.length > 1 ? <Total accompaniment={accompaniment} entries={entries} /> : null}
      {meeting === null ? null : <OutgrownTime accompaniment={accompaniment} session={session} now={meeting.minutes} />}
      {isHeld ? (
        <>
          {face !== undefined && meeting !== null ? <Proposal {...proposal} kind={face} {...meeting} /> : null}
          {writing !== undefined && face === undefined ? (
            <Proposal
              {...proposal}
              kind={writing}
              minutes={usualWriting ?? quarterDay(dayOf(line))}
              pause={NO_PAUSE}
              isLearnt={usualWriting !== null}
            />
          ) : null}
          {around.map(({ kind, usual }) => (
            <Row key={kind.id} {...proposal} kind={kind} usual={usual} />
          ))}
        </>
      ) : null}
      <div className="time-acts">
        {isHeld && lengths.length > 1 ? <AddAll session={session} line={line} lengths={lengths} /> : null}
        <Button kind="quiet" onPress={() => goTo({ screen: 'time', sessionId: session.id })}>
          {entries.length === 0 ? time.form : texts.otherTime}
        </Button>
      </div>
    </Card>
  );
}

const NO_PAUSE = minutes(0);

type Length = { readonly kind: RecordOf<'kinds'>; readonly minutes: Minutes };
type AddAllProps = Pick<SessionProps, 'session'> & { readonly line: EnvelopeLine | null; readonly lengths: readonly Length[] };

/** Adds what is proposed for every kind, in one step. */
function AddAll({ session, line, lengths }: AddAllProps) {
  const { session: texts } = useTexts();
  const envelopeId = line?.envelope.id ?? null;
  const times = lengths.map(({ kind, minutes: length }) => ({ kindId: kind.id, minutes: length, envelopeId, justification: '' }));
  const add = () =>
    runWithUndo({ name: 'session.time', args: { sessionId: session.id, times } }, { tone: 'good', text: texts.timesAdded(times.length) });
  return <Button onPress={() => void add()}>{texts.addAllTimes(times.length)}</Button>;
}

type EntryLineProps = Pick<SessionProps, 'accompaniment'> & { readonly entry: RecordOf<'timeEntries'>; readonly kind: string };

function EntryLine({ entry, kind, accompaniment }: EntryLineProps) {
  const locale = useLocale();
  const { time } = useTexts();
  const isPaid = isFunded(accompaniment, entry);
  const state = [
    ...(entry.status === 'planned' ? [time.plannedTag] : []),
    ...(isToConfirm(entry, today()) ? [time.toConfirmTag] : []),
    ...(isPaid ? [] : [time.unfundedTag]),
  ];
  return (
    <>
      <span>
        {kind} <span className="small quiet">{state.join(', ')}</span>
      </span>
      <span className="grow" />
      <span className="time-hours small quiet">{formatHours(entry.minutes, locale)}</span>
      <b className="time-days">{isPaid ? formatDays(addUp(accompaniment, [entry]).days, locale) : ''}</b>
    </>
  );
}

type TotalProps = Pick<SessionProps, 'accompaniment'> & { readonly entries: readonly RecordOf<'timeEntries'>[] };

/** What the session takes from its contracts; what is not counted stands beside it. */
function Total({ accompaniment, entries }: TotalProps) {
  const { time } = useTexts();
  const { counted, beside } = useTotalWords()(timeTotals(accompaniment, entries, today()));
  return (
    <p className="time-line time-total number">
      <b>{time.total}</b>
      <span className="grow" />
      <span>
        <b>{counted}</b> <span className="small quiet">{beside.join(' · ')}</span>
      </span>
    </p>
  );
}

type KindProps = SessionProps & { readonly line: EnvelopeLine | null; readonly kind: RecordOf<'kinds'> };

/** @returns what a length of that kind would take, and how it is added to the session */
function useAddedTime({ accompaniment, session, line, kind }: KindProps) {
  const { session: texts } = useTexts();
  const locale = useLocale();
  const envelopeId = line?.envelope.id ?? null;
  const leftAfter = (length: Minutes): number | null => {
    const spent = consumed(accompaniment, { minutes: length, kindId: kind.id, status: 'done', envelopeId, date: session.date });
    return line === null || spent === 0 ? null : (line.remaining - spent) / line.minutesPerDay;
  };
  const add = async (length: Minutes): Promise<boolean> => {
    const after = leftAfter(length);
    const args = { sessionId: session.id, times: [{ kindId: kind.id, minutes: length, envelopeId, justification: '' }] };
    if ((await run({ name: 'session.time', args })) === null) return false;
    const days = formatDays(length / dayOf(line), locale);
    if (after === null) say('good', texts.timeAddedFree(formatHours(length, locale)));
    else say('good', after < 0 ? texts.timeAddedOver(days, formatDays(-after, locale)) : texts.timeAdded(days, formatDays(after, locale)));
    return true;
  };
  return { leftAfter, add };
}

function Row({ usual, isAsked = false, ...props }: KindProps & { readonly usual: Minutes | null; readonly isAsked?: boolean }) {
  const { session, kind, line } = props;
  const { add } = useAddedTime(props);
  const day = dayOf(line);
  const whole = kind.code === 'face' ? meetingMinutes(session.startsAt, session.endsAt) : null;
  return (
    <TimeRow
      place={placeOfRow(session.id, kind.id)}
      kind={kind}
      usual={usual}
      day={day}
      read={(typed) => parseSessionLength(typed, whole, day)}
      add={add}
      isAsked={isAsked}
    />
  );
}

function placeOfRow(sessionId: string, kindId: string): string {
  return `timeEntries/${sessionId}/${kindId}`;
}

/** `isLearnt`: the sessions before this one tell its length. */
type ProposalProps = KindProps & SessionLength & { readonly isLearnt?: boolean };

/** One press adds it; another length opens a line to type it. */
function Proposal({ minutes: length, pause, isLearnt = true, ...props }: ProposalProps) {
  const { session, kind, line } = props;
  const { session: texts, time } = useTexts();
  const locale = useLocale();
  const name = useKindName()(kind);
  const [isTyped, setTyped] = useState(false);
  const { leftAfter, add } = useAddedTime(props);
  useWanted(
    (place) => !isTyped && place === placeOfRow(session.id, kind.id),
    () => setTyped(true),
  );
  const days = formatDays(length / dayOf(line), locale);
  const after = leftAfter(length);
  const isOver = after !== null && after < 0;
  const isBeyond = after !== null && line !== null && isOutside(line.envelope, session.date);
  const clock = (time: ClockTime | null): string => (time === null ? '' : formatClockInText(time, locale));
  const button = (
    <Button kind="quiet" onPress={() => void add(length)} label={`${texts.addTime} (${name})`}>
      {texts.addTime}
    </Button>
  );
  if (isTyped) return <Row {...props} usual={length} isAsked />;
  return (
    <div className="time-proposal">
      <Notice tone={isOver || isBeyond ? 'warn' : 'accent'}>
        {pause === 0 ? '' : `${texts.timeWithPause(clock(session.startsAt), clock(session.endsAt), days)} `}
        {kind.code === 'writing' ? (
          <>
            {isLearnt ? texts.writingSuggestion(days) : texts.writingProposed(days)} {button}
            {after === null || isOver ? '.' : `, ${texts.writingAfter(formatDays(after, locale))}`}
          </>
        ) : (
          <>
            {after === null
              ? texts.timeSuggestionFree(formatHours(length, locale))
              : isOver
                ? texts.timeSuggestionOver(days)
                : texts.timeSuggestion(days, formatDays(after, locale))}{' '}
            {button}
          </>
        )}
        {isOver ? ` ${texts.wouldOverrun(formatDays(-after, locale))}` : ''}
        {isBeyond ? ` ${time.outsidePeriod}` : ''}{' '}
        <Button kind="quiet" onPress={() => setTyped(true)} label={`${texts.otherLength} (${name})`}>
          {texts.otherLength}
        </Button>
      </Notice>
    </div>
  );
}
