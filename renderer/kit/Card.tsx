// A card: one title, at most one action, and its content.
import { useId, type ReactNode } from 'react';
import './card.css';

type CardProps = {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: 'surface' | 'sunken';
  readonly isRoomy?: boolean;
};

/** A titled section of a screen. */
export function Card({ title, aside, action, children, tone = 'surface', isRoomy }: CardProps) {
  const id = useId();
  return (
    <section className={`card card-${tone}${isRoomy ? ' card-roomy' : ''}`} {...(title ? { 'aria-labelledby': id } : {})}>
      {title ? (
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          {aside}
          <span className="grow" />
          {action}
        </div>
      ) : null}
      {children}
    </section>
  );
}
