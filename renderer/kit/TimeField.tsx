// A time of day, typed part by part.
import { parseTime, type Time } from '@internationalized/date';
import { DateInput, DateSegment, FieldError, Label, TimeField as AriaTimeField } from 'react-aria-components';
import { type ClockTime, isClockTime } from '@domain/units.ts';
import { answered } from '../state/project.ts';
import { useTyping } from '../state/use-typing.ts';
import './date-field.css';
import './field.css';
import './known-zone.ts';

type TimeFieldProps = {
  readonly label: string;
  readonly value: ClockTime | null;
  readonly onChange: (value: ClockTime | null) => void;
  readonly error?: string | null;
  /** Reports each change at once instead of on blur, for forms that are submitted as a whole. */
  readonly isLive?: boolean;
};

/** A time on the 24-hour clock. */
export function TimeField({ label, value, onChange, error, isLive }: TimeFieldProps) {
  const keep = (time: Time | null): boolean | Promise<boolean> => {
    const next = time === null ? null : clockOf(time);
    if (next === value) return true;
    onChange(next);
    return isLive ? true : answered().then(() => true);
  };
  const { typed, type, commit } = useTyping<Time | null>({ place: null, label, keep });
  const shown = typed === undefined ? (value === null ? null : parseTime(value)) : typed;
  return (
    <AriaTimeField
      className="field"
      value={shown}
      onChange={(time) => {
        type(time);
        if (isLive) commit();
      }}
      onBlur={commit}
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
