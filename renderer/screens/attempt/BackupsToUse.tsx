// The backups of a file that did not open; the user can start again from any of them.
import type { Attempt } from '@contract/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { useMoment } from '../../state/moment.ts';
import { useTexts } from '../../state/texts.ts';

type BackupsProps = {
  readonly backups: Attempt['backups'];
  readonly text: string;
  /** Text shown when there are no backups, in place of the usual one. */
  readonly none?: string;
  /** Whether the first backup has the main button of the screen. */
  readonly isMain?: boolean;
  readonly onUse: (backupId: string) => void;
};

/** Listed newest first, each with a button to start from it. */
export function BackupsToUse({ backups, text, none, isMain = true, onUse }: BackupsProps) {
  const { recovery, backups: words } = useTexts();
  const moment = useMoment();
  return (
    <Card title={recovery.backupsTitle} isRoomy>
      {backups.length === 0 ? (
        <p className="quiet">{none ?? recovery.noBackup}</p>
      ) : (
        <>
          <p className="quiet">{text}</p>
          <ul className="attempt-backups">
            {backups.map(({ backupId, takenAt, reason, steps }, index) => (
              <li key={backupId}>
                <span className="attempt-backup number">
                  <b>{recovery.backup(moment(takenAt))}</b>
                  <span className="quiet small">
                    {[words.reason[reason], steps > 0 ? recovery.steps(steps) : ''].filter((part) => part !== '').join(' · ')}
                  </span>
                </span>
                <Button
                  kind={index === 0 && isMain ? 'main' : 'plain'}
                  label={`${recovery.useBackup} (${moment(takenAt)})`}
                  onPress={() => onUse(backupId)}
                >
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
