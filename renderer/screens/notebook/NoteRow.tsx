// One private note: its date and session, its text where it is read and written, and what else can be done with it.
import { useState } from 'react';
import type { PrivateNoteText } from '@contract/channels.ts';
import { formatDate } from '@domain/format/dates.ts';
import { compareSessions } from '@domain/report/session-report.ts';
import { LONGEST_PRIVATE_NOTE } from '@domain/tables/private.ts';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { InlineText } from '../../kit/InlineText.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { Select } from '../../kit/Select.tsx';
import { useAccompaniment } from '../../state/edit.ts';
import { removeNote, writeNote } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

type NoteProps = { readonly note: PrivateNoteText };

/** Kept on leaving and after a pause, like every text. */
export function NoteRow({ note, isFresh }: NoteProps & { readonly isFresh: boolean }) {
  const { notebook, shell } = useTexts();
  const locale = useLocale();
  const session = useAccompaniment().sessions[note.sessionId ?? ''];
  const [isDetailed, setDetailed] = useState(false);
  const date = formatDate(note.date, 'long', locale);
  return (
    <>
      <span role="cell" className="note-when">
        <span className="number">{formatDate(note.date, 'listed', locale)}</span>
        {session === undefined ? null : <span className="note-session">{session.title === '' ? shell.untitled : session.title}</span>}
      </span>
      <span role="cell" className="note-text">
        <InlineText
          key={note.id}
          label={notebook.noteOf(date)}
          value={note.text}
          keep={async (text) => ((await writeNote({ ...fieldsOf(note), text })) === null ? null : [])}
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
            { id: 'details', label: notebook.details, run: () => setDetailed(true) },
            { id: 'remove', label: shell.remove, run: () => void removeNote(note.id), isDanger: true },
          ]}
        />
        <Dialog title={notebook.detailsTitle} isOpen={isDetailed} onClose={() => setDetailed(false)} isPrivate>
          <NoteDetails note={note} onDone={() => setDetailed(false)} />
        </Dialog>
      </span>
    </>
  );
}

const NO_SESSION = 'none';

function NoteDetails({ note, onDone }: NoteProps & { readonly onDone: () => void }) {
  const { notebook, shell } = useTexts();
  const locale = useLocale();
  const { sessions } = useAccompaniment();
  const options = [
    { id: NO_SESSION, label: notebook.noSession },
    ...Object.values(sessions)
      .toSorted((a, b) => compareSessions(b, a))
      .map(({ id, date, title }) => ({ id, label: `${formatDate(date, 'short', locale)} · ${title === '' ? shell.untitled : title}` })),
  ];
  const isKnown = note.sessionId !== null && sessions[note.sessionId] !== undefined;
  return (
    <>
      <DateField label={notebook.date} value={note.date} onChange={(date) => date !== null && void writeNote({ ...fieldsOf(note), date })} />
      <Select
        label={notebook.session}
        options={options}
        value={isKnown ? note.sessionId : NO_SESSION}
        onChange={(id) => void writeNote({ ...fieldsOf(note), sessionId: id === NO_SESSION ? null : id })}
      />
      <div className="dialog-buttons">
        <Button kind="main" onPress={onDone}>
          {shell.done}
        </Button>
      </div>
    </>
  );
}

function fieldsOf({ id, date, sessionId, text }: PrivateNoteText) {
  return { id, date, sessionId, text };
}
