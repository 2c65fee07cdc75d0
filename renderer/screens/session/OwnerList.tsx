// The people and structures proposed while a name is typed after `@`.
import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { meantBy, mentionOf, type Owner, type Owners, ownersBeginning } from '@domain/session/owners.ts';
import { insertAsTyped } from '../../kit/paste.ts';
import { type Proposal, type ProposalList, Proposals, useProposals } from '../../kit/Proposals.tsx';
import { useTexts } from '../../state/texts.ts';

const MOST_SHOWN = 6;
/** The `@` that begins a word, up to the caret. */
const MENTION = /(?<=^|\s)@([^@]*)$/u;

type Typed = { readonly owners: Owners; readonly text: string; readonly input: RefObject<HTMLInputElement | null> };
/** What the line does by itself. */
type Line = {
  readonly onChange: (event: { readonly target: HTMLInputElement }) => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/**
 * The keys of the list come before those of the line. A name that means one person already needs no choice: Enter keeps the line.
 * @returns the list, and what its line does instead of what it does by itself
 */
export function useOwnerList(typed: Typed): { readonly list: ProposalList<Owning>; readonly over: (line: Line) => object } {
  const { session: texts } = useTexts();
  const [caret, setCaret] = useState<number | null>(null);
  const [closed, setClosed] = useState<Mention | null>(null);
  const mention = caret === null ? null : mentionUpTo(typed.text, caret);
  const isClosed = mention === null || (closed !== null && isContinued(closed, mention));
  const { owners, first } = isClosed ? NOBODY : proposed(typed.owners, mention.typed);
  const take = ({ owner }: Owning): void => {
    typed.input.current?.setSelectionRange(mention?.from ?? 0, caret);
    insertAsTyped(`@${mentionOf(typed.owners, owner)} `);
  };
  const options = owners.map((owner): Owning => {
    const aside = owner.hasLeft ? texts.actionLeft(owner.structure) : owner.structure;
    return { owner, id: owner.id, label: owner.name, aside };
  });
  const { list, marks, isForList } = useProposals({ options, first, typed: mention?.typed ?? '', take, close: () => setClosed(mention) });
  const over = (line: Line) => ({
    ...marks,
    onSelect: (event: { readonly currentTarget: HTMLInputElement }) => setCaret(event.currentTarget.selectionStart),
    onChange: (event: { readonly target: HTMLInputElement }) => {
      line.onChange(event);
      setCaret(event.target.selectionStart);
    },
    onBlur: (event: FocusEvent) => {
      setCaret(null);
      line.onBlur(event);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (!isForList(event)) line.onKeyDown(event);
    },
  });
  return { list, over };
}

export function OwnerList({ list }: { readonly list: ProposalList<Owning> }) {
  const { session: texts } = useTexts();
  return <Proposals list={list} label={texts.actionOwners} />;
}

export type Owning = Proposal & { readonly owner: Owner };
type Mention = { readonly from: number; readonly typed: string };

function mentionUpTo(text: string, caret: number): Mention | null {
  const found = MENTION.exec(text.slice(0, caret));
  return found === null ? null : { from: found.index, typed: found[1] ?? '' };
}

/** A list that was closed stays closed while its name is typed on. */
function isContinued(closed: Mention, mention: Mention): boolean {
  return mention.from === closed.from && mention.typed.startsWith(closed.typed);
}

const NOBODY = { owners: [], first: -1 } as const;

/** @returns the owners, and the one that Enter takes at first: none once the name is clear, and no owner once it has been left */
function proposed(owners: Owners, typed: string): { readonly owners: readonly Owner[]; readonly first: number } {
  const isClear = meantBy(owners, typed).owners.length === 1;
  if (isClear && typed.endsWith(' ')) return NOBODY;
  return { owners: ownersBeginning(owners, typed).slice(0, MOST_SHOWN), first: isClear ? -1 : 0 };
}
