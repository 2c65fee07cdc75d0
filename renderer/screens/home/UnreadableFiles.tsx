// Files of the library that could not be read, each with its reason.
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { openEntry } from '../../state/acts.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import type { Unreadable } from './library-view.ts';

/** Nothing in these files was changed; each sentence says what can be done. */
export function UnreadableFiles({ entries }: { readonly entries: readonly Unreadable[] }) {
  const { home } = useTexts();
  return (
    <Card title={home.unreadableTitle(entries.length)} aside={<span className="small quiet">{home.unreadableText}</span>}>
      <ul className="unreadable">
        {entries.map((entry) => (
          <li key={entry.entryId}>
            <b>{entry.fileName}</b>
            <span className="small">{failureSentence(entry.failure)}</span>
            <Button kind="quiet" label={`${home.whatToDo} (${entry.fileName})`} onPress={() => void openEntry(entry.entryId)}>
              {home.whatToDo}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
