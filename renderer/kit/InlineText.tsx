// Text that reads like a document and becomes a field on click.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { LONGEST_PROSE } from '@domain/tables/field.ts';
import { useDraft } from '../state/drafts.ts';
import type { Keep } from '../state/held-text.ts';
import { oneLine, runningText } from '../state/typed-text.ts';
import { useReadOnly } from '../state/window-state.ts';
import './inline-text.css';

type InlineTextProps = {
  readonly label: string;
  readonly value: string;
  readonly keep: Keep;
  readonly placeholder?: string;
  readonly look?: 'title' | 'prose' | 'plain' | 'strong' | 'subtitle';
  readonly isMultiline?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  /** No spell-checker may see it. */
  readonly isPrivate?: boolean;
};

/** A text field without a frame: it grows with its text, and saves it on blur and after a pause. Give it the id of its record as `key`. */
export function InlineText({
  label,
  value,
  keep,
  placeholder,
  look = 'plain',
  isMultiline,
  autoFocus,
  maxLength,
  isPrivate,
}: InlineTextProps) {
  const draft = useDraft(value, keep);
  const isReadOnly = useReadOnly();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) area.current?.select();
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') {
      draft.revert();
      event.currentTarget.blur();
    }
    if (event.key === 'Enter' && !isMultiline) {
      event.preventDefault();
      event.currentTarget.blur();
    }
  };
  return (
    <span className={`inline-text inline-text-${look}`}>
      <span className="inline-text-measure" aria-hidden="true">
        {`${draft.text === '' ? (placeholder ?? '') : draft.text}\u200b`}
      </span>
      <textarea
        ref={area}
        className="inline-text-area"
        aria-label={label}
        placeholder={placeholder}
        value={draft.text}
        rows={1}
        maxLength={maxLength ?? LONGEST_PROSE}
        readOnly={isReadOnly}
        spellCheck={!isPrivate}
        autoComplete="off"
        onChange={(event) => draft.change(isMultiline ? runningText(event.target.value) : oneLine(event.target.value))}
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}
