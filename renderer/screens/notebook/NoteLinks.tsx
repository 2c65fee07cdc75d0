// What a private note is about: four choices, each kept at once, and a tension that may be named on the spot.
import { useState } from 'react';
import type { PrivateNoteText } from '@contract/vault.ts';
import { Select } from '../../kit/Select.tsx';
import { LINK_FIELDS, LINK_KINDS, linkChoices, type LinkKind } from '../../state/note-links.ts';
import { writeNote } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useLinkSources } from '../../state/use-link-sources.ts';
import { NewConflict } from './NewConflict.tsx';

/** Ids of choices that are no records; no record has such an id. */
const NONE = '-';
const NEW = '+';

export function NoteLinks({ note }: { readonly note: PrivateNoteText }) {
  const [isNaming, setNaming] = useState(false);
  const link = (kind: LinkKind, id: string | null): void => void writeNote({ ...note, [LINK_FIELDS[kind]]: id });
  const choose = (kind: LinkKind, id: string): void => {
    setNaming(id === NEW);
    if (id !== NEW) link(kind, id === NONE ? null : id);
  };
  const follow = (id: string): void => {
    setNaming(false);
    link('conflict', id);
  };
  return (
    <>
      <div className="note-links-choices">
        {LINK_KINDS.map((kind) => (
          <LinkChoice
            key={kind}
            kind={kind}
            chosen={isNaming && kind === 'conflict' ? NEW : note[LINK_FIELDS[kind]]}
            onChoose={(id) => choose(kind, id)}
          />
        ))}
      </div>
      {isNaming ? <NewConflict onMade={follow} autoFocus /> : null}
    </>
  );
}

type LinkChoiceProps = { readonly kind: LinkKind; readonly chosen: string | null; readonly onChoose: (id: string) => void };

/** A record that is gone stays chosen, and says so, until another choice is made. */
function LinkChoice({ kind, chosen, onChoose }: LinkChoiceProps) {
  const { notebook } = useTexts();
  const words = notebook.links[kind];
  const choices = [
    { id: NONE, label: words.none },
    ...linkChoices(kind, useLinkSources()),
    ...(kind === 'conflict' ? [{ id: NEW, label: notebook.newConflict }] : []),
  ];
  const isGone = chosen !== null && choices.every(({ id }) => id !== chosen);
  return (
    <Select
      label={words.one}
      options={isGone ? [{ id: chosen, label: words.gone }, ...choices] : choices}
      value={chosen ?? NONE}
      onChange={onChoose}
    />
  );
}
