// The look of a value that is typed as text, with what it is read as above it while one types.
import { type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FieldError, Group, Input, Text, TextField as AriaTextField } from 'react-aria-components';
import { keyOf } from '../state/keys.ts';
import { failureSentence } from '../state/texts.ts';
import { useReadOnly } from '../state/window-state.ts';
import { pasteInto } from './paste.ts';
import { FieldLabel } from './FieldLabel.tsx';
import type { TypedText } from './use-typed-value.ts';
import './field.css';
import './typed-field.css';

/** Longer than anything that can be read, so that a text that was pasted by mistake is refused as a whole. */
const LONGEST = 200;

export type TypedLooks = {
  readonly label: string;
  readonly error?: string | null;
  readonly hint?: string;
  readonly isOptional?: boolean;
};
type TypedFieldProps = TypedLooks & {
  readonly typed: TypedText;
  readonly placeholder: string;
  /** What the text is read as, in words; `''` if it cannot be read. */
  readonly reading: string;
  readonly onArrow: (step: 1 | -1) => void;
  /** Passes nothing on while the file is only read. */
  readonly isOfFile: boolean;
  readonly box?: Ref<HTMLDivElement>;
  /** Buttons at the end of the line. */
  readonly children?: ReactNode;
};

export function TypedField({ label, error, hint, isOptional, ...line }: TypedFieldProps) {
  const { typed } = line;
  const isReadOnly = useReadOnly() && line.isOfFile;
  const problem = problemOf(typed, error);
  return (
    <AriaTextField
      className="field"
      value={typed.text}
      onChange={typed.type}
      onBlur={typed.leave}
      isInvalid={problem !== null}
      isReadOnly={isReadOnly}
      maxLength={LONGEST}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Line {...line} isReadOnly={isReadOnly} />
      {hint && problem === null ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{problem}</FieldError>
    </AriaTextField>
  );
}

type LineProps = Omit<TypedFieldProps, keyof TypedLooks> & { readonly isReadOnly: boolean };

function Line({ typed, placeholder, reading, onArrow, isReadOnly, box, children }: LineProps) {
  const [isFocused, setFocused] = useState(false);
  const { input, onClick, touch } = useSelectedAtFirst(typed.text, isFocused);
  return (
    <Group className="field-box typed-box" ref={box}>
      <Input
        {...typed.mark}
        ref={input}
        className="typed-input"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onClick={onClick}
        onInput={touch}
        onPaste={pasteInto({ isMultiline: false, longest: LONGEST })}
        onKeyDown={(event) => {
          touch();
          onKey(event, typed, isReadOnly ? null : onArrow);
        }}
        {...(typed.failure === null ? {} : { 'data-unreadable': '' })}
      />
      {isReadOnly ? null : children}
      <span className="typed-reading" aria-live="polite">
        {isFocused && reading !== typed.text ? reading : ''}
      </span>
    </Group>
  );
}

/** While one types, nothing is said of a text that cannot be read yet, nor that something is missing. */
function problemOf({ failure, isTyping }: TypedText, error: string | null | undefined): string | null {
  if (failure === null) return error ?? null;
  return isTyping ? null : failureSentence(failure);
}

/**
 * A click into a field selects its text, as Tab does: it is short and typed anew rather than mended. It stays selected if main's answer
 * writes it anew. A second click sets the caret, and a key ends it.
 */
function useSelectedAtFirst(text: string, isFocused: boolean) {
  const input = useRef<HTMLInputElement>(null);
  const isClicked = useRef(false);
  const isUntouched = useRef(true);
  useEffect(() => {
    if (isFocused) return;
    isClicked.current = false;
    isUntouched.current = true;
  }, [isFocused]);
  const written = useRef(text);
  useLayoutEffect(() => {
    if (written.current === text) return;
    written.current = text;
    if (isUntouched.current && input.current === document.activeElement) input.current?.select();
  });
  const onClick = ({ currentTarget }: MouseEvent<HTMLInputElement>): void => {
    if (isClicked.current) isUntouched.current = false;
    else if (currentTarget.selectionStart === currentTarget.selectionEnd) currentTarget.select();
    isClicked.current = true;
  };
  const touch = (): void => {
    isUntouched.current = false;
  };
  return { input, onClick, touch };
}

const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 };

function onKey(event: KeyboardEvent, typed: TypedText, onArrow: TypedFieldProps['onArrow'] | null): void {
  const key = keyOf(event);
  if (key === 'Enter') typed.leave();
  if (key === 'Escape') typed.escape();
  const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : ARROWS[key];
  if (step === undefined || onArrow === null) return;
  event.preventDefault();
  onArrow(step);
}
