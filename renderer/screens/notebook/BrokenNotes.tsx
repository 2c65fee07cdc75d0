// What is stored as a note but is not one: announced above the list, looked at one by one, and dismissed.
import { useState } from 'react';
import type { BrokenNote } from '@contract/vault.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { removeSealed, useNotebook } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';

/** Most shown at a time; the others appear as these are dismissed. */
const MOST_SHOWN = 20;

export function BrokenNotes() {
  const { notebook, shell } = useTexts();
  const broken = useNotebook((state) => state.broken);
  const [isLooking, setLooking] = useState(false);
  return (
    <>
      {broken.length === 0 ? null : (
        <div className="broken-notes">
          <Notice tone="warn" icon="alert">
            {notebook.broken(broken.length)} <Button onPress={() => setLooking(true)}>{notebook.brokenLook}</Button>
          </Notice>
        </div>
      )}
      <Dialog title={notebook.brokenTitle} isOpen={isLooking} onClose={() => setLooking(false)} isWide isPrivate>
        {broken.length === 0 ? <p className="dialog-words">{notebook.brokenNone}</p> : null}
        <ol className="broken-list">
          {broken.slice(0, MOST_SHOWN).map((note, index) => (
            <BrokenItem key={note.id} note={note} position={index + 1} />
          ))}
        </ol>
        {broken.length > MOST_SHOWN ? <p className="quiet small">{notebook.brokenMore(broken.length - MOST_SHOWN)}</p> : null}
        <div className="dialog-buttons">
          <Button kind="main" onPress={() => setLooking(false)}>
            {shell.done}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** The text is shown as it is, without interpreting it. */
function BrokenItem({ note: { table, id, text }, position }: { readonly note: BrokenNote; readonly position: number }) {
  const { notebook } = useTexts();
  return (
    <li>
      {text === null || text === '' ? (
        <p className="quiet">{text === null ? notebook.brokenSealed : notebook.brokenEmpty}</p>
      ) : (
        <pre className="broken-text">{text}</pre>
      )}
      <Button kind="quiet" label={notebook.brokenOf(position)} onPress={() => void removeSealed({ table, id })}>
        {notebook.brokenDismiss}
      </Button>
    </li>
  );
}
