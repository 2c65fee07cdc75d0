// A button: main (one per screen), plain, quiet (reads like a link), icon or danger.
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';
import './button.css';

type ButtonProps = {
  readonly children?: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'icon' | 'danger';
  readonly icon?: IconName;
  readonly label?: string;
  readonly describedBy?: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly isWide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly slot?: string;
  readonly shortcut?: string;
};

/** A button with its words; `label` names a button that shows only an icon. */
export function Button({ children, kind = 'plain', icon, label, describedBy, isPressed, isWide, ...rest }: ButtonProps) {
  const { shortcut, ...aria } = rest;
  return (
    <AriaButton
      {...aria}
      className={`button button-${kind}${isWide ? ' button-wide' : ''}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </AriaButton>
  );
}
