// A titled text in the help, which scrolls by itself: its title takes the focus, so that it is read aloud and the arrows scroll it.
import { type ReactNode, useEffect, useRef } from 'react';
import type { HelpView } from '../state/window-state.ts';

type HelpTextProps = {
  readonly title: string;
  /** A line above the title. */
  readonly over?: string;
  /** Each view begins at its top, or at the first word that was sought. */
  readonly view: HelpView;
  readonly children: ReactNode;
};

/** While words are being typed, the line keeps the focus, and the title is said aloud as it changes. */
export function HelpText({ title, over, view, children }: HelpTextProps) {
  const text = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isList(view) && document.activeElement instanceof HTMLInputElement) return;
    heading.current?.focus({ preventScroll: true });
    const mark = isList(view) ? null : text.current?.querySelector('mark');
    if (mark) mark.scrollIntoView({ block: 'center' });
    else text.current?.scrollTo({ top: 0 });
  }, [view]);
  return (
    <div className="help-text" ref={text}>
      {over === undefined ? null : <p className="help-over">{over}</p>}
      <h3 className="help-heading" tabIndex={-1} ref={heading} aria-live={isList(view) ? 'polite' : undefined}>
        {title}
      </h3>
      {children}
    </div>
  );
}

function isList(view: HelpView): boolean {
  return view.kind === 'guide' && view.isListed;
}
