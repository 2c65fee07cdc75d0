// Asks for a new passphrase after the recovery key has opened the notebook.
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { changePassphrase, forgetOpening, notebookStore } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';

/** Shown above the notes until it is done or put off. */
export function NewAfterRecovery() {
  const { notebook } = useTexts();
  const keep = (passphrase: string) => changePassphrase({ kind: 'recovery', recoveryKey: notebookStore.get().openedBy ?? '' }, passphrase);
  return (
    <div className="notebook-page notebook-before">
      <Card
        isRoomy
        title={notebook.newTitle}
        action={
          <Button kind="quiet" onPress={forgetOpening}>
            {notebook.later}
          </Button>
        }
      >
        <p className="notebook-words">{notebook.newText}</p>
        <div className="notebook-fields">
          <NewPassphrase label={notebook.newPassphrase} action={notebook.setNew} keep={keep} autoFocus />
        </div>
      </Card>
    </div>
  );
}
