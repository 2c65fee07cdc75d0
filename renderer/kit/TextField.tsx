// A text field with its label, its hint and its error message.
import type { ClipboardEvent } from 'react';
import { FieldError, Input, Text, TextField as AriaTextField } from 'react-aria-components';
import { LONGEST_PROSE } from '@domain/tables/field.ts';
import { type KeyEvent, keyOf } from '../state/keys.ts';
import { useTexts } from '../state/texts.ts';
import { oneLine, runningText } from '../state/typed-text.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { OwnTextArea } from './OwnTextArea.tsx';
import { pasteInto } from './paste.ts';
import { useCapsLock } from './use-caps-lock.ts';
import './field.css';

export type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onEnter?: () => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  /** Several rows high, although it is a single line of text. */
  readonly isTall?: boolean;
  readonly isOptional?: boolean;
  readonly isLabelHidden?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  /** A passphrase: shown as dots, never suggested or spell-checked. */
  readonly isSecret?: boolean;
  /** No spell-checker may see it. */
  readonly isPrivate?: boolean;
  /** How the text is understood, shown at the end of the line. */
  readonly reading?: string;
};

/** One line, or several with `isMultiline`; `error` is shown at the field. */
export function TextField({
  label,
  hint,
  error,
  placeholder,
  isMultiline,
  isTall,
  isOptional,
  isLabelHidden,
  onEnter,
  reading,
  onChange,
  maxLength,
  isSecret,
  isPrivate,
  ...rest
}: TextFieldProps) {
  const onPaste = pasteInto({ isMultiline: Boolean(isMultiline), longest: maxLength ?? LONGEST_PROSE });
  return (
    <AriaTextField
      {...rest}
      {...(isSecret ? { type: 'password' as const } : {})}
      {...(isSecret || isPrivate ? { spellCheck: 'false' as const } : {})}
      maxLength={maxLength ?? LONGEST_PROSE}
      onChange={(text) => onChange(isMultiline ? runningText(text) : oneLine(text))}
      className="field"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <FieldLabel label={label} isOptional={isOptional} />}
      {isMultiline || isTall ? (
        <OwnTextArea placeholder={placeholder} onPaste={onPaste} isOfLines={Boolean(isMultiline)} />
      ) : (
        <LineInput placeholder={placeholder} onEnter={onEnter} onPaste={onPaste} isSecret={Boolean(isSecret)} reading={reading} />
      )}
      {hint && !error ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

type LineInputProps = {
  readonly placeholder: string | undefined;
  readonly onEnter: (() => void) | undefined;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly isSecret: boolean;
  readonly reading: string | undefined;
};

/** One line; that of a secret says when Caps Lock is on. */
function LineInput({ placeholder, onEnter, onPaste, isSecret, reading }: LineInputProps) {
  const { shell } = useTexts();
  const capsLock = useCapsLock();
  const onKeyDown = (event: KeyEvent): void => {
    if (isSecret) capsLock.onKey(event);
    if (keyOf(event) === 'Enter') onEnter?.();
  };
  return (
    <>
      <span className="field-line">
        <Input
          className="field-input"
          placeholder={placeholder}
          onKeyDown={onKeyDown}
          {...(isSecret ? { onKeyUp: capsLock.onKey } : {})}
          onPaste={onPaste}
          autoComplete={isSecret ? 'new-password' : 'off'}
        />
        {reading ? <span className="field-reading number">{reading}</span> : null}
      </span>
      {isSecret ? (
        <span role="status" className="field-caps">
          {capsLock.isOn ? shell.capsLock : ''}
        </span>
      ) : null}
    </>
  );
}
