// The time of the session: its entries, and the usual next one, which a single press adds.
import type { EnvelopeLine } from '@domain/ledger/ledger.ts';
import { addUp } from '@domain/ledger/quantity.ts';
import { isFunded, isToConfirm } from '@domain/ledger/standing.ts';
import { timeTotals } from '@domain/ledger/time-totals.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { meetingMinutes } from '@domain/time/calendar.ts';
import { quarterDay } from '@domain/time/parse-duration.ts';
import type { Minutes } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { consumed, dayOf, envelopeFor, kindsOf, useKindName } from '../../state/days.ts';
import { say } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { run } from '../../state/project.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useTotalWords } from '../../state/total-words.ts';
import { useLocale } from '../../state/window-state.ts';
import type { SessionProps } from './SessionScreen.tsx';

/** The entries of this session, then a proposal for the next one, with what would remain after it. */
export function SessionTime({ accompaniment, session }: SessionProps) {
  const { session: texts, time } = useTexts();
  const kindName = useKindName();
  const entries = Object.values(accompaniment.timeEntries).filter((entry) => entry.sessionId === session.id);
  const kinds = kindsOf(accompaniment);
  const has = (code: RecordOf<'kinds'>['code']): boolean => entries.some((entry) => accompaniment.kinds[entry.kindId]?.code === code);
  const line = envelopeFor(accompaniment, session.date);
  const length = meetingMinutes(session.startsAt, session.endsAt);
  const face = kinds.find((kind) => kind.code === 'face');
  const writing = kinds.find((kind) => kind.code === 'writing');
  const isHeld = session.status === 'held';
  return (
    <Card title={texts.time}>
      {entries.length === 0 ? <p className="quiet small">{texts.timeEmpty}</p> : null}
      <LongList items={entries} keyOf={({ id }) => id} height={31} label={texts.time} classOf={() => 'time-line number'}>
        {(entry) => <EntryLine entry={entry} kind={kindName(accompaniment.kinds[entry.kindId])} accompaniment={accompaniment} />}
      </LongList>
      {entries.length > 1 ? <Total accompaniment={accompaniment} entries={entries} /> : null}
      {isHeld && face !== undefined && length !== null && !has('face') ? (
        <Proposal accompaniment={accompaniment} session={session} line={line} kind={face} length={length} />
      ) : null}
      {isHeld && writing !== undefined && has('face') && !has('writing') ? (
        <Proposal accompaniment={accompaniment} session={session} line={line} kind={writing} length={quarterDay(dayOf(line))} />
      ) : null}
      <Button kind="quiet" onPress={() => goTo({ screen: 'time', sessionId: session.id })}>
        {entries.length === 0 ? time.form : texts.otherTime}
      </Button>
    </Card>
  );
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
      <span className="small quiet">{formatHours(entry.minutes, locale)}</span>
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

type ProposalProps = SessionProps & { readonly line: EnvelopeLine | null; readonly kind: RecordOf<'kinds'>; readonly length: Minutes };

function Proposal({ accompaniment, session, line, kind, length }: ProposalProps) {
  const { session: texts } = useTexts();
  const kindName = useKindName();
  const locale = useLocale();
  const envelopeId = line?.envelope.id ?? null;
  const spent = consumed(accompaniment, { minutes: length, kindId: kind.id, status: 'done', envelopeId, date: session.date });
  const days = formatDays(length / dayOf(line), locale);
  const after = line === null || spent === 0 ? null : (line.remaining - spent) / line.minutesPerDay;
  const add = async (): Promise<void> => {
    const changes = await run({
      name: 'session.time',
      args: { sessionId: session.id, kindId: kind.id, minutes: length, envelopeId, justification: '' },
    });
    if (changes === null) return;
    say('good', after === null ? texts.timeAddedFree(formatHours(length, locale)) : texts.timeAdded(days, formatDays(after, locale)));
  };
  const button = (
    <Button kind="quiet" onPress={() => void add()} label={`${texts.addTime} (${kindName(kind)})`}>
      {texts.addTime}
    </Button>
  );
  const isOver = after !== null && after < 0;
  return (
    <div className="time-proposal">
      <Notice tone={isOver ? 'warn' : 'accent'}>
        {kind.code === 'writing' ? (
          <>
            {texts.writingSuggestion(days)} {button}
            {after === null || isOver ? '.' : `, ${texts.writingAfter(formatDays(after, locale))}`}
          </>
        ) : (
          <>
            {after === null ? texts.timeSuggestionFree(formatHours(length, locale)) : texts.timeSuggestion(days, formatDays(after, locale))}{' '}
            {button}
          </>
        )}
        {isOver ? ` ${texts.wouldOverrun(formatDays(-after, locale))}` : ''}
      </Notice>
    </div>
  );
}
