// The button of a date that opens a calendar to choose it in.
import { type CalendarDate as PickedDate, parseDate } from '@internationalized/date';
import { type RefObject, useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components';
import { type CalendarDate, calendarDate, FIRST_DAY, LAST_DAY } from '@domain/units.ts';
import { useTexts } from '../state/texts.ts';
import { Icon } from './Icon.tsx';
import './calendar.css';
import './select.css';
import './known-zone.ts';

type CalendarButtonProps = {
  /** Of the date. */
  readonly label: string;
  readonly value: CalendarDate | null;
  /** Where the calendar opens while there is no date. */
  readonly around: CalendarDate;
  /** The calendar opens below it. */
  readonly box: RefObject<HTMLElement | null>;
  readonly onPick: (value: CalendarDate) => void;
};

export function CalendarButton({ label, value, around, box, onPick }: CalendarButtonProps) {
  const { shell } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const pick = (picked: PickedDate): void => {
    setOpen(false);
    onPick(calendarDate(picked.toString()));
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="calendar-button" aria-label={`${shell.openCalendar} (${label})`}>
        <Icon name="calendar" />
      </Button>
      <Popover className="popover" triggerRef={box} placement="bottom start" offset={4}>
        <Dialog className="calendar-dialog" aria-label={label}>
          <DateCalendar label={label} value={value} around={around} onPick={pick} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type DateCalendarProps = Pick<CalendarButtonProps, 'label' | 'value' | 'around'> & { readonly onPick: (picked: PickedDate) => void };

function DateCalendar({ label, value, around, onPick }: DateCalendarProps) {
  return (
    <Calendar
      className="calendar"
      aria-label={label}
      value={value === null ? null : parseDate(value)}
      onChange={onPick}
      defaultFocusedValue={parseDate(value ?? around)}
      minValue={parseDate(FIRST_DAY)}
      maxValue={parseDate(LAST_DAY)}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- it opens on demand, and its days are what one came for
      autoFocus
    >
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
