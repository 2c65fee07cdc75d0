// A calendar date, typed part by part or chosen in a calendar.
import { type CalendarDate as PickedDate, parseDate } from '@internationalized/date';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { type CalendarDate, isCalendarDate } from '@domain/units.ts';
import { answered } from '../state/project.ts';
import { useTexts } from '../state/texts.ts';
import { useTyping } from '../state/use-typing.ts';
import { Button as PlainButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './date-field.css';
import './field.css';
import './select.css';
import './known-zone.ts';

type DateFieldProps = {
  readonly label: string;
  readonly value: CalendarDate | null;
  readonly onChange: (value: CalendarDate | null) => void;
  readonly error?: string | null;
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** The field can be emptied, although it is not marked as optional. */
  readonly isClearable?: boolean;
  /** Reports each change at once instead of on blur, for forms that react while the user types. */
  readonly isLive?: boolean;
};

/** A date field. For a date that does not exist or is out of range, it shows a message and never reports it. */
export function DateField({ label, value, onChange, error, hint, isOptional, isClearable, isLive }: DateFieldProps) {
  const { shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const keep = (picked: PickedDate | null): boolean | Promise<boolean> => {
    const next = picked === null ? null : dateOf(picked);
    const isImpossible = picked !== null && next === null;
    if (isImpossible || next === value) return !isImpossible || isReplaced;
    onChange(next);
    return isLive ? true : answered().then(() => true);
  };
  const { typed, type, commit, forget } = useTyping<PickedDate | null>({ place: null, label, keep });
  const isReplaced = Boolean(isLive) && value !== null;
  const shown = typed === undefined || isReplaced ? pickedOf(value) : typed;
  const isOut = shown !== null && dateOf(shown) === null;
  const pick = (picked: PickedDate | null): void => {
    type(picked);
    if (isLive && picked !== null && dateOf(picked) === null) onChange(null);
    else if (isLive || isOpen) commit();
  };
  const problem = isOut && (error || !isLive) ? shell.dateImpossible : (error ?? null);
  return (
    <DatePicker
      className="field"
      value={shown}
      onChange={pick}
      onBlur={commit}
      isOpen={isOpen}
      onOpenChange={setOpen}
      isInvalid={Boolean(problem) || isOut}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <Label className="field-label">
        {label}
        {isOptional ? <span className="field-optional">{shell.optional}</span> : null}
      </Label>
      <Group className="field-box date-box">
        <DateInput className="date-parts">{(segment) => <DateSegment segment={segment} className="date-part" />}</DateInput>
        {(isOptional || isClearable) && shown !== null ? (
          <PlainButton
            kind="icon"
            icon="close"
            label={`${shell.clearDate} (${label})`}
            slot="clear"
            onPress={() => {
              forget();
              onChange(null);
            }}
          />
        ) : null}
        <Button className="date-button">
          <Icon name="calendar" />
        </Button>
      </Group>
      {hint && !problem ? <span className="field-hint">{hint}</span> : null}
      <FieldError className="field-error">{problem ?? shell.dateImpossible}</FieldError>
      <CalendarPopover />
    </DatePicker>
  );
}

function CalendarPopover() {
  return (
    <Popover className="popover" offset={4}>
      <Dialog className="calendar-dialog">
        <DateCalendar />
      </Dialog>
    </Popover>
  );
}

function DateCalendar() {
  return (
    <Calendar className="calendar">
      <header className="calendar-head">
        <Button slot="previous" className="button button-icon">
          <Icon name="left" />
        </Button>
        <Heading className="calendar-title" />
        <Button slot="next" className="button button-icon">
          <Icon name="right" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell className="calendar-weekday">{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

function pickedOf(date: CalendarDate | null): PickedDate | null {
  return date === null ? null : parseDate(date);
}

function dateOf(picked: PickedDate): CalendarDate | null {
  const text = picked.toString();
  return isCalendarDate(text) ? text : null;
}
