// A file that lost the protection this computer remembers: read it, go back to a protected backup, or accept the loss.
import { useState } from 'react';
import type { Attempt } from '@contract/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { typedOf } from '../../kit/SecretField.tsx';
import { acceptAttempt, openAttempt } from '../../state/safety.ts';
import { useTexts } from '../../state/texts.ts';
import { BackupsToUse } from './BackupsToUse.tsx';
import { HeldJournal } from './HeldFile.tsx';
import { SecretCard } from './SecretCard.tsx';
import { type Recovering, useRecovering } from './use-recovering.ts';

/** Asks for the file's former secret while a copy here still has it, so that accepting does not become a habit. */
export function UnprotectedFile({ attempt }: { readonly attempt: Attempt }) {
  const { doubt, recovery } = useTexts();
  const recovering = useRecovering(attempt);
  return (
    <>
      <Card isRoomy>
        <p className="attempt-lead">{doubt.unprotectedLead}</p>
        <p className="quiet">{doubt.unprotectedSafe}</p>
        <div className="attempt-buttons">
          <Button kind="main" autoFocus onPress={() => void openAttempt('read-only')}>
            {recovery.readOnly}
          </Button>
        </div>
      </Card>
      {recovering.isSecretNeeded ? <SecretCard title={doubt.secretTitle} text={doubt.secretText} recovering={recovering} /> : null}
      <BackupsToUse
        backups={attempt.backups}
        text={doubt.unprotectedBackups}
        isMain={false}
        onUse={(backupId) => void recovering.recover(backupId)}
      />
      <Acceptance isSecretNeeded={attempt.isSealed} recovering={recovering} />
      <HeldJournal recovering={recovering} />
    </>
  );
}

type AcceptanceProps = { readonly isSecretNeeded: boolean; readonly recovering: Recovering };

function Acceptance({ isSecretNeeded, recovering: { secret, refuse } }: AcceptanceProps) {
  const { doubt } = useTexts();
  const [isConfirmed, setConfirmed] = useState(false);
  const accept = async (): Promise<void> => {
    const isMissing = isSecretNeeded && typedOf(secret) === '';
    const refused = isMissing || (await acceptAttempt(isSecretNeeded ? secret : null)) !== null;
    if (refused) refuse();
  };
  return (
    <Card title={doubt.acceptTitle} isRoomy>
      <p className="quiet">{doubt.acceptText}</p>
      {isSecretNeeded ? null : (
        <Checkbox isSelected={isConfirmed} onChange={setConfirmed}>
          {doubt.confirm}
        </Checkbox>
      )}
      <div className="attempt-buttons">
        <Button isDisabled={!isSecretNeeded && !isConfirmed} onPress={() => void accept()}>
          {doubt.accept}
        </Button>
      </div>
    </Card>
  );
}
