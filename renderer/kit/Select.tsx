// A choice from a list that opens.
import { useState } from 'react';
import { Button, Label, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { MOST_FREE_OPTIONS, Options } from './Options.tsx';
import './field.css';
import './select.css';

export type Option<K extends string = string> = { readonly id: K; readonly label: string };

type SelectProps<K extends string> = {
  readonly label: string;
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  readonly onChange: (value: K) => void;
  readonly isLabelHidden?: boolean;
  readonly isInline?: boolean;
  readonly error?: string | null;
};

/** Chooses one of `options`; `isInline` draws it as text that opens on click. */
export function Select<K extends string>({ label, options, value, onChange, isLabelHidden, isInline, error }: SelectProps<K>) {
  const [isReached, setReached] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const choose = (key: unknown): void => {
    const chosen = options.find((option) => option.id === key);
    if (chosen !== undefined) onChange(chosen.id);
  };
  // A screen may have several choices among thousands. Until one is focused or opened, preparing more than its chosen option is a waste.
  const isWhole = options.length <= MOST_FREE_OPTIONS || isReached || isOpen;
  const offered = isWhole ? options : options.filter((option) => option.id === value);
  return (
    <AriaSelect
      className={isInline ? 'select-inline' : 'field'}
      value={value}
      onChange={choose}
      placeholder=" "
      isInvalid={Boolean(error)}
      onFocusChange={setReached}
      onOpenChange={setOpen}
      {...(isLabelHidden || isInline ? { 'aria-label': label } : {})}
    >
      {isLabelHidden || isInline ? null : <Label className="field-label">{label}</Label>}
      <Button className={isInline ? 'inline-field select-button-inline' : 'field-box select-button'}>
        <SelectValue className="select-value" />
        <Icon name="down" size={14} />
      </Button>
      {error ? <span className="field-error">{error}</span> : null}
      <Popover className="popover" offset={4}>
        <Options count={offered.length} items={offered} chosen={value} />
      </Popover>
    </AriaSelect>
  );
}
