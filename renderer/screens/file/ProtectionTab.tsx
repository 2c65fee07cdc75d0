// Protects the whole file by a passphrase: set it, change it, remove it; the recovery key is shown once.
import { OutsidePresentation } from '../../kit/OutsidePresentation.tsx';
import { useEffect, useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { ChangeSecretDialog, SecretDialog } from '../../kit/KeyDialogs.tsx';
import { NewPassphrase } from '../../kit/NewPassphrase.tsx';
import { RecoveryKeyCard } from '../../kit/RecoverySheet.tsx';
import {
  changeProtection,
  protectFile,
  readProtection,
  recoveryKeyNoted,
  removeProtection,
  renewProtection,
  useProtection,
} from '../../state/protection.ts';
import { useTexts } from '../../state/texts.ts';
import { useReadOnly, useWindow } from '../../state/window-state.ts';

/** A new recovery key is shown before everything else, because it is not shown again. */
export function ProtectionTab() {
  const { protection: texts, shell } = useTexts();
  const { isProtected, recoveryKey } = useProtection();
  const isReadOnly = useReadOnly();
  useEffect(() => {
    void readProtection();
  }, []);
  if (recoveryKey !== null) return <NewKey recoveryKey={recoveryKey} />;
  if (isProtected === null)
    return (
      <p className="quiet" role="status">
        {shell.loading}
      </p>
    );
  return (
    <>
      <OutsidePresentation>
        <p className="quiet file-intro">{texts.text}</p>
      </OutsidePresentation>
      <div className="file-cards">
        <Card isRoomy>
          <h2>{isProtected ? texts.on : texts.off}</h2>
          {isReadOnly ? null : isProtected ? <Acts /> : <Setting />}
        </Card>
      </div>
    </>
  );
}

function Setting() {
  const { protection: texts } = useTexts();
  return (
    <>
      <p className="quiet">{texts.setText}</p>
      <div className="file-fields">
        <NewPassphrase label={texts.passphrase} action={texts.set} keep={protectFile} />
      </div>
    </>
  );
}

type Act = 'change' | 'renew' | 'remove';

function Acts() {
  const { protection: texts } = useTexts();
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const asked = { current: texts.current, wrong: texts.wrong };
  return (
    <>
      <div className="file-buttons">
        <Button onPress={() => setAct('change')}>{texts.change}</Button>
        <Button onPress={() => setAct('renew')}>{texts.renew}</Button>
        <Button kind="danger" onPress={() => setAct('remove')}>
          {texts.remove}
        </Button>
      </div>
      {act === 'change' ? (
        <ChangeSecretDialog
          words={{ ...texts, ...asked, title: texts.changeTitle, text: texts.changeText, action: texts.setNew }}
          change={changeProtection}
          onClose={close}
        />
      ) : null}
      {act === 'renew' ? (
        <SecretDialog
          words={{ ...asked, title: texts.renewTitle, text: texts.renewText, action: texts.renewNow }}
          act={renewProtection}
          onClose={close}
        />
      ) : null}
      {act === 'remove' ? (
        <SecretDialog
          words={{ ...asked, title: texts.removeTitle, text: texts.removeText, action: texts.removeNow }}
          act={removeProtection}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function NewKey({ recoveryKey }: { readonly recoveryKey: string }) {
  const { protection: texts } = useTexts();
  const fileName = useWindow((state) => state.project?.fileName ?? '');
  return (
    <div className="file-cards">
      <RecoveryKeyCard
        title={texts.sheetTitle}
        why={texts.sheetWhy}
        heading={texts.sheetHeading}
        of={fileName}
        recoveryKey={recoveryKey}
        use={texts.sheetUse}
        onNoted={recoveryKeyNoted}
      />
    </div>
  );
}
