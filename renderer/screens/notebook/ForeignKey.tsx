// The public key of the notebook is another's: said with what it means, and put right only when one asks for it.
import { Button } from '../../kit/Button.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { failureSentence, useTexts } from '../../state/texts.ts';

/** Stands below the field whose secret was right. */
export function ForeignKey({ onMend }: { readonly onMend: () => void }) {
  const { notebook } = useTexts();
  return (
    <Notice tone="bad" icon="alert" isAnnounced>
      <p>{failureSentence({ code: 'vault-key-foreign' })}</p>
      <p>{notebook.mendHint}</p>
      <Button onPress={onMend}>{notebook.mend}</Button>
    </Notice>
  );
}
