// A field for a figure: shows the text as it was typed and passes on the number that it means, `NaN` if it cannot be read.
import { useState } from 'react';
import { formatDayFigure } from '@domain/format/durations.ts';
import { DEFAULT_DAY } from '@domain/units.ts';
import { TextField } from '../kit/TextField.tsx';
import { useLocale } from '../state/window-state.ts';
import type { ControlProps } from './Controls.tsx';
import { minutesIn, wholeIn } from './figures.ts';

/** In characters: more than any valid figure has. */
const LONGEST_FIGURE = 20;

/** A whole number. */
export function WholeFigure(props: ControlProps<'whole'>) {
  return (
    <Typed {...props} first={props.value === null ? '' : String(props.value)} read={(typed) => wholeIn(typed, props.described.plain)} />
  );
}

/**
 * Minutes, typed as days of `perDay` minutes each, or in hours; they may be negative if the declaration of the field allows it. The text
 * that was there first means the minutes that were there, which it may have rounded.
 */
export function DaysFigure({ perDay = DEFAULT_DAY, ...props }: ControlProps<'minutes'>) {
  const locale = useLocale();
  const [held] = useState(Number(props.value));
  const first = held === 0 ? '' : formatDayFigure(held / perDay, locale);
  return <Typed {...props} first={first} read={(typed) => (typed === first ? held : minutesIn(typed, props.described.plain, perDay))} />;
}

type TypedProps = Pick<ControlProps, 'label' | 'onChange' | 'error' | 'hint' | 'autoFocus' | 'isOptional'> & {
  readonly first: string;
  readonly read: (typed: string) => number;
};

function Typed({ first, read, onChange, label, error, hint, autoFocus, isOptional }: TypedProps) {
  const [typed, setTyped] = useState(first);
  const type = (text: string): void => {
    setTyped(text);
    void onChange(text.trim() === '' ? null : read(text));
  };
  return (
    <TextField
      label={label}
      value={typed}
      onChange={type}
      error={error}
      hint={hint}
      autoFocus={autoFocus}
      isOptional={isOptional}
      maxLength={LONGEST_FIGURE}
    />
  );
}
