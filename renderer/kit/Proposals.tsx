// What is proposed below a line while one types in it: arrows choose, Enter and Tab take, Escape closes the list alone.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { keyOf } from '../state/keys.ts';
import './select.css';

export type Proposal = { readonly id: string; readonly label: string; readonly aside: string };
type Proposed<P extends Proposal> = {
  readonly options: readonly P[];
  /** Of the option that Enter takes at first; -1 for none. */
  readonly first: number;
  /** What they were proposed for: the choice begins anew with another text. */
  readonly typed: string;
  readonly take: (option: P) => void;
  readonly close: () => void;
};
export type ProposalList<P extends Proposal = Proposal> = {
  readonly id: string;
  readonly options: readonly P[];
  readonly index: number;
  readonly take: (option: P) => void;
};

/** @returns the list, what its line says of it to a screen reader, and whether a key of the line was for the list */
export function useProposals<P extends Proposal>({ options, first, typed, take, close }: Proposed<P>) {
  const id = useId();
  const [chosen, setChosen] = useState<{ readonly of: string; readonly index: number } | null>(null);
  const index = chosen !== null && chosen.of === typed ? chosen.index : first;
  const list: ProposalList<P> = { id, options, index, take };
  const marks = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    ...(options.length === 0 ? {} : { 'aria-controls': id, 'aria-activedescendant': index < 0 ? undefined : optionId(id, index) }),
  } as const;
  const goTo = (next: number): void => setChosen({ of: typed, index: next });
  return { list, marks, isForList: (event: KeyboardEvent) => isForList(event, { list, goTo, close }) };
}

/** The list below the line: in the page, so that no edge cuts it. */
export function Proposals<P extends Proposal>({ list, label }: { readonly list: ProposalList<P>; readonly label: string }) {
  const { id, options, index, take } = list;
  const box = useRef<HTMLDivElement>(null);
  const count = options.length;
  useEffect(() => {
    if (count > 0) box.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} id={id} role="listbox" aria-label={label} className="proposals">
      {options.map((option, position) => (
        <button
          key={option.id}
          id={optionId(id, position)}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={position === index}
          className="option"
          onMouseDown={(event) => event.preventDefault()} // the caret stays in the line
          onClick={() => take(option)}
        >
          <span>{option.label}</span>
          <span className="option-aside">{option.aside}</span>
        </button>
      ))}
    </div>
  );
}

type Acts<P extends Proposal> = {
  readonly list: ProposalList<P>;
  readonly goTo: (index: number) => void;
  readonly close: () => void;
};

function isForList<P extends Proposal>(event: KeyboardEvent, { list: { options, index, take }, goTo, close }: Acts<P>): boolean {
  const key = keyOf(event);
  const option = options[index];
  if (options.length === 0) return false;
  if (key === 'ArrowDown') goTo((index + 1) % options.length);
  else if (key === 'ArrowUp') goTo(index > 0 ? index - 1 : options.length - 1);
  else if (key === 'Escape') close();
  else if (option !== undefined && (key === 'Enter' || (key === 'Tab' && !event.shiftKey))) take(option);
  else return false;
  event.preventDefault();
  return true;
}

function optionId(id: string, position: number): string {
  return `${id}-${position}`;
}
