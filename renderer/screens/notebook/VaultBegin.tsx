// No notebook yet: what it is for, what it never does, and the passphrase that begins it.
import { Card } from '../../kit/Card.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { createVault } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';

/** Explains, then asks for a passphrase twice. */
export function VaultBegin() {
  const { notebook } = useTexts();
  return (
    <>
      <ScreenHead title={notebook.title} under={notebook.underNone} />
      <div className="notebook-page">
        <Card isRoomy>
          <h2 className="notebook-lead">{notebook.beginTitle}</h2>
          <div className="notebook-words">
            <p>{notebook.beginWhat}</p>
            <p>{notebook.beginSealed}</p>
            <p>{notebook.beginForgotten}</p>
          </div>
          <div className="notebook-fields">
            <NewPassphrase label={notebook.passphrase} action={notebook.create} keep={createVault} />
          </div>
        </Card>
      </div>
    </>
  );
}
