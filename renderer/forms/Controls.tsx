// The control that edits each kind of field.
import type { ComponentType } from 'react';
import type { FieldValue, TableName } from '@domain/tables/tables.ts';
import type { CalendarDate, ClockTime } from '@domain/units.ts';
import { Checkbox } from '../kit/Checkbox.tsx';
import { DateField } from '../kit/DateField.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { TimeField } from '../kit/TimeField.tsx';
import type { Described } from './described-field.ts';
import type { AnyLooks } from './field-looks.ts';
import type { FilledKind } from './field-path.ts';
import { DaysFigure, WholeFigure } from './Figure.tsx';
import { ReferenceSelect } from './ReferenceSelect.tsx';

/** `value` has the type for this kind of field; it is `null` while the field is empty. */
export type ControlProps<Kind extends FilledKind = FilledKind> = Omit<AnyLooks, 'label'> & {
  readonly described: Described<Kind>;
  readonly label: string;
  readonly value: FieldValue;
  /** @returns whether it was accepted, once that is known */
  readonly onChange: (value: FieldValue) => void | Promise<boolean>;
  /** Where it is saved: a date or a time is then passed on when it is left, and waits there while it is refused. */
  readonly place?: string;
};

/** Every kind needs a control here: otherwise this does not compile. */
const CONTROLS_BY_KIND = {
  text: TextControl,
  choice: ChoiceControl,
  date: DateControl,
  clock: ClockControl,
  flag: FlagControl,
  reference: ReferenceControl,
  whole: WholeFigure,
  minutes: DaysFigure,
} satisfies { readonly [Kind in FilledKind]: ComponentType<ControlProps<Kind>> };

/** The type no longer says it, but each control may only be given fields of its own kind. */
export const CONTROLS = CONTROLS_BY_KIND as Readonly<Record<FilledKind, unknown>> as Readonly<
  Record<FilledKind, ComponentType<ControlProps>>
>;

function TextControl({ described: { plain }, value, isTall, isOptional, ...props }: ControlProps<'text'>) {
  const { label, onChange, error, hint, placeholder, autoFocus } = props;
  return (
    <TextField
      label={label}
      value={String(value ?? '')}
      onChange={onChange}
      error={error}
      hint={hint}
      placeholder={placeholder}
      autoFocus={autoFocus}
      maxLength={plain.max}
      isMultiline={plain.prose}
      isTall={isTall}
      isOptional={isOptional ?? !plain.required}
    />
  );
}

/** Stands for no choice among the options, whose ids are words. */
const NONE = '';

function ChoiceControl({
  described: { choices, isOptional },
  label,
  value,
  onChange,
  error,
  words,
  isInline,
  none,
}: ControlProps<'choice'>) {
  const named = words === undefined ? choices : choices.map((choice) => ({ ...choice, label: words[choice.id] ?? choice.label }));
  const options = isOptional && none !== undefined ? [{ id: NONE, label: none }, ...named] : named;
  return (
    <Select
      label={label}
      options={options}
      value={value === null && isOptional ? NONE : (value as string | null)}
      onChange={(id) => onChange(id === NONE ? null : id)}
      error={error}
      isInline={isInline}
    />
  );
}

function DateControl({ described: { isOptional }, value, isClearable, place, ...props }: ControlProps<'date'>) {
  const { label, onChange, error, hint } = props;
  return (
    <DateField
      label={label}
      value={value as CalendarDate | null}
      onChange={onChange}
      error={error}
      hint={hint}
      isClearable={isClearable ?? isOptional}
      place={place}
    />
  );
}

function ClockControl({ label, value, onChange, error, place }: ControlProps<'clock'>) {
  return <TimeField label={label} value={value as ClockTime | null} onChange={onChange} error={error} place={place} />;
}

function FlagControl({ label, value, onChange }: ControlProps<'flag'>) {
  return (
    <Checkbox isSelected={value === true} onChange={onChange}>
      {label}
    </Checkbox>
  );
}

function ReferenceControl({ described: { plain, isOptional }, value, ...props }: ControlProps<'reference'>) {
  const { label, onChange, error, options, none } = props;
  return (
    <ReferenceSelect
      label={label}
      to={plain.to as TableName /* the declaration of a reference names a table */}
      value={value as string | null}
      onChange={onChange}
      isOptional={isOptional}
      options={options}
      none={none}
      error={error}
    />
  );
}
