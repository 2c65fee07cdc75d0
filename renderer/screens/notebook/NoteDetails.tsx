// The date of a private note, and the session that it is about.
import type { PrivateNoteText } from '@contract/vault.ts';
import { formatDate } from '@domain/format/dates.ts';
import { compareSessions } from '@domain/ordering.ts';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { Select } from '../../kit/Select.tsx';
import { useAccompaniment } from '../../state/edit.ts';
import { writeNote } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

const NO_SESSION = 'none';

type NoteDetailsProps = { readonly note: PrivateNoteText; readonly onDone: () => void };

/** Each choice is kept at once. */
export function NoteDetails({ note, onDone }: NoteDetailsProps) {
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
      <DateField
        place={`notes/${note.id}/date`}
        label={notebook.date}
        value={note.date}
        onChange={async (date) => date !== null && (await writeNote({ ...note, date })) !== null}
      />
      <Select
        label={notebook.session}
        options={options}
        value={isKnown ? note.sessionId : NO_SESSION}
        onChange={(id) => void writeNote({ ...note, sessionId: id === NO_SESSION ? null : id })}
      />
      <div className="dialog-buttons">
        <Button kind="main" onPress={onDone}>
          {shell.done}
        </Button>
      </div>
    </>
  );
}
