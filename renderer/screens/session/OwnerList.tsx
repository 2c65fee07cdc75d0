// The people and structures proposed while a name is typed after `@`.
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { meantBy, mentionOf, type Owner, type Owners, ownersBeginning } from '@domain/session/owners.ts';
import { insertAsTyped } from '../../kit/paste.ts';
import { keyOf } from '../../state/keys.ts';
import { useTexts } from '../../state/texts.ts';
import '../../kit/select.css';

const MOST_SHOWN = 6;
/** The `@` that begins a word, up to the caret. */
const MENTION = /(?<=^|\s)@([^@]*)$/u;

type Typed = { readonly owners: Owners; readonly text: string; readonly input: RefObject<HTMLInputElement | null> };
/** What the line does by itself. */
type Line = {
  readonly onChange: (event: { readonly target: HTMLInputElement }) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};
export type OwnerOptions = {
  readonly id: string;
  readonly options: readonly Owner[];
  /** Of the option that Enter takes; -1 for none. */
  readonly index: number;
  readonly take: (owner: Owner) => void;
};

/**
 * The keys of the list come before those of the line: the arrows choose, Enter and Tab take, Escape closes the list alone. A name that
 * means one person already needs no choice: Enter keeps the line.
 * @returns the list, and what its line does instead of what it does by itself
 */
export function useOwnerList(typed: Typed): { readonly list: OwnerOptions; readonly over: (line: Line) => object } {
  const id = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [closed, setClosed] = useState<Mention | null>(null);
  const [chosen, setChosen] = useState<{ readonly of: string; readonly index: number } | null>(null);
  const mention = caret === null ? null : mentionUpTo(typed.text, caret);
  const isClosed = mention === null || (closed !== null && isContinued(closed, mention));
  const { options, first } = isClosed ? NOBODY : proposed(typed.owners, mention.typed);
  const index = chosen !== null && chosen.of === mention?.typed ? chosen.index : first;
  const take = (owner: Owner): void => {
    typed.input.current?.setSelectionRange(mention?.from ?? 0, caret);
    insertAsTyped(`@${mentionOf(typed.owners, owner)} `);
  };
  const goTo = (next: number): void => setChosen({ of: mention?.typed ?? '', index: next });
  const close = (): void => setClosed(mention);
  const list = { id, options, index, take };
  const over = (line: Line) => ({
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    ...(options.length === 0 ? {} : { 'aria-controls': id, 'aria-activedescendant': index < 0 ? undefined : optionId(id, index) }),
    onSelect: (event: { readonly currentTarget: HTMLInputElement }) => setCaret(event.currentTarget.selectionStart),
    onChange: (event: { readonly target: HTMLInputElement }) => {
      line.onChange(event);
      setCaret(event.target.selectionStart);
    },
    onBlur: () => {
      setCaret(null);
      line.onBlur();
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (pressed(event, { list, goTo, close })) event.preventDefault();
      else line.onKeyDown(event);
    },
  });
  return { list, over };
}

/** The list below the line: in the page, so that no edge cuts it. */
export function OwnerList({ list: { id, options, index, take } }: { readonly list: OwnerOptions }) {
  const { session: texts } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const count = options.length;
  useEffect(() => {
    if (count > 0) box.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} id={id} role="listbox" aria-label={texts.actionOwners} className="outcome-owners">
      {options.map((owner, position) => (
        <button
          key={owner.id}
          id={optionId(id, position)}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={position === index}
          className="option"
          onMouseDown={(event) => event.preventDefault()} // the caret stays in the line
          onClick={() => take(owner)}
        >
          <span>{owner.name}</span>
          <span className="option-aside">{owner.hasLeft ? texts.actionLeft(owner.structure) : owner.structure}</span>
        </button>
      ))}
    </div>
  );
}

type Mention = { readonly from: number; readonly typed: string };

function mentionUpTo(text: string, caret: number): Mention | null {
  const found = MENTION.exec(text.slice(0, caret));
  return found === null ? null : { from: found.index, typed: found[1] ?? '' };
}

/** A list that was closed stays closed while its name is typed on. */
function isContinued(closed: Mention, mention: Mention): boolean {
  return mention.from === closed.from && mention.typed.startsWith(closed.typed);
}

const NOBODY = { options: [], first: -1 } as const;

/** @returns the options, and the one that Enter takes at first: none once the name is clear, and no option once it has been left */
function proposed(owners: Owners, typed: string): { readonly options: readonly Owner[]; readonly first: number } {
  const isClear = meantBy(owners, typed).owners.length === 1;
  if (isClear && typed.endsWith(' ')) return NOBODY;
  return { options: ownersBeginning(owners, typed).slice(0, MOST_SHOWN), first: isClear ? -1 : 0 };
}

type Acts = { readonly list: OwnerOptions; readonly goTo: (index: number) => void; readonly close: () => void };

/** @returns whether the key was for the list */
function pressed(event: KeyboardEvent, { list: { options, index, take }, goTo, close }: Acts): boolean {
  const key = keyOf(event);
  const option = options[index];
  if (options.length === 0) return false;
  if (key === 'ArrowDown') goTo((index + 1) % options.length);
  else if (key === 'ArrowUp') goTo(index > 0 ? index - 1 : options.length - 1);
  else if (key === 'Escape') close();
  else if (option !== undefined && (key === 'Enter' || (key === 'Tab' && !event.shiftKey))) take(option);
  else return false;
  return true;
}

function optionId(id: string, position: number): string {
  return `${id}-${position}`;
}
