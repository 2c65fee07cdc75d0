// A damaged file: start again from a backup with the steps of the journal, or recover what can still be read.
import { useState } from 'react';
import type { Attempt, VaultSecret } from '@contract/channels.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useMoment } from '../../state/moment.ts';
import { openAttempt, recoverAttempt } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { NO_SECRET, SecretField, turned, typedOf } from './SecretField.tsx';

/** The backup with the journal loses least: it comes first. What was protected is asked its secret before, and stays protected. */
export function DamagedFile({ attempt }: { readonly attempt: Attempt }) {
  const { recovery } = useTexts();
  const [secret, setSecret] = useState<VaultSecret>(NO_SECRET);
  const [isWrong, setWrong] = useState(false);
  const change = (typed: VaultSecret): void => {
    setSecret(typed);
    setWrong(false);
  };
  const recover = async (backupId: string | null): Promise<void> => {
    if (attempt.isSealed && typedOf(secret) === '') setWrong(true);
    else setWrong((await recoverAttempt({ backupId, secret: attempt.isSealed ? secret : null })) !== null);
  };
  return (
    <>
      <Notice tone="bad" icon="alert">
        {failureSentence(attempt.failure)}
      </Notice>
      {attempt.isSealed ? (
        <Card title={recovery.secretTitle} isRoomy>
          <p className="quiet">{recovery.secretText}</p>
          <SecretField secret={secret} onChange={change} onEnter={() => undefined} isWrong={isWrong} />
          <div className="attempt-buttons">
            <Button kind="quiet" onPress={() => change(turned(secret))}>
              {secret.kind === 'recovery' ? recovery.back : recovery.lost}
            </Button>
          </div>
        </Card>
      ) : null}
      <BackupsToUse backups={attempt.backups} onUse={(backupId) => void recover(backupId)} />
      <Card title={recovery.readTitle} isRoomy>
        <p className="quiet">{recovery.readText}</p>
        <div className="attempt-buttons">
          <Button kind={attempt.backups.length === 0 ? 'main' : 'plain'} onPress={() => void recover(null)}>
            {recovery.read}
          </Button>
          <Button kind="quiet" onPress={() => void openAttempt('again')}>
            {recovery.again}
          </Button>
        </div>
      </Card>
    </>
  );
}

function BackupsToUse({ backups, onUse }: { readonly backups: Attempt['backups']; readonly onUse: (backupId: string) => void }) {
  const { recovery, backups: words } = useTexts();
  const moment = useMoment();
  return (
    <Card title={recovery.backupsTitle} isRoomy>
      {backups.length === 0 ? (
        <p className="quiet">{recovery.noBackup}</p>
      ) : (
        <>
          <p className="quiet">{recovery.backupsText}</p>
          <ul className="attempt-backups">
            {backups.map(({ backupId, takenAt, reason, steps }, index) => (
              <li key={backupId}>
                <span className="attempt-backup number">
                  <b>{recovery.backup(moment(takenAt))}</b>
                  <span className="quiet small">{[words.reason[reason], steps > 0 ? recovery.steps(steps) : ''].filter((part) => part !== '').join(' · ')}</span>
                </span>
                <Button kind={index === 0 ? 'main' : 'plain'} label={`${recovery.useBackup} (${moment(takenAt)})`} onPress={() => onUse(backupId)}>
                  {recovery.useBackup}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
