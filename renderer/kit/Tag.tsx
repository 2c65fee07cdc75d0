// A small label that names a state.
import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

type TagProps = { readonly children: ReactNode; readonly tone?: Tone; readonly isFixed?: boolean };

/** A state in a word or two; `isFixed` gives every tag the same width, so that they line up in a list. */
export function Tag({ children, tone = 'neutral', isFixed }: TagProps) {
  return <span className={`tag tag-${tone}${isFixed ? ' tag-fixed' : ''}`}>{children}</span>;
}
