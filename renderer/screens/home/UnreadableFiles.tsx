// Files of the library that Home cannot show in its table: protected ones, and those that could not be read, each with its reason.
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { openEntry } from '../../state/acts.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import type { Unreadable } from './library-view.ts';
import { Twins } from './Twins.tsx';

/** Nothing in these files was changed; each has a button that leads to what can be done. */
export function UnreadableFiles({ entries }: { readonly entries: readonly Unreadable[] }) {
  const { home } = useTexts();
  const sealed = entries.filter(({ failure }) => failure.code === 'file-sealed');
  const unreadable = entries.filter(({ failure }) => failure.code !== 'file-sealed');
  return (
    <>
      {sealed.length === 0 ? null : <Files title={home.sealedTitle} text={home.sealedText} entries={sealed} action={home.openSealed} />}
      {unreadable.length === 0 ? null : (
        <Files title={home.unreadableTitle(unreadable.length)} text={home.unreadableText} entries={unreadable} action={home.whatToDo} />
      )}
    </>
  );
}

type FilesProps = { readonly title: string; readonly text: string; readonly entries: readonly Unreadable[]; readonly action: string };

function Files({ title, text, entries, action }: FilesProps) {
  return (
    <Card title={title} aside={<span className="small quiet">{text}</span>}>
      <ul className="unreadable">
        {entries.map((entry) => (
          <li key={entry.entryId}>
            <b>{entry.fileName}</b>
            <span className="small">
              {failureSentence(entry.failure)}
              {entry.twins.length === 0 ? null : <Twins names={entry.twins} />}
            </span>
            <Button kind="quiet" label={`${action} (${entry.fileName})`} onPress={() => void openEntry(entry.entryId)}>
              {action}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
