// The start and the end of a meeting: two times, of which either field takes both at once (`9h30-12h30`).
import { formatClock } from '@domain/format/dates.ts';
import type { ClockFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import { quarterAway } from '@domain/time/calendar.ts';
import { parseClock, parseClockSpan } from '@domain/time/parse-clock.ts';
import type { ClockTime } from '@domain/units.ts';
import { ClockField } from './TimeField.tsx';
import { type Ends, useEnds, usePair } from './use-pair.ts';
import { type TypedValue, useTypedValue } from './use-typed-value.ts';

type TimeSpanProps = {
  /** Where they are saved. */
  readonly place: string;
  readonly labels: readonly [string, string];
  readonly value: Ends<ClockTime>;
  /** @returns whether they were accepted */
  readonly onChange: (times: Ends<ClockTime>) => Promise<boolean>;
  /** Message when the end does not come after the start. */
  readonly reversed: string;
};

/** An end before its start stays here, with its message, and counts as not saved. */
export function TimeSpan({ place, labels, value, onChange, reversed }: TimeSpanProps) {
  const pair = usePair<ClockTime>({ value, onChange, isReversed: isBefore });
  const { take } = pair;
  const start = useClock({
    place: `${place}/from`,
    label: labels[0],
    value: value.from,
    onChange: (read) => take('from', endsOf('from', read)),
  });
  const end = useClock({ place: `${place}/to`, label: labels[1], value: value.to, onChange: (read) => take('to', endsOf('to', read)) });
  const ends = { from: clockOf(start, (read) => read.clock), to: clockOf(end, (read) => read.end ?? read.clock) };
  const isReversed = useEnds(pair, ends, isBefore);
  return (
    <>
      <SpanField label={labels[0]} typed={start} error={holdsReversed(start) ? reversed : null} />
      <SpanField label={labels[1]} typed={end} error={isReversed || holdsReversed(end) ? reversed : null} />
    </>
  );
}

/** A meeting takes some time. */
function isBefore(from: ClockTime, to: ClockTime): boolean {
  return to <= from;
}

/** @returns the field as one of a single time */
function clockOf(typed: TypedValue<Clock>, own: (read: Clock) => ClockTime): TypedValue<ClockTime> {
  return {
    ...typed,
    read: typed.read === null ? null : own(typed.read),
    put: (clock) => typed.put(clock === null ? null : { clock, end: null }),
  };
}

/** Both ends stand in one field, and the wrong way round. */
function holdsReversed({ read, isTyping }: TypedValue<Clock>): boolean {
  return !isTyping && read !== null && read.end !== null && read.end <= read.clock;
}

/** Either field takes both ends at once. */
function endsOf(end: keyof Ends<ClockTime>, read: Clock | null): Partial<Ends<ClockTime>> {
  return read !== null && read.end !== null ? { from: read.clock, to: read.end } : { [end]: read?.clock ?? null };
}

/** What one of the two fields is read as: its own time, or a start with its `end`. */
type Clock = { readonly clock: ClockTime; readonly end: ClockTime | null };

type ClockOptions = {
  readonly place: string;
  readonly label: string;
  readonly value: ClockTime | null;
  readonly onChange: (read: Clock | null) => Promise<boolean>;
};

function useClock({ value, ...options }: ClockOptions): TypedValue<Clock> {
  return useTypedValue({
    ...options,
    value: value === null ? null : { clock: value, end: null },
    read: readClock,
    write: writeClock,
    mayBeEmpty: true,
  });
}

function SpanField({ label, typed, error }: { readonly label: string; readonly typed: TypedValue<Clock>; readonly error?: string | null }) {
  return (
    <ClockField
      label={label}
      typed={typed}
      error={error}
      reading={typed.read === null ? '' : writeClock(typed.read)}
      onArrow={(step) => {
        if (typed.read !== null) typed.type(formatClock(quarterAway(typed.read.clock, step)));
      }}
      isOfFile
    />
  );
}

function readClock(text: string): Result<Clock, ClockFailure> {
  const span = parseClockSpan(text);
  if (span !== null) return span.ok ? ok({ clock: span.value.from, end: span.value.to }) : span;
  const clock = parseClock(text);
  return clock.ok ? ok({ clock: clock.value, end: null }) : clock;
}

function writeClock({ clock, end }: Clock): string {
  return [clock, ...(end === null ? [] : [end])].map(formatClock).join('–');
}
