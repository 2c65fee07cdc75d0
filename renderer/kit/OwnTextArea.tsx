// The area of a text field with several lines, inside a `TextField` of React Aria, from which it has its name, its text and its events.
import { type ComponentProps, type KeyboardEvent, useRef } from 'react';
import { TextAreaContext, type TextAreaProps, useContextProps } from 'react-aria-components';
import { continueList } from './continue-list.ts';
import { useOwnText } from './use-own-text.ts';

type OwnTextAreaProps = Pick<TextAreaProps, 'placeholder' | 'onPaste'> & {
  /** Lines are kept, and Enter goes on with a list; otherwise the text only wraps. */
  readonly isOfLines: boolean;
};

/** Properties by which React Aria draws: this one draws by its class alone. */
const OF_ARIA: ReadonlySet<string> = new Set(['slot', 'className', 'style', 'children', 'render']);

export function OwnTextArea({ isOfLines, ...own }: OwnTextAreaProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [{ value, ...given }, area] = useContextProps<TextAreaProps, TextAreaProps, HTMLTextAreaElement>(own, ref, TextAreaContext);
  useOwnText(area, String(value ?? ''));
  const props = Object.fromEntries(Object.entries(given).filter(([name]) => !OF_ARIA.has(name))) as ComponentProps<'textarea'>; // what is left is its own
  const { onKeyDown } = props;
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    onKeyDown?.(event);
    if (isOfLines && !event.defaultPrevented) continueList(event);
  };
  return <textarea {...props} onKeyDown={onKey} ref={area} className="field-input field-area" rows={3} autoComplete="off" />;
}
