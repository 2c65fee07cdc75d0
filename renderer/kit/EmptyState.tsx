// Shown where there is nothing yet: says what belongs here, and how to begin.
import type { ReactNode } from 'react';
import './empty-state.css';

type EmptyStateProps = { readonly title: string; readonly text: string; readonly children?: ReactNode };

/** A title, a sentence or two, and the actions to begin with. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <h2 className="empty-title">{title}</h2>
      <p className="empty-text">{text}</p>
      {children ? <div className="empty-actions">{children}</div> : null}
    </div>
  );
}
