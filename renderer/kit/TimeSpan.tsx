// The start and the end of a meeting: two times, of which either field takes both at once (`9h30-12h30`).
import { useLayoutEffect, useRef } from 'react';
import { formatClock } from '@domain/format/dates.ts';
import type { ClockFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import { quarterAway } from '@domain/time/calendar.ts';
import { parseClock, parseClockSpan } from '@domain/time/parse-clock.ts';
import type { ClockTime } from '@domain/units.ts';
import { useTyping } from '../state/use-typing.ts';
import { ClockField } from './TimeField.tsx';
import { type TypedText, type TypedValue, useTypedValue } from './use-typed-value.ts';

type Times = { readonly from: ClockTime | null; readonly to: ClockTime | null };
type TimeSpanProps = {
  /** Where they are saved. */
  readonly place: string;
  readonly labels: readonly [string, string];
  readonly value: Times;
  /** @returns whether they were accepted */
  readonly onChange: (times: Times) => Promise<boolean>;
  /** Message when the end does not come after the start. */
  readonly reversed: string;
};

/** An end before its start stays here, with its message, and counts as not saved. */
export function TimeSpan({ place, labels, value, onChange, reversed }: TimeSpanProps) {
  const keep = (times: Times): boolean | Promise<boolean> => !isReversed(times) && onChange(times);
  const { typed, type, commit } = useTyping<Times>({ place, label: labels[1], keep });
  const { from, to } = typed ?? value;
  const fields = useRef<Readonly<Record<keyof Times, TypedText>>>(null);
  const take = (end: keyof Times, read: Clock | null): void => {
    const isBoth = read !== null && read.end !== null;
    if (isBoth) fields.current?.[end === 'from' ? 'to' : 'from'].revert(); // what was refused there is replaced
    type({ from, to, ...(isBoth ? { from: read.clock, to: read.end } : { [end]: read?.clock ?? null }) });
    commit();
  };
  const start = useClock({ place: `${place}/from`, label: labels[0], value: from, onChange: (read) => take('from', read) });
  const end = useClock({ place: `${place}/to`, label: labels[1], value: to, onChange: (read) => take('to', read) });
  useLayoutEffect(() => {
    fields.current = { from: start, to: end };
  });
  return (
    <>
      <SpanField label={labels[0]} typed={start} />
      <SpanField label={labels[1]} typed={end} error={typed !== undefined && isReversed(typed) ? reversed : null} />
    </>
  );
}

/** What one of the two fields is read as: its own time, or a start with its `end`. */
type Clock = { readonly clock: ClockTime; readonly end: ClockTime | null };

type ClockOptions = {
  readonly place: string;
  readonly label: string;
  readonly value: ClockTime | null;
  readonly onChange: (read: Clock | null) => void;
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

function isReversed({ from, to }: Times): boolean {
  return from !== null && to !== null && to <= from;
}
