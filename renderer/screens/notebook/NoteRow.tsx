// One private note: its date and session, its text where it is read and written, and what else can be done with it.
import { type RefObject, useEffect, useRef } from 'react';
import type { PrivateNoteText } from '@contract/vault.ts';
import { formatDate } from '@domain/format/dates.ts';
import { LONGEST_PRIVATE_NOTE } from '@domain/tables/private.ts';
import { InlineText } from '../../kit/InlineText.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { useAccompaniment } from '../../state/edit.ts';
import { noteShown, ownNote, removeNote, writeNote } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type NoteRowProps = {
  readonly note: PrivateNoteText;
  readonly isWanted: boolean;
  readonly isFresh: boolean;
  readonly onFresh: () => void;
  readonly onDetails: () => void;
};

/** Kept on leaving and after a pause, like every text. */
export function NoteRow({ note, isWanted, isFresh, onFresh, onDetails }: NoteRowProps) {
  const { notebook, shell } = useTexts();
  const locale = useLocale();
  const session = useAccompaniment().sessions[note.sessionId ?? ''];
  useEffect(() => {
    if (isFresh) onFresh(); // it has the focus by now, and does not take it again when its row is scrolled back
  }, [isFresh, onFresh]);
  const text = useRef<HTMLSpanElement>(null);
  useFocusOnce(text, isWanted);
  const date = formatDate(note.date, 'long', locale);
  return (
    <>
      <span role="cell" className="note-when">
        <span className="number">{formatDate(note.date, 'listed', locale)}</span>
        {session === undefined ? null : <span className="note-session">{session.title === '' ? shell.untitled : session.title}</span>}
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
          keep={async (text) => ((await writeNote({ ...note, text })) === null ? null : [])}
          placeholder={notebook.notePlaceholder}
          maxLength={LONGEST_PRIVATE_NOTE}
          isMultiline
          isPrivate
          autoFocus={isFresh}
        />
      </span>
      <span role="cell" className="cell-end">
        <Menu
          label={notebook.moreOf(date)}
          actions={[
            ...(note.isDropped ? [{ id: 'own', label: notebook.own, run: () => void ownNote(note.id) }] : []),
            { id: 'details', label: notebook.details, run: onDetails },
            { id: 'remove', label: shell.remove, run: () => void removeNote(note.id), isDanger: true },
          ]}
        />
      </span>
    </>
  );
}

/** A note that was chosen in the search takes the focus with nothing of it marked: a key must not replace it. */
function useFocusOnce(place: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const area = place.current?.querySelector('textarea');
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(0, 0);
    noteShown();
  }, [place, isWanted]);
}
