// The head of a screen: the line above, the title, the line below, and the main action on the right.
import type { ReactNode } from 'react';

type ScreenHeadProps = {
  readonly over?: ReactNode;
  readonly title: ReactNode;
  readonly under?: ReactNode;
  readonly actions?: ReactNode;
};

/** A title given as text is a heading; one given as an element brings its own. */
export function ScreenHead({ over, title, under, actions }: ScreenHeadProps) {
  return (
    <div className="screen-head">
      <div className="screen-head-words">
        {over ? <div className="screen-over">{over}</div> : null}
        {typeof title === 'string' ? <h1 tabIndex={-1}>{title}</h1> : title}
        {under ? <div className="screen-under">{under}</div> : null}
      </div>
      {actions ? <div className="screen-actions">{actions}</div> : null}
    </div>
  );
}
