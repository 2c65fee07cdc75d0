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
import { type Take, type TypedValue, useTypedValue } from './use-typed-value.ts';

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
export function DateField(props: DateFieldProps) {
  return <TypedDate {...props} typed={useTypedDate(props)} />;
}

/** What is typed of a date, for those who draw its field themselves. */
export function useTypedDate(props: DateFieldProps): TypedValue<CalendarDate> {
  const { label, value, onChange, isClearable = false, isOptional = false, place } = props;
  const locale = useLocale();
  return useTypedValue({
    label,
    place,
    value,
    onChange,
    read: (text) => parseDate(text, { today: today(), locale, near: aroundOf(props) }),
    write: formatDateFigures,
    mayBeEmpty: isOptional || isClearable || place === undefined,
  });
}

/** The value of a live field is what has been typed so far, which says nothing about the year. */
function aroundOf({ value, place, near }: DateFieldProps): CalendarDate | undefined {
  return (place === undefined ? null : value) ?? near ?? undefined;
}

export function TypedDate({ typed, ...props }: DateFieldProps & { readonly typed: TypedValue<CalendarDate> }) {
  const { shell } = useTexts();
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const { label, place, error, hint, isOptional, isClearable } = props;
  return (
    <TypedField
      label={label}
      error={error}
      hint={hint}
      isOptional={isOptional}
      typed={typed}
      placeholder={shell.datePlaceholder}
      reading={typed.read === null ? '' : formatDate(typed.read, 'listed', locale)}
      onArrow={(step) => {
        if (typed.failure === null) typed.type(formatDateFigures(typed.read === null ? today() : addDays(typed.read, step)));
      }}
      isOfFile={place !== undefined}
      box={box}
    >
      {(isOptional || isClearable) && typed.text !== '' ? (
        <Button kind="icon" icon="close" label={`${shell.clearDate} (${label})`} onPress={() => typed.put(null)} />
      ) : null}
      <CalendarButton label={label} value={typed.read} around={aroundOf(props) ?? today()} box={box} onPick={typed.put} />
    </TypedField>
  );
}
