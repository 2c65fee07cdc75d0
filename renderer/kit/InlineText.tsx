// Text that reads like a document and becomes a field on click.
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { LONGEST_PROSE } from '@domain/tables/field.ts';
import { keyOf } from '../state/keys.ts';
import type { Keep } from '../state/typing.ts';
import { useDraft } from '../state/use-typing.ts';
import { oneLine, runningText } from '../state/typed-text.ts';
import { useReadOnly } from '../state/window-state.ts';
import { continueList } from './continue-list.ts';
import { pasteInto } from './paste.ts';
import { useOwnText } from './use-own-text.ts';
import './inline-text.css';

type InlineTextProps = {
  readonly label: string;
  readonly value: string;
  /** By which a refused text is found again once its field comes back. */
  readonly place: string;
  readonly keep: Keep<string>;
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
  place,
  keep,
  placeholder,
  look = 'plain',
  isMultiline,
  autoFocus,
  maxLength,
  isPrivate,
}: InlineTextProps) {
  const draft = useDraft({ place, label, value, keep, isPrivate: Boolean(isPrivate) });
  const isReadOnly = useReadOnly();
  const area = useRef<HTMLTextAreaElement>(null);
  useOwnText(area, draft.text);
  useEffect(() => {
    if (autoFocus) area.current?.select();
  }, [area, autoFocus]);
  const onChange = ({ currentTarget: field }: ChangeEvent<HTMLTextAreaElement>): void => {
    const text = isMultiline ? runningText(field.value) : oneLine(field.value);
    if (text !== field.value) field.value = text;
    draft.change(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const key = keyOf(event);
    if (key === 'Escape') draft.escape();
    if (isMultiline) continueList(event);
    if (key !== 'Enter' || isMultiline) return;
    event.preventDefault();
    draft.commit();
  };
  return (
    <span className={`inline-text inline-text-${look}`}>
      <span className="inline-text-measure" aria-hidden="true">
        {`${draft.text === '' ? (placeholder ?? '') : draft.text}\u200b`}
      </span>
      <textarea
        {...draft.mark}
        ref={area}
        className="inline-text-area"
        aria-label={label}
        aria-invalid={draft.isRefused || undefined}
        placeholder={placeholder}
        rows={1}
        maxLength={maxLength ?? LONGEST_PROSE}
        readOnly={isReadOnly}
        spellCheck={!isPrivate}
        autoComplete="off"
        onChange={onChange}
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
        onPaste={pasteInto({ isMultiline: Boolean(isMultiline), longest: maxLength ?? LONGEST_PROSE })}
      />
    </span>
  );
}
