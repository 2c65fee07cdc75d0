// A box to tick, with its words.
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { useReadOnly } from '../state/window-state.ts';
import './checkbox.css';

type CheckboxProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children?: ReactNode;
  /** Name of a box whose words stand elsewhere. */
  readonly label?: string;
};

/** Ticks or unticks. */
export function Checkbox({ isSelected, onChange, children, label }: CheckboxProps) {
  const isReadOnly = useReadOnly();
  return (
    <AriaCheckbox
      className="checkbox"
      isReadOnly={isReadOnly}
      isSelected={isSelected}
      onChange={onChange}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="checkbox-box" aria-hidden="true">
        {isSelected ? <Icon name="check" size={12} /> : null}
      </span>
      {children ? <span className="checkbox-words">{children}</span> : null}
    </AriaCheckbox>
  );
}
