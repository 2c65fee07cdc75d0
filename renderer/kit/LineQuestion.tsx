// A question below the line that it is about: what was understood of a pasted or typed text, before it is taken.
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { keyOf } from '../state/keys.ts';
import { useTexts } from '../state/texts.ts';
import { Button } from './Button.tsx';
import './line-question.css';

type LineQuestionProps = {
  readonly title: string;
  /** What there is to see, or to choose. */
  readonly children: ReactNode;
  /** The buttons that answer it. */
  readonly answers: ReactNode;
  /** Escape and the button that cancels: everything stays as it was. */
  readonly onEnd: () => void;
};

export function LineQuestion({ title, children, answers, onEnd }: LineQuestionProps) {
  const { shell } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEscape(box, onEnd);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div role="group" aria-label={title} className="line-question" ref={box}>
      <b>{title}</b>
      {children}
      <div className="dialog-buttons">
        <Button kind="quiet" onPress={onEnd}>
          {shell.cancel}
        </Button>
        <span className="grow" />
        {answers}
      </div>
    </div>
  );
}

/** Escape in any of the fields and buttons. */
function useEscape(box: RefObject<HTMLElement | null>, act: () => void): void {
  useEffect(() => {
    const element = box.current;
    const onKey = (event: KeyboardEvent): void => {
      if (keyOf(event) === 'Escape') act();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  });
}
