// A damaged file: start again from a backup with the steps of the journal, or recover what can still be read.
import type { Attempt } from '@contract/channels.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useMoment } from '../../state/moment.ts';
import { openAttempt, recoverAttempt } from '../../state/safety.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';

/** The backup with the journal loses least: it comes first. */
export function DamagedFile({ attempt }: { readonly attempt: Attempt }) {
  const { recovery, backups: words } = useTexts();
  const moment = useMoment();
  return (
    <>
      <Notice tone="bad" icon="alert">
        {failureSentence(attempt.failure)}
      </Notice>
      <Card title={recovery.backupsTitle} isRoomy>
        {attempt.backups.length === 0 ? (
          <p className="quiet">{recovery.noBackup}</p>
        ) : (
          <>
            <p className="quiet">{recovery.backupsText}</p>
            <ul className="attempt-backups">
              {attempt.backups.map(({ backupId, takenAt, reason, steps }, index) => (
                <li key={backupId}>
                  <span className="attempt-backup number">
                    <b>{recovery.backup(moment(takenAt))}</b>
                    <span className="quiet small">{[words.reason[reason], steps > 0 ? recovery.steps(steps) : ''].filter((part) => part !== '').join(' · ')}</span>
                  </span>
                  <Button kind={index === 0 ? 'main' : 'plain'} label={`${recovery.useBackup} (${moment(takenAt)})`} onPress={() => void recoverAttempt(backupId)}>
                    {recovery.useBackup}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <Card title={recovery.readTitle} isRoomy>
        <p className="quiet">{recovery.readText}</p>
        <div className="attempt-buttons">
          <Button kind={attempt.backups.length === 0 ? 'main' : 'plain'} onPress={() => void recoverAttempt(null)}>
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
