// The private notes, newest first: filtered in memory, drawn row by row, edited in place.
import { useMemo, useState } from 'react';
import type { PrivateNoteText } from '@contract/vault.ts';
import { Card } from '../../kit/Card.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { VirtualRows } from '../../kit/VirtualRows.tsx';
import { matcherOf } from '@domain/writing/search-key.ts';
import { useWanted } from '../../state/go-back.ts';
import { isAbout, LINK_KINDS, LINK_FIELDS, linksOf, NOTHING_SOUGHT, type NotesSought } from '../../state/note-links.ts';
import { newestFirst, useNotebook } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useLinkSources } from '../../state/use-link-sources.ts';
import { BrokenNotes } from './BrokenNotes.tsx';
import { NoteDetails } from './NoteDetails.tsx';
import { NoteRow } from './NoteRow.tsx';
import { NotesFilter } from './NotesFilter.tsx';

type NotesListProps = {
  readonly sought: NotesSought;
  readonly onSeek: (sought: NotesSought) => void;
  /** The note that was just begun: it takes the focus, once. */
  readonly freshId: string | null;
  readonly onFresh: () => void;
};

/** The details of a note open outside the list, since a new date may move its row away. */
export function NotesList({ sought, onSeek, freshId, onFresh }: NotesListProps) {
  const { notebook } = useTexts();
  const notes = useNotebook((state) => state.notes);
  const isRead = useNotebook((state) => state.readAt !== null);
  const wantedId = useNotebook((state) => state.wantedId);
  const [detailed, detail] = useDetailed(notes);
  const sources = useLinkSources();
  const shown = useMemo(() => {
    const matches = matcherOf(sought.words);
    const words = (note: PrivateNoteText): string => [note.text, ...linksOf(note, sources).map(({ name }) => name)].join('\n');
    return newestFirst(notes).filter((note) => isAbout(note, sought, sources) && matches(words(note)));
  }, [notes, sought, sources]);
  const unfilter = (): void => onSeek(NOTHING_SOUGHT);
  useWanted((place) => isIn(notes, place) && !isIn(shown, place), unfilter);
  if (!isRead) return null;
  return (
    <>
      <BrokenNotes />
      {notes.length === 0 ? (
        <Card>
          <EmptyState title={notebook.emptyTitle} text={notebook.emptyText} />
        </Card>
      ) : (
        <>
          <NotesFilter sought={sought} onSeek={onSeek} sources={sources} count={shown.length} />
          <div className="card notes-card">
            {shown.length === 0 ? (
              <p className="notes-none quiet">{isAboutSought(sought) ? notebook.noneAbout : notebook.noMatch}</p>
            ) : null}
            <VirtualRows
              label={notebook.list}
              rows={shown}
              keyOf={(note) => note.id}
              heightOf={heightOf}
              header={<NotesHead />}
              wanted={wantedId}
            >
              {(note) => (
                <NoteRow
                  note={note}
                  isWanted={note.id === wantedId}
                  isFresh={note.id === freshId}
                  onFresh={onFresh}
                  onDetails={() => detail(note.id)}
                />
              )}
            </VirtualRows>
          </div>
        </>
      )}
      <Dialog title={notebook.detailsTitle} isOpen={detailed !== undefined} onClose={() => detail(null)} isPrivate>
        {detailed === undefined ? null : <NoteDetails note={detailed} onDone={() => detail(null)} />}
      </Dialog>
    </>
  );
}

/** Whether what the notes are about is looked for, and not only words. */
function isAboutSought(sought: NotesSought): boolean {
  return LINK_KINDS.some((kind) => sought[LINK_FIELDS[kind]] !== null);
}

/** Of a note of one line, in pixels. */
function heightOf(note: PrivateNoteText): number {
  const hasLinks = LINK_KINDS.some((kind) => note[LINK_FIELDS[kind]] !== null);
  return note.isDropped || hasLinks ? 80 : 64;
}

/** @returns the note whose details are open, and how they are opened (`null`: closed) */
function useDetailed(notes: readonly PrivateNoteText[]) {
  const [id, detail] = useState<string | null>(null);
  useWanted(
    (place) => id === null && isIn(notes, place) && place.endsWith('/date'),
    (place) => detail(idIn(place)),
  );
  return [notes.find((note) => note.id === id), detail] as const;
}

/** @returns the note in which a place is (`notes/<id>`, `notes/<id>/date`) */
function idIn(place: string): string {
  return place.split('/')[1] ?? '';
}

function isIn(notes: readonly PrivateNoteText[], place: string): boolean {
  return place.startsWith('notes/') && notes.some(({ id }) => id === idIn(place));
}

function NotesHead() {
  const { notebook, shell } = useTexts();
  return (
    <>
      <span role="columnheader">{notebook.columnDate}</span>
      <span role="columnheader">{notebook.columnNote}</span>
      <span role="columnheader">
        <span className="visually-hidden">{shell.columnActions}</span>
      </span>
    </>
  );
}
