// A time of day, typed as people write it.
import { formatClock } from '@domain/format/dates.ts';
import { parseClock } from '@domain/time/parse-clock.ts';
import { quarterAway } from '@domain/time/calendar.ts';
import type { ClockTime } from '@domain/units.ts';
import { useTexts } from '../state/texts.ts';
import { TypedField, type TypedLooks } from './TypedField.tsx';
import { type Take, type TypedText, useTypedValue } from './use-typed-value.ts';

type TimeFieldProps = TypedLooks & {
  readonly value: ClockTime | null;
  readonly onChange: Take<ClockTime>;
  /** Where it is saved; without it, each change is passed on at once, to a form. */
  readonly place?: string;
};

/** A clock time, which may be emptied; one that cannot be read is said at the field, stays in it and goes no further. */
export function TimeField({ value, onChange, place, ...looks }: TimeFieldProps) {
  const typed = useTypedValue({ label: looks.label, place, value, onChange, read: parseClock, write: formatClock, mayBeEmpty: true });
  return (
    <ClockField
      {...looks}
      typed={typed}
      reading={typed.read === null ? '' : formatClock(typed.read)}
      onArrow={(step) => {
        if (typed.read !== null) typed.type(formatClock(quarterAway(typed.read, step)));
      }}
      isOfFile={place !== undefined}
    />
  );
}

type ClockFieldProps = TypedLooks & {
  readonly typed: TypedText;
  readonly reading: string;
  readonly onArrow: (step: 1 | -1) => void;
  readonly isOfFile: boolean;
};

/** The look of a time, whatever is read from it. */
export function ClockField(props: ClockFieldProps) {
  const { shell } = useTexts();
  return <TypedField {...props} placeholder={shell.clockPlaceholder} />;
}
