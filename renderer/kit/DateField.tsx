// A calendar date, typed as people write it or chosen in a calendar.
import { useRef } from 'react';
import { formatDate, formatDateFigures } from '@domain/format/dates.ts';
import { addDays } from '@domain/time/calendar.ts';
import { parseDate } from '@domain/time/parse-date.ts';
import type { CalendarDate } from '@domain/units.ts';
import { useTexts } from '../state/texts.ts';
import { today } from '../state/today.ts';
import { useLocale } from '../state/window-state.ts';
import { Button } from './Button.tsx';
import { CalendarButton } from './CalendarButton.tsx';
import { TypedField, type TypedLooks } from './TypedField.tsx';
import { type Take, useTypedValue } from './use-typed-value.ts';

type DateFieldProps = TypedLooks & {
  readonly value: CalendarDate | null;
  readonly onChange: Take<CalendarDate>;
  /** May be emptied, without saying that it is optional. */
  readonly isClearable?: boolean;
  /** Where it is saved; without it, each change is passed on at once, to a form. */
  readonly place?: string;
  /** By which the year is found of a date that is typed without it into an empty field. */
  readonly near?: CalendarDate | null;
};

/** A date; one that does not exist or cannot be read is said at the field, stays in it and goes no further. */
export function DateField({ value, onChange, isClearable = false, place, near, ...looks }: DateFieldProps) {
  const { shell } = useTexts();
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const { label, isOptional = false } = looks;
  const isLive = place === undefined;
  // The value of a live field is what has been typed so far, which says nothing about the year.
  const around = (isLive ? null : value) ?? near ?? undefined;
  const typed = useTypedValue({
    label,
    place,
    value,
    onChange,
    read: (text) => parseDate(text, { today: today(), locale, near: around }),
    write: formatDateFigures,
    mayBeEmpty: isOptional || isClearable || isLive,
  });
  return (
    <TypedField
      {...looks}
      typed={typed}
      placeholder={shell.datePlaceholder}
      reading={typed.read === null ? '' : formatDate(typed.read, 'listed', locale)}
      onArrow={(step) => {
        if (typed.failure === null) typed.type(formatDateFigures(typed.read === null ? today() : addDays(typed.read, step)));
      }}
      isOfFile={!isLive}
      box={box}
    >
      {(isOptional || isClearable) && typed.text !== '' ? (
        <Button kind="icon" icon="close" label={`${shell.clearDate} (${label})`} onPress={() => typed.put(null)} />
      ) : null}
      <CalendarButton label={label} value={typed.read} around={around ?? today()} box={box} onPick={typed.put} />
    </TypedField>
  );
}
