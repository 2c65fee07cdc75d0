// A time of day, typed by its parts.
import { parseTime, type Time } from '@internationalized/date';
import { useState } from 'react';
import { DateInput, DateSegment, FieldError, Label, TimeField as AriaTimeField } from 'react-aria-components';
import { type ClockTime, isClockTime } from '@domain/units.ts';
import './date-field.css';
import './field.css';

type TimeFieldProps = {
  readonly label: string;
  readonly value: ClockTime | null;
  readonly onChange: (value: ClockTime | null) => void;
  readonly error?: string | null;
};

/** A clock time, told when one leaves the field. */
export function TimeField({ label, value, onChange, error }: TimeFieldProps) {
  const [typed, setTyped] = useState<Time | null | undefined>(undefined);
  const shown = typed === undefined ? (value === null ? null : parseTime(value)) : typed;
  const settle = (): void => {
    if (typed === undefined) return;
    setTyped(undefined);
    const next = typed === null ? null : clockOf(typed);
    if (next !== value) onChange(next);
  };
  return (
    <AriaTimeField
      className="field"
      value={shown}
      onChange={setTyped}
      onBlur={settle}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      <DateInput className="field-box date-parts">{(segment) => <DateSegment segment={segment} className="date-part" />}</DateInput>
      <FieldError className="field-error">{error}</FieldError>
    </AriaTimeField>
  );
}

function clockOf(time: Time): ClockTime | null {
  const text = time.toString().slice(0, 5);
  return isClockTime(text) ? text : null;
}
