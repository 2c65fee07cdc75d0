// One private note: its date, its text (edited in place) with what it is about, and a menu of what else can be done with it.
import { type RefObject, useEffect, useRef } from 'react';
import type { PrivateNoteText } from '@contract/vault.ts';
import { formatDate } from '@domain/format/dates.ts';
import { LONGEST_PRIVATE_NOTE } from '@domain/tables/private.ts';
import { InlineText } from '../../kit/InlineText.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { linksOf } from '../../state/note-links.ts';
import { noteShown, own, removeSealed, writeNote } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useLinkSources } from '../../state/use-link-sources.ts';
import { useLocale } from '../../state/window-state.ts';

type NoteRowProps = {
  readonly note: PrivateNoteText;
  readonly isWanted: boolean;
  readonly isFresh: boolean;
  readonly onFresh: () => void;
  readonly onDetails: () => void;
};

/** The text is kept on leaving it and after a pause, like every text. */
export function NoteRow({ note, isWanted, isFresh, onFresh, onDetails }: NoteRowProps) {
  const { notebook, shell } = useTexts();
  const locale = useLocale();
  const links = linksOf(note, useLinkSources());
  const record = { table: 'privateNotes', id: note.id } as const;
  useEffect(() => {
    if (isFresh) onFresh(); // it has the focus by now; it must not take it again when its row scrolls back into view
  }, [isFresh, onFresh]);
  const text = useRef<HTMLSpanElement>(null);
  useFocusOnce(text, isWanted);
  const date = formatDate(note.date, 'long', locale);
  return (
    <>
      <span role="cell" className="note-when">
        <span className="number">{formatDate(note.date, 'listed', locale)}</span>
        {note.isDropped ? (
          <span className="note-dropped" title={notebook.droppedHint}>
            {notebook.dropped}
          </span>
        ) : null}
      </span>
      <span role="cell" className="note-text" ref={text}>
        <InlineText
          key={note.id}
          label={notebook.noteOf(date)}
          value={note.text}
          place={`notes/${note.id}`}
          keep={async (text) => (await writeNote({ ...note, text })) !== null}
          placeholder={notebook.notePlaceholder}
          maxLength={LONGEST_PRIVATE_NOTE}
          isMultiline
          isPrivate
          autoFocus={isFresh}
        />
        {links.length === 0 ? null : (
          <ul className="note-links">
            {links.map(({ kind, name }) => (
              <li key={kind}>
                <span className="note-link-kind">{notebook.links[kind].one}</span> {name}
              </li>
            ))}
          </ul>
        )}
      </span>
      <span role="cell" className="cell-end">
        <Menu
          label={notebook.moreOf(date)}
          actions={[
            ...(note.isDropped ? [{ id: 'own', label: notebook.own, run: () => void own(record) }] : []),
            { id: 'details', label: notebook.details, run: onDetails },
            { id: 'remove', label: shell.remove, run: () => void removeSealed(record), isDanger: true },
          ]}
        />
      </span>
    </>
  );
}

/** Focuses a note chosen in the search with none of its text selected: pressing a key must not replace it. */
function useFocusOnce(place: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const area = place.current?.querySelector('textarea');
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(0, 0);
    noteShown();
  }, [place, isWanted]);
}
