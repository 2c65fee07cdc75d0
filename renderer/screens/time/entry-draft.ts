// The time entry being typed: its first values, what it means, and what would remain after it.
import type { Accompaniment } from '@domain/document.ts';
import type { DurationFailure } from '@domain/failures.ts';
import type { EnvelopeLine, Ledger } from '@domain/ledger/ledger.ts';
import { envelopeLineOf } from '@domain/ledger/ledger.ts';
import { isFunded, isOutside } from '@domain/ledger/standing.ts';
import type { Result } from '@domain/result.ts';
import type { FieldsOf, RecordOf } from '@domain/tables/tables.ts';
import { parseDuration } from '@domain/time/parse-duration.ts';
import { type CalendarDate, type Minutes, minutes } from '@domain/units.ts';
import { consumed, consumedInTime, currentLedger, dayOf, envelopeFor, kindsOf } from '../../state/days.ts';
import { today } from '../../state/today.ts';

export type EntryDraft = {
  readonly date: CalendarDate | null;
  readonly kindId: string | null;
  readonly sessionId: string | null;
  readonly phaseId: string | null;
  readonly envelopeId: string | null;
  readonly typed: string;
  readonly note: string;
  readonly isPlanned: boolean;
  readonly justification: string;
};

/** @returns a draft for a new entry, for the given session if there is one. */
export function newDraft(accompaniment: Accompaniment, sessionId: string | null): EntryDraft {
  const session = sessionId === null ? undefined : accompaniment.sessions[sessionId];
  const date = session?.date ?? today();
  const running = Object.values(accompaniment.phases).find((phase) => phase.status === 'running');
  return {
    date,
    kindId: kindsOf(accompaniment)[0]?.id ?? null,
    sessionId: session?.id ?? null,
    phaseId: session === undefined ? (running?.id ?? null) : session.phaseId,
    envelopeId: envelopeFor(accompaniment, date)?.envelope.id ?? null,
    typed: '',
    note: '',
    isPlanned: false,
    justification: '',
  };
}

/** @returns a draft that changes an entry. @param typed its length as text */
export function draftOf(entry: RecordOf<'timeEntries'>, typed: string): EntryDraft {
  const { date, kindId, sessionId, phaseId, envelopeId, note, justification, status } = entry;
  return { date, kindId, sessionId, phaseId, envelopeId, note, justification, typed, isPlanned: status === 'planned' };
}

/** @returns the draft when the day changes: the date follows if it was that of the day `before`, any other date stays */
export function onDay(draft: EntryDraft, before: CalendarDate, now: CalendarDate): EntryDraft {
  return draft.date === before ? { ...draft, date: now } : draft;
}

/**
 * @returns the draft for the next entry: what was just `saved` and is of one entry alone, its texts and that it is planned, is cleared;
 * what was changed since then stays.
 */
export function withoutSaved(now: EntryDraft, saved: EntryDraft): EntryDraft {
  const rest = (name: 'typed' | 'note' | 'justification'): string => (now[name] === saved[name] ? '' : now[name]);
  const isPlanned = now.isPlanned !== saved.isPlanned && now.isPlanned;
  return { ...now, typed: rest('typed'), note: rest('note'), justification: rest('justification'), isPlanned };
}

/** What a draft means as it stands. */
export type EntryReading = {
  readonly line: EnvelopeLine | null;
  readonly length: Result<Minutes, DurationFailure>;
  /** What remains of the envelope before and after the entry, in minutes; both `null` without an envelope. */
  readonly before: Minutes | null;
  readonly after: Minutes | null;
  readonly spent: Minutes;
  /** By how much the envelope would be exceeded, in minutes, counting what is done on days to come; `null` if it would not be. */
  readonly overrun: Minutes | null;
  /** Whether it lies outside the period of the envelope that would pay for it. */
  readonly isOutside: boolean;
  /** By how much the share of the phase would be exceeded, in minutes. */
  readonly overPhase: Minutes | null;
  readonly fields: (Partial<FieldsOf<'timeEntries'>> & CertainFields) | null;
};

/** The fields that every entry must have. */
export type CertainFields = Pick<FieldsOf<'timeEntries'>, 'date' | 'kindId' | 'minutes'>;

/** @param old the entry being changed, which gives back what it consumed; `null` for a new one */
export function readDraft(accompaniment: Accompaniment, draft: EntryDraft, old: RecordOf<'timeEntries'> | null): EntryReading {
  const ledger = currentLedger(accompaniment);
  const line = draft.envelopeId === null ? null : envelopeLineOf(ledger, draft.envelopeId);
  const length = parseDuration(draft.typed, dayOf(line));
  const status = draft.isPlanned ? 'planned' : 'done';
  const { envelopeId, kindId } = draft;
  const meant =
    length.ok && kindId !== null ? ({ minutes: length.value, kindId, status, envelopeId, date: draft.date ?? today() } as const) : null;
  const spent = meant === null ? minutes(0) : consumed(accompaniment, meant);
  const givenBack = old !== null && old.envelopeId === envelopeId ? consumed(accompaniment, old) : 0;
  const givenBackInTime = old !== null && old.envelopeId === envelopeId ? consumedInTime(accompaniment, old) : minutes(0);
  const before = line === null ? null : minutes(line.remaining + givenBack);
  return {
    line,
    length,
    before,
    after: before === null ? null : minutes(before - spent),
    spent,
    overrun: line === null || meant === null ? null : overrunOf(line, consumedInTime(accompaniment, meant), givenBackInTime),
    isOutside: line !== null && meant !== null && isFunded(accompaniment, meant) && isOutside(line.envelope, meant.date),
    overPhase: overOfPhase(ledger, draft.phaseId, minutes(spent - (old?.phaseId === draft.phaseId ? givenBack : 0))),
    fields:
      length.ok && draft.date !== null && kindId !== null ? fieldsOf(draft, { date: draft.date, kindId, minutes: length.value }) : null,
  };
}

/** @returns whether the contract accepts this entry only with a justification. */
export function needsReason({ line, overrun, isOutside: isBeyond }: EntryReading): boolean {
  return (overrun !== null || isBeyond) && line?.envelope.overrun === 'justify';
}

/** @returns whether that justification is still missing. */
export function isReasonMissing(draft: EntryDraft, reading: EntryReading): boolean {
  return needsReason(reading) && draft.justification.trim() === '';
}

function fieldsOf(draft: EntryDraft, certain: CertainFields): Partial<FieldsOf<'timeEntries'>> & CertainFields {
  const { sessionId, phaseId, envelopeId, note, justification, isPlanned } = draft;
  return {
    ...certain,
    sessionId,
    phaseId,
    envelopeId,
    note: note.trim(),
    justification: justification.trim(),
    status: isPlanned ? 'planned' : 'done',
  };
}

function overrunOf({ remaining, later }: EnvelopeLine, spent: Minutes, givenBack: Minutes): Minutes | null {
  const over = spent - (remaining - later + givenBack);
  return spent > 0 && over > 0 ? minutes(over) : null;
}

function overOfPhase(ledger: Ledger, phaseId: string | null, more: Minutes): Minutes | null {
  const phase = ledger.phases.find((one) => one.phaseId === phaseId);
  if (phase === undefined || phase.allocated.minutes === 0 || more <= 0) return null;
  const over = phase.counted.minutes + more - phase.allocated.minutes;
  return over > 0 ? minutes(over) : null;
}
