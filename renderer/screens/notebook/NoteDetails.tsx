// The date of a private note, and what it is about.
import type { PrivateNoteText } from '@contract/vault.ts';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { writeNote } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { NoteLinks } from './NoteLinks.tsx';

type NoteDetailsProps = { readonly note: PrivateNoteText; readonly onDone: () => void };

/** Each choice is kept at once. */
export function NoteDetails({ note, onDone }: NoteDetailsProps) {
  const { notebook, shell } = useTexts();
  return (
    <>
      <DateField
        place={`notes/${note.id}/date`}
        label={notebook.date}
        value={note.date}
        onChange={async (date) => date !== null && (await writeNote({ ...note, date })) !== null}
      />
      <NoteLinks note={note} />
      <div className="dialog-buttons">
        <Button kind="main" onPress={onDone}>
          {shell.done}
        </Button>
      </div>
    </>
  );
}
