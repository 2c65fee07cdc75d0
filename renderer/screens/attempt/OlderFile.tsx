// A file that is older than when this computer last saw it: read it, go on with it anyway, or start from a backup with later changes.
import type { Attempt } from '@contract/attempt.ts';
import type { Failure } from '@domain/failures.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { useMoment } from '../../state/moment.ts';
import { acceptAttempt, openAttempt } from '../../state/safety.ts';
import { useTexts } from '../../state/texts.ts';
import { BackupsToUse } from './BackupsToUse.tsx';
import { HeldJournal } from './HeldFile.tsx';
import { SecretCard } from './SecretCard.tsx';
import { useRecovering } from './use-recovering.ts';

type Props = { readonly attempt: Attempt; readonly failure: Extract<Failure, { readonly code: 'file-older' }> };

/** Reading changes nothing, so it has the main button. */
export function OlderFile({ attempt, failure }: Props) {
  const { doubt, recovery } = useTexts();
  const moment = useMoment();
  const recovering = useRecovering(attempt);
  return (
    <>
      <Card isRoomy>
        <p className="attempt-lead">{doubt.olderLead(failure.remembered - failure.revision)}</p>
        <p className="quiet">{doubt.olderSaved(moment(failure.savedAt))}</p>
        <p className="quiet">{doubt.olderKept}</p>
        <div className="attempt-buttons">
          <Button kind="main" autoFocus onPress={() => void openAttempt('read-only')}>
            {recovery.readOnly}
          </Button>
          <Button onPress={() => void acceptAttempt(null)}>{doubt.olderAccept}</Button>
        </div>
      </Card>
      {recovering.isSecretNeeded ? <SecretCard title={recovery.secretTitle} text={recovery.secretText} recovering={recovering} /> : null}
      <BackupsToUse
        backups={attempt.backups}
        text={doubt.olderBackups}
        none={doubt.olderNoBackup}
        isMain={false}
        onUse={(backupId) => void recovering.recover(backupId)}
      />
      <HeldJournal recovering={recovering} />
    </>
  );
}
