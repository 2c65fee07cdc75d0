// Warns that the notebook's key is somebody else's, or not the one that this computer knows: what that means, and a button to answer it.
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import type { Opening } from '../../state/notebook.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';

type Props = { readonly failure: Failure | null; readonly onOpen: (how: Opening) => void };

/** Shown below the field once its secret was right; draws nothing while no key is in doubt. */
export function ForeignKey({ failure, onOpen }: Props) {
  const { notebook } = useTexts();
  const isForeign = failure?.code === 'vault-key-foreign';
  if (failure === null || (!isForeign && failure.code !== 'vault-key-changed')) return null;
  return (
    <Notice tone={isForeign ? 'bad' : 'warn'} icon="alert" isAnnounced>
      <p>{failureSentence(failure)}</p>
      <p>{isForeign ? notebook.mendHint : notebook.changedHint}</p>
      <Button onPress={() => onOpen(isForeign ? 'mending' : 'accepting')}>{isForeign ? notebook.mend : notebook.acceptKeys}</Button>
    </Notice>
  );
}
