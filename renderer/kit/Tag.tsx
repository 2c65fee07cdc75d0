// A small label of a state, in words.
import type { ReactNode } from 'react';
import './tag.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

type TagProps = { readonly children: ReactNode; readonly tone?: Tone; readonly isFixed?: boolean };

/** A state said in a word or two; `isFixed` lines tags up in a list. */
export function Tag({ children, tone = 'neutral', isFixed }: TagProps) {
  return <span className={`tag tag-${tone}${isFixed ? ' tag-fixed' : ''}`}>{children}</span>;
}
