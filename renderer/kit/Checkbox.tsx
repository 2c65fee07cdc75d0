// A checkbox with its label.
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { useReadOnly } from '../state/window-state.ts';
import './checkbox.css';

type CheckboxProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children?: ReactNode;
  /** Name for screen readers, if the words of the box are elsewhere. */
  readonly label?: string;
};

/** It cannot be changed while the file is read-only. */
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
